# 办得怎么样：三个率、服务承诺、不算在内的、每周简报。
verb-numbers = 数字|统计|三率|响应率|解决率|满意率|办得怎么样|办得怎么样了|本周数字|这周的数字|上周数字|上周的数字|本月数字|这个月的数字|上个月的数字|上月数字
verb-promise = 服务承诺|承诺
verb-exclude = 不计入|不计入评比|不算进去|不计入数字|不算数|剔除
numbers-say-week = 本周|这周|这个星期
numbers-say-last-week = 上周|上个星期
numbers-say-month = 本月|这个月|当月
numbers-say-last-month = 上月|上个月
numbers-head = 📊 <b>{ $compound }</b> · { $days }
    反映{ $filed }，重开{ $reopened }。现在还没办完的{ $open }，其中过了时间的{ $overdue }。
numbers-days = { $year }年{ $month }月{ $day }日{ $one ->
    [1] {""}
   *[0] –{ $toyear ->
        [0] {""}
       *[other] { $toyear }年
    }{ $tomonth }月{ $today }日
}
numbers-count = { $count }件
numbers-few = 不到5件
numbers-hidden = 不单列
numbers-none = 还没有
numbers-share = { $percent }%（{ $part }/{ $whole }）
numbers-response = 响应率
numbers-solved = 解决率
numbers-satisfied = 满意率
numbers-rate = { $rate ->
    [response] 响应率
    [solved] 解决率
   *[satisfied] 满意率
} { $raw }{ $differs ->
    [0] {""}
   *[1] {" · 剔除后 "}{ $adjusted }
}{ $rate ->
    [solved] { $partly ->
        [0] {""}
       *[other] ，部分解决{ $partly }
    }{ $silent ->
        [0] {""}
       *[other] ，没回复{ $silent }
    }
    [satisfied] { $unrated ->
        [0] {""}
       *[other] ，没评{ $unrated }
    }
   *[response] {""}
}
numbers-too-few = 件数少，不单列
numbers-of = <b>{ $name }</b>
numbers-beside = {" "}· <i>承诺：{ $words }</i>
numbers-outside = 公共区域和没说楼号的
numbers-category = { $category ->
    [gas] 燃气
    [crime] 治安
    [building] 违建、承重墙
    [street] 马路、市政设施
    [pollution] 污染、工地
    [fire] 消防
    [papers] 社保、证件
    [utilities] 停水停电
    [lift] 电梯
    [light] 路灯、楼道灯
    [door] 门禁、大门
    [pipe] 水管、下水道
    [rubbish] 垃圾、保洁
    [clutter] 堆物
    [parking] 停车、充电
    [green] 绿化
    [pests] 虫鼠、流浪动物
    [fee] 物业费、保安
    [facilities] 公共设施
    [neighbour] 邻里
    [noise] 噪音
    [renovation] 装修
    [family] 家事
    [money] 钱款
   *[other] 其他
}
numbers-left-out = 剔除后不算的（都要两个人同意）：{ $reasons }。
numbers-why = { $why ->
    [duplicate] 重复的
    [scope] 这里没人能定的
    [disaster] 天灾、大面积停供
    [mistaken] 报错了的
    [test] 试一试的
    [staff] 工作人员自己报的、替人说结果的
   *[other] { $why }
}
numbers-reason = { $why }{ $count }件
numbers-and = 、
numbers-more = ……还有{ $count }项，看表格最全。
numbers-quiet = { $days }没有反映的事，也没有办结的。
numbers-how = <i>不到5件的、一减就能算出来的，都不单列，免得猜到是谁家。{ $at }的数</i>
numbers-formulas = <b>怎么算的</b>
numbers-formula-response = · 响应率 = 答应的时间内有人回话的 ÷ 已经有人回话的，加上到了时间还没人回话的。光接手、没说话的不算回话。没到时间的、到时间以前自己撤回的不算。
numbers-formula-solved = · 解决率 = 反映的人说“解决了”的 ÷ 办结的（解决了、部分解决、七天没回复、不办的都在内）。没回复不算解决，部分解决单列。
numbers-formula-satisfied = · 满意率 = 评了“满意”的 ÷ 请评价的（办完的都请评价，没评的也在内）。没评不算满意。
numbers-formula-period = · 响应看哪天反映，解决和满意看哪天办结，按小区当地的日子。重开的算回没办完，最后办结时只算一次，所以以前的数会变。几家一起办的，每家都算一件，全小区只算一次。百分数只舍不入。
numbers-formula-adjusted = · “剔除后”：一个工作人员提出、写明原因，另一个人同意，才不算；工作人员自己报的、替住户说结果的也不算。两个数都写出来。
numbers-weekly = 📊 <b>{ $compound }一周</b>（{ $days }）
    上周反映{ $filed }，住户说解决了的{ $solved }。
    现在还在办的{ $open }{ $late ->
        [0] {""}
       *[1] ，过了时间的{ $overdue }，正在催
    }。{ $thanked ->
        [0] {""}
       *[1] {""}
            住户评了满意的{ $good }。
    }
    谢谢开口的邻居，谢谢跑腿的人。
