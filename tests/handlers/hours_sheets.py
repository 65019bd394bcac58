"""Variables of messages on working time and time limits."""

from datetime import UTC, datetime

PARAMS = {
    "slots": "09:00-12:00,14:00-18:00",
    "preset": "hotline",
    "own": "2027-10-08:off 2027-10-10:on",
    "part": "day",
    "now": "2027-10-08 off",
    "before": "2027-10-08 usual",
    "stamp": 2_000_000_000,
    "basis": "hotline",
    "unit": "days",
    "amount": 7,
    "began": datetime(2026, 9, 28, 1, 0, tzinfo=UTC),
    "off": "2026-10-01/2026-10-08",
    "extra": "2026-09-27/2026-09-27 2026-10-10/2026-10-11",
    "weekend": 1,
    "paused": 500,
    "standing": 0,
    "provisional": 1,
}
