# Whose work it is: recusal, returns, leave, the list of matters, tasks handed down.
verb-recuse = i keep out of it|keep out|it is about a worker
verb-return = give back|give it back|not ours
verb-join-body = together|do it together
verb-matters = list of matters|responsibility list
verb-task = hand down|handed down
leave-words = i am away|i'm away|away|on leave
leave-over-words = i am back at work|i'm back at work|back at work
# Recusal: the report speaks of a worker, who is kept out of it at once.
card-apart = Somebody else handles this; nothing more is shown here.
case-about-worker = <b>#{ $number }</b> Is this about { $who }? Until you answer, { $who } does not see it; other workers handle it.
case-about-whom = <b>#{ $number }</b> Which of them is it about? Press a name: that person does not see it, it does not go to the workers' group, and others handle it.
case-about-noone = <b>#{ $number }</b> There are no other workers here.
case-about-kept = <b>#{ $number }</b> Noted: that person does not see it, other workers handle it.
case-about-nobody = <b>#{ $number }</b> Apart from the person you speak of, nobody here can look at this yet. Please call the community or street office; I keep it for you.
recused-noted = <b>#{ $number }</b> Good, you are out of this one: you need not see to it, and it is not shown to you any more.
button-about-yes = Yes, keep it from them
button-about-no = No
button-about-whom = This is about somebody who works here
button-recuse = I keep out of this
toast-recused = #{ $number } You are out of it.
toast-about = { $kept ->
    [1] #{ $number } Good, that person does not see it.
   *[0] #{ $number } Good, handled as usual.
}
error-recused-already = #{ $number } It is kept from { $who } already.
# Returns: twice at most, then somebody decides; the promised hour stays.
button-return = Give back
button-return-why = { $reason ->
    [ours] It is another body's matter
    [power] We have no power to do it
   *[place] Not in our part
}
button-return-anybody = I do not know whose
case-return-why = <b>#{ $number }</b> Why do you give it back? What the resident was promised does not change.
case-return-whose = <b>#{ $number }</b> Whose is it?
case-returned = <b>#{ $number }</b> Given back to { $to } ({ $place }). What the resident was promised has not changed.
case-given = <b>#{ $number }</b> { $reason ->
    [decided] { $who } has decided that this is yours
    [power] { $who } gave this back: no power to do it
    [place] { $who } gave this back: not in their part
   *[ours] { $who } gave this back: it is yours
}: { $place }, { $due ->
    [none] the hour has passed, please write a word to the resident first
   *[other] by { $due }
}.
case-moved = <b>#{ $number }</b> { $to } looks after it now ({ $place }){ $due ->
    [none] {" "}and writes back soon
   *[other] ; you still hear by { $due }
}.
case-disputed = <b>#{ $number }</b> It was given back twice already. { $who ->
    [none] A steward decides whose it is; until then it stays with you
   *[some] { $who } decides whose it is; until then it stays with you
} ({ $place }).
case-decide = <b>#{ $number }</b> Given back twice: please decide whose it is. { $place }, now with { $body }; { $who } says { $reason ->
    [power] they have no power to do it
    [place] it is not in their part
   *[ours] it is another body's matter
}:
case-decided = <b>#{ $number }</b> Decided: { $to } does it.
case-join-which = <b>#{ $number }</b> Who is to join? The owner stays the same; whoever joins is measured by it too.
case-join-nobody = <b>#{ $number }</b> There is nobody else to ask here.
case-join-asked = <b>#{ $number }</b> { $who } asks you to join: { $place }, { $due ->
    [none] the hour has passed
   *[other] by { $due }
}.
button-join-body = Ask others to join
toast-returned = #{ $number } noted.
toast-body = #{ $number } noted.
card-basis = By: { $basis }
card-joined = Together with: { $bodies }
error-return-other = #{ $number } is not with you now, so there is nothing to give back.
error-return-same = #{ $number } is there already. Please choose another one.
error-return-decided = #{ $number } Somebody has decided whose it is; it cannot be given back any more.
# Leave.
leave-day = { $day }/{ $month }
leave-noted = Understood: { $one ->
    [1] { $first }
   *[0] { $first } to { $last }
}, nothing new comes to you. { $asked ->
    [0] {""}
   *[other] Your colleagues are asked about the { $asked } that you have.{" "}
}Back earlier? Say “back at work”.
leave-over = { $ended ->
    [1] Welcome back, you are on duty again.
   *[0] You are not on leave.
}
error-leave = Please say from which day to which, for example: away tomorrow to Friday
# The list of matters: sent as a spreadsheet, put into force after a look.
matters-column-matter = Matter
matters-column-words = Words
matters-column-body = Body
matters-column-basis = Basis
matters-column-limit = Time limit|limit
matters-column-stream = Stream
matters-column-grade = Grade
matters-stream-public = Public|great
matters-stream-community = Community|small
matters-stream-private = Private
matters-grade-danger = Danger|urgent
matters-grade-supply = Supply
matters-grade-ordinary = Ordinary
matters-grade-complex = Complex
matters-limit = { $count } { $unit ->
    [days] working days
    [hours] hours
   *[minutes] minutes
}
matters-examples =
    Lift out of order|lift stopped;stuck in the lift|Property|Property management rules|2 hours|Community|Danger
    Light in the stairs|dark stairs;lamp broken|Property|Service contract|1 working days|Community|Ordinary
    Noise of neighbours|loud upstairs;works at night|Committee|Residents' compact|3 working days|Private|Ordinary
