# 招募。
call-card = { $state ->
    [open] <b>{ $title }</b>
        { $who }招募 · { $taken }/{ $places }人
    [done] <b>{ $title }</b>
        { $who }招募 · 做完了，来了{ $came }人，谢谢大家
    [cancelled] <b>{ $title }</b>
        { $who }招募 · 取消了
   *[closed] <b>{ $title }</b>
        { $who }招募 · { $taken }/{ $places }人 · 报名结束
}
call-when = { $when }{ $until ->
    [none] {""}
   *[other] –{ $until }
} · { $place }
call-asked = 问着{ $count }人，等回话：
call-came = 来了：
call-draft =
    这样发，您看行吗？
    <b>{ $title }</b>
    要{ $places }人
call-no-time = 没说几点，到时候就不提醒大家了。要提醒就点“改时间”。
call-draft-ask = 点“发”，群里就能报名。
call-draft-sent = <b>{ $title }</b>发出去了。
call-draft-dropped = <b>{ $title }</b>不发了。
call-posted = <b>{ $title }</b>发出去了，{ $when }开始。前一天晚上和开始前一小时，我会提醒报了名的人。要改就点下面。
call-offered = <b>{ $title }</b>空出一个位置，{ $when }开始，给您留着。请在{ $until }前回话，过了就让给下一位。
call-offer-lapsed = <b>{ $title }</b>没等到您回话，位置让给下一位了。还想来，点“我报名”排在后面。
call-remind = 提醒您：<b>{ $title }</b>{ $when }开始，您报了名。来不了就点一下，好让别人补上。
call-retimed = <b>{ $title }</b>改时间了，{ $when }开始。
call-cancelled = <b>{ $title }</b>取消了{ $when ->
    [none] {""}
   *[other] ，{ $when }不用来
}。
call-thanks = 谢谢您来<b>{ $title }</b>，辛苦了！
call-taken = <b>{ $title }</b>：{ $waits ->
    [1] 名额满了，您在候补，前面{ $ahead ->
        [0] 没有人
       *[other] 还有{ $ahead }人
    }。
   *[0] 报上名了。
}
call-ask-when = <b>{ $title }</b>改到什么时候？比如：<i>周六上午9点到11点</i>
call-ask-places = <b>{ $title }</b>要几个人？比如：<i>8人</i>
call-sure = <b>{ $title }</b>真的取消？{ $count ->
    [0] 还没有人报名。
   *[other] 报了名和候补的{ $count }人，我会告诉他们。
}
call-say-what = <b>{ $title }</b>要报名就回“报名”，来不了就回“退出”。想说别的，请另发一条给我。
call-roll = <b>{ $title }</b>结束了。谁来了？点名字打钩，点完按“好了”。打了{ $came }/{ $count }个。
call-roll-done = <b>{ $title }</b>记下了，来了{ $came }人，我替您谢过了。
button-call-send = 发出去
button-call-send-to = 发到{ $place }的群
button-call-when = 改时间
button-call-places = 改人数
button-call-drop = 不发了
button-call-off = 取消这次招募
button-call-off-yes = 真的取消
button-call-keep = 不取消
button-call-look = 看看
button-call-come = 我来
button-call-not = 来不了
button-call-tick = { $came ->
    [1] ✓ { $name }
   *[0] { $name }
}
button-call-all = 都来了
button-call-done = 好了
toast-call-sent = 发出去了。
toast-call-write = 请把新的写给我。
toast-call-sure = 请再点一次“真的取消”。
toast-call-off = 取消了，我会告诉大家。
toast-call-kept = 好，照旧。
toast-call-dropped = 好，不发了。
toast-call-thanked = 记下了，我替您谢谢大家。
toast-noted = 记下了。
error-call-time = { $why ->
    [past] 这个时间已经过了。请换个时间再说，比如：周六上午9点到11点
    [two] 您说了不止一个时间，我不知道按哪个。请只说一个，比如：周六上午9点到11点
    [far] 这个时间太远了，请说一年以内的。
   *[none] 没看到几点。请这样说：周六上午9点到11点
}
error-call-places = 已经有{ $taken }人占了位置，人数不能比这少。
error-call-no-group = 您管的楼还没有能发招募的群。请管理员先把群设好。
# 群里回一句就算报名、退出的话；后两行：开头说了就当招募的话，第二行的要人数说完就停才算。
call-in-words = +1|＋1|1|报名|我报名|算我一个|加我|我来|我参加|我去
call-out-words = -1|退出|我退出|来不了|我来不了|不去了|去不了|不报了
call-strong = 招募|招
call-weak = 还缺|缺|还需要|需要|想找
call-coming = 已报名：
call-waiting = 候补{ $count }人，有空位按顺序补上：
call-more = ……还有{ $count }人
call-moved-up = 轮到您了：<b>{ $title }</b>有空位，您从候补转为报上名了。
toast-joined = 报上名了，{ $taken }/{ $places }。
toast-waiting = 名额满了，您在候补，前面{ $ahead ->
    [0] 没有人
   *[other] 还有{ $ahead }人
}。
toast-left = 退出了。
call-untitled = 帮个忙
# 开头说了就是招募的话；问“谁来”的话，旁边要有人数。
call-first = 招人|招志愿者|招几个人|招募志愿者|缺人手
call-lacks = 缺|还缺
call-some = 几个人|几个帮手
call-behind = 报名|参加|来帮忙|帮忙
call-asks = 谁来报个名|报个名|谁来报名|来报名|谁报名|报名吧|谁有空|谁能来|谁愿意|谁来帮|愿意来的
