# Late and not done: who is asked, and in which words.
case-rung = <b>#{ $number }</b> { $place }. { $handler ->
    [none] Nobody has taken it; word was promised by { $due }
   *[some] { $handler } took it and was to come by { $due }
}, and that was { $days ->
    [0] { $hours ->
        [0] a moment
        [one] { $hours } hour
       *[other] { $hours } hours
    }
   *[other] { $days } days
} ago. { $rung ->
    [lead] Please see how you can help.
    [committee] The lead of { $body } has been asked too; please ask yourself.
   *[street] Everybody in the compound has been asked; please help to get it moving.
}{ $named ->
    [0] { " " }(Nobody is named for this yet, so you hear of it.)
   *[1] {""}
}
rungs-late = For a while I could not remind you. Some things are late and nobody has been named for them. Please say who is to be asked:
ladder-nobody = <b>#{ $number }</b> is late. It is time to ask { $rung ->
    [lead] the lead of { $body }
    [committee] the lead of the whole compound
   *[street] the contact at the street
}, but nobody has been named. { $who ->
    [none] There is nobody else to ask.
   *[some] { $who } has been asked meanwhile.
} Please name somebody:
case-rung-captain = { $late ->
    [0] <b>#{ $number }</b> at { $place } is later than promised; { $lead ->
        [0] somebody else
       *[1] the lead of { $body }
    } has been asked to look. Just so that you know, there is nothing for you to do.
   *[1] Some things at your place are later than promised; people have been asked to look. Just so that you know, there is nothing for you to do.
}
case-overdue-told = <b>#{ $number }</b> was to be done by { $due } and is not. Sorry that you have to wait. { $handler ->
    [none] Nobody has taken it; we are asking
   *[some] We have reminded { $handler }
}{ $next ->
    [none] , and have asked { $lead ->
        [0] somebody else
       *[1] the lead of { $body }
    } to look.
   *[some] . If it is not done by { $next }, { $lead ->
        [0] somebody else
       *[1] the lead of { $body }
    } is asked to look.
}
cases-overdue-told = These are later than promised and not done. Sorry that you have to wait. We are asking:
case-new-hands = <b>#{ $number }</b> { $who } does not work here any more; { $next ->
    [none] another worker looks at it
   *[some] { $next } looks at it
}.{ $due ->
    [none] {""}
   *[some] { " " }The promise stands: by { $due }.
}
cases-left = { $who } does not work here any more and has left { $count ->
    [one] { $count } case
   *[other] { $count } cases
}. Please look:
button-assign = Ask somebody
# Who leads.
setup-leads =
    <b>Who leads?</b> Asked when something is late, or nobody has it.
    Tap to name somebody, or write it to me, for example: <i>Zhang is the property lead</i>
setup-lead-line = · { $what }: { $who ->
    [none] nobody yet
   *[some] { $who }
}
setup-charge = { $charge ->
    [lead] lead of { $body }
    [committee] lead of the whole compound
    [street] contact at the street
    [arbiter] person who settles what is given back
   *[fallback] person for what nobody has
}
setup-lead-whom = Who is the { $what }? Tap a name:
setup-lead-nobody = The { $what }: there are no workers to choose from yet. Please tap “Invite a worker” first.
setup-lead-named = Done: { $who } is the { $what } and hears when it is their turn.
setup-lead-you = You are the { $what } of { $compound } now. I tell you when it is your turn, never at night, danger aside.
setup-lead-is = 是|is
setup-lead-word = 负责人|主管|经理|领导|lead|manager
setup-charge-committee = 全小区的负责人|全小区负责人|小区的负责人|小区负责人|compound lead|the compound lead
setup-charge-street = 街道的联系人|街道联系人|街道的负责人|街道负责人|street contact|the street contact
setup-charge-arbiter = 退单定归属的人|定归属的人|拍板的人|arbiter|the arbiter
setup-charge-fallback = 没人管的事先找的人|先找的人|兜底的人|fallback|the fallback
button-setup-leads = Who leads
button-setup-lead = { $what }
button-setup-lead-to = { $name }
button-setup-lead-none = Nobody for now
error-lead-who = I found nobody of that name among the workers, or several. Please choose by button: say /setup, then “People”, “Who leads”.
error-lead-what = There is no such body here. Please add it in /setup under “Bodies” first.
# Out of reach.
group-lost = I was taken out of the { $audience ->
    [workers] workers’ group of “{ $place }”. All cases stand; workers hear of them in private, one by one.
   *[residents] residents’ group of “{ $place }”. All cases stand; people can write to me in private.
} To go on as before, please add me again.
worker-lost = { $who } has shut the private chat with me; reminders do not arrive. Their cases stand. Please ask them to say /start, or ask somebody else:
