"""From one word in a new group to a working report: a compound sets itself up, by taps and words."""

import base64
import io
from typing import Any

from openpyxl import Workbook
from sqlalchemy import func, select

from storage.quick import plain
from storage.tables import chats, place_drafts, places
from tests.conversations.hearing import labels, last, reads_all
from tests.runtime.rehearsal import Rehearsal

Json = dict[str, Any]


async def newcomers(talk: Rehearsal, *, bot_admin: bool = False, kind: str = "supergroup") -> int:
    """A group without a compound: 林女士 administers it, 周师傅 and 孙阿姨 are in it."""
    for key, name in (("lin", "林女士"), ("zhou", "周师傅"), ("sun", "孙阿姨")):
        person = await talk.platform.post("/users", {"first_name": name, "language_code": "zh-hans"})
        talk.people[key] = person["id"]
    bot = talk.bot.deps.bot_id
    body = {
        "type": kind,
        "title": "幸福里业主群",
        "members": [talk.people["zhou"], talk.people["sun"], bot],
        "admins": [talk.people["lin"], *([bot] if bot_admin else [])],
    }
    talk.groups["happy"] = (await talk.platform.post("/chats", body))["id"]
    await talk.quiet()
    return talk.groups["happy"]


async def begun(talk: Rehearsal) -> None:
    """The administrator has set the group going and opened the private chat."""
    await newcomers(talk)
    await talk.say("lin", "/start")
    await talk.say("lin", "/setup", "happy")


async def link_for(talk: Rehearsal, who: str) -> str:
    """The payload of the newest invitation."""
    return (await last(talk, who)).partition("?start=")[2].split()[0]


async def row_of(talk: Rehearsal, statement: Any) -> Any:
    return await talk.bot.store.read(lambda connection: connection.execute(statement).first())


async def test_from_one_word_in_a_new_group_to_a_working_report(running: Rehearsal) -> None:
    talk = running
    await newcomers(talk)
    assert "这个群还没告诉我是哪个小区的" in await last(talk, "happy")
    await talk.tap("lin", "设置小区", "happy")
    await talk.say("lin", f"/start {await way_on(talk)}")
    (first,) = [said for said in await talk.spoken("lin") if "第1步，共5步" in said]
    assert "现在叫“幸福里”" in first
    await talk.say("lin", "幸福里小区")
    assert "第2步" in await last(talk, "lin")
    await talk.tap("lin", "栋、单元、室")
    await talk.say("lin", "3栋：1、2单元，18层，每层2户\n5栋：6层，每层4户，除4层")
    assert await last(talk, "lin") == "3栋：72户\n5栋：20户\n一共2栋、92户。\n是这样吗？"
    assert (await talk.tap("lin", "就这样"))["text"] == "加上了92户。"
    assert "第4步" in await last(talk, "lin")
    await talk.tap("lin", "居委会+业委会+物业")
    await talk.say("lin", "物业 阳光物业 021-55550110")
    assert "· 阳光物业，021-55550110" in await last(talk, "lin")
    await talk.tap("lin", "下一步")
    await talk.tap("lin", "请工作人员")
    await talk.say("zhou", f"/start {await link_for(talk, 'lin')}")
    assert (await last(talk, "zhou")).startswith("您现在是幸福里小区的工作人员了")
    assert await last(talk, "lin") == "周师傅现在是幸福里小区的工作人员了。"
    await talk.say("lin", "3号楼楼栋长")
    await talk.say("sun", f"/start {await link_for(talk, 'lin')}")
    assert (await last(talk, "sun")).startswith("您现在是幸福里小区3栋的楼栋长了")
    await talk.tap("lin", "好了")
    assert "房号：2栋，92户" in await last(talk, "lin")
    assert "都齐了" in await last(talk, "lin")
    await talk.say("sun", "/report 3栋电梯又停了", "happy")
    assert "阳光物业周师傅来看" in await last(talk, "sun")
    assert "电梯又停了" in await last(talk, "zhou")


async def way_on(talk: Rehearsal) -> str:
    """Where the button below the newest message in the group leads, seen by its administrator alone."""
    rows = [
        row
        for message in await talk.messages("happy")
        for row in (message.get("reply_markup") or {}).get("inline_keyboard") or ()
    ]
    links = [str(button["url"]) for row in rows for button in row if "url" in button]
    return links[-1].partition("?start=")[2]


async def compound(talk: Rehearsal) -> int:
    bound = select(chats.c.place_id).where(chats.c.chat_id == talk.groups["happy"])
    return int((await row_of(talk, bound))[0])


