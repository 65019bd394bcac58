"""Erasing a person, for the steward's command and for their own button alike."""

from sqlalchemy import Connection, bindparam, delete, select, update

from storage import guide
from storage.forgetting import forget_traces
from storage.tables import dialogues, grants, media, persons, places, residencies
from storage.vault import Vault

_FILES = select(media.c.stored).where(media.c.person_id == bindparam("person"), media.c.stored.is_not(None))
_FORGET_FILES = (
    update(media).where(media.c.person_id == bindparam("person")).values(state="refused", stored=None)
)
_TELEGRAM = select(persons.c.telegram_id).where(persons.c.id == bindparam("person"))
_DIALOGUES = delete(dialogues).where(dialogues.c.user_id == bindparam("user"))
_GRANTS = delete(grants).where(grants.c.person_id == bindparam("person"))
_HOMES = delete(residencies).where(residencies.c.person_id == bindparam("person"))
_OFF_DUTY = update(places).where(places.c.duty_person_id == bindparam("person")).values(duty_person_id=None)


def erase_person(connection: Connection, vault: Vault, person_id: int) -> list[str]:
    """Destroy the person's key and take away what names them: platform id and what leads to it, name, roles,
    households, drafts; cards that said their name are dirty. Answers the names of their stored files, for
    whoever deletes those after the commit.
    """
    who = {"person": person_id}
    files = [name for (name,) in connection.execute(_FILES, who).all()]
    user_id = connection.execute(_TELEGRAM, who).scalar()
    if user_id is not None:
        connection.execute(_DIALOGUES, {"user": user_id})
    files += forget_traces(connection, person_id, user_id)
    for statement in (_FORGET_FILES, _GRANTS, _HOMES, _OFF_DUTY):
        connection.execute(statement, who)
    vault.erase(connection, person_id)
    guide.forget(connection, person_id)
    return files
