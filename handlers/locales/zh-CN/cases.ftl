# 反映的事：回执、进度、卡片。
case-filed = <b>#{ $number }</b> 收到了。{ $look ->
    [none] { $body }{ $who ->
        [none] {""}
       *[some] { $who }来看，
    }
   *[other] 现在下班了，{ $body }{ $who ->
        [none] {""}
       *[some] { $who }
    }{ $look }前看，
}{ $due ->
    [none] 尽快
   *[other] { $due }前
}给您回话。
case-seen = 这是在群里说的，大家已经看到了。
case-taken = <b>#{ $number }</b> { $body }{ $who }接了，{ $due ->
        [none] 尽快
       *[other] { $due }前
    }到。
case-replied = <b>#{ $number }</b> { $who }回话了：
case-added = <b>#{ $number }</b> { $who }补充了一句：
case-finished = <b>#{ $number }</b> { $who }说办完了。您看解决了吗？
case-confirmed = <b>#{ $number }</b> { $who }说解决了。辛苦了！
case-reopened = <b>#{ $number }</b> { $who }说没解决，麻烦{ $due ->
        [none] 尽快
       *[other] { $due }前
    }再看看。
case-withdrawn = <b>#{ $number }</b> { $who }撤回了，不用再办。
case-due-soon = { $taken ->
    [0] <b>#{ $number }</b> 还没人接。答应了{ $reporter }{ $due }前回话。
   *[1] <b>#{ $number }</b> 快到时间了：答应了{ $reporter }{ $due }前办。
}
case-overdue = { $taken ->
    [0] <b>#{ $number }</b> 还没人接，已经过了{ $due }。请先给{ $reporter }回句话。
   *[1] <b>#{ $number }</b> 已经过了{ $due }。没办完的话，请先给{ $reporter }回句话。
}
case-noted = { $action ->
    [take] <b>#{ $number }</b> 您接了。请{ $due ->
        [none] 尽快
       *[other] { $due }前
    }回话。
    [reply] <b>#{ $number }</b> 已经转告{ $other }。
    [ask] <b>#{ $number }</b> 问过{ $other }了。等回话的时候，时间先停着，最多三天。
    [wake] <b>#{ $number }</b> 好，接着办，也告诉{ $other }了。
    [agree] <b>#{ $number }</b> 定了，不办。原因告诉{ $other }了。
    [object] <b>#{ $number }</b> 好，这件还要办，等人来接。
    [defer] <b>#{ $number }</b> 好，日子和原因告诉住户了，到时候再提醒您。
    [rate] <b>#{ $number }</b> 记下了，谢谢您。
    [back] <b>#{ $number }</b> 记下了，您家也算一户。办完了告诉您。
    [finish] <b>#{ $number }</b> 记下了，已经请{ $other }看看解决没有。
    [confirm] <b>#{ $number }</b> 记下了，谢谢您。要是又坏了，说“没解决”就行。
    [reopen] <b>#{ $number }</b> 知道了，已经请{ $other ->
        [none] 工作人员
       *[some] { $other }
    }再来看，{ $due ->
        [none] 尽快
       *[other] { $due }前
    }给您回话。
    [withdraw] <b>#{ $number }</b> 撤回了。
   *[add] <b>#{ $number }</b> 加上了，{ $other ->
        [none] 工作人员
       *[some] { $other }
    }看得到。
}
case-words-wanted = { $action ->
    [ask] <b>#{ $number }</b> 想问住户什么？写一句，比如：<i>您家是几楼？</i>等回话的时候，时间先停着。
    [defer] <b>#{ $number }</b> 缓到哪天、为什么？写一句，比如：<i>缓到下周三，等配件到货</i>
    [heard] <b>#{ $number }</b> 您听到了什么？写一句，我先请本人看看对不对。
    [finish] <b>#{ $number }</b> 请写一句办得怎么样，或者发张照片，比如：<i>换了门锁，试过能用</i>
    [add] <b>#{ $number }</b> 想补充什么？写一句，或者发张照片。
   *[reply] <b>#{ $number }</b> 请写一句回话，比如：<i>今天下午三点来</i>
}
case-words-wanted-group = <a href="tg://user?id={ $user }">{ $who }</a>，{ $action ->
    [ask] <b>#{ $number }</b> 请回复这条消息，写一句想问住户的，比如：<i>您家是几楼？</i>等回话的时候，时间先停着。
    [defer] <b>#{ $number }</b> 请回复这条消息，写一句缓到哪天、为什么，比如：<i>缓到下周三，等配件到货</i>
    [heard] <b>#{ $number }</b> 请回复这条消息，写一句您听到的，我先请本人看看对不对。
    [finish] <b>#{ $number }</b> 请回复这条消息，写一句办得怎么样，或者发张照片，比如：<i>换了门锁，试过能用</i>
    [add] <b>#{ $number }</b> 请回复这条消息，写一句想补充的。
   *[reply] <b>#{ $number }</b> 请回复这条消息，写一句回话，比如：<i>今天下午三点来</i>
}
report-how =
    请说哪里、怎么了，一条消息就行，发照片、语音也行。
    比如：<i>3号楼电梯又停了</i>