async def test_an_administrator_who_can_be_whispered_to_gets_a_link_to_the_steps(talk: Rehearsal) -> None:
    await newcomers(talk, bot_admin=True)
    await talk.say("lin", "小邻 设置小区", "happy")
    assert await way_on(talk) == f"s-g{await compound(talk)}"
    await talk.say("lin", f"/start {await way_on(talk)}")
    assert "第1步，共5步" in await last(talk, "lin")
    await talk.say("lin", "幸福里南区")
    assert "第2步，共5步" in await last(talk, "lin")


async def test_every_step_can_be_skipped_and_the_report_still_arrives(talk: Rehearsal) -> None:
    await begun(talk)
    for label in ("就叫这个", "以后再说", "以后再说", "以后再说", "好了"):
        await talk.tap("lin", label)
    assert "还可以补上：房号、归谁管、工作人员（现在先发给您）、楼栋长" in await last(talk, "lin")
    await talk.say("sun", "/report 路灯不亮", "happy")
    assert any("路灯不亮" in said for said in await talk.spoken("lin"))


async def test_everything_can_be_corrected_later_and_nobody_who_leaves_is_lost(talk: Rehearsal) -> None:
    await begun(talk)
    for label in ("就叫这个", "以后再说", "以后再说", "以后再说", "好了"):
        await talk.tap("lin", label)
    await talk.tap("lin", "改名字")
    await talk.say("lin", "幸福里二期")
    assert (await last(talk, "lin")).startswith("幸福里二期")
    await talk.tap("lin", "房号")
    await talk.say("lin", "7号楼：2层，每层1户")
    await talk.tap("lin", "就这样")
    assert "房号：1栋，2户" in await last(talk, "lin")
    assert (await talk.tap("lin", "就这样"))["text"].startswith("这一步已经过去了")
    await talk.tap("lin", "人员")
    await talk.tap("lin", "看看都有谁")
    await talk.tap("lin", "工作人员：林女士")
    assert "✗ 工作人员：林女士" in await labels(talk, "lin")  # nobody else is there to stand in
    await talk.say("sun", "大家好", "happy")
    await talk.say("sun", "/my", "happy")
    group, person = talk.groups["happy"], talk.people["sun"]
    async with talk.platform._session.delete(
        f"{talk.platform._base}/chats/{group}/members/{person}"
    ) as answer:
        assert answer.status == 200
    await talk.say("sun", "/start")
    await talk.say("sun", "7号楼的门坏了")
    assert any("7号楼的门坏了" in said for said in await talk.spoken("lin"))


async def told_alone(talk: Rehearsal, who: str, words: str) -> bool:
    """Whether somebody reads it in private; who had not opened that chat finds it there on opening."""
    await talk.say(who, "/start hello")
    return any(said.startswith(words) for said in await talk.spoken(who))


async def test_somebody_who_is_no_administrator_is_told_kindly(talk: Rehearsal) -> None:
    await newcomers(talk)
    await talk.say("sun", "/setup", "happy")
    assert await told_alone(talk, "sun", "设置小区要群管理员来做")
    assert (await talk.tap("zhou", "设置小区", "happy"))["text"].startswith("设置小区要群管理员来做")
    assert await row_of(talk, select(places.c.id).where(places.c.name == "幸福里")) is None


async def test_the_first_administrator_wins_the_second_is_told(talk: Rehearsal) -> None:
    await begun(talk)
    patch = f"/chats/{talk.groups['happy']}/members/{talk.people['zhou']}"
    async with talk.platform._session.patch(talk.platform._base + patch, json={"admin": True}) as answer:
        assert answer.status == 200
    await talk.say("zhou", "/setup", "happy")
    assert await told_alone(talk, "zhou", "这个群已经是“幸福里”的了")
    await talk.say("lin", "/setup", "happy")
    assert await last(talk, "lin") == "这个群是“幸福里”的居民群。"


async def test_steps_go_back_and_forth_in_plain_words(talk: Rehearsal) -> None:
    await begun(talk)
    await talk.say("lin", "跳过")
    assert "第2步" in await last(talk, "lin")
    await talk.say("lin", "上一步")
    assert "第1步" in await last(talk, "lin")
    await talk.say("lin", "幸福里北区")
    await talk.say("lin", "院、门栋、室")
    await talk.say("lin", "以后再说")
    await talk.say("lin", "没有物业")
    assert "· 居民自治委员会" in await last(talk, "lin")
    await talk.stop()
    await talk.again()
    await talk.quiet()
    await talk.say("lin", "下一步")
    await talk.say("lin", "好了")
    assert "说清楚请他做什么" in await last(talk, "lin")
    await talk.say("lin", "/setup")
    assert "幸福里北区" in await last(talk, "lin")
    assert "接着设置" in await labels(talk, "lin")


