"""The chat page, driven in a real browser against a real sandbox: what a person sees and does there."""

import base64
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Place

DOT = (  # a PNG of one pixel
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)

pytestmark = pytest.mark.browser


def _open(page: Page, place: Place, user: int, chat: int) -> None:
    page.goto(f"{place.address}/#{user}/{chat}")
    page.wait_for_selector("body[data-ready]")


def test_the_page_loads_healthy_and_from_this_machine_only(page: Page, place: Place) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    wrong: list[str] = []
    page.on("response", lambda response: wrong.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)
    _open(page, place, place.wang, place.group)
    expect(page.get_by_role("heading", name="幸福里")).to_be_visible()
    expect(page.locator("#personas li")).to_have_count(3)
    expect(page.locator("#trouble")).to_be_hidden()
    assert wrong == []
    assert [url for url in asked if not url.startswith((place.address, "data:"))] == []


def test_a_message_sent_as_a_person_gets_the_bots_answer(page: Page, place: Place) -> None:
    _open(page, place, place.wang, place.wang)
    page.get_by_role("button", name="开始").click()
    page.get_by_role("textbox", name="写消息").fill("/hello")
    page.keyboard.press("Enter")
    expect(page.locator(".mine").last).to_contain_text("/hello")
    answer = page.locator(".theirs").last
    expect(answer).to_contain_text("您好，邻居")
    expect(answer.locator("strong")).to_have_text("您好")
    expect(page.get_by_role("textbox", name="写消息")).to_have_value("")


def test_a_press_shows_its_toast_and_the_edited_card(page: Page, place: Place) -> None:
    keyboard = {"inline_keyboard": [[{"text": "我来处理", "callback_data": "take"}]]}
    place.send(place.group, "#17 电梯停了", reply_markup=keyboard)
    _open(page, place, place.li, place.group)
    page.get_by_role("button", name="我来处理").click()
    expect(page.locator("#toast.shown")).to_have_text("您接了 #17")
    expect(page.locator("#thread")).to_contain_text("#17 李工 接了")
    expect(page.locator("#thread")).not_to_contain_text("电梯停了")
    expect(page.get_by_role("button", name="我来处理")).to_have_count(0)


def test_an_ephemeral_message_is_seen_by_its_receiver_alone(page: Page, place: Place) -> None:
    secret = {"receiver_user_id": place.wang}
    place.send(place.group, "只说给王秀英", ephemeral_message_parameters=secret)
    _open(page, place, place.wang, place.group)
    mine = page.locator(".ephemeral", has_text="只说给王秀英")
    expect(mine).to_contain_text("只有您看得到")
    page.get_by_role("button", name="李工").click()
    expect(page.locator("#writes-as")).to_contain_text("李工")
    expect(page.locator("#thread article").first).to_be_visible()
    expect(page.get_by_text("只说给王秀英")).to_have_count(0)


def test_markup_in_names_and_texts_stays_text(page: Page, place: Place) -> None:
    hostile = '<img src=x onerror="document.title=`broken`"><script>document.title="broken"</script>'
    place.say(place.group, place.emma, hostile)
    place.send(
        place.group, hostile, reply_markup={"inline_keyboard": [[{"text": hostile, "callback_data": "x"}]]}
    )
    _open(page, place, place.wang, place.group)
    expect(page.locator(".words", has_text="onerror")).to_have_count(2)
    expect(page.locator(".heading b", has_text="Emma <b>Smith</b>").first).to_be_visible()
    expect(page.locator("#thread .key", has_text="onerror")).to_be_visible()
    assert page.locator("#thread img, #thread script, #personas b b").count() == 0
    assert page.title() == "沙盒聊天"


def test_a_javascript_link_leads_nowhere(page: Page, place: Place) -> None:
    text = {"chat_id": place.group, "text": "点这里", "entities": [
        {"type": "text_link", "offset": 0, "length": 3, "url": "javascript:document.title='broken'"},
    ]}  # fmt: skip
    place.bot.post("sendMessage", json=text)
    _open(page, place, place.wang, place.group)
    expect(page.locator("#thread")).to_contain_text("点这里")
    assert page.locator("#thread a[href^='javascript']").count() == 0


def test_a_new_message_elsewhere_leaves_a_dot(page: Page, place: Place) -> None:
    _open(page, place, place.wang, place.wang)
    expect(page.locator("#chats .dot")).to_have_count(0)
    place.send(place.group, "群里有事")
    expect(page.locator("#chats .dot")).to_have_count(1)
    page.locator("#chats").get_by_role("button", name=re.compile("幸福里")).click()
    expect(page.locator("#chats .dot")).to_have_count(0)


def test_what_the_server_refuses_is_said_in_a_line(page: Page, place: Place) -> None:
    _open(page, place, place.emma, place.group)
    page.get_by_role("textbox", name="写消息").fill("还在吗")
    place.people.delete(f"/chats/{place.group}/members/{place.emma}").raise_for_status()
    page.keyboard.press("Enter")
    expect(page.locator("#trouble")).to_contain_text("没办成")
    place.people.post(f"/chats/{place.group}/members", json={"user_id": place.emma}).raise_for_status()


def test_a_phone_shows_the_list_then_the_chat_and_the_way_back(page: Page, place: Place) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{place.address}/#{place.wang}")
    page.wait_for_selector("body[data-ready]")
    expect(page.locator("#thread")).to_be_hidden()
    page.locator("#chats").get_by_role("button", name=re.compile("幸福里")).click()
    expect(page.get_by_role("textbox", name="写消息")).to_be_visible()
    expect(page.locator("#personas")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="返回").click()
    expect(page.locator("#personas")).to_be_visible()
    expect(page.locator("#thread")).to_be_hidden()


def test_pictures_chosen_together_are_sent_as_one_album(page: Page, place: Place, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("one.png", "two.png")]
    for file in files:
        file.write_bytes(base64.b64decode(DOT))
    _open(page, place, place.wang, place.group)
    page.locator("#files").set_input_files(files)
    page.get_by_role("textbox", name="写消息").fill("两张照片")
    page.get_by_role("button", name="发送").click()
    album = page.locator(".mine", has_text="两张照片")
    expect(album.locator(".album img")).to_have_count(2)
    expect(page.locator("#attached")).to_be_hidden()
    for image in album.locator("img").all():
        expect(image).to_have_js_property("naturalWidth", 1)


def test_a_world_begun_anew_replaces_the_old_one(page: Page, place: Place) -> None:
    """Last in this file: it empties the world."""
    _open(page, place, place.wang, place.group)
    expect(page.locator("#personas li")).to_have_count(3)
    place.people.post("/reset").raise_for_status()
    expect(page.locator("#personas")).to_contain_text("还没有人")
    expect(page.locator("#thread")).to_be_hidden()
