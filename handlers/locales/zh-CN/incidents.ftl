# 停水停电这类大家一起碰上的事：先告诉大家，说到了直接答，恢复了说一声。
verb-incident = 通告|停水停电|停水停电通知
incident-whole = 全小区|整个小区|小区|全部|所有楼
incident-until = 预计|预计恢复|恢复|来水|来电|来气|前|左右|到|至|直到|前恢复|左右恢复|恢复供水|恢复供电|从|起
incident-notice = <b>{ $subject ->
    [water] 停水
    [power] 停电
    [gas] 停气
    [heat] 停暖、停热水
    [lift] 电梯停用
   *[network] 断网
} · { $place }</b>
    { $state ->
    [stands] { $planned ->
        [1] { $since } 到 { $until }
       *[0] 现在起，预计 { $until } 恢复
    }
    [ended] 已经恢复（{ $ended }）
   *[lapsed] 预计的时间到了（{ $ended }）。还没好的话，直接跟我说一声
}{ $words ->
    [none] {""}
   *[some] {"\u000A"}{ $words }
}
incident-asks = { $who }在管，有急事直接跟我说。
incident-backers = 已有{ $count }户说到，都记着了。
incident-draft = 下面这条贴到群里，贴之前请看一遍：
incident-posted = { $at ->
    [none] 贴到群里了。恢复了请点一下，好让大家知道。
   *[other] 记下了，{ $at }贴到群里。恢复了请点一下，好让大家知道。
}
incident-list = <b>现在的通知</b>
incident-none = 现在没有停水停电的通知。
incident-how = 要发通知，说一句就行：<i>停水 3号楼 今天14点到18点 换水泵</i>
incident-told = 这件事已经知道了，您家也记上了：
incident-told-more = 要是跟这个不是一回事，点下面的按钮，您刚才的话原样登记。
incident-over = { $place } { $subject ->
    [water] 来水了
    [power] 来电了
    [gas] 来气了
    [heat] 暖气热水恢复了
    [lift] 电梯恢复了
   *[network] 网络恢复了
}，或者预计的时间到了。您家要是还没好，跟我说一声，我去登记。
button-incident-join = 我家也是
button-incident-file = 还是要登记
button-incident-post = 贴到群里
button-incident-drop = 算了
button-incident-end = 恢复了（{ $place }）
button-incident-more = 再延1小时
toast-incident-posted = 好，安排好了。
toast-incident-ended = 好，卡片上写“已经恢复”了。
toast-incident-longer = 好，预计恢复改到{ $until }。
toast-incident-joined = 记上了，预计{ $until }恢复。
toast-incident-filed = #{ $number } 登记好了。
error-incident-wording = 请说是哪栋楼、几点恢复（最长{ $days }天），原因写短一点（最多{ $longest }个字）。比如：停水 3号楼 今天14点到18点 换水泵；全小区就写“全小区”
error-incident-over = 这条通知已经结束了。要再发，说一句就行，比如：停水 3号楼 今天14点到18点 换水泵
error-incident-filed = 这句已经登记过了，说“我的”就能看到。
