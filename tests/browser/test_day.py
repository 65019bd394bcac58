"""A day in the demo, clicked in a real browser against the real bot; the day goes on from test to test."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

ROOT = Path(__file__).parents[2]
PATIENCE = 20_000
"""Milliseconds that the bot may take for an answer on a busy machine."""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running demo, as `make run` starts it."""
    folder = tmp_path_factory.mktemp("demo")
    known = {"LINLI_DATA": str(folder), "LINLI_PORT": "0", "PYTHONPATH": str(ROOT), "BOT_TOKEN": ""}
    words = [sys.executable, "-m", "bot", "demo"]
    with subprocess.Popen(
        words, cwd=folder, env=os.environ | known, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        address = running.stdout.readline().split()[0]
        assert "the bot answers" in running.stdout.readline()
        assert "the first scene stands" in running.stdout.readline()
        yield address
        running.terminate()
        assert running.wait(20) == 0


class Seat:
    """One of the two persons side by side."""

    def __init__(self, page: Page, side: str) -> None:
        self.frame: FrameLocator = page.frame_locator(f"#{side}")

    def sits(self, name: str) -> None:
        """Become somebody."""
        self.frame.locator("#seat-who").select_option(label=name)
        expect(self.frame.locator("#seat-who option:checked")).to_have_text(name)

    def opens(self, chat: str) -> None:
        tab = self.frame.locator("#seat-chats").get_by_role("button", name=re.compile(chat))
        tab.click()
        expect(tab).to_have_attribute("aria-pressed", "true")

    def says(self, text: str | None = None) -> None:
        """Send those words, or what is ready in the box."""
        if text is not None:
            self.frame.locator("#compose-text").fill(text)
        self.frame.locator("#send").click()
        expect(self.frame.locator("#compose-text")).to_have_value("")

    def reads(self, text: str) -> Locator:
        """The newest message with these words, once it is there."""
        found = self.frame.locator("#thread article", has_text=text).last
        expect(found).to_be_visible(timeout=PATIENCE)
        return found

    def taps(self, label: str, text: str, *, exact: bool = False) -> None:
        """Tap a button below the newest message with these words; `exact` where another begins like it."""
        self.reads(text).get_by_role("button", name=label, exact=exact).click()


@pytest.fixture
def beside(page: Page, demo: str) -> tuple[Page, Seat, Seat]:
    """The page as a visitor finds it: two persons side by side."""
    page.set_default_timeout(PATIENCE)
    page.goto(demo)
    for side in ("left", "right"):
        expect(page.frame_locator(f"#{side}").locator("body[data-ready]")).to_be_attached(timeout=PATIENCE)
    return page, Seat(page, "left"), Seat(page, "right")


def number_of(card: Locator) -> str:
    found = re.search(r"#\d+", card.inner_text())
    assert found is not None
    return found[0]


def test_on_a_phone_in_large_letters_without_a_slash(page: Page, demo: str) -> None:
    """Report, question, sign-up and vote by plain words and taps; nothing runs out of the screen."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(demo)
    page.wait_for_selector("body[data-ready]")
    page.get_by_role("button", name="大字").click()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "20.96px"
    _opens(page, "孙爷爷", "小邻")
    page.locator("#compose-text").fill("楼道灯不亮，看不见台阶")
    page.locator("#send").click()
    answer = page.locator("#thread .theirs", has_text="收到了").last
    expect(answer).to_be_visible(timeout=PATIENCE)
    page.locator("#compose-text").fill("老年卡怎么办？")
    page.locator("#send").click()
    expect(page.locator("#thread .theirs", has_text="来源：").last).to_be_visible(timeout=PATIENCE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="返回").click()
    _opens(page, "孙爷爷", "3号楼群")
    card = page.locator("#thread .theirs", has_text="清3号楼楼道").last
    card.get_by_role("button", name="我报名").click()
    expect(card).to_contain_text("孙爷爷", timeout=PATIENCE)
    page.locator("#thread .theirs", has_text="晒被子").last.get_by_role("button", name="下午").click()
    expect(page.locator("#toast.shown")).to_contain_text("记下了：下午")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_report_with_a_photo_is_taken_finished_and_confirmed(beside: tuple[Page, Seat, Seat]) -> None:
    page, left, right = beside
    page.get_by_role("button", name=re.compile("拍照反映")).click()
    expect(left.frame.locator("#attached img")).to_be_visible()
    left.says()
    expect(left.frame.locator(".mine .photo img").last).to_be_visible()
    number = number_of(right.reads("一楼水管渗水，地上滑得很"))
    left.reads(f"{number} 收到了")
    right.taps("我来接", "一楼水管渗水，地上滑得很")
    left.reads(f"{number} 阳光物业王师傅接了")
    right.opens("小邻")
    right.says(f"{number} 办完了 换了一段管子")
    left.taps("解决了", "您看解决了吗？", exact=True)
    right.reads(f"{number} 孙爷爷说解决了。辛苦了！")


def test_a_reminder_comes_when_the_clock_goes_to_what_is_due_next(beside: tuple[Page, Seat, Seat]) -> None:
    page, left, right = beside
    left.opens("小邻")
    left.says("3号楼2单元的门锁坏了，关不上")
    number = number_of(left.reads("给您回话"))
    right.taps("我来接", "门锁坏了，关不上")
    left.reads(f"{number} 阳光物业王师傅接了")
    right.opens("小邻")
    reminder = right.frame.locator("#thread article", has_text=f"{number} 快到时间了")
    before = page.locator("#clock-now").get_attribute("datetime")
    _until(page, reminder)
    expect(reminder).to_have_count(1)
    assert page.locator("#clock-now").get_attribute("datetime") > before


def test_neighbours_sign_up_and_a_free_place_is_offered(beside: tuple[Page, Seat, Seat]) -> None:
    page, left, right = beside
    page.get_by_role("button", name=re.compile("招人帮忙")).click()
    left.says()
    left.taps("发到3号楼的群", "给花坛浇水")
    right.taps("我报名", "给花坛浇水")
    right.reads("1/1人")
    left.sits("李阿姨")
    left.opens("3号楼群")
    left.taps("我报名", "给花坛浇水")
    left.reads("候补1人")
    right.taps("退出", "给花坛浇水")
    left.opens("小邻")
    left.taps("我来", "给花坛浇水")
    left.opens("3号楼群")
    expect(left.reads("给花坛浇水")).to_contain_text("李阿姨")


def test_a_captain_asks_neighbours_vote_and_the_clock_brings_the_result(
    beside: tuple[Page, Seat, Seat],
) -> None:
    page, left, right = beside
    page.get_by_role("button", name=re.compile("发起投票")).click()
    left.says()
    left.taps("发到群里（3号楼）", "楼下种什么？")
    right.taps("桂花", "楼下种什么？")
    expect(right.frame.locator("#toast.shown")).to_contain_text("记下了：桂花")
    expect(right.reads("楼下种什么？")).to_contain_text("已投1人")
    result = right.frame.locator("#thread article", has_text="投票结果").filter(has_text="楼下种什么？")
    _until(page, result)
    expect(result.locator(".photo img")).to_be_visible(timeout=PATIENCE)
    expect(result).to_contain_text("桂花")


def test_a_question_is_answered_with_its_source_and_date(beside: tuple[Page, Seat, Seat]) -> None:
    page, left, _ = beside
    page.get_by_role("button", name=re.compile("问一问")).first.click()
    left.says()
    expect(left.reads("Residence")).to_contain_text(re.compile("Source: .*, checked 20"))


def _until(page: Page, awaited: Locator) -> None:
    """Go from due moment to due moment until that is there."""
    for _ in range(25):
        page.get_by_role("button", name="到下一件事").click()
        expect(page.locator(".clock[aria-busy]")).to_have_count(0, timeout=PATIENCE)
        page.wait_for_timeout(400)
        if awaited.count():
            return
    raise AssertionError("it never came")


def _opens(page: Page, name: str, chat: str) -> None:
    """Be somebody and open one of their chats, from the lists."""
    page.locator("#personas").get_by_role("button", name=re.compile(name)).click()
    expect(page.locator("#chats-title")).to_contain_text(name)
    page.locator("#chats").get_by_role("button", name=re.compile(f"^{chat}")).click()
