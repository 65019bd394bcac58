"""Every table. Instants are UTC in microseconds; ids of ours are 63-bit and ascend in time."""

from storage.tables.calls import calls, signups
from storage.tables.cases import albums, case_messages, cases, entries, media
from storage.tables.days import day_notes, group_days
from storage.tables.guide import guide_entries, guide_revisions, questions
from storage.tables.homes import home_codes, residencies
from storage.tables.inbound import inbox
from storage.tables.kinds import EPOCH, MICRO, MICROSECOND, Instant, Serial, metadata
from storage.tables.menus import shelves
from storage.tables.outbound import cards, outbox
from storage.tables.people import bodies, chats, dialogues, grants, persons, places, subject_keys
from storage.tables.polls import ballots, poll_options, polls
from storage.tables.setup import appointments, imports, offers, place_drafts, setups, trials
from storage.tables.work import audit, due, job_rows, jobs, leases

__all__ = [
    "EPOCH",
    "MICRO",
    "MICROSECOND",
    "Instant",
    "Serial",
    "albums",
    "appointments",
    "audit",
    "ballots",
    "bodies",
    "calls",
    "cards",
    "case_messages",
    "cases",
    "chats",
    "day_notes",
    "dialogues",
    "due",
    "entries",
    "grants",
    "group_days",
    "guide_entries",
    "guide_revisions",
    "home_codes",
    "imports",
    "inbox",
    "job_rows",
    "jobs",
    "leases",
    "media",
    "metadata",
    "offers",
    "outbox",
    "persons",
    "place_drafts",
    "places",
    "poll_options",
    "polls",
    "questions",
    "residencies",
    "setups",
    "shelves",
    "signups",
    "subject_keys",
    "trials",
]
