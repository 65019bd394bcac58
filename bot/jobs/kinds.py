"""Which maker does which kind of job."""

from collections.abc import Mapping

from bot.jobs.code_sheet import CodeSheets
from bot.jobs.erasing import Erasing
from bot.jobs.growing import Growing
from bot.jobs.ledger import Ledger
from bot.jobs.matters import ReadMatters, WriteMatters
from bot.jobs.number_picture import NumberPicture
from bot.jobs.number_sheet import NumberSheets
from bot.jobs.poll_picture import PollPicture
from bot.jobs.poster import Posters
from bot.jobs.qr import Qr
from bot.jobs.recompute import Recompute
from bot.jobs.rooms import Rooms
from bot.jobs.runner import Maker, Shop
from domain.cases.ledger import LEDGER
from domain.cases.posters import POSTER
from domain.cases.worktimes import RECOMPUTE
from domain.matters.service import READ, WRITE
from domain.numbers import service as numbers
from domain.numbers.weekly import WEEKLY
from domain.places.codes import QR, SHEET
from domain.places.growing import GROW
from domain.places.importing import ROOMS
from domain.places.me import ERASE_FILES
from domain.polls.timing import PICTURE


def makers(shop: Shop) -> Mapping[str, Maker]:
    """One maker per kind."""
    return {
        LEDGER: Ledger(shop),
        PICTURE: PollPicture(shop),
        numbers.PICTURE: NumberPicture(shop),
        WEEKLY: NumberPicture(shop),
        numbers.SHEET: NumberSheets(shop),
        QR: Qr(shop),
        POSTER: Posters(shop),
        RECOMPUTE: Recompute(shop),
        SHEET: CodeSheets(shop),
        ERASE_FILES: Erasing(shop),
        ROOMS: Rooms(shop),
        READ: ReadMatters(shop),
        WRITE: WriteMatters(shop),
        GROW: Growing(shop),
    }