report-more = 说详细一点好吗？哪里、怎么了。找别的，点下面四个键。
report-how-group = <a href="tg://user?id={ $user }">{ $who }</a>，请回复这条消息，说哪里、怎么了，比如：<i>3号楼电梯又停了</i>
case-words = <b>#{ $number }</b> 全文（{ $page }/{ $pages }）
case-media = <b>#{ $number }</b> 的照片和文件，共{ $count }个
card-state = { $state ->
    [filed] <b>#{ $number }</b> 待接 · { $who ->
        [none] { $body }
       *[some] { $body }{ $who }
    }
    [taken] <b>#{ $number }</b> { $round ->
        [0] 在办
       *[other] 再办
    } · { $body }{ $who }
    [waiting] <b>#{ $number }</b> 等住户回话 · { $body }{ $who }
    [deferred] <b>#{ $number }</b> { $until ->
        [none] 先缓一缓
       *[other] 缓到{ $until }
    } · { $body }{ $who }
    [declining] <b>#{ $number }</b> 说办不了，等第二位看 · { $body }{ $who }
    [finished] <b>#{ $number }</b> 办完，等确认 · { $body }{ $who }
    [confirmed] <b>#{ $number }</b> 已解决 · { $body }{ $who }
    [partly] <b>#{ $number }</b> 解决了一部分 · { $body }{ $who }
    [silent] <b>#{ $number }</b> 办完，未回复，不算满意 · { $body }{ $who }
    [declined] <b>#{ $number }</b> 办不了，原因说明过 · { $body }{ $who }
   *[withdrawn] <b>#{ $number }</b> 已撤回
}
card-origin = { $place } · { $reporter }反映
card-due = { $provisional ->
    [0] { $due }前
   *[1] { $due }前（节假日安排还没公布，可能会变）
}
card-media = 附件{ $count }个
card-step = { $at } { $who }{ $action ->
    [take] 接了
    [reply] 回话
    [ask] 问住户
    [defer] 缓一缓
    [wake] 接着办
    [return] 退回
    [decline] 说办不了
    [agree] 同意不办
    [object] 说还要办
    [finish] 办完
    [confirm] 说解决了
    [partly] 说解决了一部分
    [reopen] 说没解决
    [rate] 评了一下
    [withdraw] 撤回
   *[add] 补充
}{ $words ->
    [none] {""}
   *[some] ：{ $words }
}
my-cases = <b>您反映过的</b>，点号码看进度，说“#{ $number }”也行：
my-next = { $state ->
    [filed] { $body }{ $who ->
        [none] {""}
       *[some] { $who }
    }来看，{ $due ->
        [none] 尽快
       *[other] { $due }前
    }给您回话
    [taken] { $body }{ $who ->
        [none] {""}
       *[some] { $who }
    }在办，{ $due ->
        [none] 尽快办好
       *[other] { $due }前
    }
    [waiting] 等您回一句话，回了就接着办
    [deferred] { $until ->
        [none] 先缓一缓，到时候接着办
       *[other] 缓到{ $until }，到时候接着办
    }
    [declining] 工作人员在商量办不办得了，定了告诉您
    [finished] 等您看看：解决了吗？
    [partly] 解决了一部分。还要办就说“没解决”
    [silent] 办完了，还等您说一句：解决了吗？
    [declined] 办不了，原因告诉过您
   *[confirmed] 解决了。又坏了就说“没解决”
}
my-cases-none = 您还没反映过问题。哪里坏了，直接说一句就行。
duties-late = 刚才有一阵没法提醒您。这{ $count }件要看一下：
duty-late = <b>#{ $number }</b> { $due }前
toast-taken = #{ $number } 您接了。请{ $due ->
        [none] 尽快
       *[other] { $due }前
    }回复住户。
toast-confirmed = #{ $number } 记下了，谢谢您。
toast-reopened = #{ $number } 知道了，{ $due ->
        [none] 尽快
       *[other] { $due }前
    }再给您回话。