numbers-undrawn = 这里画不了图，要看数字说“数字”就行。
numbers-sheet = 表格好了：{ $count }件的明细（没有姓名和原话）、三个率、怎么算的，各一页。
numbers-failed = 这次没做成，请过一会儿再点一次。
numbers-switched = { $on ->
    [1] 好，每周一上午9点在群里发一次简报，没事就不发。
   *[0] 好，群里不发每周简报了。想看随时说“数字”。
}
numbers-promises = <b>服务承诺</b>
numbers-promise = · { $body }：{ $words ->
    [none] 还没写
   *[some] { $words }（{ $since }起）
}
numbers-promised = { $words ->
    [none] { $body }现在没有写着的承诺了。
   *[some] { $body }的承诺写上了，跟数字放在一起：“{ $words }”
}
numbers-promise-wanted = { $body }承诺什么？写一句，最多60个字，比如：<i>电梯困人30分钟到</i>
numbers-exclude = <b>#{ $number }</b> 为什么不算在内？选一个原因，再请一位同事同意才作数：
numbers-exclusion = <b>#{ $number }</b> { $who }想把它从“剔除后”的数里去掉，原因：{ $why ->
    [duplicate] 重复的
    [scope] 这里没人能定
    [disaster] 天灾、大面积停供
    [mistaken] 报错了
   *[test] 试一试的
}。要另一位同事同意才作数，原来的数不变。
numbers-excluded = <b>#{ $number }</b> { $agreed ->
    [1] { $who }同意了，“剔除后”的数里不算它。
   *[0] { $who }不同意，它照样算。
}
# 图和表。
numbers-picture-counts = { $part }/{ $whole }件{ $mute ->
    [0] {""}
   *[other] { $rate ->
        [solved] {" · 没回复"}{ $mute }
       *[satisfied] {" · 没评"}{ $mute }
    }
}
numbers-picture-promise = 承诺：{ $words }
numbers-picture-adjusted = 剔除后 { $share }
numbers-picture-how = 响应率：按时有人回话的。解决率：住户说解决了的，没回复不算。满意率：评满意的，没评不算。不到5件的、一减就能算出来的，都不单列。
numbers-sheet-rates = 三率
numbers-sheet-how = 怎么算的
numbers-sheet-cases = 明细
numbers-column-kind = 按什么
numbers-column-name = 名称
numbers-column-rate = 率
numbers-column-raw = 原始
numbers-column-adjusted = 剔除后
numbers-column-number = 编号
numbers-column-building = 楼栋
numbers-column-bodies = 责任单位
numbers-column-category = 类别
numbers-column-filed = 反映
numbers-column-answer = 答应时间
numbers-column-answered = 首次答复
numbers-column-response = 响应
numbers-column-verdict = 结果
numbers-column-closed = 办结
numbers-column-rating = 评价
numbers-column-reopened = 重开次数
numbers-column-excluded = 剔除原因
numbers-kind = { $kind ->
    [whole] 全小区
    [body] 单位
    [building] 楼栋
   *[category] 类别
}
numbers-mark = { $mark ->
    [in-time] 按时
    [late] 超时
    [solved] 解决了
    [partly] 部分解决
    [silent] 没回复
    [declined] 不办
    [good] 满意
    [fair] 一般
    [poor] 不满意
    [unrated] 没评
   *[none] {""}
}
# 按钮。
button-numbers-span = { $span ->
    [week] 本周
    [last-week] 上周
    [month] 本月
   *[last-month] 上月
}
button-numbers-picture = 要图
button-numbers-formulas = 怎么算的
button-numbers-buildings = 按楼栋
button-numbers-categories = 按类别
button-numbers-sheet = 要表格
button-numbers-weekly = { $on ->
    [1] 不在群里发每周简报
   *[0] 每周在群里发简报
}
button-promises = 服务承诺
button-promise-write = { $body }：写承诺
button-promise-end = 去掉
button-exclude = { $why ->
    [duplicate] 重复的
    [scope] 这里没人能定
    [disaster] 天灾、大面积停供
    [mistaken] 报错了
   *[test] 试一试的
}
button-exclude-ask = 不计入评比
button-exclude-yes = 同意
button-exclude-no = 不同意
# 点过之后。
toast-numbers-picture = 正在画，一会儿私下发给您。
toast-numbers-sheet = 正在做，一会儿私下发给您。
toast-numbers-switch = { $on ->
    [1] 好，每周一发。
   *[0] 好，不发了。
}
toast-promise-ended = 去掉了。
toast-exclusion-asked = #{ $number } 问过同事了，有人同意才作数。
toast-exclusion-decided = { $agreed ->
    [1] #{ $number } 好，“剔除后”的数里不算它。
   *[0] #{ $number } 好，它照样算。
}
menu-numbers = 办得怎么样：响应、解决、满意
# 做不了的时候。
error-numbers-period = 这几天我没法算。请写两个日子，前面的早，最多一年，比如：数字 2026-10-01 到 2026-10-31
error-no-number = 说的是哪一件？请带上号，比如：#12 不计入
error-promise-length = 承诺要一句话，最多{ $most }个字，比如：服务承诺 物业 电梯困人30分钟到
error-exclusion-stands = #{ $number } 已经有人提过了，或者已经说好不算了。
error-exclusion-gone = #{ $number } 没有等人同意的，不用再点。
error-exclusion-second = #{ $number } 是您提的，要请另一位同事来同意。