async def test_a_word_below_somebodys_message_makes_them_captain(talk: Rehearsal) -> None:
    await begun(talk)
    await talk.say("lin", "跳过")
    await talk.say("lin", "跳过")
    await talk.say("lin", "1-3号楼：6层，每层2户")
    await talk.say("lin", "就这样")
    await reads_all(talk)
    said = await talk.say("sun", "我住三号楼", "happy")
    await talk.say("lin", "小邻 设为3号楼楼栋长", "happy", reply_to=said["message_id"])
    assert await last(talk, "lin") == "孙阿姨现在是幸福里3号楼的楼栋长了。"
    await talk.say("lin", "小邻 设为9号楼楼栋长", "happy", reply_to=said["message_id"])
    assert await told_alone(talk, "lin", "我没找到这栋楼")
    await talk.say("sun", "小邻 设为工作人员", "happy", reply_to=said["message_id"])
    assert await told_alone(talk, "sun", "这一步要")


async def test_an_invitation_works_once_in_time_and_for_somebody_else(talk: Rehearsal) -> None:
    await begun(talk)
    await talk.say("lin", "/setup")
    await talk.tap("lin", "人员")
    await talk.tap("lin", "请工作人员")
    link = await link_for(talk, "lin")
    await talk.say("lin", f"/start {link}")
    assert (await last(talk, "lin")).startswith("这个邀请是给别人的")
    await talk.say("zhou", f"/start {link}")
    await talk.say("sun", f"/start {link}")
    assert (await last(talk, "sun")).startswith("这个邀请用过了")
    await talk.say("sun", f"/start {link[:-3]}fff")
    assert (await last(talk, "sun")).startswith("这个邀请用过了")
    await talk.tap("lin", "请工作人员")
    late = await link_for(talk, "lin")
    await talk.move(days=8)
    await talk.say("sun", f"/start {late}")
    assert (await last(talk, "sun")).startswith("这个邀请用过了")
    await talk.tap("lin", "看看都有谁")
    await talk.tap("lin", "工作人员：周师傅")
    assert not [label for label in await labels(talk, "lin") if "周师傅" in label]


def book(*rows: list[Any]) -> bytes:
    made, body = Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(body)
    return body.getvalue()


async def sends(talk: Rehearsal, body: bytes, name: str = "房号.xlsx") -> str:
    """The administrator sends a file; what the bot says of it."""
    before = len(await talk.spoken("lin"))
    document = {"base64": base64.b64encode(body).decode(), "file_name": name}
    await talk.say("lin", "", document=document)
    for _ in range(100):
        await talk.quiet()
        if len(await talk.spoken("lin")) > before + 1:
            break
        await talk.clock.sleep(0.1)
    return await last(talk, "lin")


async def test_a_list_of_rooms_is_shown_then_taken_whole(running: Rehearsal) -> None:
    talk = running
    await begun(talk)
    await talk.say("lin", "跳过")
    await talk.say("lin", "跳过")
    head = ["楼栋", "单元", "房号", "建筑面积（㎡）"]
    good = book(
        ["幸福里住户表"], head, [3, 1, 501, 89.5], [None, None, 502, "90㎡"], ["四号楼", "", "101室", None]
    )
    assert await sends(talk, good) == "表看完了：3户可以导入。要导入吗？"
    assert await row_of(talk, select(places.c.id).where(places.c.level == "household")) is None
    assert (await talk.tap("lin", "导入"))["text"] == "加上了3户。"
    rooms = select(places.c.name, places.c.area).where(places.c.level == "household").order_by(places.c.id)
    kept = await talk.bot.store.read(lambda c: [tuple(row) for row in c.execute(rooms).all()])
    assert kept == [("501", 8950), ("502", 9000), ("101", None)]
    assert (await talk.tap("lin", "导入"))["text"].startswith("这一步已经过去了")
    await talk.say("lin", "上一步")
    assert await sends(talk, good) == "表看完了：里面的3户已经都有了，不用再导入。"


async def sketched(talk: Rehearsal, pattern: str) -> None:
    """At the third step, the pattern shown."""
    await begun(talk)
    await talk.say("lin", "跳过")
    await talk.say("lin", "跳过")
    await talk.say("lin", pattern)


