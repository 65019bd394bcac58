# Reported matters: receipts, progress, cards.
case-filed = <b>#{ $number }</b> Got it. { $look ->
    [none] { $who ->
        [none] { $body } will write
       *[some] { $who } ({ $body }) looks at it and writes
    }
   *[other] Work is over for today: { $who ->
        [none] { $body } looks
       *[some] { $who } ({ $body }) looks
    } at it by { $look } and writes
} back { $due ->
    [none] soon
   *[other] by { $due }
}.
case-seen = You said it in the group, so everybody there has seen it.
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
    [ask] <b>#{ $number }</b> { $other } is asked. The clock stands still meanwhile, for three days at the most.
    [wake] <b>#{ $number }</b> goes on; { $other } has been told.
    [agree] <b>#{ $number }</b> will not be done. { $other } is told why.
    [object] <b>#{ $number }</b> is to be done, and waits to be taken.
    [defer] <b>#{ $number }</b> The resident reads the day and the reason; you are reminded then.
    [rate] <b>#{ $number }</b> Noted, thank you.
    [back] <b>#{ $number }</b> Noted, your household counts. You hear when it is done.
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
    [ask] <b>#{ $number }</b> What would you like to know? For example: <i>Which floor is it?</i> The clock stands still meanwhile.
    [defer] <b>#{ $number }</b> Until when, and why? For example: <i>until next Wednesday, the part is on its way</i>
    [heard] <b>#{ $number }</b> What did you hear? Write a sentence; I ask them first whether it is right.
    [finish] <b>#{ $number }</b> How did it go? One sentence or a photo, for example: <i>New lock fitted, it works</i>
    [add] <b>#{ $number }</b> What would you like to add? A sentence or a photo.
   *[reply] <b>#{ $number }</b> What shall I tell them? For example: <i>I come at three this afternoon</i>
}
case-words-wanted-group = <a href="tg://user?id={ $user }">{ $who }</a>, { $action ->
    [ask] <b>#{ $number }</b> please reply to this message with what you would like to know, for example: <i>Which floor is it?</i> The clock stands still meanwhile.
    [defer] <b>#{ $number }</b> please reply to this message with a day and a reason, for example: <i>until next Wednesday, the part is on its way</i>
    [heard] <b>#{ $number }</b> please reply to this message with what you heard; I ask them first whether it is right.
    [finish] <b>#{ $number }</b> please reply to this message with a sentence on how it went or a photo, for example: <i>New lock fitted, it works</i>
    [add] <b>#{ $number }</b> please reply to this message with what you would like to add.
   *[reply] <b>#{ $number }</b> please reply to this message with your answer, for example: <i>I come at three this afternoon</i>
}
report-how =
    Say where and what is wrong, in one message; a photo or a voice message is fine.
    For example: <i>The lift in building 3 has stopped again</i>
