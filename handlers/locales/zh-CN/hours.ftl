# 上班时间、自己的休息日、办理时限；一件事为什么是这个时间。
verb-hours = 看上班时间|上班时间设置|时限设置|看时限
verb-why = 为什么|为什么是这个时间|为什么是这时候|怎么要这么久|为什么要这么久
hours-shown = <b>上班时间</b>：{ $slots }
    时限：{ $limits }
hours-preset = { $preset ->
    [hotline] 按12345热线（急事2小时，水电气暖24小时，一般7个工作日，复杂15个工作日）
    [quick] 按1130（1小时联系，1天给消息，3天办好）
   *[default] 当天的事当天看，晚了就下一个工作日
}
hours-own-line = · { $day }
hours-own = { $year }年{ $day }（周{ $weekday ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
   *[7] 日
}）{ $what ->
    [on] 上班
    [off] 休息
   *[usual] 跟大家一样
}
hours-day = { $month }月{ $day }日
hours-run = { $first }到{ $last }
hours-apart = 、
hours-how = 法定节假日和调休我都认得，不用说。要改直接说一句，比如：
    <i>工作时间 9-12 14-18</i>
    <i>10月8日休息</i>，<i>10月11日上班</i>
    <i>时限 1130</i>，<i>时限 12345</i>，<i>时限 默认</i>
hours-changed = { $what ->
    [slots] 上班时间改成了：{ $now }。原来是：{ $before }。
    [preset] 时限改成了：{ $now }。原来是：{ $before }。
   *[day] 记下了：{ $now }。原来是：{ $before }。
}在办的事会跟着重新算时间，不会去打扰反映的人。
hours-recomputed = 重新算好了：{ $count }件在办的事时间变了，卡片上已经是新的时间。
hours-wanted = 请说改成什么，比如：<i>9-12 14-18</i>，或者 <i>10月8日休息</i>
hours-wanted-group = <a href="tg://user?id={ $user }">{ $who }</a>，请说改成什么，比如：<i>9-12 14-18</i>，或者 <i>10月8日休息</i>
hint-hours = 写在这里
button-hours = 上班时间和时限
button-hours-edit = 改上班时间
button-hours-limit = { $preset ->
    [hotline] 用12345时限
    [quick] 用1130时限
   *[default] 当天的事当天看
}
button-hours-undo = 改回去
card-due-paused = 时限先停着，接着办的时候往后顺延
button-why = 为什么是这个时间
case-why = <b>#{ $number }</b> 为什么是{ $due }前：
why-basis = { $basis ->
    [hotline] 12345热线的时限
    [quick] 1130的时限
    [matter] 这类事的时限
   *[default] 本小区的时限
}
why-evening = 工作日下班前三小时以前说的，当天下班前；再晚的，下一个工作日下班前。
why-wall = 这是急事，按{ $limits }，{ $minutes ->
    [0] { $hours }小时
   *[other] { $hours }小时{ $minutes }分
}内，夜里和节假日也算。
why-work = 按{ $limits }，上班时间里的{ $minutes ->
    [0] { $hours }小时
   *[other] { $hours }小时{ $minutes }分
}。
why-days = 按{ $limits }，{ $count }个工作日。
why-slots = 从{ $began }算起，上班时间是{ $slots }。
why-off = { $days }放假，不算。
why-weekend = 周末不算。
why-extra = { $days }调休上班，算。
why-paused = 中间停过{ $hours ->
    [0] { $minutes }分钟
   *[other] { $hours }小时{ $minutes }分
}，往后顺延了。
why-standing = 现在停着，等恢复了接着算。
why-provisional = 节假日安排还没全公布，可能会变。
why-unknown = 这是当时答应的时间。
error-hours-steward = 上班时间和时限由管理员来定。您觉得不合适，可以跟管理员说一声。
error-hours-slots = 没法这样排：一天最多{ $most }段，从早到晚，不要重叠，比如：工作时间 9-12 14-18
error-hours-day = 没有这一天。请这样说：10月8日休息
error-hours-same = 现在就是这样，不用改。
error-hours-back = 这个改动已经改回去了，或者后来又改过了。说“看上班时间”能看到现在的。
error-hours-words = 没看懂。可以这样说：工作时间 9-12 14-18；10月8日休息；10月11日上班；时限 1130
