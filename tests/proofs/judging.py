"""From the evidence to the verdict; and the evidence kept for whoever looks into a broken run."""

import pickle
from pathlib import Path

from tests.proofs import checker
from tests.proofs.evidence import Evidence
from tests.proofs.findings import Verdict
from tests.proofs.history import settle


def keep(evidence: Evidence, folder: Path) -> None:
    """For whoever looks into a broken run: `pickle.loads` in this tree."""
    (folder / "evidence.pickle").write_bytes(pickle.dumps(evidence))


def judge(evidence: Evidence) -> Verdict:
    """Name the outcomes that only the end tells, then look at every promise."""
    settle(evidence)
    return checker.check(evidence)
