# The second half of a case's life: a question back, a delay, what cannot be done, what is solved in part.
case-asked = <b>#{ $number }</b> { $who } has a question; once you answer, it goes on:
case-resumed = <b>#{ $number }</b> { $who } goes on with it; you hear { $due ->
        [none] soon
       *[other] by { $due }
    }.
case-declined =
    <b>#{ $number }</b> { $who } and a colleague have looked at it: we cannot do this, sorry. The reason:
    { $reason ->
        [no-such] we went to look and did not find it. If it is still there, please send a photo and say it once more
        [repeated] it is done together with another one, and you hear of both
        [unlawful] the law does not allow it. The residents' committee can explain more
        [outside] it lies outside the compound. For that there is 12345
        [explained] it has been explained, and the rules leave no other way. If you are not at ease with that, there is 12345
       *[not-ours] it is not in the hands of the compound or the community. 12345 passes it to whoever it belongs to
    }.
case-objected = <b>#{ $number }</b> { $who } says that it is to be done. Who takes it?
case-partly = <b>#{ $number }</b> { $who } says it is solved in part. Thank you!
button-partly = Solved in part
button-wake = Go on
button-agree = Agree: not done
button-object = To be done
button-answer-asked = Answer
toast-resumed = #{ $number } goes on.
toast-agreed = #{ $number } will not be done; the resident is told why.
toast-objected = #{ $number } is to be done.
case-deferred = <b>#{ $number }</b> { $who } puts it off until { $until } and goes on then:
case-declining = <b>#{ $number }</b> { $who } says that it cannot be done ({ $reason ->
    [no-such] no such thing
    [repeated] reported twice
    [unlawful] not lawful
    [outside] outside the compound
    [explained] unreasonable, explained
   *[not-ours] not ours
}). It takes a second worker's word:
case-woken = <b>#{ $number }</b> was put off until today. Please go on with it{ $due ->
    [none] {""}
   *[other] , by { $due }
}.
case-unanswered = <b>#{ $number }</b> The resident has not answered for three days. Please go on with what you know.
case-nudge = <b>#{ $number }</b> was said to be done some days ago. Is it solved? One tap will do.
case-often = <b>#{ $number }</b> The resident says for the { $times ->
    [3] third
   *[other] { $times }th
} time that it is not solved. Please look into it.
case-thanks = <b>#{ $number }</b> Noted, thank you. { $part ->
    [1] If more is needed, say “not solved”.
   *[0] If it breaks again, say “not solved”.
} How did you like it? You need not say.
case-still = <b>#{ $number }</b> was mended some weeks ago. Is it still all right?
case-backed-done = <b>#{ $number }</b>, which you have too, is said to be done. If it is not at your place, press here.
case-reopen-why = <b>#{ $number }</b> { $other ->
    [none] The workers look
   *[some] { $other } looks
} at it again, { $due ->
    [none] soon
   *[other] by { $due }
}. What is still wrong? A sentence or a photo helps, but you need not.
case-reopen-why-group = <a href="tg://user?id={ $user }">{ $who }</a>, <b>#{ $number }</b> { $other ->
    [none] The workers look
   *[some] { $other } looks
} at it again, { $due ->
    [none] soon
   *[other] by { $due }
}. What is still wrong? Reply to this message with a sentence, if you like.
case-more = <b>#{ $number }</b> What else can be done:
case-decline-why = <b>#{ $number }</b> Why can it not be done? It takes a second worker's word.
case-quality = <b>#{ $number }</b> How well was it done?
card-backers = Households with the same: { $count }
card-rating = The resident says: { $rating ->
    [good] satisfied
    [poor] not satisfied
   *[fair] so-so
}
button-more = More
button-inquire = Ask resident
button-defer = Put off
button-decline = Cannot be done
button-reason = { $reason ->
    [no-such] no such thing
    [repeated] reported twice
    [unlawful] not lawful
    [outside] outside the compound
    [explained] unreasonable, explained
   *[not-ours] not ours
}
button-rate = { $rating ->
    [good] Satisfied
    [poor] Not satisfied
   *[fair] So-so
}
button-mark = { $mark ->
    [poor] Poor
   *[good] Good
}
button-still-good = Still fine
button-still-broken = Broken again
button-still-never = Do not ask me
button-back = Mine too
button-back-not = Not at my place
toast-why = #{ $number } Please choose a reason.
toast-declining = #{ $number } A colleague is asked.
toast-rated = #{ $number } noted, thank you.
toast-still = Good to hear, thank you.
toast-still-never = You will not be asked again.
toast-backed = #{ $number } noted, your household counts.
toast-unsolved = { $missing ->
    [0] #{ $number } Several households say so; the workers look at it again.
   *[other] #{ $number } Noted. If { $missing } more say so, the workers look at it again.
}
toast-quality = #{ $number } noted.
error-no-proof = Please write how it went, or send a photo; then it is finished.
error-defer-day = Until when? Please name a day, for example: until next Wednesday, the part is on its way
error-defer-gone = That day has passed. Please name another, for example: until next Wednesday, the part is on its way
error-defer-far = At most { $days } days. Please name a nearer day.
error-back-home = I do not know your household yet. Say “I live in building 3, unit 2, room 501” first; once a captain knows you, it counts.
error-back-already = #{ $number } Your household counts already, no need to press again.
error-back-over = #{ $number } is done. If it is not at your place, just report it.
error-back-not = #{ $number } Your household has said so already, or never said “mine too”.
error-own-work = #{ $number } What you reported or did yourself is for somebody else to judge.
error-quality-early = #{ $number } is not done yet; judge it then.
