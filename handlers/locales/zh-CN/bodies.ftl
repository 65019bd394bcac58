# 归谁办：回避、退单、请假、权责清单、交办。
verb-recuse = 我要回避|回避|跟工作人员有关|与工作人员有关|和工作人员有关
verb-return = 退单|退回|退|不归我们管|不归我们
verb-join-body = 联办|一起办|请一起办
verb-matters = 权责清单|责任清单|事项清单
verb-task = 交办|交办任务
leave-words = 我请假|请假|我要请假|我想请假|我休假|休假|我要休假|我休年假|away|i am away|i'm away|on leave|i am on leave
leave-over-words = 销假|我销假|我回来上班了|我回来上班|休完假了|假期结束了|i am back at work|i'm back at work|back at work
# 回避：反映的人说到了工作人员，先不让那个人看到。
card-apart = 这件事另有人办，这里不再更新。
case-about-worker = <b>#{ $number }</b> 这件事说的是{ $who }吗？您没选以前，先不让{ $who }看到，由别的工作人员来办。
case-about-whom = <b>#{ $number }</b> 说的是哪一位？点一下，这件事就不让那个人看到，也不发到工作群，由别的工作人员来办。
case-about-noone = <b>#{ $number }</b> 这里没有别的工作人员了。
case-about-kept = <b>#{ $number }</b> 记下了：不让那个人看到，由别的工作人员来办。
case-about-nobody = <b>#{ $number }</b> 除了说到的人，这里还没有别的工作人员能看这件事。请直接打社区或街道的电话说，我这边替您留着。
recused-noted = <b>#{ $number }</b> 好，这件事您回避了，不用您管，也不再给您看。
button-about-yes = 是，别让他看到
button-about-no = 不是
button-about-whom = 这件事与某位工作人员有关
button-recuse = 我要回避
toast-recused = #{ $number } 您回避了。
toast-about = { $kept ->
    [1] #{ $number } 好，不让那个人看到。
   *[0] #{ $number } 好，照平常办。
}
error-recused-already = #{ $number } 已经不让{ $who }看到了，不用再点。
# 退单：最多两次，第三次请人定；答应的时间不变。
button-return = 退单
button-return-why = { $reason ->
    [ours] 是别家的事
    [power] 没有这个权限
   *[place] 不在我们管的地方
}
button-return-anybody = 不知道归谁
case-return-why = <b>#{ $number }</b> 为什么退？答应住户的时间不会变。
case-return-whose = <b>#{ $number }</b> 该归谁办？
case-returned = <b>#{ $number }</b> 退给{ $to }了（{ $place }）。答应住户的时间没变。
case-given = <b>#{ $number }</b> { $reason ->
    [decided] { $who }定了，这件事归您这边办
    [power] { $who }退过来的，说没有这个权限
    [place] { $who }退过来的，说不在他们管的地方
   *[ours] { $who }退过来的，说归您这边办
}：{ $place }，{ $due ->
    [none] 时间已经过了，请先给住户回句话
   *[other] { $due }前
}。
case-moved = <b>#{ $number }</b> 您的事转给{ $to }来办了（{ $place }）{ $due ->
    [none] ，会尽快给您回话
   *[other] ，还是{ $due }前给您回话
}。
case-disputed = <b>#{ $number }</b> 已经退过两次了，{ $who ->
    [none] 请管理员定归谁。定以前还在您这边
   *[some] 请{ $who }来定归谁。定以前还在您这边
}（{ $place }）。
case-decide = <b>#{ $number }</b> 退过两次了，请您定归谁办。{ $place }，现在在{ $body }，{ $who }说{ $reason ->
    [power] 没有这个权限
    [place] 不在他们管的地方
   *[ours] 是别家的事
}：
case-decided = <b>#{ $number }</b> 定了，归{ $to }办。
case-join-which = <b>#{ $number }</b> 请哪家一起办？主办的不变，一起办的也算在内。
case-join-nobody = <b>#{ $number }</b> 这里没有别家可以请了。
case-join-asked = <b>#{ $number }</b> { $who }请您这边一起办：{ $place }，{ $due ->
    [none] 时间已经过了
   *[other] { $due }前
}。
button-join-body = 请别家一起办
toast-returned = #{ $number } 记下了。
toast-body = #{ $number } 记下了。
card-basis = 依据：{ $basis }
card-joined = 一起办：{ $bodies }
error-return-other = #{ $number } 现在不在您这边，不用您来退。
error-return-same = #{ $number } 本来就在那里了。请选别家。
error-return-decided = #{ $number } 已经有人定了归谁，不能再退了。
# 请假。
leave-day = { $month }月{ $day }日
leave-noted = 知道了，{ $one ->
    [1] { $first }
   *[0] { $first }到{ $last }
}不给您派新的。{ $asked ->
    [0] {""}
   *[other] 您手上的{ $asked }件，已经问了别的同事。
}回来早了，说“销假”就行。
leave-over = { $ended ->
    [1] 欢迎回来，又可以给您派事了。
   *[0] 您现在没有请假。
}
error-leave = 请说从哪天到哪天，比如：我请假 明天到周五
# 权责清单：用表格发来，看过再启用。
matters-column-matter = 事项|事项名称|名称|matter
matters-column-words = 说法|大家怎么说|关键词|words
matters-column-body = 责任主体|责任单位|主办单位|谁来办|body
matters-column-basis = 依据|法律依据|政策依据|basis
matters-column-limit = 时限|办理时限|办结时限|time limit|limit
matters-column-stream = 分流|类别|stream
matters-column-grade = 等级|紧急程度|grade
matters-stream-public = 大事|政府|public
matters-stream-community = 小事|小区|社区|community
matters-stream-private = 私事|邻里|private
matters-grade-danger = 危险|紧急|特急|danger
matters-grade-supply = 停水停电|民生急事|水电气暖|supply
matters-grade-ordinary = 一般|普通|ordinary
matters-grade-complex = 复杂|疑难|complex
matters-limit = { $count }{ $unit ->
    [days] 个工作日
    [hours] 小时
   *[minutes] 分钟
}
matters-examples =
    电梯故障|电梯停了;电梯困人|物业|《物业管理条例》|2小时|小事|紧急
    楼道灯不亮|灯不亮;路灯坏了|物业|《物业服务合同》|1个工作日|小事|一般
    邻里噪音|楼上太吵;半夜装修|居委会|《居民公约》|3个工作日|私事|一般