report-more = Could you say a little more? Where, and what is wrong. For anything else, press one of the four keys below.
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
    [waiting] <b>#{ $number }</b> Waiting for the resident · { $who } ({ $body })
    [deferred] <b>#{ $number }</b> { $until ->
        [none] Put off for a while
       *[other] Put off until { $until }
    } · { $who } ({ $body })
    [declining] <b>#{ $number }</b> Said to be impossible, a second worker looks · { $who ->
        [none] { $body }
       *[some] { $who } ({ $body })
    }
    [finished] <b>#{ $number }</b> Done, not confirmed yet · { $who } ({ $body })
    [confirmed] <b>#{ $number }</b> Solved · { $who } ({ $body })
    [partly] <b>#{ $number }</b> Solved in part · { $who } ({ $body })
    [silent] <b>#{ $number }</b> Done, not answered, not counted as satisfied · { $who } ({ $body })
    [declined] <b>#{ $number }</b> Not done, the reason was told · { $who ->
        [none] { $body }
       *[some] { $who } ({ $body })
    }
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
    [ask] asked the resident
    [defer] put it off
    [wake] goes on
    [return] gave it back
    [decline] says it cannot be done
    [agree] agreed that it cannot be done
    [object] says it is to be done
    [finish] finished
    [confirm] says it is solved
    [partly] says it is solved in part
    [reopen] says it is not solved
    [rate] rated it
    [withdraw] took it back
   *[add] added
}{ $words ->
    [none] {""}
   *[some] : { $words }
}
my-cases = <b>Your reports</b>; press a number or say “#{ $number }” to see where it stands:
my-next = { $state ->
    [filed] { $who ->
        [none] { $body }
       *[some] { $who } ({ $body })
    } looks at it; you hear { $due ->
        [none] soon
       *[other] by { $due }
    }
    [taken] { $who ->
        [none] { $body }
       *[some] { $who } ({ $body })
    } is at work, { $due ->
        [none] soon done
       *[other] by { $due }
    }
    [waiting] Waiting for a sentence from you; then it goes on
    [deferred] { $until ->
        [none] Put off for a while, then it goes on
       *[other] Put off until { $until }, then it goes on
    }
    [declining] The workers talk about whether it can be done; you will hear
    [finished] Your turn: is it solved?
    [partly] Solved in part. If more is needed, say “not solved”
    [silent] Done; one word from you is missing: is it solved?
    [declined] It cannot be done, and you were told why
   *[confirmed] Solved. If it breaks again, say “not solved”
}
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
toast-filed = #{ $number } is filed.
# Streams: only workers read great, small and private; whoever reported reads who does it.
card-who = Who does it: { $stream ->
    [public] a government department
    [private] the neighbours among themselves, and we bring them together
   *[community] the compound and the community
}
card-stream = Stream: { $stream ->
    [public] great
    [private] private
   *[community] small
}
card-stream-proposed = Proposed stream: { $stream ->
    [public] great
    [private] private
   *[community] small
} ({ $reason ->
    [gas] about gas
    [crime] about safety
    [building] about illegal building
    [street] about the street
    [pollution] about pollution or a building site
    [fire] about fire safety
    [papers] about papers or benefits
    [utilities] about water or power
    [lift] about a lift
    [light] about lights
    [door] about doors
    [pipe] about water or drains
    [rubbish] about rubbish or cleaning
    [clutter] about things left in the way
    [parking] about parking or charging
    [green] about trees and lawns
    [pests] about pests or strays
    [fee] about the property service
    [facilities] about shared facilities
    [neighbour] about a neighbour
    [noise] about noise
    [renovation] about renovation
    [family] about a family
    [money] about money or rent
   *[unknown] the subject is not clear
}{ $sure ->
    [1] {""}
   *[0] , not sure
})
case-stream-which = <b>#{ $number }</b> Which one is it?
case-stream-told = <b>#{ $number }</b> { $stream ->
    [public] A government department does this. { $who ->
        [none] { $body }
       *[some] { $who } ({ $body })
    } reports it and stays on it;
    [private] Neighbours settle this among themselves. { $who ->
        [none] { $body }
       *[some] { $who } ({ $body })
    } brings them together;
   *[community] The compound and the community do this: { $who ->
        [none] { $body }
       *[some] { $who } ({ $body })
    };
} { $due ->
    [none] you hear as soon as there is news.
   *[other] you hear by { $due }.
}
button-stream = { $stream ->
    [public] Great
    [private] Private
   *[community] Small
}{ $mark ->
    [1] {" "}✓
   *[0] {""}
}
button-stream-change = Change stream
toast-stream = #{ $number } is a { $stream ->
    [public] great
    [private] private
   *[community] small
} matter now.
# Words to a card wait: for the resident, or for workers only.
case-note = <b>#{ $number }</b> Send this to { $reporter }?
case-note-kept = <b>#{ $number }</b> Nobody chose for half an hour, so your words stay inside; the resident did not get them. To send some, press “Write back”.
button-send = Send to resident
button-keep = Keep inside
button-note-other = Another matter: file it
toast-note = { $sent ->
    [1] #{ $number } Sent to the resident.
   *[0] #{ $number } Kept for workers only.
}
card-aside = { $at } { $who } { $kind ->
    [draft] wrote, not sent yet
    [heard] heard (not confirmed yet)
    [was] wrote before changing it
   *[note] noted inside
}{ $words ->
    [none] {""}
   *[some] : { $words }
}
words-aside = { $who } (inside)
# Voice: a worker writes it down, whoever spoke says whether it is right.
case-heard = <b>#{ $number }</b> Your voice message, as { $who } understood it:
case-heard-right = Is that what you mean?
case-heard-asked = <b>#{ $number }</b> { $reporter } is asked whether it is right.
card-spoken = (One sentence was written down from a voice message and confirmed by whoever spoke)
button-hear = Listen ({ $count })
button-hear-write = Write it down
button-right = Yes
button-wrong = No, I add
toast-heard = { $right ->
    [1] #{ $number } Good, that is what we go by.
   *[0] #{ $number } Please say it once more.
}
# Who may see it.
case-shared = Reported by { $who ->
    [none] a neighbour of { $place }
   *[some] { $who } of { $place }
}, for everybody to see:
case-down-yourself = <b>#{ $number }</b> I cannot take it down: I am no administrator there, or it is too old. Please press and hold your message, choose “Delete” and tick “for everyone”.
button-share = Everybody may see it
button-unshare = Workers only
button-down = Please take it down in the group
toast-shared = { $all ->
    [1] #{ $number } Everybody may see it now, without your name.
   *[0] #{ $number } Only workers see it now.
}
toast-down = I am taking it down in the group.
# Several reminders in one.
cases-untaken = { $over ->
    [1] Nobody has taken these { $count }, and { $due } has passed. Please write a word first:
   *[0] Nobody has taken these { $count }; word was promised by { $due }:
}
case-untaken = <b>#{ $number }</b>
