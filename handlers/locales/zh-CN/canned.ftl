# 常用回复：写一次，哪件事都能用。
verb-canned = 快捷回复|常用回复
canned-drop-words = 删|删除|删掉|不要
canned-holes = name=name|称呼=name|姓名=name|number=number|编号=number|号=number|place=place|地点=place|哪里=place|due=due|time=due|时间=due|几点=due
canned-neighbour = 邻居
canned-list = <b>常用回复</b>
canned-empty = 还没有常用回复。
canned-kept = { $changed ->
    [1] 改好了。
   *[0] 记下了。
}
canned-line = <b>{ $name }</b>：{ $words }
canned-how =
    加一条或改一条：<i>快捷回复 电梯 您好{ $name }，电梯师傅{ $due }前到</i>
    会自动填上：{ $name } 称呼，{ $number } 编号，{ $place } 地点，{ $due } 几点前
    用的时候点卡片上的“常用回复”，或者说 <i>#12 常用回复 电梯</i>。先给您看一遍，您点了“发给居民”才发。
canned-which = <b>#{ $number }</b> 用哪一条？先填好给您看，不会直接发出去。
button-canned = 常用回复
button-canned-drop = 删掉“{ $name }”
toast-canned = #{ $number } 填好了，请看一遍再发。
toast-canned-gone = “{ $name }”删掉了。
error-canned-hole = 我不认得“{ $hole }”。大括号里只能写这几个：称呼、编号、地点、几点，比如：您好{"{"}称呼{"}"}，{"{"}几点{"}"}前到
error-canned-wording = 请先写个名字（最多{ $name }个字），空一格再写回复（最多{ $words }个字），最多{ $most }条。比如：快捷回复 电梯 您好，师傅马上到
error-canned-none = 没有这条常用回复。{ $names ->
    [none] 还一条都没有，说“快捷回复”看怎么加。
   *[other] 现在有：{ $names }
}
error-canned-over = #{ $number } 已经办完了，不用再回。
