"""Planted violations: each breaks one promise of a good day, and the checker must name that promise."""

from collections.abc import Callable

from tests.proofs.evidence import Evidence, Json, Row

Plant = Callable[[Evidence], None]
PLANTED: list[tuple[str, str, Plant]] = []


def planted(promise: str, name: str) -> Callable[[Plant], Plant]:
    """The function below breaks that promise."""

    def keep(plant: Plant) -> Plant:
        PLANTED.append((promise, name, plant))
        return plant

    return keep


def row(evidence: Evidence, table: str, **where: object) -> Row:
    """The first row that fits."""
    return next(r for r in evidence.rows(table) if all(r[name] == value for name, value in where.items()))


def message(evidence: Evidence, chat_id: int, number: int) -> Json:
    """A message of the world."""
    wanted = chat_id, number
    found: Json = next(m for m in evidence.world["messages"] if (m["chat_id"], m["message_id"]) == wanted)
    return found
