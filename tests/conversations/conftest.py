"""A running bot in the seeded compound for each scene."""

from tests.runtime.fixtures import running, talk

__all__ = ["running", "talk"]
