"""`python -m benchmarks [NAME …]`: each benchmark in a process of its own, so that none warms another."""

import subprocess
import sys

NAMES = ("routing", "end_to_end", "commits", "goodput", "start", "large_group", "growth")


def main(names: list[str]) -> int:
    """Runs the named benchmarks, or all; the exit code says whether all ran, not what they found."""
    failed = [
        name
        for name in names or NAMES
        if subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode
    ]
    if failed:
        sys.stderr.write(f"did not run to the end: {', '.join(failed)}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
