"""The whole dispatcher against the sandbox's strict limits, on clocks that run twenty times as fast."""

from bot.clock import MovableClock
from bot.delivery.delivery import Ceilings, Waits
from bot.sandbox import Limits
from domain.kernel.words import Priority, ToChat, ToPerson
from tests.compound import DATA, Compound
from tests.delivery.office import office

RATE = 20.0


async def test_a_backlog_leaves_within_the_limits_and_answers_come_first(sqlite_seeded: Compound) -> None:
    clock = MovableClock(start=sqlite_seeded.clock.now(), rate=RATE)
    fast = Waits(request=20.0)
    async with office(
        sqlite_seeded, Limits(), rate=RATE, clock=clock, ceilings=Ceilings(), waits=fast
    ) as post:
        people = [post.compound.person_ids[who] for who in DATA["people"]]
        for number in range(24):
            await post.say(f"g{number}", priority=Priority.BROADCAST)
        for number in range(48):
            await post.say(f"p{number}", ToPerson(people[number % len(people)]), priority=Priority.BROADCAST)
        await post.say("answer", ToChat(post.compound.residents))
        await post.deliver()
        violations = (await post.people.get("/violations")).json()
        assert not (violations["violations"] if isinstance(violations, dict) else violations)
        texts = await post.texts()
        assert len(texts) == 25
        assert "answer" in texts[0]
        assert [row.attempts for row in await post.rows()] == [1] * 73
