"""What a report's words point to: asked of the library here, handed on as a value, and kept nowhere else."""

from domain.cases.streams import Proposal, Stream
from domain.places.mentioned import Mention
from handlers.commands import listed
from knowledge import spoken_places, streams

LONGEST = 24
"""Characters of words that ask after a case; longer ones may tell of another."""


def proposed(text: str) -> Proposal:
    """Satisfies the domain's Proposer."""
    guess = streams.propose(text)
    return Proposal(Stream(guess.stream), guess.reason, guess.sure)


def follows(text: str) -> bool:
    """Whether short words ask after something said before: "still leaking", "when does he come"."""
    said = text.lower()
    return len(said) <= LONGEST and any(word in said for word in listed("follow-words"))


def named(text: str) -> Mention:
    """The place that the words name, for the rules to find."""
    found = spoken_places.mentioned(text)
    return Mention(found.names, found.spot, text)
