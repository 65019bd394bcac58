# 反映的事：回执、进度、卡片。
case-filed = { $who ->
    [none] <b>#{ $number }</b> 收到了。{ $body }{ $due ->
        [none] 尽快
       *[other] { $due }前
    }给您回话。
   *[some] <b>#{ $number }</b> 收到了。{ $body }{ $who }来看，{ $due ->
        [none] 尽快
       *[other] { $due }前
    }给您回话。
}
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
    [finish] <b>#{ $number }</b> 请写一句办得怎么样，比如：<i>换了门锁，试过能用</i>
    [add] <b>#{ $number }</b> 想补充什么？写一句，或者发张照片。
   *[reply] <b>#{ $number }</b> 请写一句回话，比如：<i>今天下午三点来</i>
}
case-words-wanted-group = <a href="tg://user?id={ $user }">{ $who }</a>，{ $action ->
    [finish] <b>#{ $number }</b> 请回复这条消息，写一句办得怎么样，比如：<i>换了门锁，试过能用</i>
    [add] <b>#{ $number }</b> 请回复这条消息，写一句想补充的。
   *[reply] <b>#{ $number }</b> 请回复这条消息，写一句回话，比如：<i>今天下午三点来</i>
}
report-how =
    请说哪里、怎么了，一条消息就行，发照片、语音也行。
    比如：<i>3号楼电梯又停了</i>
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
    [finished] <b>#{ $number }</b> 办完，等确认 · { $body }{ $who }
    [confirmed] <b>#{ $number }</b> 已解决 · { $body }{ $who }
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
    [finish] 办完
    [confirm] 说解决了
    [reopen] 说没解决
    [withdraw] 撤回
   *[add] 补充
}{ $words ->
    [none] {""}
   *[some] ：{ $words }
}
my-cases = <b>您反映过的</b>，点号码看进度：
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
