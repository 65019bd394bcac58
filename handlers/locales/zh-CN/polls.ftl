verb-poll = 发起投票|投票
# 投票卡片。
poll-question = <b>{ $question }</b>
poll-class = { $unit ->
    [household] 一户一票 · 征求意见，不是业主大会表决
   *[person] 一人一票 · 征求意见，不是业主大会表决
}{ $choices ->
    [one] {""}
    [some] {" · "}最多选{ $most }项
   *[any] {" · "}可多选
}
poll-option-plain = { $place }. { $text }{ $cap ->
    [0] {""}
   *[other] （限{ $cap }票）
}
poll-option = { $place }. { $text }{ $cap ->
    [0] {""}
   *[other] （限{ $cap }票）
}
    { $bar } { $votes }票
poll-count = { $votes }票
poll-turnout = { $unit ->
    [household] 已投{ $voted }户{ $expected ->
        [0] {""}
       *[other] {" / "}应到{ $expected }户
    }
   *[person] 已投{ $voted }人
}
poll-until = { $closes }截止{ $before ->
    [none] {""}
   *[some] （原来{ $before }）
} · { $who }发起
poll-and = 、
poll-outcome = { $how ->
    [nobody] 投票结束了，这次还没有人投。没关系，想再问一次随时可以。
    [tied] 投票结束：{ $options } 票数一样，各{ $votes }票。
   *[ahead] 投票结束：{ $options } 最多，{ $votes }票。
}
# 发起人自己看的。
poll-preview = 发出去是这样，看一看：
poll-yours = { $state ->
    [open] 您发起的投票：
   *[closed] 您发起的投票，结束了：
}
poll-dropped = 不发了。想发的时候再说一次就行。
poll-trouble = { $trouble ->
    [past] ⚠️ 您说的截止时间已经过了，先按上面的时间。要改点“改截止时间”。
    [far] ⚠️ 最长只能投三个月，先按上面的时间。要改点“改截止时间”。
    [unread] ⚠️ 截止时间我没看懂，先按上面的时间。要改点“改截止时间”。
    [twice] ℹ️ 重复的选项合成了一个。
   *[usual] ℹ️ 您没说什么时候截止，先按三天后晚上8点。
}
poll-how = 想问大家什么？问题、选项、截止时间，一句话就行，比如：
    <i>周六几点大扫除？9点、10点还是下午？周五晚8点截止，一户一票</i>
poll-text-wanted = 把问题和选项重新写一遍发给我，比如：
    <i>周六几点大扫除？9点、10点还是下午？周五晚8点截止</i>
poll-options-wanted = { $trouble ->
    [one] 只有一个选项，没法选。再发几个给我，一行一个。
    [many] 选项太多了，最多12个，不然手机上点不过来。请合并一下，一行一个再发给我。
    [long] 有的选项太长了，最多100个字。请写短一点，一行一个再发给我。
   *[none] 问题记下了。选项呢？一行一个发给我，比如：
        <i>9点
        10点
        下午</i>
}
poll-when = 什么时候截止？点一个，或者直接写给我，比如：<i>周五晚8点</i>
poll-asked = <a href="tg://user?id={ $user }">{ $who }</a>，{" "}
hint-poll = 问题？选项一、选项二
hint-poll-options = 一行一个选项
hint-poll-when = 周五晚8点
poll-missing = { $count ->
    [0] 都投过了。
   *[other] { $unit ->
        [household] 还没投的{ $count }户（只给您看）：
       *[person] 还没投的{ $count }人（只给您看）：
    }
}
poll-more = ……还有{ $count }个
poll-end-sure = 现在就结束？结束了就不能再投，也不能再改：
# 投票的人看的。
poll-shown = 点一下就投，再点别的就是改。
poll-mine = 您投的：{ $options }
poll-noted = 记下了。
poll-none-yours = 撤回了，您现在没有票。
poll-reminder = { $unit ->
    [household] 您家还没投票，点一下就行：
   *[person] 您还没投票，点一下就行：
}
poll-puzzled = 没看出您选哪个。点下面的按钮，或者回复序号，比如：1
poll-homeless = <b>{ $question }</b>
    这次一户一票，我还不知道您住哪一户，刚才那一下没算上。请向楼栋长要您家的住户码，点开加入以后，回来点下面的按钮再投一次。
