"""A bucket per person: who sends faster than people do is cut before anything is parsed or kept."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from storage.arrivals import Arrival

MOST_PEOPLE = 10_000
"""Buckets held; a forgotten person starts with a full one."""


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float
    album: str | None = None
    long: bool = False


class Flood:
    """`burst` updates at once and `rate` per second after that; parts of one album or text cost one."""

    def __init__(self, monotonic: Callable[[], float], burst: int, rate: float) -> None:
        self._monotonic, self._burst, self._rate = monotonic, burst, rate
        self._buckets: OrderedDict[int, _Bucket] = OrderedDict()

    def pass_or_cut(self, arrival: Arrival) -> Arrival:
        """The arrival, or its cut stump where the person's bucket is empty."""
        if arrival.state != "new" or arrival.sender_id is None or arrival.kind == "my_chat_member":
            return arrival
        bucket = self._bucket(arrival.sender_id)
        part = (arrival.album is not None and arrival.album == bucket.album) or (
            bucket.long and arrival.plain
        )
        bucket.album, bucket.long = arrival.album, arrival.long
        if part:
            return arrival
        if bucket.left < 1:
            return replace(arrival, state="cut", payload=b"")
        bucket.left -= 1
        return arrival

    def _bucket(self, person: int) -> _Bucket:
        now = self._monotonic()
        bucket = self._buckets.pop(person, None) or _Bucket(self._burst, now)
        bucket.left = min(float(self._burst), bucket.left + (now - bucket.at) * self._rate)
        bucket.at = now
        self._buckets[person] = bucket
        if len(self._buckets) > MOST_PEOPLE:
            self._buckets.popitem(last=False)
        return bucket
