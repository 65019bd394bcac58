"""Every table. Instants are UTC in microseconds; ids of ours are 63-bit and ascend in time."""

from storage.tables.calls import calls, signups
from storage.tables.case_life import (
    calendar_days,
    calendars,
    case_backers,
    case_clocks,
    case_events,
    case_exclusions,
    case_pauses,
    case_quality,
    case_rungs,
)
from storage.tables.cases import albums, case_drafts, case_messages, cases, entries, media
from storage.tables.days import day_notes, group_days
from storage.tables.desk import (
    absences,
    body_promises,
    canned,
    case_bodies,
    handed_tasks,
    hints,
    incident_reports,
    incidents,
    leads,
    matter_lists,
    matters,
    posters,
    recusals,
)
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
    "absences",
    "albums",
    "appointments",
    "audit",
    "ballots",
    "bodies",
    "body_promises",
    "calendar_days",
    "calendars",
    "calls",
    "canned",
    "cards",
    "case_backers",
    "case_bodies",
    "case_clocks",
    "case_drafts",
    "case_events",
    "case_exclusions",
    "case_messages",
    "case_pauses",
    "case_quality",
    "case_rungs",
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
    "handed_tasks",
    "hints",
    "home_codes",
    "imports",
    "inbox",
    "incident_reports",
    "incidents",
    "job_rows",
    "jobs",
    "leads",
    "leases",
    "matter_lists",
    "matters",
    "media",
    "metadata",
    "offers",
    "outbox",
    "persons",
    "place_drafts",
    "places",
    "poll_options",
    "polls",
    "posters",
    "questions",
    "recusals",
    "residencies",
    "setups",
    "shelves",
    "signups",
    "subject_keys",
    "trials",
]
