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
# 海报。
poster-spots = 电梯=lift|楼道=corridor|走廊=corridor|大门=gate|大门口=gate|门口=gate|说事点=talk
poster-making = 好，海报这就做，一会儿发给您。
poster-ready = “{ $where }”的海报。打印出来贴上就行，谁扫都能用。
poster-here = 您在 <b>{ $where }</b>。
    这里怎么了？说一句，或者拍张照发来就行。
poster-title = 这里有问题？
poster-scan = 手机扫一扫，点“开始”，说一句就行
poster-after = 谁来办、几点前来，都会告诉您
error-poster-unknown = 这张海报已经不用了。您直接说哪里、怎么了，也一样。
error-poster-spot = 请说贴在哪里（30个字以内），比如：海报 3栋电梯
error-poster-many = 您今天在这里反映得够多了，先让师傅们办着，明天再说。着急的请打物业电话。
# 代报。
case-slip = <b>#{ $number }</b> 替{ $reporter }记下了。请念给本人听，或者抄给本人：
    “您的事编号<b>{ $number }</b>，{ $body }{ $who ->
        [none] {""}
       *[some] { $who }来看，
    }{ $due ->
        [none] 尽快
       *[other] { $due }前
    }给您回话。要问，报{ $number }号就行。”
case-called-again = <b>#{ $number }</b> 记下了：本人说没解决，已经请师傅再办。
card-phone = 回电：{ $phone }
button-call-later = 记着给本人回电话
button-called = 电话打过了
button-called-solved = 打电话问过：解决了
button-called-unsolved = 打电话问过：没解决
toast-call-later = #{ $number } 记下了，您的任务里有这个电话。
toast-called = #{ $number } { $outcome ->
    [solved] 记下了：电话里说解决了（不算本人评价）。
    [unsolved] 记下了，已经请师傅再办。
   *[reached] 好，电话打过了。
}
error-behalf-words = 请写谁、电话（没有就不写）、哪里怎么了，比如：代报 张阿姨 13800000000 3栋2单元 水管漏
duty-calls = <b>要回的电话</b>
duty-call = <b>#{ $number }</b> { $name }{ $phone ->
    [none] {""}
   *[some] {" "}{ $phone }
}
button-duty-called = #{ $number } 打过了
# 说的是哪里。
case-where = <b>#{ $number }</b> 是哪里的事？点一个，或者说“#{ $number } 地方 3栋2单元”。
case-placed = <b>#{ $number }</b> 改到{ $where }了。
button-where = 改地方
button-place = { $name }
button-place-all = 整个小区
toast-moved = #{ $number } 改好了。
error-place-unknown = 没找到这个地方。请照小区的叫法说，比如：3栋2单元、北门
# 转来的话；说的是哪一件。
case-passed-on = 转来的这段话要登记吗？登记了，有消息告诉您；写的人是谁，我不记。
button-held-file = 登记
button-held-leave = 不用
case-which = 您说的是哪一件？
case-which-line = <b>#{ $number }</b>
button-held-new = 新的一件
toast-held = #{ $number } 好，记下了。
error-held-over = 这段话已经处理过了。还有要说的，直接再发一句。
