# Greeting, how it works, what is not there yet.
welcome =
    Hello, I am Linli.
    Something broken in the house or the compound? Just tell me, a photo is fine too. I will tell you who comes and by when.
    For example: <i>The lift in building 3 has stopped again</i>
help =
    This is what I can do for you:
    <b>Report a problem</b>: just say where and what; photos, videos, voice and places are fine too. In the group, call me first: <i>Linli, the lift in building 3 has stopped again</i>
    <b>See where it stands</b>: say “mine”.
    <b>When it is done</b>: say “solved” or “not solved”. With its number for a certain one: <i>#12 solved</i>
    <b>Changed your mind</b>: say “withdraw”.
    <b>Call for helpers</b> (captains and workers): <i>/call Clean-up on Saturday, 5 people</i>
not-yet-ask =
    Asking questions is not ready yet.
    If it is urgent, report it and a worker will write back: just say it in one message.
not-yet-vote =
    Votes are not ready yet.
    You can sign up to help now: when there is a call in the group, press “Count me in”.
cancelled = All right, never mind.
puzzled = I waited half an hour for that and no longer, so it was not noted. Please press the button again, then write it.
group-hello =
    Hello everybody, I am Linli.
    Something broken in the compound? Press “Report a problem”, or call me here, for example: <i>Linli, the lift in building 3 has stopped again</i>
    Who comes and by when I tell you alone, so that nobody else is bothered.
mention = <a href="tg://user?id={ $user }">{ $who }</a>, there is a message for you, press the button below.
name-gone = a neighbour
words-gone = (removed at its writer's wish)
repeat-mark = (may be a repeat: R-{ $row })
toast-sent = Sent, please see your messages.
toast-cancelled = All right, never mind.