toast-withdrawn = #{ $number } 撤回了。
toast-write = #{ $number } 请写一句，我来转告。
toast-write-report = 请说哪里、怎么了。
toast-filed = #{ $number } 登记了。
# 分流：大事、小事、私事只给工作人员看；反映的人读到的是“谁来办”。
card-who = 谁来办：{ $stream ->
    [public] 政府部门来办
    [private] 邻里商量着办，我们帮着牵线
   *[community] 小区和社区来办
}
card-stream = 分流：{ $stream ->
    [public] 大事
    [private] 私事
   *[community] 小事
}
card-stream-proposed = 分流建议：{ $stream ->
    [public] 大事
    [private] 私事
   *[community] 小事
}（{ $reason ->
    [gas] 说到燃气
    [crime] 说到治安
    [building] 说到违建、承重墙
    [street] 说到马路、市政设施
    [pollution] 说到污染、工地
    [fire] 说到消防
    [papers] 说到社保、证件
    [utilities] 说到停水停电
    [lift] 说到电梯
    [light] 说到楼道灯
    [door] 说到门和门禁
    [pipe] 说到漏水、下水道
    [rubbish] 说到垃圾、保洁
    [clutter] 说到堆物
    [parking] 说到停车、充电
    [green] 说到绿化
    [pests] 说到虫鼠、流浪动物
    [fee] 说到物业服务
    [facilities] 说到公共设施
    [neighbour] 说到邻居
    [noise] 说到噪音
    [renovation] 说到装修
    [family] 说到家里的事
    [money] 说到欠款、房租
   *[unknown] 看不出是什么事
}{ $sure ->
    [1] {""}
   *[0] ，拿不准
}）
case-stream-which = <b>#{ $number }</b> 改成哪一种？
case-stream-told = <b>#{ $number }</b> { $stream ->
    [public] 这件事要政府部门来办，{ $body }{ $who ->
        [none] {""}
       *[some] { $who }
    }去报、去盯，
    [private] 这件事邻里商量着办，{ $body }{ $who ->
        [none] {""}
       *[some] { $who }
    }帮着牵线，
   *[community] 这件事小区和社区来办，{ $body }{ $who ->
        [none] {""}
       *[some] { $who }
    }
}{ $due ->
    [none] 有消息就给您回话。
   *[other] { $due }前给您回话。
}
button-stream = { $stream ->
    [public] 大事
    [private] 私事
   *[community] 小事
}{ $mark ->
    [1] {" "}✓
   *[0] {""}
}
button-stream-change = 改分流
toast-stream = #{ $number } 定为{ $stream ->
    [public] 大事
    [private] 私事
   *[community] 小事
}了。
# 回话先问一声：发给居民，还是只内部记。
case-note = <b>#{ $number }</b> 这句话发给{ $reporter }吗？
case-note-kept = <b>#{ $number }</b> 刚才那句半小时没选，只内部记了，没发给住户。要发的话，点“回话”再写一句。
button-send = 发给居民
button-keep = 只内部记
button-note-other = 是另一件事，请登记
toast-note = { $sent ->
    [1] #{ $number } 发给住户了。
   *[0] #{ $number } 只内部记了。
}
card-aside = { $at } { $who }{ $kind ->
    [draft] 写了，还没发
    [heard] 听到（等本人确认）
    [was] 改之前写的
   *[note] 内部记
}{ $words ->
    [none] {""}
   *[some] ：{ $words }
}
words-aside = { $who }（内部）
# 语音：工作人员写成文字，本人说对不对。
case-heard = <b>#{ $number }</b> 您的语音，{ $who }听下来是这样：
case-heard-right = 是这个意思吗？
case-heard-asked = <b>#{ $number }</b> 已经请{ $reporter }看看对不对。
card-spoken = （有一句是语音写成的文字，本人看过，说对）
button-hear = 听（{ $count }）
button-hear-write = 写成文字
button-right = 对
button-wrong = 不对，我补充
toast-heard = { $right ->
    [1] #{ $number } 好，就照这个办。
   *[0] #{ $number } 请您再说一句。
}
# 给谁看。
case-shared = { $who ->
    [none] { $place }的邻居
   *[some] { $place } { $who }
}反映的，大家都能看：
case-down-yourself = <b>#{ $number }</b> 这条我撤不了：我不是群管理员，或者时间太久了。请长按您那条消息，点“删除”，再勾“同时为所有人删除”。
button-share = 大家都能看
button-unshare = 只给工作人员看
button-down = 请帮我撤掉群里那条
toast-shared = { $all ->
    [1] #{ $number } 现在大家都能看，不写您的名字。
   *[0] #{ $number } 现在只有工作人员能看。
}
toast-down = 好，这就撤掉群里那条。
# 几件一起提醒。
cases-untaken = { $over ->
    [1] 这{ $count }件还没人接，已经过了{ $due }。请先回句话：
   *[0] 这{ $count }件还没人接，答应了{ $due }前回话：
}
case-untaken = <b>#{ $number }</b>
