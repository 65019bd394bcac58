# Calls for helpers.
call-card = { $state ->
    [open] <b>{ $title }</b>
        { $who } is looking for helpers · { $taken } of { $places }
    [done] <b>{ $title }</b>
        { $who } was looking for helpers · done, { $came } came, thank you all
    [cancelled] <b>{ $title }</b>
        { $who } was looking for helpers · called off
   *[closed] <b>{ $title }</b>
        { $who } is looking for helpers · { $taken } of { $places } · closed
}
call-when = { $when }{ $until ->
    [none] {""}
   *[other] –{ $until }
} · { $place }
call-asked = Asked ({ $count }), not answered yet:
call-came = Came:
call-draft =
    Shall I send it like this?
    <b>{ $title }</b>
    { $places } people wanted
call-no-time = No time was given, so nobody will be reminded. For reminders, change the time.
call-draft-ask = Once sent, neighbours sign up in the group.
call-draft-sent = <b>{ $title }</b> is out.
call-draft-dropped = <b>{ $title }</b> was not sent.
call-posted = <b>{ $title }</b> is out; it begins { $when }. I remind everybody the evening before and an hour before. To change it, press below.
call-offered = A place is free in <b>{ $title }</b>, { $when }, and kept for you. Please answer by { $until }; then the next one is asked.
call-offer-lapsed = You did not answer for <b>{ $title }</b>, so the place went to the next one. Sign up again to wait at the end.
call-remind = A reminder: <b>{ $title }</b> begins { $when }, and you are in. If you cannot come, press here and somebody else can.
call-retimed = <b>{ $title }</b> has another time: it begins { $when }.
call-cancelled = <b>{ $title }</b> was called off{ $when ->
    [none] {""}
   *[other] , no need to come { $when }
}.
call-thanks = Thank you for coming to <b>{ $title }</b>!
call-taken = <b>{ $title }</b>: { $waits ->
    [1] all places are taken; you are waiting, { $ahead ->
        [0] first in line
       *[other] { $ahead } before you
    }.
   *[0] you are in.
}
call-ask-when = When is <b>{ $title }</b> now? For example: <i>Saturday 9am to 11am</i>
call-ask-places = How many people for <b>{ $title }</b>? For example: <i>8 people</i>
call-sure = Really call off <b>{ $title }</b>? { $count ->
    [0] Nobody has signed up yet.
   *[other] I will tell the { $count } who signed up or wait.
}
call-say-what = To sign up for <b>{ $title }</b> reply “count me in”, to leave reply “I cannot come”. For anything else please write me a new message.
call-roll = <b>{ $title }</b> is over. Who came? Press the names, then “Done”. { $came } of { $count } ticked.
call-roll-done = <b>{ $title }</b>: noted, { $came } came, and I have thanked them for you.
button-call-send = Send it
button-call-send-to = Send to { $place }
button-call-when = Change time
button-call-places = Change number
button-call-drop = Do not send
button-call-off = Call it off
button-call-off-yes = Really call it off
button-call-keep = Keep it
button-call-look = Have a look
button-call-come = I will come
button-call-not = I cannot
button-call-tick = { $came ->
    [1] ✓ { $name }
   *[0] { $name }
}
button-call-all = All came
button-call-done = Done
toast-call-sent = It is out.
toast-call-write = Please write me the new one.
toast-call-sure = Please confirm once more.
toast-call-off = Called off; I will tell everybody.
toast-call-kept = All right, it stays.
toast-call-dropped = All right, not sent.
toast-call-thanked = Noted; I thank them for you.
toast-noted = Noted.
error-call-time = { $why ->
    [past] That time has passed. Please say another one, for example: Saturday 9am to 11am
    [two] You named more than one time. Please name one, for example: Saturday 9am to 11am
    [far] That is too far away; please name a time within a year.
   *[none] I found no hour in it. Please say it like this: Saturday 9am to 11am
}
error-call-places = { $taken } people have a place already; it cannot be fewer.
error-call-no-group = There is no group yet that you may call in. A steward can set one up.
# Replies that sign up and leave; then what makes plain talk a call, the last only where the clause ends.
call-in-words = count me in|i am in|i'm in|in|join
call-out-words = i cannot come|i can't come|out|leave|step out
call-strong = looking for|recruiting|we need
call-weak = need|needed
call-coming = Coming:
call-waiting = Waiting ({ $count }), next in line when a place is free:
call-more = … and { $count } more
call-moved-up = Your turn: a place is free in <b>{ $title }</b>, and it is yours now.
toast-joined = You are in, { $taken } of { $places }.
toast-waiting = All places are taken. You are waiting, { $ahead ->
    [0] first in line
   *[other] { $ahead } before you
}.
toast-left = You have stepped out.
call-untitled = A helping hand
# What opens a call by itself; what makes one of any number of people.
call-first = call for volunteers|volunteers wanted|helpers wanted
call-lacks = short of
call-some = some people|a few people
call-behind = to help|wanted
call-asks = who can come|who is free|who signs up|sign up please|who can help