async def says(talk: Rehearsal, words: str) -> None:
    """Wait until a card of 林女士 says so."""
    for _ in range(100):
        await talk.quiet()
        if any(said.startswith(words) for said in await talk.spoken("lin")):
            return
        await talk.clock.sleep(0.1)
    raise AssertionError(await talk.spoken("lin"))


HOMES = select(func.count()).where(places.c.level == "household")
LARGE = "1-20号楼：1、2单元，10层，每层6户"


async def test_a_pattern_of_thousands_is_grown_beside_the_traffic(running: Rehearsal) -> None:
    talk = running
    await sketched(talk, LARGE)
    assert (await talk.tap("lin", "就这样"))["text"].startswith("好，户数多，我慢慢加")
    assert any("第4步" in said for said in await talk.spoken("lin"))
    assert (await talk.tap("lin", "就这样"))["text"].startswith("这一步已经过去了")
    await says(talk, "加上了2400户。")
    assert await row_of(talk, HOMES) == (2400,)
    await talk.say("lin", "/setup")
    assert "房号：20栋，2400户" in await last(talk, "lin")


async def test_a_pattern_that_cannot_be_grown_leaves_nothing_and_can_be_tapped_again(talk: Rehearsal) -> None:
    await sketched(talk, LARGE)
    refusing = "CREATE TRIGGER no_room BEFORE INSERT ON places BEGIN SELECT RAISE(ABORT, 'no room'); END"
    await talk.bot.store.write(lambda c: plain(c).exec_driver_sql(refusing))
    await talk.say("lin", "就这样")
    await says(talk, "房号没加成，一户也没动。")
    assert await row_of(talk, HOMES) == (0,)
    assert await row_of(talk, select(func.count()).select_from(place_drafts)) == (0,)
    await talk.bot.store.write(lambda c: plain(c).exec_driver_sql("DROP TRIGGER no_room"))
    await talk.tap("lin", "再来一次")
    await says(talk, "加上了2400户。")
    assert await row_of(talk, HOMES) == (2400,)


async def test_bad_lines_are_named_and_nothing_is_half_imported(talk: Rehearsal) -> None:
    await begun(talk)
    await talk.say("lin", "跳过")
    await talk.say("lin", "跳过")
    table = "楼栋,房号,面积\n3,501,80\n,,\n3,,80\n3,=1+1,80\n3,502,很大\n三号楼,501室,80\n"
    said = await sends(talk, table.encode("gb18030"), "房号.csv")
    assert said.splitlines() == [
        "表里有4行看不明白，先什么都没导入。请改好再发一次：",
        "第4行：没写房号",
        "第5行：有公式，请改成算好的数字或文字",
        "第6行：面积不对",
        "第7行：和前面的房号重复了",
    ]
    assert "导入" not in await labels(talk, "lin")
    assert (await sends(talk, b"PK\x03\x04 broken")).startswith("这个文件我打不开")
    assert (await sends(talk, b"\xd0\xcf\x11\xe0 old")).startswith("这是老格式的表")
    assert (await sends(talk, b"name,age\n1,2\n", "a.csv")).startswith("我没找到表头")
    many = "楼栋,房号\n" + "\n".join(f"1,{number}" for number in range(1, 30_001))
    assert (await sends(talk, many.encode(), "a.csv")).startswith("这张表超过20000行了")
    assert await row_of(talk, select(places.c.id).where(places.c.level == "household")) is None


async def test_a_second_group_is_bound_to_a_building_a_club_or_the_workers(talk: Rehearsal) -> None:
    await newcomers(talk)
    bot = talk.bot.deps.bot_id
    for key, title in (("b3", "3号楼邻里群"), ("dance", "舞蹈队"), ("work", "工作群")):
        body = {"type": "supergroup", "title": title, "members": [bot], "admins": [talk.people["chen"]]}
        talk.groups[key] = (await talk.platform.post("/chats", body))["id"]
    await talk.say("chen", "/setup", "b3")
    await talk.tap("chen", "阳光花园")
    await talk.tap("chen", "某一栋")
    await talk.say("chen", "9号楼")
    assert (await last(talk, "chen")).startswith("我没找到这栋楼")
    await talk.say("chen", "三号楼")
    assert await last(talk, "chen") == "这个群是“阳光花园3号楼”的居民群。"
    await talk.say("chen", "小邻 设置小区", "dance")
    await talk.tap("chen", "阳光花园")
    await talk.tap("chen", "一个社团")
    await talk.say("chen", "夕阳红舞蹈队")
    assert await last(talk, "chen") == "这个群是“阳光花园夕阳红舞蹈队”的居民群。"
    await talk.say("chen", "/setup", "work")
    await talk.tap("chen", "阳光花园")
    await talk.tap("chen", "工作人员")
    assert await last(talk, "chen") == "这个群是“阳光花园”的工作群，反映的事会发到这里。"


