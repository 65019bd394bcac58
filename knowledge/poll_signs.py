"""Words and marks of a poll in Chinese and English: whose votes, how many, until when, what parts options."""

import re

NUMBERS = {"一": 1, "二": 2, "两": 2, "俩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
           "十": 10, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}  # fmt: skip

NUMBER = r"[0-9０-９]{1,3}|[一二两俩三四五六七八九十]|one|two|three|four|five|six"
WIDE = str.maketrans("０１２３４５６７８９", "0123456789")

HOUSEHOLD = re.compile(
    r"(?:一|每)(?:户|家)(?:只能|只|限)?(?:投|有)?一?票|按户(?:投票|计票)"
    r"|(?i:one (?:vote )?(?:per|a|each) (?:household|home|family))"
)
PERSON = re.compile(
    r"(?:一|每)个?人(?:只能|只|限)?(?:投|有)?一?票|按人(?:投票|计票)|(?i:one vote (?:per|a|each) person)"
)
AT_MOST = re.compile(
    rf"(?:每[人户家])?(?:最多|至多|限选|可以?选|任选)(?:选|投|勾)?\s*(?P<zh>{NUMBER})\s*(?:项|个|种|样)"
    rf"|(?i:(?:up to|at most|max(?:imum)?)\s*(?P<en>{NUMBER})\s*(?:options?|choices?|answers?))"
    rf"|(?i:(?:choose|pick|select)\s+(?:up to |at most )?(?P<en2>{NUMBER})\b)"
)
MANY = re.compile(
    r"(?:可以?|能|允许)?多选(?:题)?|可以?选多(?:个|项)"
    r"|(?i:multiple[ -](?:choices?|answers)|pick (?:several|any))"
)
ONE = re.compile(r"单选(?:题)?|只能选一(?:个|项)|(?i:single choice|pick one|choose one)")
CAP = re.compile(
    rf"\s*[（(\[【]?\s*(?:(?:限|最多|名额)\s*(?P<zh>{NUMBER})\s*(?:个?人|票|户|家|位|名)"
    rf"|(?i:(?:max(?:imum)?|limit|up to)\.?\s*(?P<en>[0-9]{{1,3}})(?:\s*(?:people|votes|places))?))"
    r"\s*[)）\]】]?\s*$"
)

ENDS_AFTER = re.compile(
    r"\s*(?:准时|整)?(?:之前|以前|前)?\s*(?:的时候|就)?\s*"
    r"(?:投票)?(?:截止|截至|为止|停止投票|投票结束|结束投票|前投票|前投完|前投)(?:投票)?"
    r"|\s*(?:之前|以前|前)\s*(?:投票|投完|投|选好|有效)(?:有效)?"
    r"|\s*(?i:(?:is the )?deadline)"
)
ENDS_BEFORE = re.compile(
    r"(?:(?:投票)?(?:截止|截至)(?:时间|日期|到|于|在|至)?|投票?到"
    r"|(?i:\b(?:deadline(?: is)?|closes?(?: on| at| by)?|until|till|(?:vote|answer) by|closing(?: on| at)?)))"
    r"\s*[:：是为]?\s*$"
)
ENDS = re.compile(r"截止|截至|(?i:\bdeadline\b|\bcloses?\b|\bvote by\b)")
UP_TO = re.compile(r"(?:一直)?(?:到|在|至)\s*$")
CLAUSE = re.compile(r"(?:[^，,。；;、\n？?（(）)\s]|(?<=[A-Za-z0-9]) (?=[A-Za-z0-9]))+")
HOLLOW = re.compile(r"[（(\[【][\s，,、；;]*[)）\]】]")
LATER = re.compile(
    rf"(?P<many>{NUMBER})\s*天(?:之|以)?后|(?i:in (?P<e_many>{NUMBER}) days)"
    r"|(?P<week>一周(?:之|以)?后|(?i:in a week))"
)

ANNOUNCED = re.compile(
    r"^\s*(?:我?(?:想|要)|帮(?:我|忙)|请|麻烦|大家|咱们|我们|来)*(?:发起|发|搞|开|做|来|弄)?(?:一?个|一下|一次)?"
    r"(?:投个票|投票|表决)(?:一下)?\s*[:：，,。\s]+"
    r"|^\s*(?i:(?:start |new |please )?(?:a )?(?:poll|vote))\s*[:：,\-]?\s+"
)
NEAR = re.compile("投|表决|一票|选|截止|vote|poll|deadline")
"""One of these is in whatever INVITES or TALKS_OF_IT finds; most talk has none, and is done with cheaply."""

