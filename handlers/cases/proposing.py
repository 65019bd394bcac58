"""What a report's words point to: asked of the library here, handed on as a value, and kept nowhere else."""

import unicodedata

from domain.cases.rules import Draft
from domain.cases.streams import UNKNOWN, Proposal, Stream
from domain.places.mentioned import Mention
from handlers.commands import listed
from knowledge import spoken_places, streams

LONGEST = 24
"""Characters of words that ask after a case; longer ones may tell of another."""

FEW = 2
"""Letters, digits and characters that say too little by themselves: "light", in Chinese, is one."""


def proposed(text: str) -> Proposal:
    """Satisfies the domain's Proposer."""
    guess = streams.propose(text)
    return Proposal(Stream(guess.stream), guess.reason, guess.sure)


def follows(text: str) -> bool:
    """Whether short words ask after something said before: "still leaking", "when does he come"."""
    said = text.lower()
    return len(said) <= LONGEST and any(word in said for word in listed("follow-words"))


def vague(draft: Draft) -> bool:
    """Whether words are so few, and name so little that we know, that only their writer knows what is meant;
    a cry for help is clear enough.
    """
    said = draft.text.strip().lower()
    if len(said) > LONGEST or draft.proposal.reason != UNKNOWN.reason:
        return False
    signs = sum(unicodedata.category(sign)[0] in "LN" for sign in said)
    return signs <= FEW and not any(word in said for word in listed("urgent-words"))


def named(text: str) -> Mention:
    """The place that the words name, for the rules to find."""
    found = spoken_places.mentioned(text)
    return Mention(found.names, found.spot, text)
