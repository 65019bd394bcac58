"""Logging: one JSON line per event on stderr, with ids and places and never anybody's words."""

import logging
import sys

import structlog


def configure(level: str = "INFO") -> None:
    """Route our events and the libraries' warnings to stderr."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    # A library's traceback may quote what it was given: its own words stay out, ours name kind and place.
    logging.getLogger("aiogram").setLevel(logging.CRITICAL)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
