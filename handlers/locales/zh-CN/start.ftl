# 打招呼、怎么用。
welcome =
    您好，我是小邻，给邻里跑腿的。有三件事可以找我：
    <b>反映问题</b>：哪儿坏了，直接说一句，拍张照也行。我告诉您谁来、几点前到。
    <b>问一问</b>：怎么办、找谁、几点开门，用自己的话问。
    <b>投票报名</b>：小区里的投票和招募，点一下就行。
    现在就可以说，比如：<i>3号楼电梯又停了</i>
welcome-outside =
    我还不知道您住哪儿。三个办法，哪个方便用哪个：
    · 直接告诉我，比如：<i>我住3号楼501</i>，我去请人确认；
    · 点楼栋长给您的住户码链接，或扫那个码；
    · 在小区的群里叫我一声，我就认识您了。
hello = 您好，我是小邻。有事直接说，或者点下面的按钮。
help =
    <b>反映问题</b>：说哪里、怎么了就行，照片、视频、语音、位置都可以。{ $place ->
        [group] 在群里开头叫我一声：<i>小邻 3号楼电梯又停了</i>
        [deaf] 在群里我只听得见这样说的：<i>/report 3号楼电梯又停了</i>，或者点我的按钮、回复我的话。
       *[private] 比如：<i>3号楼电梯又停了</i>
    }
help-ask = <b>问一问</b>：<i>居住证怎么办</i>，直接问就行
help-open = <b>投票报名</b>：说“投票报名”，看现在有哪些，点一下就行。
help-after =
    <b>看进度</b>：说“我的”。办好了说“解决了”，没好说“没解决”，不报了说“撤回”。说某一件就带上号：<i>#12 解决了</i>
help-role =
    { $role ->
        [captain] <b>您是楼栋长</b>：招人说 <i>招募 周六上午9点清楼道 要6个人</i>；投票说 <i>投票 周六几点大扫除？9点还是10点</i>；给新邻居登记，说 <i>住户码 3-501</i>。
        [worker] <b>您是工作人员</b>：说“我的任务”看今天要办的。新的诉求点“我来接”，办好说 <i>#12 办完了 换了灯泡</i>，回话说 <i>#12 回 下午来</i>。要台账，说“台账”。
       *[steward] <b>您是管理员</b>：/setup 设置小区和群；在群里发 /menu 置顶菜单；给新邻居登记，说 <i>住户码 3-501</i>；要台账，说“台账”。
    }
help-language = 换语言 / English：说“换语言”。
cancelled = 好，不写了。
puzzled = 刚才那句我等了半小时，没再等，所以没记下。请再点一次按钮，然后再写。
name-gone = 一位邻居
name-hidden = 一位居民
words-gone = （内容已经按本人的意思删掉了）
repeat-mark = （可能重复：R-{ $row }）
toast-sent = 发给您了，请看消息。
toast-cancelled = 好，不写了。
day-called = 有您的消息，点下面的按钮看：
day-name = <a href="tg://user?id={ $user }">{ $who }</a>
day-more = 还有 { $names } 位邻居。
day-held = 今天群里说得不少了，还有 { $count } 件明早 8 点再贴。急着看的，点“投票报名”。
day-over = 今天要单独说的，都说到了。
# 当天的小事，一张卡片，只改不另发。
day-cases = <b>小区里的事</b>
day-case = #{ $number } { $place } { $subject ->
    [lift] 电梯
    [light] 楼道灯
    [door] 门和门禁
    [pipe] 水管、下水道
    [rubbish] 垃圾、保洁
    [clutter] 堆物
    [parking] 停车、充电
    [green] 绿化
    [pests] 虫鼠
    [fee] 物业服务
    [facilities] 公共设施
   *[unknown] 一件小事
}：{ $state ->
    [solved] { $body }{ $who }办好了
    [taken] { $body }{ $who }接了{ $due ->
        [none] {""}
       *[some] ，{ $due }前到
    }
   *[filed] { $body }{ $who ->
        [none] {""}
       *[some] { $who }
    }来看{ $due ->
        [none] {""}
       *[some] ，{ $due }前回话
    }
}
day-cases-more = 还有{ $count }件，说“#号”能看。