INVITES = re.compile(
    r"(?:大家|咱们|我们|来)(?:都)?(?:来)?(?:投个?票|表决)|投个?票(?:吧|哈|啊|呀)|投个票|(?:搞|弄|做|开|来)一?个投票"
    r"|(?i:let'?s vote|let us vote|(?:start|make) a poll)"
)
INQUIRES = re.compile(
    r"(?:怎么|哪里|哪儿|在哪|谁还|没收到|为什么|啥时候|什么时候|能不能|忘了)[^，。？?]{0,6}投|投票(?:在哪|怎么|结果)"
)
"""Talk about voting that starts no poll."""

INVITED = re.compile(
    r"[，,。；;\s]*(?:都(?:行|可以|好)的?)?[，,\s]*"
    r"(?:(?:大家|咱们|我们)?(?:都)?来?(?:投个?票|表决)(?:一下)?(?:吧|哈|啊|呀)+|(?:大家|来)(?:投个?票|表决))[。.!！~～]*\s*$"
)
"""An invitation behind the options."""

INDIFFERENT = re.compile(r"\s+(?:都(?:行|可以|好)的?|随便)[。!！]*\s*$")
SPOKEN = re.compile(
    r"几点|几号|周几|哪天|哪个|哪里|哪种|什么|怎么样|吗|呢|好不好|要不要|行不行|去不去|换不换|同不同意"
)
"""What makes words a question where nobody wrote a mark."""

HOURS = re.compile(
    r"(?:[0-9０-９]{1,2}[点:：](?:[0-9０-９]{2}(?![0-9０-９]?点)|半)?|[一二两三四五六七八九十]{1,3}点半?)"
)
TALKS_OF_IT = re.compile(
    r"投票|投个票|一户一票|一人一票|每户一票|单选|多选|截止|(?i:\bpoll\b|\bvote\b|one vote|deadline)"
)

MARK = (
    r"(?:[（(]?(?P<n>(?:[0-9０-９]{1,2}|[A-Za-zＡ-Ｚ])(?=[)）])|[A-Za-zＡ-Ｚ](?=[.．、:：])|[0-9０-９]{1,2}(?=、)"
    r"|[0-9０-９]{1,2}(?=[.．:：](?![0-9])))[)）.．、:：]|(?P<c>[①-⑳]))"
)
"""A number or letter before an option; 9:00 and 2.5 begin with none."""

MARKED = re.compile(rf"(?:^|(?<=[\s？?：:，,。；;、)）\w])){MARK}\s*")
NUMBERED = re.compile(rf"^\s*{MARK}\s*(?=\S)")
BULLET = re.compile(
    rf"^\s*(?:[-–—•·*●○]\s*|(?![0-9]+、[0-9]){MARK}\s*(?=\S)|选项\s*[0-9A-Za-z一二三四五六七八九十]{{1,2}}\s*[:：.、]\s*)"
)
ASKS = re.compile(r"[？?]+")
COLON = re.compile(r"(?<![0-9])[：:]|[：:](?![0-9])")
PARTS = re.compile(
    r"\s*(?:还是|或者|或|、|，|；|;|[？?]|。|(?<![0-9]),|,(?![0-9]{3})"
    r"|\s/\s|／|(?<![0-9])/|/(?![0-9])|\b(?i:or)\b)+\s*"
)
STRONG = re.compile(r"还是|或者|、|／|(?<![0-9])/|(?i:\bor\b)")
AGREES = re.compile(r"\s*[+＋]\s*[0-9０-９]")
CHOOSES = re.compile(
    r"^\s*(?:我们家|我家|我|俺)?(?:想|要)?"
    r"(?:投票给|投给|投|选择|选|同意|支持|(?i:i choose|i vote(?: for)?|option|vote for))?\s*第?"
)
TAIL = re.compile(r"(?:个|项|号|吧|了|啊|呀|哈|的)+$")
AND = re.compile(r"[、，,；;/\s和跟与+&]+|\band\b")
NOT = re.compile(r"不|别|没|\bnot\b|n't")
TAKES_BACK = re.compile(
    r"\s*(?:我)?(?:撤回|不投了?|取消|撤销|收回|弃权|算了|(?i:withdraw|take (?:it )?back|cancel))"
    r"(?:投票|我的票)?[。.!！]?\s*"
)
COMPLAINS = re.compile(r"坏了|停了|没用|没反应|不亮|漏水|堵了|投诉|反映|什么时候修|(?i:broken|leak|complain)")
EDGES = " \t\r\n，,。；;、：:？?|｜"


def number(sign: str) -> int:
    """The value of digits, or of a small number in words."""
    known = NUMBERS.get(sign.casefold())
    return known if known is not None else int(sign.translate(WIDE))