matters-how =
    { $version ->
        [0] 现在还没有权责清单，来的事都先给默认的那一家。
       *[other] 现在用的是第{ $version }版权责清单，{ $count }条。
    }
    要换新的，把表格（Excel 或 CSV）发给我：事项、说法、责任主体、依据、时限、分流、等级。前面一张表马上发给您，照着改就行。
matters-reading = 收到了，正在看。
matters-preview =
    这份清单（第{ $version }版）有{ $count }条，{ $bodies }家来办；比现在用的多{ $new }条，少{ $gone }条。
    启用以后，新来的事照它分派；旧的那份留着。
matters-bad = 有{ $bad }行用不了，一条都没收。改好再发一次就行：
matters-line = 第{ $line }行：{ $why ->
    [no-matter] 没写事项
    [no-body] 没写责任主体
    [unknown-body] 责任主体不认识，请先在“设置”里加上
    [no-basis] 没写依据
    [limit] 时限看不懂，比如：2小时、3个工作日
    [stream] 分流看不懂，只能写大事、小事、私事
    [grade] 等级看不懂，只能写紧急、停水停电、一般、复杂
    [formula] 有公式，请改成文字
    [long] 写得太长
    [barred] 这类事不能交给居委会（负面清单）
   *[twice] 和前面的事项重名
}
matters-more = 还有{ $count }行。
matters-broken = 这个文件用不了：{ $why ->
    [old-excel] 是旧的 .xls，请另存为 .xlsx 再发
    [too-large] 太大了
    [too-many] 太长了，最多{ $most }条
    [no-header] 没找到表头，要有“事项”“责任主体”“依据”三列
    [empty] 里面没有内容
    [coding] 看不出是什么文字编码，请另存为 .xlsx 再发
   *[unreadable] 打不开
}。
matters-live = 第{ $version }版权责清单启用了，{ $count }条。
matters-sheet = { $version ->
    [0] 这是样表，改好发给我就行。
   *[other] 这是现在用的权责清单。
}
button-matters-on = 启用
button-matters-drop = 不用了
toast-matters = 第{ $version }版启用了。
error-matters-stale = 这份清单已经启用、作废，或者换了新的。说“权责清单”看最新的。
error-matters-file = 这里要一个表格文件（Excel 或 CSV）。不发了的话，说“算了”。
# 交办：清单里有的直接办，没有的等居委会同意；六类事不能交给居委会。
error-barred = 这件事属于{ $barred ->
    [enforcement] 行政执法
    [demolition] 拆迁拆违
    [clean-up] 环境整治
    [city] 城市管理
    [safety] 安全生产
   *[fire] 应急消防
}，在负面清单里，不能交给居委会来办。请交给有这个职责的部门。
error-task-nobody = 这里没有居委会，没法交办。
error-task-decided = 这件交办已经答复过了，不用再点。
task-wanted = 要交办什么？写一段话给我。
task-waits = 清单里没有这一项，已经请{ $to }看。他们同意了才算数。
task-listed = <b>#{ $number }</b> 清单里有，{ $to }这就办。
task-asked = { $who }交办一件清单里没有的事。接不接由你们定：
task-agreed = <b>#{ $number }</b> 您交办的，{ $who }同意了，{ $due ->
    [none] 尽快办
   *[other] { $due }前办
}。
task-taken = <b>#{ $number }</b> 您同意了，已经立了一件，{ $due ->
    [none] 请尽快
   *[other] { $due }前办
}。
task-why = 为什么退回？
task-returned = 您交办的这件，{ $who }退回了：{ $reason ->
    [list] 不在居委会的清单里
    [power] 居委会没有这个权限
   *[hands] 没有人手或经费
}。
task-noted = 记下了，已经告诉对方。
button-task-agree = 同意
button-task-return = 退回
button-task-why = { $reason ->
    [list] 不在清单里
    [power] 没有这个权限
   *[hands] 没有人手或经费
}
toast-task = #{ $number } 立了一件。
toast-task-back = 退回了。
