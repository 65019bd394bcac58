# 谁能看到是谁反映的。
verb-privacy = 谁能看到|谁看得到|匿名|不要写我的名字|别写我的名字|别写我名字
verb-hidden = 匿名反映|匿名报修|匿名举报|匿名说
button-privacy = 谁能看到
button-privacy-choice = { $privacy ->
    [named] 都能看到是我
    [handlers] 工作人员也看不到是我
   *[neighbours] 只有工作人员看得到是我
}{ $mark ->
    [1] {" "}✓
   *[0] {""}
}
button-privacy-take = 就这样
button-privacy-other = 换一个
case-privacy = <b>#{ $number }</b> 您的名字给谁看？现在是：{ $privacy ->
    [named] 都能看到是您。
    [handlers] 工作人员也看不到是您，我来转话。
   *[neighbours] 只有工作人员看得到是您。
}
    点一个，先看看别人看到的是什么样。
case-privacy-preview = <b>#{ $number }</b> 要是选“{ $privacy ->
    [named] 都能看到是我
    [handlers] 工作人员也看不到是我
   *[neighbours] 只有工作人员看得到是我
}”：
privacy-neighbours = { $shared ->
    [1] <b>邻居看到的：</b>
   *[0] <b>邻居现在看不到这件事。</b>您要是点了“大家都能看”，他们看到的是：
}
privacy-handlers = <b>工作人员看到的：</b>
privacy-aloud = 这件事您是在群里说的，群里的人已经看到是您，这个我改不了。
privacy-before = 选了以后，工作人员有话我来转给您。选之前发出去的消息收不回来；您写的话里有名字、电话、门牌的，请点“划掉我写的”。
toast-privacy = #{ $number } { $privacy ->
    [named] 好，都能看到是您反映的。
    [handlers] 好，工作人员也看不到是您了，有话我来转。
   *[neighbours] 好，只有工作人员看得到是您。
}
card-withheld = （还有{ $count }个文件没给看：文件名和拍摄信息会带出是谁。可以请本人改发照片）
error-hidden-words = 请把事情一起说，比如：匿名反映 3号楼有人在楼道充电
# 划掉自己写的、改自己写的。
button-strike = 划掉我写的…
struck-out = （本人已划掉）
card-struck = { $count ->
    [1] （本人已划掉）
   *[other] （本人已划掉{ $count }段）
}
card-changed = （本人改过{ $count }次，改前的在下面）
case-strike = <b>#{ $number }</b> 这些是您写的、发的。要划掉哪一个？
case-strike-words = { $place }. { $words }
case-strike-none = <b>#{ $number }</b> 您写的都划掉了，没有别的了。
case-strike-sure = <b>#{ $number }</b> { $file ->
    [1] 划掉这个文件？划掉以后谁也看不到，我这里也不留，找不回来。两天以前发出去的那份，我收不回来。
   *[0] 划掉这一段？划掉以后谁也看不到，我这里也不留，找不回来。
}
strike-aloud = 您在群里说的那条还在群里，要请您自己删，或者点“请帮我撤掉群里那条”。
button-strike-words = 划掉第{ $place }段
button-strike-file = 划掉{ $kind ->
    [photo] 照片
    [video] 视频
    [voice] 语音
    [location] 位置
   *[other] 文件
}{ $place }
button-strike-do = 划掉
button-strike-leave = 不划了
toast-struck = #{ $number } { $file ->
    [1] 好，这个文件没有了。
   *[0] 好，这一段划掉了。
}
error-struck-already = #{ $number } 这个已经划掉了，不用再点。
case-edit-late = <b>#{ $number }</b> 您改了原来那条消息。这件事已经办完，我这里没跟着改。不想留的，点“划掉我写的”；还有要说的，说“#{ $number } 补充”再写一句。
