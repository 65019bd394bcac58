# 一件事的后半程：问一句、缓一缓、办不了、解决了一部分。
case-asked = <b>#{ $number }</b> { $who }想问您一句，您回了就接着办：
case-resumed = <b>#{ $number }</b> { $who }接着办了，{ $due ->
        [none] 尽快
       *[other] { $due }前
    }给您回话。
case-declined = <b>#{ $number }</b> { $who }和同事看过，这件事我们办不了，对不起。
case-objected = <b>#{ $number }</b> { $who }说这件还要办，请看谁来接。
case-partly = <b>#{ $number }</b> { $who }说解决了一部分。辛苦了！
button-partly = 解决了一部分
button-wake = 接着办
button-agree = 同意不办
button-object = 还要办
button-answer-asked = 回一句
toast-resumed = #{ $number } 好，接着办。
toast-agreed = #{ $number } 定了，不办。原因告诉住户了。
toast-objected = #{ $number } 好，这件还要办。