matters-how =
    { $version ->
        [0] There is no list of matters yet: all goes to the default body first.
       *[other] Version { $version } of the list of matters is in force, { $count } lines.
    }
    To replace it, send me a spreadsheet (Excel or CSV): matter, words, body, basis, time limit, stream, grade. The sheet to begin with comes in a moment.
matters-reading = Got it, reading.
matters-preview =
    This list (version { $version }) has { $count } lines for { $bodies } bodies; { $new } are new, { $gone } are gone.
    Once in force, new reports go by it; the old one is kept.
matters-bad = Lines that cannot be used: { $bad }. Nothing was kept; mend them and send it once more:
matters-line = Line { $line }: { $why ->
    [no-matter] no matter
    [no-body] no body
    [unknown-body] I do not know that body; add it under “setup” first
    [no-basis] no basis
    [limit] I do not understand the limit; say 2 hours or 3 working days
    [stream] I do not understand the stream: public, community or private
    [grade] I do not understand the grade: danger, supply, ordinary or complex
    [formula] a formula; please write its text
    [long] too long
    [barred] the committee can never have this (negative list)
   *[twice] the same matter stands above
}
matters-more = And { $count } more.
matters-broken = This file cannot be used: { $why ->
    [old-excel] it is an old .xls; please save it as .xlsx
    [too-large] it is too large
    [too-many] it is too long, { $most } lines at most
    [no-header] no head found; it needs the columns matter, body and basis
    [empty] it is empty
    [coding] its encoding is not clear; please save it as .xlsx
   *[unreadable] it cannot be opened
}.
matters-live = Version { $version } of the list of matters is in force, { $count } lines.
matters-sheet = { $version ->
    [0] A template: change it and send it to me.
   *[other] The list of matters in force.
}
button-matters-on = Put into force
button-matters-drop = Drop it
toast-matters = Version { $version } is in force.
error-matters-stale = That list is in force, dropped or replaced already. Say “list of matters” to see where it stands.
error-matters-file = I need a spreadsheet here (Excel or CSV). To leave it, say “cancel”.
# Tasks handed down: what is listed begins, the rest waits; six classes are never the committee's.
error-barred = This is { $barred ->
    [enforcement] administrative enforcement
    [demolition] demolition
    [clean-up] environmental clean-up
    [city] city management
    [safety] work safety
   *[fire] emergencies and fire protection
}: it stands on the negative list and can never be the committee's. Please give it to the department whose duty it is.
error-task-nobody = There is no residents' committee here to hand it to.
error-task-decided = That task has been answered already.
task-wanted = What is to be done? Write it to me.
task-waits = It is not on the list, so { $to } is asked. It counts once they agree.
task-listed = <b>#{ $number }</b> It is on the list, { $to } begins.
task-asked = { $who } hands down a task that is not on the list. You decide:
task-agreed = <b>#{ $number }</b> { $who } has agreed to your task, { $due ->
    [none] soon
   *[other] by { $due }
}.
task-taken = <b>#{ $number }</b> You agreed; it is a case now, { $due ->
    [none] soon
   *[other] by { $due }
}.
task-why = Why do you give it back?
task-returned = { $who } gave your task back: { $reason ->
    [list] it is not on the committee's list
    [power] the committee has no power to do it
   *[hands] there are no people or no money for it
}.
task-noted = Noted, they have been told.
button-task-agree = Agree
button-task-return = Give back
button-task-why = { $reason ->
    [list] Not on the list
    [power] No power to do it
   *[hands] No people or no money
}
toast-task = #{ $number } is a case now.
toast-task-back = Given back.
