# 海报、代报、说的是哪里、转来的话。
verb-poster = 做海报|海报|贴纸
verb-behalf = 代报|帮报|代为反映
verb-place = 地方|地点|改地方|改地点
verb-strike = 划掉我写的|划掉|划掉一句
spot-name = { $spot ->
    [lift] 电梯
    [corridor] 楼道
    [gate] 大门口
    [talk] 说事点
   *[other] { $spot }
}
card-behalf = 代报：{ $who }替本人记的
card-passed = 转来的话，写的人没留名字
