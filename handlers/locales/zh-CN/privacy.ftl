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
privacy-preview = <b>#{ $number }</b> 要是选“{ $privacy ->
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
