"""Words that say nothing of what a question is about, and talk that asks nothing."""

STOP = frozenset(
    "的了吗呢吧啊呀嘛我你您他她它们是在有要怎么样哪里儿什请问个可以能想和与及或去到下把给这那就都还也需"
)
"""Single characters that stand in every second question; a pair of two of them says nothing either."""

_ENGLISH = """
a an the i we you he she it my our your me us is are am be was were do does did done can could should would
will may must how what where when which who whom why to of in on at for from with and or not no there here
this that these those have has had get got need want please if any some about by as so
"""

STOP_WORDS = frozenset(_ENGLISH.split())
"""The same in English."""

_CHAT = """
你好 您好 你好呀 大家好 各位好 邻居们好 早 早安 早上好 上午好 中午好 下午好 晚上好 晚安 在吗 在不在
在么 有人吗 有人在吗 谢谢 谢谢你 谢谢您 谢谢大家 谢谢啦 谢了 多谢 感谢 辛苦了 辛苦 好 好的 好吧
好滴 嗯 嗯嗯 哦 噢 行 可以 收到 知道了 明白 明白了 哈哈 哈哈哈 哈哈哈哈 呵呵 嘿嘿 笑死 再见 拜拜
测试 试试 是的 对 对的 没事 没有 不用了 不客气 厉害 真棒 太好了 加油 你是谁 你叫什么 你是机器人吗
你会什么 你好吗 您好吗 吃了吗 hi hello hey thanks thx thankyou ok okay bye yes no test lol haha goodmorning
goodafternoon goodevening goodnight whoareyou areyouthere howareyou
"""

CHAT = frozenset(_CHAT.split())
"""Whole messages, without spaces and marks, that are never answered with an entry."""
