# 招募。
call-card = { $state ->
    [open] <b>{ $title }</b>
        { $who }招募 · { $taken }/{ $places }人
   *[closed] <b>{ $title }</b>
        { $who }招募 · { $taken }/{ $places }人 · 报名结束
}
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
