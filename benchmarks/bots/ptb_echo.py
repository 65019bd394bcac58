"""python-telegram-bot's bare echo: default polling, one handler, one answer."""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Says the same back."""
    assert update.message is not None
    await update.message.reply_text(update.message.text or "")


def main(base: str) -> None:
    """Polls until killed."""
    application = (
        Application.builder()
        .token("42:SANDBOX")
        .base_url(f"{base}/bot")
        .base_file_url(f"{base}/file/bot")
        .job_queue(None)
    ).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(stop_signals=None)


if __name__ == "__main__":
    main(sys.argv[1])
