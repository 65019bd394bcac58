"""How destinations and text variables are written down in an outbox row."""

import json
import re
from datetime import datetime
from typing import Any

from domain.kernel.words import Destination, Params, Ref, RefKind, ToChat, ToPerson, ToWorkers, Value

PERSON = re.compile(r"person:(\d+)(?:@(-?\d+))?")
CHAT = re.compile(r"chat:(-?\d+)(?:/(\d+))?(?:>(\d+))?")
WORKERS = re.compile(r"workers:(\d+)(?:/(\d+))?")


def encode(destination: Destination) -> str:
    """`person:ID[@NEAR]`, `chat:ID[/THREAD][>REPLY]` or `workers:COMPOUND[/CASE]`."""
    match destination:
        case ToPerson(person_id, near):
            return f"person:{person_id}" + (f"@{near}" if near is not None else "")
        case ToChat(chat_id, thread_id, reply_to):
            thread = f"/{thread_id}" if thread_id is not None else ""
            return f"chat:{chat_id}{thread}" + (f">{reply_to}" if reply_to is not None else "")
        case ToWorkers(compound_id, apart):
            return f"workers:{compound_id}" + (f"/{apart}" if apart is not None else "")


def decode(text: str) -> Destination:
    """The destination written as `text`; raises ValueError where it is none."""
    if found := PERSON.fullmatch(text):
        return ToPerson(int(found[1]), _number(found[2]))
    if found := CHAT.fullmatch(text):
        return ToChat(int(found[1]), _number(found[2]), _number(found[3]))
    if found := WORKERS.fullmatch(text):
        return ToWorkers(int(found[1]), _number(found[2]))
    raise ValueError(f"no destination: {text!r}")


def encode_params(params: Params) -> str:
    """JSON, instants and references tagged."""
    return json.dumps({name: _tagged(value) for name, value in params.items()}, ensure_ascii=False)


def decode_params(text: str) -> dict[str, Value]:
    """The variables written by `encode_params`."""
    return {name: _untagged(value) for name, value in json.loads(text).items()}


def _tagged(value: Value) -> Any:
    match value:
        case datetime():
            return {"@t": value.isoformat()}
        case Ref(kind, ident):
            return {"@r": [kind.value, ident]}
        case _:
            return value


def _untagged(value: Any) -> Value:
    match value:
        case {"@t": str(moment)}:
            return datetime.fromisoformat(moment)
        case {"@r": [kind, ident]}:
            return Ref(RefKind(kind), int(ident))
        case str() | int() | None:
            return value
        case _:
            raise ValueError(f"no text variable: {value!r}")


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)
