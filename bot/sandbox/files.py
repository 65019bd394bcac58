"""The file store: bytes by file id and by path, with the sizes that a picture's header tells."""

import struct
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

_FOLDERS = {"photo": "photos", "document": "documents", "video": "videos", "voice": "voice"}
_ENDINGS = {"photo": "jpg", "video": "mp4", "voice": "oga"}
_MIME = {
    "photo": "image/jpeg",
    "video": "video/mp4",
    "voice": "audio/ogg",
    "document": "application/octet-stream",
}
_THUMBNAIL = 320


@dataclass(frozen=True, slots=True)
class Upload:
    """What came in, from a bot's multipart part or a person's base64."""

    content: bytes
    name: str | None = None
    mime: str | None = None


@dataclass(frozen=True, slots=True)
class File:
    file_id: str
    unique_id: str
    kind: str
    path: str
    content: bytes
    name: str | None
    mime: str
    width: int = 0
    height: int = 0

    def card(self) -> Json:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


class Files:
    def __init__(self) -> None:
        self._by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}

    def add(self, kind: str, upload: Upload) -> File:
        number = len(self._by_path)
        ending = (
            upload.name.rpartition(".")[2]
            if upload.name and "." in upload.name
            else _ENDINGS.get(kind, "bin")
        )
        width, height = picture_size(upload.content) or (0, 0)
        file = File(
            file_id=f"SB{kind[0].upper()}{number:08d}AAQ",
            unique_id=f"AQU{number:08d}",
            kind=kind,
            path=f"{_FOLDERS[kind]}/file_{number}.{ending}",
            content=upload.content,
            name=upload.name,
            mime=upload.mime or _MIME[kind],
            width=width,
            height=height,
        )
        self._by_id[file.file_id] = self._by_path[file.path] = file
        return file

    def by_id(self, file_id: str) -> File | None:
        return self._by_id.get(file_id.removesuffix("-s"))

    def by_path(self, path: str) -> File | None:
        return self._by_path.get(path)


def content(kind: str, file: File, extra: Json) -> Json:
    """The field of a Message that shows this file."""
    if kind == "photo":
        return {"photo": _photo_sizes(file)}
    card = file.card()
    if kind in ("document", "video") and file.name:
        card["file_name"] = file.name
    if kind != "photo":
        card["mime_type"] = file.mime
    if kind in ("video", "voice"):
        card["duration"] = int(extra.get("duration") or 1)
    if kind == "video":
        card.update(width=int(extra.get("width") or 640), height=int(extra.get("height") or 360))
    return {kind: card}


def _photo_sizes(file: File) -> list[Json]:
    """Telegram offers several sizes, the largest last; the small one shares the bytes here."""
    full = {**file.card(), "width": file.width, "height": file.height}
    longest = max(file.width, file.height)
    if longest <= _THUMBNAIL:
        return [full]
    small = {**full, "file_id": f"{file.file_id}-s", "file_unique_id": f"{file.unique_id}s"}
    small["width"] = max(1, file.width * _THUMBNAIL // longest)
    small["height"] = max(1, file.height * _THUMBNAIL // longest)
    return [small, full]


def file_ids(body: Json) -> list[str]:
    """The file ids that a message carries."""
    ids = [body["photo"][-1]["file_id"]] if body.get("photo") else []
    return ids + [body[kind]["file_id"] for kind in ("document", "video", "voice") if kind in body]


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height out of a PNG, GIF, WebP or JPEG header; None when it is no picture."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return 512, 512
    return _jpeg_size(data) if data.startswith(b"\xff\xd8") else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None
