"""Text and caption of a call, parsed, trimmed and measured as the platform does it."""

from typing import Any

from bot.sandbox import sizes
from bot.sandbox.arguments import Arguments
from bot.sandbox.engine import Engine
from bot.sandbox.entities import detect, trim
from bot.sandbox.markup import parse_html
from bot.sandbox.refusals import refuse

Json = dict[str, Any]


def text_of(engine: Engine, args: Arguments) -> Json:
    text, entities = _formatted(
        engine, args.text("text") or "", args.text("parse_mode"), args.objects("entities")
    )
    if not text:
        refuse("text_empty")
    if sizes.utf16(text) > sizes.TEXT:
        refuse("text_too_long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption_of(engine: Engine, source: Json | Arguments) -> Json:
    """From a call, or from one item of an album; empty when there is no caption."""
    if isinstance(source, Arguments):
        caption, mode = source.text("caption"), source.text("parse_mode")
        given = source.objects("caption_entities")
    else:
        caption, mode = source.get("caption"), source.get("parse_mode")
        given = source.get("caption_entities")
    text, entities = _formatted(engine, caption or "", mode, given)
    if sizes.utf16(text) > sizes.CAPTION:
        refuse("caption_too_long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def _formatted(
    engine: Engine, text: str, mode: str | None, given: list[Any] | None
) -> tuple[str, list[Json]]:
    entities = [_entity(mark) for mark in given or ()]
    if mode and not given:
        if mode.lower() in ("markdown", "markdownv2"):
            refuse("sandbox_not_built", what=f"parse_mode {mode}")
        if mode.lower() != "html":
            refuse("parse_mode_unsupported")
        text, entities = parse_html(text)
    text, entities = trim(text, _known_people(engine, entities))
    return text, detect(text, entities)


def _entity(given: Any) -> Json:
    if not isinstance(given, dict) or not {"type", "offset", "length"} <= given.keys():
        refuse("object_expected", name="MessageEntity")
    return {key: value for key, value in given.items() if value is not None}


def _known_people(engine: Engine, entities: list[Json]) -> list[Json]:
    """A mention by id works only for people that the bot has met; of a stranger's only the words remain."""
    kept = []
    for entity in entities:
        if entity["type"] == "text_mention":
            user = engine.world.users.get(int(entity.get("user", {}).get("id", 0)))
            if user is None:
                continue
            entity = {**entity, "user": user}
        kept.append(entity)
    return kept
