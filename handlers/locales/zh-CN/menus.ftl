verb-language = 换语言|切换语言|语言|中文|说中文
verb-menu = 置顶菜单
# 输入 / 时看到的命令说明。
menu-report = 反映问题：哪里坏了，说一句就行
menu-ask = 问一问：办事、电话、时间
menu-vote = 投票报名：现在有哪些
menu-my = 我的：我反映的、我参加的
menu-me = 我的资料：住处、身份
menu-language = 换语言 / Language
menu-help = 怎么用
menu-poll = 发起投票
menu-call = 招募人手
menu-code = 给新邻居的住户码
menu-duties = 我今天要办的
menu-ledger = 导出台账
menu-setup = 设置小区
menu-menu = 在群里置顶菜单
# 群里置顶的卡片、换语言、“我的”。
menu-card =
    <b>有事找小邻</b>
    哪儿坏了、怎么办事、投票报名，点下面就行。{ $place ->
        [group] 也可以在群里叫我一声：<i>小邻 3号楼电梯又停了</i>
       *[deaf] 也可以在群里发：<i>/report 3号楼电梯又停了</i>
    }
    谁来办、几点前到，我单独告诉您，不吵大家。
menu-unbound = 这个群还没有设到哪个小区、哪栋楼，菜单先放不上来。请群管理员在群里发 /setup，五分钟就好。
language-which = 用哪种语言？Which language?
language-zh = 中文
language-en = English
language-set = 好，以后跟您说中文。
mine-calls = <b>我报名的</b>
mine-call =
    { $title }：{ $seat ->
        [waiting] 在候补
       *[coming] 报上名了
    }
mine-leave = 退出：{ $title }
mine-home = <b>我是</b>
mine-belongs =
    { $place }：{ $role ->
        [captain] 楼栋长
        [worker] 工作人员
        [steward] 管理员
       *[resident] 居民
    }
