"""How big things may be on the platform; lengths are UTF-16 units unless the name says bytes."""

TEXT = 4096
CAPTION = 1024
ENTITIES = 100
CALLBACK_DATA_BYTES = 64
CALLBACK_ANSWER = 200
BUTTONS = 100
BUTTONS_PER_ROW = 8
KEYBOARD_BYTES = 10_000  # recalled: beyond it "reply markup is too long"
COPY_TEXT = 256
ALBUM = (2, 10)
BULK = (1, 100)
UPDATES = (1, 100)
POLL_SECONDS = 50  # read in the official server's source
DOWNLOAD_BYTES = 20 * 1024 * 1024  # 20 MiB in the official server's source; python-telegram-bot says 20 MB
UPLOAD_BYTES = 50_000_000
PHOTO_BYTES = 10_000_000
WEBHOOK_CONNECTIONS = (1, 100)
WEBHOOK_SECRET = 256
TOPIC_NAME = (1, 128)
COMMANDS = 100
COMMAND = 32
COMMAND_DESCRIPTION = 256
INLINE_RESULTS = 50
HORIZONTAL_ACCURACY = 1500

CALLBACK_SECONDS = 150  # a press that is neither fetched nor answered by then is gone
EPHEMERAL_TRIGGER_SECONDS = 15
UPDATE_SECONDS = 24 * 3600
DELETE_SECONDS = 48 * 3600


def utf16(text: str) -> int:
    """How long Telegram finds a text."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)
