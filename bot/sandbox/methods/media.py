"""Methods that send files, one by one or as an album, and that hand them out again."""

from typing import Any

from bot.sandbox import sizes
from bot.sandbox.arguments import Arguments
from bot.sandbox.engine import Engine
from bot.sandbox.files import File, Upload, content, picture_size
from bot.sandbox.methods.destination import deliver, destination
from bot.sandbox.refusals import refuse
from bot.sandbox.texts import caption_of

Json = dict[str, Any]

_EXTRAS = ("duration", "width", "height")
_IN_ALBUM = ("photo", "document", "video")


def _sender(kind: str) -> Any:
    def send(engine: Engine, args: Arguments) -> Json:
        to = destination(engine, args)
        extra = {name: args.integer(name) for name in _EXTRAS}
        file = _file(engine, args, kind, args.text(kind) or kind)
        caption = caption_of(engine, args)
        return deliver(engine, to, content(kind, file, extra) | caption).snapshot()

    return send


def send_media_group(engine: Engine, args: Arguments) -> list[Json]:
    items = args.objects("media") or []
    low, high = sizes.ALBUM
    if not low <= len(items) <= high:
        refuse("album_size")
    to = destination(engine, args, len(items))
    contents = [_album_item(engine, args, item) for item in items]
    group = {"media_group_id": str(13_000_000_000_000_000 + engine.world.number("album"))}
    return [deliver(engine, to, group | each).snapshot() for each in contents]


def _album_item(engine: Engine, args: Arguments, item: Any) -> Json:
    if not isinstance(item, dict) or item.get("type") not in _IN_ALBUM:
        refuse("object_expected", name="media")
    file = _file(engine, args, item["type"], str(item.get("media", "")))
    return content(item["type"], file, item) | caption_of(engine, item)


def _file(engine: Engine, args: Arguments, kind: str, reference: str) -> File:
    """A new upload, or a file that the platform knows already."""
    upload = args.upload(reference)
    if upload is not None:
        _check_upload(kind, upload)
        return engine.world.files.add(kind, upload)
    if reference.startswith(("http://", "https://")):
        refuse("url_not_fetched")  # the sandbox never leaves this machine
    file = engine.world.files.by_id(reference)
    if file is None or file.kind != kind:
        refuse("file_unknown")
    return file


def _check_upload(kind: str, upload: Upload) -> None:
    size = len(upload.content)
    if size == 0:
        refuse("file_empty")
    if size > (sizes.PHOTO_BYTES if kind == "photo" else sizes.UPLOAD_BYTES):
        refuse("upload_too_big")
    if kind == "photo" and picture_size(upload.content) is None:
        refuse("image_unreadable")


def get_file(engine: Engine, args: Arguments) -> Json:
    file_id = args.need_text("file_id")
    file = engine.world.files.by_id(file_id)
    if file is None:
        refuse("file_unknown")
    if len(file.content) > sizes.DOWNLOAD_BYTES:
        refuse("file_too_big")
    return {**file.card(), "file_id": file_id, "file_path": file.path}


METHODS = {
    "sendPhoto": _sender("photo"), "sendDocument": _sender("document"), "sendVideo": _sender("video"),
    "sendVoice": _sender("voice"), "sendMediaGroup": send_media_group, "getFile": get_file,
}  # fmt: skip
