# 时间：今天、明天或星期几，加上几点。
time-yesterday = 昨天{ $clock }
time-today = 今天{ $clock }
time-tomorrow = 明天{ $clock }
time-weekday = { $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
}{ $clock }
time-date = { $year ->
    [0] {""}
   *[other] { $year }年
}{ $month }月{ $day }日（{ $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
}）{ $clock }
time-brief = { $month }月{ $day }日 { $clock }
