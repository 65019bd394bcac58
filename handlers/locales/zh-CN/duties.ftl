# 工作人员手上的事：一张单子，早上一条，到点提醒，缓一缓，转给同事。
verb-duties = 待办|有什么要办|我的待办|我的任务|今天干什么
duty-list = <b>您手上{ $mine }件</b>，还没人接{ $free }件。点号码看：
duty-none = 现在手上没有要办的，也没有等人接的。
duty-digest = 早上好。<b>您手上{ $mine }件</b>{ $over ->
    [0] {""}
   *[other] ，其中{ $over }件过时间了
}；还没人接{ $free }件。
duty-free = <b>还没人接：</b>
duty-line = { $how ->
    [waiting] <b>#{ $number }</b> 等住户回话 · { $place }
    [deferred] <b>#{ $number }</b> 缓着 · { $place }
    [declining] <b>#{ $number }</b> 等第二位看 · { $place }
    [over] ⚠ <b>#{ $number }</b> 过了{ $due } · { $place }
    [today] <b>#{ $number }</b> { $due }前 · { $place }
   *[later] <b>#{ $number }</b> { $due }前 · { $place }
}
duty-questions = <b>等人答的问题：</b>
duty-question = { $asker }：
duty-joinings = <b>等您认一认的邻居：</b>
duty-joining = { $person }说住在{ $room }
button-duty-answer = 答：{ $words }
button-duty-known = 认识{ $name }
button-duty-unknown = 不认识{ $name }
duty-again = <b>#{ $number }</b> 又到时候了：{ $place }，{ $reporter }反映的，{ $due }前。
duty-put-off = <b>#{ $number }</b> 好，{ $until }再提醒您。答应住户的时间没变，是{ $due }前（{ $place }）。
duty-whom = <b>#{ $number }</b> 转给谁？对方点了“我来办”才算转过去。
duty-nobody = <b>#{ $number }</b> 这里没有别的工作人员可以转。
duty-offer = <b>#{ $number }</b> { $who }想请您接着办：{ $place }，{ $due }前。
duty-asked = <b>#{ $number }</b> 问过{ $who }了，对方点头以前还是您的（{ $place }，{ $due }前）。
duty-taken-over = <b>#{ $number }</b> { $who }接过去了，您不用管了（{ $place }，{ $due }前）。
duty-declined = <b>#{ $number }</b> { $who }接不了，还是您的（{ $place }，{ $due }前）。
duty-yours = <b>#{ $number }</b> 现在是您的了：{ $place }，{ $due }前。{ $who }辛苦。
button-later-hour = 1小时后
button-later-hours = 3小时后
button-later-morning = 明早再说
button-hand-over = 转给同事
button-take-over = 我来办
button-cannot = 我接不了
toast-duty-to = #{ $number } 问了，等对方点头。
toast-duty-ok = #{ $number } 现在是您的了。
toast-duty-no = #{ $number } 告诉对方了。
toast-duty-whom = #{ $number } 请选一位同事。
toast-duty-later = #{ $number } 好，到时候再提醒您。
error-duty-over = #{ $number } 已经不在您手上，或者已经办完了，不用再点。