async def ticks(talk: Rehearsal) -> str:
    """The ticks of the newest trial's card."""
    card = [said for said in await talk.spoken("lin") if said.startswith("试一试这个群")][-1]
    return "".join(line[0] for line in card.splitlines()[1:4])


async def test_a_trial_ticks_off_what_the_group_delivers(talk: Rehearsal) -> None:
    await begun(talk)
    await talk.say("lin", "/setup", "happy")
    await talk.tap("lin", "试一试")
    talk.sandbox.world.mentions_reach_bot = True
    name = talk.sandbox.world.bot["username"]
    await talk.say("lin", f"@{name} 你好", "happy")
    await talk.say("lin", "今天天气好", "happy")
    await talk.move(seconds=5)
    assert await ticks(talk) == "✓……"
    await talk.move(seconds=56)
    assert await ticks(talk) == "✓✗✗"
    assert any("把我设为群管理员就能收到" in said for said in await talk.spoken("lin"))
    await reads_all(talk)
    await talk.tap("lin", "试一试")
    await talk.say("lin", f"@{name} 你好", "happy")
    await talk.say("lin", "今天天气好", "happy")
    for _ in range(2):
        await talk.say("lin", "", "happy", photo=PIXEL, media_group_id="trial")
    await talk.move(seconds=5)
    assert await ticks(talk) == "✓✓✓"
    assert any(said.endswith("三样都收到了，这个群好用了。") for said in await talk.spoken("lin"))


async def test_help_names_only_what_reaches_the_bot_in_that_group(talk: Rehearsal) -> None:
    await begun(talk)
    await talk.say("lin", "/help", "happy")
    assert "在群里我只听得见这样说的：/report" in await last(talk, "lin")
    assert "叫我一声" not in await menu(talk)
    await talk.say("lin", "/setup", "happy")
    await talk.tap("lin", "试一试")
    talk.sandbox.world.mentions_reach_bot = True
    group, bot = talk.groups["happy"], talk.bot.deps.bot_id
    address = f"{talk.platform._base}/chats/{group}/members/{bot}?by={talk.people['lin']}"
    for admin, heard in ((True, True), (False, False)):
        async with talk.platform._session.patch(address, json={"admin": admin}) as answer:
            assert answer.status == 200
        await talk.say("lin", "今天天气好", "happy")
        await talk.move(seconds=61)  # the trial is over
        await talk.say("lin", "/help", "happy")
        assert ("在群里开头叫我一声" in await last(talk, "lin")) == heard
        assert ("叫我一声" in await menu(talk)) == heard


async def menu(talk: Rehearsal) -> str:
    """The card that is pinned in the new group."""
    (card,) = [said for said in await talk.spoken("happy") if said.startswith("有事找小邻")]
    return card


PIXEL = {"base64": base64.b64encode(b"\xff\xd8\xff\xe0 no picture").decode(), "width": 9, "height": 9}


async def test_the_bot_comes_back_and_the_binding_stands(talk: Rehearsal) -> None:
    await begun(talk)
    group, bot = talk.groups["happy"], talk.bot.deps.bot_id
    greeted = len(await talk.spoken("happy"))
    address = f"{talk.platform._base}/chats/{group}/members/{bot}?by={talk.people['lin']}"
    async with talk.platform._session.delete(address) as answer:
        assert answer.status == 200
    await talk.quiet()
    await talk.platform.post(f"/chats/{group}/members", {"user_id": bot, "by": talk.people["lin"]})
    await talk.quiet()
    assert len(await talk.spoken("happy")) == greeted
    await talk.say("sun", "/report 路灯不亮", "happy")
    assert any("路灯不亮" in said for said in await talk.spoken("lin"))


async def test_a_group_that_becomes_a_supergroup_stays_bound(talk: Rehearsal) -> None:
    await newcomers(talk, kind="group")
    await talk.say("lin", "/start")
    await talk.say("lin", "/setup", "happy")
    moved = await talk.platform.post(f"/chats/{talk.groups['happy']}/migrate", {})
    talk.groups["happy"] = moved["id"]
    await talk.quiet()
    await talk.say("lin", "/setup", "happy")
    assert await last(talk, "lin") == "这个群是“幸福里”的居民群。"
