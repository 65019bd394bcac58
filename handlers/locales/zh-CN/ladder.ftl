# 过了时间还没办好：请谁来看，怎么说。
case-rung = <b>#{ $number }</b> { $place }。{ $handler ->
    [none] 还没人接，说好{ $due }前回话
   *[some] { $handler }接了，说好{ $due }前
}，现在过了{ $days ->
    [0] { $hours ->
        [0] 时间
       *[other] { $hours }小时
    }
   *[other] { $days }天
}。{ $rung ->
    [lead] 请您看看怎么帮一把。
    [committee] { $body }的负责人也请过了，请您出面问一问。
   *[street] 小区里都请过了，请您帮着协调。
}{ $named ->
    [0] （这一步还没定是谁，先告诉您。）
   *[1] {""}
}
rungs-late = 刚才有一阵没法提醒您。有的事过了时间还没人管，请定一下该找谁：
ladder-nobody = <b>#{ $number }</b> 过了时间，该请{ $rung ->
    [lead] { $body }的负责人
    [committee] 全小区的负责人
   *[street] 街道的联系人
}来看了，可是还没定是谁。{ $who ->
    [none] 现在没有别人可以请。
   *[some] 先请{ $who }看了。
}请您定一位：
case-rung-captain = { $late ->
    [0] <b>#{ $number }</b> { $place }的这件过了说好的时间，已经请{ $lead ->
        [0] 别的人
       *[1] { $body }的负责人
    }来看了。您知道就行，不用做什么。
   *[1] 您那儿有的事过了说好的时间，已经请人来看了。您知道就行，不用做什么。
}
case-overdue-told = <b>#{ $number }</b> 说好{ $due }前，还没办好，让您久等了。{ $handler ->
    [none] 还没人接，我们在催
   *[some] 我们提醒{ $handler }了
}{ $next ->
    [none] ，也请{ $lead ->
        [0] 别的人
       *[1] { $body }的负责人
    }来看了。
   *[some] 。到{ $next }还没办好，就请{ $lead ->
        [0] 别的人
       *[1] { $body }的负责人
    }来看。
}
cases-overdue-told = 这几件过了说好的时间，还没办好，让您久等了。我们已经在催：
case-new-hands = <b>#{ $number }</b> { $who }不在这儿办事了，{ $next ->
    [none] 换别的工作人员
   *[some] 换{ $next }
}来看。{ $due ->
    [none] {""}
   *[some] 说好的时间不变：{ $due }前。
}
cases-left = { $who }不在这儿办事了，留下{ $count }件，请您看看：
button-assign = 请别人办
# 谁负责。
setup-leads =
    <b>有事找谁负责？</b>过了时间还没办好，或者没有人管的，就找这几位。
    点一下就能定。也可以写给我，比如：<i>张三是物业的负责人</i>
setup-lead-line = · { $what }：{ $who ->
    [none] 还没定
   *[some] { $who }
}
setup-charge = { $charge ->
    [lead] { $body }的负责人
    [committee] 全小区的负责人
    [street] 街道的联系人
    [arbiter] 退单定归属的人
   *[fallback] 没人管的事先找的人
}
setup-lead-whom = { $what }是哪一位？点名字就好：
setup-lead-nobody = { $what }：现在还没有工作人员可以选。请先点“请工作人员”。
setup-lead-named = 好，{ $what }是{ $who }。轮到这一位的事，会告诉这一位。
setup-lead-you = 您现在是{ $compound }{ $what }。轮到您的事，我会告诉您，不会半夜打扰（有危险的除外）。
setup-lead-is = 是|is
setup-lead-word = 负责人|主管|经理|领导|lead|manager
setup-charge-committee = 全小区的负责人|全小区负责人|小区的负责人|小区负责人|compound lead|the compound lead
setup-charge-street = 街道的联系人|街道联系人|街道的负责人|街道负责人|street contact|the street contact
setup-charge-arbiter = 退单定归属的人|定归属的人|拍板的人|arbiter|the arbiter
setup-charge-fallback = 没人管的事先找的人|先找的人|兜底的人|fallback|the fallback
button-setup-leads = 谁负责
button-setup-lead = { $what }
button-setup-lead-to = { $name }
button-setup-lead-none = 先不定
error-lead-who = 工作人员里我没找到这个人，或者同名的不止一位。请点按钮选：说 /setup，再点“人员”、“谁负责”。
error-lead-what = 小区里现在没有这一家，请先在 /setup 的“归谁管”里加上。
# 够不着了。
group-lost = 我被移出了“{ $place }”的{ $audience ->
    [workers] 工作群。反映的事都在，先一条一条私下发给工作人员。
   *[residents] 居民群。反映的事都在，居民可以私下跟我说。
}要接着用，请再把我加进群。
worker-lost = { $who }关了和我的私聊，提醒发不过去了。手上的事都在。请告诉本人点一下 /start，或者请别人办：