poll-result = 📊 投票结果
mine-polls = <b>我投过的</b>，还能改：
open-now = 现在可以投票、报名的有{ $count }件，点开看看：
open-now-none = 现在没有正在进行的投票和报名。有了会在群里说。
# 按钮。
button-poll-option = { $full ->
    [1] { $text }（满）
   *[0] { $text }
}
button-poll-post = 发到群里（{ $place }）
button-poll-many = 改成多选
button-poll-one = 改成单选
button-poll-household = 改成一户一票
button-poll-person = 改成一人一票
button-poll-when = 改截止时间
button-poll-text = 改文字
button-poll-drop = 不发了
button-poll-who = 谁还没投
button-poll-nudge = 提醒他们（还能提醒{ $left }次）
button-poll-end = 提前结束
button-poll-end-now = 现在结束
button-poll-closes = { $days ->
    [0] 今晚8点
    [1] 明晚8点
    [3] 三天后晚8点
   *[other] 一周后晚8点
}
button-poll-look = 看明细
button-open-poll = 投票：{ $title }
button-open-call = 报名：{ $title }
# 点过之后。
toast-voted = 记下了：{ $options }。{ $keys ->
    [1] {""}
   *[other] 您家{ $keys }户都算上了。
}{ $until }前可以改。
toast-vote-again = 已经记着了：{ $options }。{ $until }前可以改。
toast-vote-back = 撤回了。{ $until }前还可以再投。
toast-vote-homeless = 这次一户一票，我还不知道您住哪一户，这一下还没算上。怎么加入，我私下发给您了。
toast-poll-posted = 发到群里了。
toast-poll-unit = { $unit ->
    [household] 改成一户一票了。
   *[person] 改成一人一票了。
}
toast-poll-most = { $most ->
    [1] 改成单选了。
   *[other] 改成多选了，最多选{ $most }项。
}
toast-poll-closes = 截止时间改好了：{ $at }
toast-poll-dropped = 不发了。
toast-poll-nudged = { $count ->
    [0] 没有能私下提醒到的人。没投的可能还没跟我说过话，去敲敲门吧。
   *[other] 会提醒{ $count }人，夜里不打扰。
}
toast-poll-ended = 结束了，结果马上发到群里。
# 做不了的时候。
error-poll-closed = { $how ->
    [nobody] 投票已经结束了，这一票没算上。
    [tied] 投票已经结束了，这一票没算上。结果有并列，最多的各{ $votes }票，比如“{ $option }”。
   *[ahead] 投票已经结束了，这一票没算上。结果是“{ $option }”最多，{ $votes }票。
}
error-poll-not-open = 这个投票还没发出去，或者已经不要了。
error-poll-posted = 这个投票已经发到群里了，不用再点。
error-poll-full = 这一项满了（限{ $cap }票），换一项吧。
error-poll-choices = 最多选{ $most }项。先点一下不要的那项，再选别的。
error-poll-household = 您家已经由{ $who }投过了，一户一票。要改的话，请{ $who }来改。
error-poll-elsewhere = 这是别的楼的投票，您那栋有投票时会在您的群里说。
error-poll-no-vote = 您还没投，没有什么要撤回的。
error-poll-question-long = 问题太长了，最多{ $most }个字。请写短一点再发一次。
error-poll-question-empty = 没看出要问什么，光有表情大家不知道投什么。请写几个字，比如：周六几点大扫除？9点、10点还是下午
error-poll-options = 选项还不够两个，先补上再发。
error-poll-past = 这个时间不行：要晚于现在、三个月以内，比如：周五晚8点
error-poll-not-later = 已经有人在投，截止时间只能往后改，要晚于{ $closes }。
error-poll-reminded = 已经提醒过{ $most }次了，不再打扰大家。剩下的可以去敲敲门。
error-poll-no-group = 您管的楼还没有我在里面的群。请先把我拉进群，让管理员绑定好，再发起投票。
