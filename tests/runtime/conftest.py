"""The rehearsal for every test of this folder."""

from tests.runtime.fixtures import running, talk

__all__ = ["running", "talk"]
