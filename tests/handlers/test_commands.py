"""What people say, and what is understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.addressing import called, without_name
from handlers.commands import SLASHES, Verb
from handlers.understanding import Spoken, understand


@pytest.mark.parametrize(
    ("said", "verb", "number", "words"),
    [
        ("好了", Verb.DONE, None, ""),
        ("好了！", Verb.DONE, None, ""),
        ("#12 好了", Verb.DONE, 12, ""),
        ("好了 #12", Verb.DONE, 12, ""),
        ("＃12 好了", Verb.DONE, 12, ""),
        ("#12 办完了，换了灯泡", Verb.FINISH, 12, "换了灯泡"),
        ("回 #12 今天下午来", Verb.REPLY, 12, "今天下午来"),
        ("#12 回：今天下午来", Verb.REPLY, 12, "今天下午来"),
        ("#12 今天下午来", Verb.SAY, 12, "今天下午来"),
        ("#12", Verb.LOOK, 12, ""),
        ("解决了", Verb.CONFIRM, None, ""),
        ("没修好", Verb.REOPEN, None, ""),
        ("#3 没解决 水还在漏", Verb.REOPEN, 3, "水还在漏"),
        ("我来接 #7", Verb.TAKE, 7, ""),
        ("撤回", Verb.WITHDRAW, None, ""),
        ("算了", Verb.CANCEL, None, ""),
        ("我的", Verb.MINE, None, ""),
        ("反映问题", Verb.REPORT, None, ""),
        ("问一问", Verb.ASK, None, ""),
        ("投票报名", Verb.VOTE, None, ""),
        ("帮助", Verb.HELP, None, ""),
        ("你好", Verb.GREETING, None, ""),
        ("谢谢！", Verb.THANKS, None, ""),
        ("👍👍", Verb.THANKS, None, ""),
        ("？？", Verb.GREETING, None, ""),
        ("Hi", Verb.GREETING, None, ""),
        ("收到", Verb.THANKS, None, ""),
        ("❤️", Verb.THANKS, None, ""),
        ("换语言", Verb.LANGUAGE, None, ""),
        ("English", Verb.LANGUAGE, None, ""),
        ("/start ask", Verb.ASK, None, ""),
        ("/start mine", Verb.MINE, None, ""),
        ("/start h-abc", Verb.START, None, "h-abc"),
        ("Thank you!", Verb.THANKS, None, ""),
        ("Not fixed", Verb.REOPEN, None, ""),
        ("#12 done", Verb.DONE, 12, ""),
        ("招募 周六上午搬花盆 要5个人", Verb.CALL, None, "周六上午搬花盆 要5个人"),
        ("招募5个人搬花盆", Verb.CALL, None, "5个人搬花盆"),
        ("call: Clean-up, 5 people", Verb.CALL, None, "Clean-up, 5 people"),
        ("/report 电梯坏了 #3", Verb.REPORT, None, "电梯坏了 #3"),
        ("/report@linli_bot 电梯坏了", Verb.REPORT, None, "电梯坏了"),
        ("/done 12 换了灯泡", Verb.DONE, 12, "换了灯泡"),
        ("/done #12", Verb.DONE, 12, ""),
        ("/REPORT 坏了", Verb.REPORT, None, "坏了"),
        ("/nosuch thing", Verb.UNKNOWN, None, "thing"),
    ],
)
def test_a_verb_is_understood(said: str, verb: Verb, number: int | None, words: str) -> None:
    spoken = understand(said)
    assert (spoken.verb, spoken.number, spoken.words) == (verb, number, words)


@pytest.mark.parametrize(
    "said",
    [
        "电梯又停了",
        "回家路上的灯坏了",
        "回复太慢了，没人管",
        "好了没几天又漏水",
        "报修好几次了没人来",
        "报修：水管爆了",
        "撤回来的垃圾桶放哪",
        "3号楼 #12 门口漏水",
        "招募信息太多，群里很吵",
        "你好，3号楼电梯坏了",
        "done with the noise upstairs",
        "电梯/报修电话打不通",
        "1234567890",
    ],
)
def test_plain_talk_is_a_report_and_loses_no_word(said: str) -> None:
    assert understand(said) == Spoken(None, said)


@given(st.text(min_size=1, max_size=300))
def test_any_text_is_understood_without_error_and_talk_is_kept_whole(said: str) -> None:
    spoken = understand(said)
    if spoken.verb is None:
        assert spoken.words == said.strip()


def test_every_slash_command_names_a_verb() -> None:
    for name, verb in SLASHES.items():
        assert understand(f"/{name}").verb is verb


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("小邻 电梯坏了", "电梯坏了"),
        ("小邻，电梯坏了", "电梯坏了"),
        ("小邻：#12 好了", "#12 好了"),
        ("小邻#12 好了", "#12 好了"),
        ("小邻", ""),
        ("Linli, the lift is stuck", "the lift is stuck"),
        ("@linli_bot 电梯坏了", "电梯坏了"),
        ("@linli_bot电梯坏了", "电梯坏了"),
        ("@linli_bot #12 好了", "#12 好了"),
        ("电梯坏了 @linli_bot", "电梯坏了"),
    ],
)
def test_the_bots_name_is_taken_off(said: str, words: str) -> None:
    assert without_name(said) == (words, True)


@pytest.mark.parametrize("said", ["小邻居们好", "小邻里节几点", "电梯坏了", "linling 来了", "@wang 电梯坏了"])
def test_other_names_do_not_call_the_bot(said: str) -> None:
    assert without_name(said) == (said, False)
    assert called(said) is None
