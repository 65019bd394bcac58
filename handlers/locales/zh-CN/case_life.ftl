# 一件事的后半程：问一句、缓一缓、办不了、解决了一部分。
case-asked = <b>#{ $number }</b> { $who }想问您一句，您回了就接着办：
case-resumed = <b>#{ $number }</b> { $who }接着办了，{ $due ->
        [none] 尽快
       *[other] { $due }前
    }给您回话。
case-declined =
    <b>#{ $number }</b> { $who }和同事都看过，这件事我们办不了，对不起。
    { $reason ->
        [no-such] 去看过，没找到说的这回事。要是还在，请拍张照片再说一次
        [repeated] 这件已经在另一件里办了，办完一起告诉您
        [unlawful] 照这样办不合法，我们不能做。想问清楚，可以找居委会
        [outside] 不在小区里。小区外面的事，可以打12345
        [explained] 解释过了，按规定只能这样。还不放心，可以打12345
       *[not-ours] 不归物业和社区管。可以打12345，那边会转给管的部门
    }。
case-objected = <b>#{ $number }</b> { $who }说这件还要办，请看谁来接。
case-partly = <b>#{ $number }</b> { $who }说解决了一部分。辛苦了！
button-partly = 解决了一部分
button-wake = 接着办
button-agree = 同意不办
button-object = 还要办
button-answer-asked = 回一句
toast-resumed = #{ $number } 好，接着办。
toast-agreed = #{ $number } 定了，不办。原因告诉住户了。
toast-objected = #{ $number } 好，这件还要办。
case-deferred = <b>#{ $number }</b> { $who }说要缓到{ $until }，到时候接着办：
case-declining = <b>#{ $number }</b> { $who }说办不了，理由是“{ $reason ->
    [no-such] 没有这回事
    [repeated] 重复反映
    [unlawful] 要求不合法
    [outside] 不在小区里
    [explained] 解释过，不合理
   *[not-ours] 不归我们管
}”。要另一位同事看过才算：
case-woken = <b>#{ $number }</b> 缓到的日子到了，请接着办{ $due ->
    [none] {""}
   *[other] ，{ $due }前办好
}。
case-unanswered = <b>#{ $number }</b> 问住户的话，三天没有回。先照您知道的接着办吧。
case-nudge = <b>#{ $number }</b> 前几天说办完了。您看解决了吗？点一下就行。
case-often = <b>#{ $number }</b> 住户第{ $times }次说没解决，请您过问一下。
case-thanks = <b>#{ $number }</b> 记下了，谢谢您。{ $part ->
    [1] 还要办的话，说“没解决”就行。
   *[0] 要是又坏了，说“没解决”就行。
}办得满意吗？不说也行。
case-still = <b>#{ $number }</b> 上次修好的，现在还好吗？
case-backed-done = <b>#{ $number }</b> 您家也说过的这件，工作人员说办完了。要是您家还没好，点一下。
case-reopen-why = <b>#{ $number }</b> 知道了，已经请{ $other ->
    [none] 工作人员
   *[some] { $other }
}再来看，{ $due ->
    [none] 尽快
   *[other] { $due }前
}给您回话。哪里还不对？说一句或者发张照片都行，不说也行。
case-reopen-why-group = <a href="tg://user?id={ $user }">{ $who }</a>，<b>#{ $number }</b> 已经请{ $other ->
    [none] 工作人员
   *[some] { $other }
}再来看，{ $due ->
    [none] 尽快
   *[other] { $due }前
}给您回话。哪里还不对？回复这条消息说一句，不说也行。
case-more = <b>#{ $number }</b> 还可以这样办：
case-decline-why = <b>#{ $number }</b> 为什么办不了？另一位同事同意了才算。
case-quality = <b>#{ $number }</b> 这件办得怎么样？
card-backers = { $count }户说“我家也是”
card-rating = 住户评：{ $rating ->
    [good] 满意
    [poor] 不满意
   *[fair] 一般
}
button-more = 更多
button-inquire = 问住户
button-defer = 缓一缓
button-decline = 办不了
button-reason = { $reason ->
    [no-such] 没有这回事
    [repeated] 重复反映
    [unlawful] 要求不合法
    [outside] 不在小区里
    [explained] 解释过，不合理
   *[not-ours] 不归我们管
}
button-rate = { $rating ->
    [good] 满意
    [poor] 不满意
   *[fair] 一般
}
button-mark = { $mark ->
    [poor] 不好
   *[good] 好
}
button-still-good = 还好
button-still-broken = 又坏了
button-still-never = 别再问我
button-back = 我家也是
button-back-not = 我家没解决
toast-why = #{ $number } 请选一个理由。
toast-declining = #{ $number } 好，请另一位同事看。
toast-rated = #{ $number } 记下了，谢谢您。
toast-still = 那就好，谢谢您。
toast-still-never = 好，以后不再问您。
toast-backed = #{ $number } 记下了，您家也算一户。
toast-unsolved = { $missing ->
    [0] #{ $number } 好几家都说没解决，已经请工作人员再看。
   *[other] #{ $number } 记下了。再有{ $missing }户说没解决，就请工作人员再看。
}
toast-quality = #{ $number } 记下了。
error-no-proof = 请写一句办得怎么样，或者发张照片，才算办完。
error-defer-day = 缓到哪天？请带上日子，比如：缓到下周三，等配件到货
error-defer-gone = 这个日子已经过了。请换一个，比如：缓到下周三，等配件到货
error-defer-far = 最多缓{ $days }天。请换一个近一点的日子。
error-back-home = 我还不知道您住哪一户。先说“我住3号楼2单元501”，楼栋长认了，就能算您家一户。
error-back-already = #{ $number } 您家已经算上了，不用再点。
error-back-over = #{ $number } 已经办完了。您家还没好的话，直接再反映一次。
error-back-not = #{ $number } 您家说过了，或者没说过“我家也是”，不用再点。
error-own-work = #{ $number } 自己反映的、自己办的，要别人来评。
error-quality-early = #{ $number } 还没办完，办完了再评。
