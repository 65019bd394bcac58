"""What may be said of an error in a log: its kind and its place, never its message, which may hold words."""

import traceback


def described(error: BaseException) -> str:
    """Type and innermost places of an error, e.g. "ValueError at intake.py:41 < lanes.py:88"."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    places = [f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames)]
    return f"{type(error).__name__} at {' < '.join(places)}" if places else type(error).__name__
