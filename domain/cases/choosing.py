"""Who may know who reported: whoever reported says, at any time, after seeing what each side would read."""

from dataclasses import replace

from domain.cases.own import reported
from domain.cases.ports import CasesTx
from domain.cases.rules import Case, Privacy
from domain.cases.service import Which
from domain.kernel.answers import home
from domain.kernel.people import Actor
from domain.kernel.words import CardKind


def ask(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """Offer the three choices to whoever reported."""
    me, case = reported(tx, actor, which)
    tx.outbox.tell(home(me), "case-privacy", {"number": case.number}, about=case.id)
    return case


def preview(tx: CasesTx, actor: Actor, which: Which, privacy: Privacy) -> Case:
    """Show what neighbours and handlers would read; nothing has changed yet."""
    me, case = reported(tx, actor, which)
    told = {"number": case.number, "privacy": privacy.value}
    tx.outbox.tell(home(me), "case-privacy-preview", told, about=case.id)
    return case


def choose(tx: CasesTx, actor: Actor, which: Which, privacy: Privacy) -> Case:
    """Let it be so from now on: cards that stand are shown anew, what was sent before stays sent."""
    me, case = reported(tx, actor, which)
    if case.privacy is privacy:
        return case
    chosen = replace(case, privacy=privacy)
    tx.cases.save(chosen)
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.audit.note(case.compound_id, me.person_id, f"privacy.{privacy}", "privacy", case.id)
    return chosen
