# Posters, reports for somebody else, places in words, words passed on.
verb-poster = poster
verb-behalf = on behalf of|on behalf
verb-place = place
verb-strike = strike out|strike out my words
spot-name = { $spot ->
    [lift] the lift
    [corridor] the corridor
    [gate] the gate
    [talk] the talking corner
   *[other] { $spot }
}
card-behalf = Written down by { $who } for somebody who came or called
card-passed = Passed on; who wrote it is not kept
# Posters.
poster-spots = lift=lift|elevator=lift|corridor=corridor|gate=gate|talking corner=talk
poster-making = The poster is being drawn and comes in a moment.
poster-ready = The poster for “{ $where }”. Print it and hang it up; anybody may scan it.
poster-here = You are at <b>{ $where }</b>.
    What is wrong here? Say a sentence or send a photo.
poster-title = Something wrong here?
poster-scan = Scan, tap “Start”, and say one sentence
poster-after = You hear who comes, and by when
error-poster-unknown = This poster is no longer in use. Just say where and what is wrong.
error-poster-spot = Please say where it hangs (30 characters at the most), for example: poster 3-lift
error-poster-many = You have reported a lot here today; please give them time until tomorrow. If it is urgent, call the property office.
# Written down for somebody else.
case-slip = <b>#{ $number }</b> Written down for { $reporter }. Please read this out to them, or copy it:
    “Your matter has the number <b>{ $number }</b>. { $who ->
        [none] { $body } looks at it
       *[some] { $who } ({ $body }) looks at it
    } and answers { $due ->
        [none] soon
       *[other] by { $due }
    }. To ask, say number { $number }.”
case-called-again = <b>#{ $number }</b> Noted: they say it is not solved. It goes back to work.
card-phone = Call back: { $phone }
button-call-later = Remember to call them
button-called = I have called
button-called-solved = Asked by phone: solved
button-called-unsolved = Asked by phone: not solved
toast-call-later = #{ $number } Noted; the call stands among your duties.
toast-called = #{ $number } { $outcome ->
    [solved] Noted: solved, by phone (no rating of theirs).
    [unsolved] Noted; it goes back to work.
   *[reached] Good, they were called.
}
error-behalf-words = Please write who, the phone (if any), where and what, for example: on behalf of Zhang 13800000000 3-2 the pipe leaks
duty-calls = <b>Calls you owe</b>
duty-call = <b>#{ $number }</b> { $name }{ $phone ->
    [none] {""}
   *[some] {" "}{ $phone }
}
button-duty-called = #{ $number } called
# Where it is.
case-where = <b>#{ $number }</b> Where is it? Tap one, or say “#{ $number } place 3-2”.
case-placed = <b>#{ $number }</b> It stands at { $where } now.
button-where = Change the place
button-place = { $name }
button-place-all = The whole compound
toast-moved = #{ $number } Done.
error-place-unknown = I know no such place. Please say it as the compound does, for example: building 3, the north gate
# Words passed on; which case they are about.
case-passed-on = Shall I file these words that you passed on? You hear what comes of it; who wrote them I do not keep.
button-held-file = File it
button-held-leave = No
case-which = Which of your cases is this about?
case-which-line = <b>#{ $number }</b>
button-held-new = A new one
toast-held = #{ $number } Noted.
error-held-over = These words have been dealt with. If there is more, just write it.
