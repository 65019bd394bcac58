"""Draws the case table for the architecture page; `python -m tests.shape.drawing` writes it there."""

from collections import defaultdict
from pathlib import Path

from domain.cases.table import TRANSITIONS, State

PAGE = Path(__file__).parents[2] / "docs" / "architecture.md"
BEGIN, END = "<!-- cases:begin -->\n", "<!-- cases:end -->"


def mermaid() -> str:
    """The table as a state diagram, one arrow per pair of states, its labels in the table's order."""
    arrows: dict[tuple[State, State], list[str]] = defaultdict(list)
    for (state, action, part), target in TRANSITIONS.items():
        arrows[state, target].append(f"{action} ({part})")
    lines = [f"    {a} --> {b}: {', '.join(labels)}" for (a, b), labels in arrows.items()]
    return "\n".join(["```mermaid", "stateDiagram-v2", "    [*] --> filed: report", *lines, "```", ""])


def drawn(page: str) -> str:
    """The page with the diagram in its place."""
    head, rest = page.split(BEGIN)
    _, tail = rest.split(END)
    return head + BEGIN + mermaid() + END + tail


if __name__ == "__main__":
    PAGE.write_text(drawn(PAGE.read_text("utf-8")), "utf-8")
