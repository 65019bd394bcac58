# Households: codes, coming in, leaving, who I am.
verb-code = household code|invite
home-code-fillers = for|a|please|make|give me|the|an|invite for
verb-me = who am i|my home
home-moved = i have moved|i moved out|i have moved out|i've moved out
home-lives = i live in|i live at|i moved to|i moved into|my home is
home-kind-name = { $kind ->
    [owner] owner
    [tenant] tenant
    [family] family
   *[none] resident
}
home-code =
    The code for <b>{ $room }</b>:
    { $link }
    Hand this on to whoever lives there; they open it and are asked how they live there. It works once, until { $until }.
home-qr = The code for { $room }, to print or to show. It works once.
home-kind =
    <b>{ $room }</b>: what are you there?
    One tap, and I ask somebody to confirm it.
home-asked = { $who ->
    [none] Noted: { $room } ({ $kind }). A worker is asked to confirm it. I tell you as soon as they do.
   *[some] Noted: { $room } ({ $kind }). { $who } is asked to confirm it; if nothing is heard by { $until }, a worker will. I tell you as soon as they do.
}
home-card-gone = This one is gone: they changed it, or erased what I knew of them. Nothing is left to do.
home-card = { $state ->
    [confirmed] <b>{ $person }</b> · { $room } · { $kind }
        { $by } confirmed it.
    [refused] <b>{ $person }</b> · { $room } · { $kind }
        Not known there, so not registered.
    [left] <b>{ $person }</b> · { $room } · { $kind }
        Moved out.
    [paused] <b>{ $person }</b> · { $room } · { $kind }
        Somebody who lives there says this is wrong, so it rests. Please ask, then tap.
   *[pending] <b>{ $person }</b> says they live in <b>{ $room }</b> as { $kind }, { $code ->
            [1] and came by a household code.
           *[0] without a household code.
        } Do you know them?
}
home-joined = { $person } says they live in { $room } now ({ $kind }); the captain or a worker is asked. If that is wrong, tap below.
home-confirmed = { $who } confirmed it: you are registered in { $room } ({ $kind }). Whatever comes up in the compound, just tell me.
home-refused = { $who } does not know you, so { $room } was not registered. If that is a mistake, please see { $who } and ask for a household code.
home-doubted = { $who } says that { $person } does not live in { $room }; it rests for now. Please ask, then tap.
home-paused = Somebody in { $room } says this is wrong, so your registration rests. The captain or a worker will ask, and I tell you what comes of it.
home-left = Noted: you no longer live in { $room }. Tapped by mistake? Take it back within 10 minutes; after that I tell those who live there.
home-gone = { $person } has moved out of { $room }.
home-ended = I was told that you no longer live in { $room }, so it was taken off. If you do, say "I live in { $room }" and I ask again.
home-still = It has been a year: do you still live in { $room }?
home-unheard = { $person } was asked whether they still live in { $room } and has not answered for a month. Do you know? If not, leave it: nothing is taken off.
home-leave-which = Which one have you moved out of?
me-card = <b>{ $name }</b>, this is what I keep:
me-home = Home: { $room } · { $kind } · { $state ->
    [confirmed] confirmed by { $by }
    [paused] somebody says it is wrong, so it rests
   *[pending] waits to be confirmed
}
me-no-home = Home: not registered yet. Say "I live in 3-501", or open the link your captain gave you.
me-role = { $role ->
    [captain] Captain
    [worker] Worker
   *[steward] Steward
} · { $place }
me-kept = You reported { $reports } matters, sent { $files } pictures or files and signed up { $signups } times. Your name, your words and where you live are kept encrypted.
me-erase =
    This cannot be undone: your name, your words, your pictures and where you live are gone, and nobody can answer you on what is still open.
    What stays are numbers (matters, votes, people) that name nobody.
    Do you really want that?
me-erased = Erased. If you write to me again, we meet for the first time.
button-owner = Owner
button-tenant = Tenant
button-family = Family
button-be-owner = I am the owner
button-be-tenant = I am a tenant
button-be-family = I am family
button-language = Language / 换语言
button-home-me = My data
button-home-yes = Lives here
button-home-no = I don't know them
button-home-wrong = That is wrong
button-home-undo = I have not moved
button-home-still = Still here
button-home-leave = I moved out
button-home-leave-room = Moved out: { $room }
button-home-there = Still lives here
button-home-gone = Moved out
button-erase = Erase my data
button-erase-yes = Yes, erase
toast-home-asked = Noted, somebody is asked to confirm.
toast-home-vouched = Good, registered.
toast-home-unknown = Good, not registered.
toast-home-wrong = Good, it rests, and somebody will ask.
toast-home-left = Noted, you moved out.
toast-home-back = Good, you have not moved.
toast-home-still = Good, I ask again next year.
toast-home-gone = Good, taken off, and they were told.
toast-home-kind = Good, changed. An owner is confirmed once more.
toast-me-erased = Erased.
error-code-room = For which home? Say the room too, for example: household code 3-501. For a whole building: household code 3号楼
error-code-unknown = This household code is not right. Open the link your captain gave you, or ask for another one.
error-code-used = This household code was used already; each works once. Please ask the captain for another one.
error-code-expired = This household code is over. Please ask the captain for another one.
error-code-forwarded = I do not act on a forwarded household code. Please open the link itself.
error-home-room = I cannot find that home, or several are called so. Please say building, unit and room together, e.g. 3-2-501
error-home-already = You are registered there already. Say "who am I" to see it.
error-home-many = You wait to be confirmed in { $most } homes already; please wait a little.
error-home-refused = It was not confirmed last time. Please see the captain, ask for a household code and open it.
error-home-own = Somebody else must confirm your own home; I have asked them.
error-home-captain-first = The captain is asked first. { $until ->
    [none] In a little while
   *[other] From { $until }
} you can tap this, if nothing was heard.
error-home-decided = This is settled already. Say "who am I" to see your own.
error-home-none = You are not registered in any home, so there is nothing to take off.
error-home-undo = The 10 minutes are over. If you still live there, say e.g. "I live in 3-501" and I ask again.
error-me-post = Others rely on you here: please have the steward find somebody first, then erase.
home-codes-making = Good: a code for each of the { $count } homes in which nobody is registered; the sheet to print comes in a moment.
home-codes = Codes for { $count } homes, to print and cut up. Each works once, for two weeks.
home-codes-room = Home
home-codes-link = Link
home-codes-scan = Scan
error-code-many = At most { $most } codes at once; please go unit by unit, e.g. household code 3-1
error-code-none = There is no home there in which nobody is registered. For one home, please say the room, e.g. household code 3-501
