# 问一问：怎么听出是在问，怎么答，不知道怎么办。
question-forms = 怎么办|怎么弄|怎么扔|怎么交|怎么缴|怎么开|怎么申请|怎么预约|怎么报名|怎么用|怎么收|怎么走|怎么处理|怎么去|怎么找|怎么算|怎么联系|怎么登记|怎么补|怎么换|怎么领|怎么停|怎么装|怎样|如何|哪里|哪儿|在哪|去哪|几点|多少|多久|多长时间|要带什么|带什么|什么材料|哪些材料|什么手续|什么证|需要什么|要什么|能不能|可不可以|行不行|有没有|是不是|要不要|找谁|问谁|哪个部门|什么时候|收不收|有什么|什么活动|请问|想问|咨询|是什么
question-endings = 吗|么
question-openings = 怎么
question-complaints = 又被|又堵|又停|又坏|又漏|又没|又不|又响|怎么又|怎么还|怎么回事|怎么没|怎么不|怎么这么|怎么搞|怎么老|怎么总|怎么天天|没人管|有没有人管|能不能管|能不能来|谁来管|什么时候能修|什么时候才|什么时候修|到底|还让不让
question-broken = 坏|漏水|漏电|漏气|渗水|停了|不亮|堵了|堵住|断了|掉了|裂|卡住|困在|没水|没电|停水|停电|打不开|关不上|没反应|不动了|不制冷|异响|太吵|吵死|臭|着火|冒烟|被偷|摔|修好|来修|修一下|派人|来人|来看看|处理一下|乱扔|占了|占我|挡住|狗咬
question-how =
    您想问什么？用自己的话说就行。
    比如：<i>旧沙发扔哪里</i>
question-how-group = <a href="tg://user?id={ $user }">{ $who }</a>，请回复这条消息，说您想问什么，比如：<i>旧沙发扔哪里</i>
question-suggested = { $again ->
    [0] 您是想问这个吗？
   *[1] 那是不是这个？
}
question-unknown = { $long ->
    [0] 这个我还不知道。要我帮您问工作人员吗？有回音就告诉您。
   *[1] 您说得挺多，我怕看错。原话我留着，要请工作人员看看吗？
}
question-doubted = 您是要我们去处理，还是想问问怎么办？您的话我记着，点一下就行，不用再写。
question-handed-on = 已经问工作人员了，有回音就告诉您。
guide-card =
    <b>{ $title }</b>
    { $short }
guide-steps =
    <b>{ $title }</b>
    { $steps }
entry-who = 谁能办：{ $text }
entry-place = 地点：{ $text }
entry-hours = 时间：{ $text }
entry-phone = 电话：{ $text }
entry-fee = 费用：{ $text }
entry-papers = 带上：{ $text }
entry-source = <i>来源：{ $source }，{ $year }年{ $month }月{ $day }日核对</i>
entry-stale = <i>这条过了该复查的日子，去之前请先打个电话问一声。</i>
entry-joiner = {"、"}
entry-no-source = 没有写
entry-untitled = 没有标题
guide-answered = <b>工作人员答复</b> · { $who } · { $when }
guide-answer-wanted = 请写一句答复，我原样转给问的人，带上您的名字。
guide-answer-wanted-group = <a href="tg://user?id={ $user }">{ $who }</a>，请回复这条消息写答复，我原样转给问的人，带上您的名字。
guide-thanks = 已经转告{ $asker }了，谢谢。别的邻居也会问的话，点下面的按钮，以后他们也查得到（问的话和您的答复都会看到）。
guide-unanswered = { $asker }的问题等了一个工作日，还没人答：
question-card = { $state ->
    [waiting] <b>有人问，我不知道</b> · { $place } · { $asker }
    [answered] <b>{ $who }答了</b> · { $place } · { $asker }问的
    [reported] <b>转成反映的事了</b> · { $place } · { $asker }
   *[withdrawn] <b>不用答了</b> · { $place } · { $asker }自己收回了
}
button-suggestion = { $title }
button-none-of-these = 都不是
button-ask-workers = 问工作人员
button-report-instead = 我是要反映问题
button-ask-again = 换个说法
button-ask-more = 再问一个
button-is-report = 这是要反映的事
button-is-question = 我是想问问
button-ask-no-more = 不用问了
button-steps = 步骤
button-useful = 有用
button-not-this = 不是这个
button-answer-question = 我来答
button-share-answer = 也让邻居查到
toast-question-handed = 好，我去问工作人员。
toast-question-write = 请写一句。
toast-question-useful = 谢谢，记下了。
toast-question-withdrawn = 好，不问了。
toast-question-shared = 好，以后邻居问起来也查得到。
error-ask-empty = 没看到字，不知道您想问什么。请写几个字，比如：旧沙发扔哪里
error-ask-chat = 我在呢。想知道什么事怎么办，直接问就行，比如：旧沙发扔哪里
error-ask-not-yours = 这是一位邻居问的。您也想知道的话，直接问我一声就行。
error-ask-over = { $state ->
    [waiting] 已经在问工作人员了，不用再点。
    [answered] 工作人员已经答复了，不用再点。
    [reported] 已经转成反映的事了，说“我的”能看进度。
    [withdrawn] 这个问题已经收回了。还想知道的话，再问一次就行。
   *[other] 这一步现在用不着了。
}
error-guide-answer = 请写一句答复（不超过{ $longest }个字），我来转告。
