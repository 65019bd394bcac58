# Reported matters: receipts, progress, cards.
case-filed = { $who ->
    [none] <b>#{ $number }</b> Got it. { $body } will write back { $due ->
        [none] soon
       *[other] by { $due }
    }.
   *[some] <b>#{ $number }</b> Got it. { $who } ({ $body }) looks at it and writes back { $due ->
        [none] soon
       *[other] by { $due }
    }.
}
case-taken = <b>#{ $number }</b> { $who } ({ $body }) has taken it and comes { $due ->
        [none] soon
       *[other] by { $due }
    }.
case-replied = <b>#{ $number }</b> { $who } writes:
case-added = <b>#{ $number }</b> { $who } adds:
case-finished = <b>#{ $number }</b> { $who } says it is done. Is it solved for you?
case-confirmed = <b>#{ $number }</b> { $who } says it is solved. Thank you!
case-reopened = <b>#{ $number }</b> { $who } says it is not solved. Please look again { $due ->
        [none] soon
       *[other] by { $due }
    }.
case-withdrawn = <b>#{ $number }</b> { $who } has taken it back; nothing more to do.
case-due-soon = { $taken ->
    [0] <b>#{ $number }</b> Nobody has taken it yet. { $reporter } was promised word by { $due }.
   *[1] <b>#{ $number }</b> Time is nearly up: { $reporter } was promised { $due }.
}
case-overdue = { $taken ->
    [0] <b>#{ $number }</b> Nobody has taken it, and { $due } has passed. Please write a word to { $reporter } first.
   *[1] <b>#{ $number }</b> { $due } has passed. If it is not done yet, please write a word to { $reporter } first.
}
case-noted = { $action ->
    [take] <b>#{ $number }</b> It is yours. Please write back { $due ->
        [none] soon
       *[other] by { $due }
    }.
    [reply] <b>#{ $number }</b> { $other } has been told.
    [finish] <b>#{ $number }</b> Noted. { $other } is asked whether it is solved.
    [confirm] <b>#{ $number }</b> Noted, thank you. If it breaks again, say “not solved”.
    [reopen] <b>#{ $number }</b> Understood. { $other ->
        [none] The workers look
       *[some] { $other } looks
    } at it again, { $due ->
        [none] soon
       *[other] by { $due }
    }.
    [withdraw] <b>#{ $number }</b> Taken back.
   *[add] <b>#{ $number }</b> Added, { $other ->
        [none] the workers
       *[some] { $other }
    } can see it.
}
case-words-wanted = { $action ->
    [finish] <b>#{ $number }</b> How did it go? One sentence, for example: <i>New lock fitted, it works</i>
    [add] <b>#{ $number }</b> What would you like to add? A sentence or a photo.
   *[reply] <b>#{ $number }</b> What shall I tell them? For example: <i>I come at three this afternoon</i>
}
case-words-wanted-group = <a href="tg://user?id={ $user }">{ $who }</a>, { $action ->
    [finish] <b>#{ $number }</b> please reply to this message with a sentence on how it went, for example: <i>New lock fitted, it works</i>
    [add] <b>#{ $number }</b> please reply to this message with what you would like to add.
   *[reply] <b>#{ $number }</b> please reply to this message with your answer, for example: <i>I come at three this afternoon</i>
}
report-how =
    Say where and what is wrong, in one message; a photo or a voice message is fine.
    For example: <i>The lift in building 3 has stopped again</i>
report-how-group = <a href="tg://user?id={ $user }">{ $who }</a>, please reply to this message and say where and what, for example: <i>The lift in building 3 has stopped again</i>
case-words = <b>#{ $number }</b> Full text ({ $page }/{ $pages })
case-media = <b>#{ $number }</b> Pictures and files: { $count }
card-state = { $state ->
    [filed] <b>#{ $number }</b> Not taken yet · { $who ->
        [none] { $body }
       *[some] { $who } ({ $body })
    }
    [taken] <b>#{ $number }</b> { $round ->
        [0] In work
       *[other] In work again
    } · { $who } ({ $body })
    [finished] <b>#{ $number }</b> Done, not confirmed yet · { $who } ({ $body })
    [confirmed] <b>#{ $number }</b> Solved · { $who } ({ $body })
   *[withdrawn] <b>#{ $number }</b> Taken back
}
card-origin = { $place } · reported by { $reporter }
card-due = { $provisional ->
    [0] By { $due }
   *[1] By { $due } (public holidays are not published yet, this may change)
}
card-media = Attachments: { $count }
card-step = { $at } { $who } { $action ->
    [take] took it
    [reply] wrote back
    [finish] finished
    [confirm] says it is solved
    [reopen] says it is not solved
    [withdraw] took it back
   *[add] added
}{ $words ->
    [none] {""}
   *[some] : { $words }
}
my-cases = <b>Your reports</b>; press a number to see where it stands:
my-cases-none = You have not reported anything yet. If something is broken, just say it.
duties-late = For a while I could not remind you. Please look at { $count ->
    [one] this one
   *[other] these { $count }
}:
duty-late = <b>#{ $number }</b> by { $due }
toast-taken = #{ $number } is yours. Write back { $due ->
        [none] soon
       *[other] by { $due }
    }.
toast-confirmed = #{ $number } noted, thank you.
toast-reopened = #{ $number } understood, you will hear { $due ->
        [none] soon
       *[other] by { $due }
    }.
toast-withdrawn = #{ $number } taken back.
toast-write = #{ $number } Write a sentence, I will pass it on.
toast-write-report = Say where and what is wrong.
