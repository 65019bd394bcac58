"""How soon the next worker served is told by its id and its lifetime: ids come again on a busy machine."""

from tests.proofs.killed import SIGKILL, restarted
from tests.proofs.nursery import Death


def death(pid: int, at: float) -> Death:
    return Death(pid, SIGKILL, at, 1.0, {})


def test_a_worker_that_served_is_measured_from_the_death_before() -> None:
    assert list(restarted([death(1, 10), death(2, 20)], [(1, 2.0), (2, 10.5)])) == [0.5]


def test_a_process_id_that_comes_again_is_another_worker() -> None:
    deaths = [death(1, 10), death(2, 11), death(3, 900), death(2, 990)]
    ups = [(3, 12.0), (2, 900.4)]
    assert list(restarted(deaths, ups)) == [1.0, 900.4 - 900]


def test_a_slow_restart_is_seen() -> None:
    assert list(restarted([death(1, 10), death(2, 40)], [(2, 30.0)])) == [20.0]
