"""What is waited for outlives its end a while: words that came in time may be read late."""

from datetime import timedelta
from functools import partial

from storage import dialogues
from storage.dialogues import SqlDialogues
from tests.compound import Compound

WAIT = timedelta(seconds=10)


async def test_words_that_came_in_time_find_their_dialogue_after_its_end(seeded: Compound) -> None:
    actor, asked = seeded.actor("zhang"), seeded.clock.now()
    in_time = asked + timedelta(seconds=9)

    async def swept(after: timedelta) -> int:
        return await seeded.store.write(partial(dialogues.sweep, now=asked + after))

    async def found(said_at: object) -> bool:
        look = partial(dialogues.load, chat_id=actor.chat_id, user_id=actor.user_id, now=said_at)
        return await seeded.store.read(look) is not None

    await seeded.store.write(
        lambda c: SqlDialogues(seeded.deps.scope(c)).open(actor, "case.continuing", {"case": 1}, asked + WAIT)
    )
    assert await swept(timedelta(minutes=30)) == 0
    assert await found(in_time)
    assert not await found(asked + WAIT)
    assert await swept(timedelta(hours=2)) == 1
    assert not await found(in_time)
