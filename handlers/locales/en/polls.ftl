verb-poll = start a poll|poll
# The card.
poll-question = <b>{ $question }</b>
poll-class = { $unit ->
    [household] One vote a household · asks for opinions, no owners' decision
   *[person] One vote a person · asks for opinions, no owners' decision
}{ $choices ->
    [one] {""}
    [some] {" · "}up to { $most } choices
   *[any] {" · "}several choices
}
poll-option-plain = { $place }. { $text }{ $cap ->
    [0] {""}
   *[other] {" "}(at most { $cap })
}
poll-option = { $place }. { $text }{ $cap ->
    [0] {""}
   *[other] {" "}(at most { $cap })
}
    { $bar } { $votes }
poll-count = { $votes }
poll-turnout = { $unit ->
    [household] { $voted } { $expected ->
        [0] households have voted
       *[other] of { $expected } households have voted
    }
   *[person] { $voted ->
        [1] 1 person has voted
       *[other] { $voted } people have voted
    }
}
poll-until = Closes { $closes }{ $before ->
    [none] {""}
   *[some] {" "}(before: { $before })
} · asked by { $who }
poll-and = {", "}
poll-outcome = { $how ->
    [nobody] The poll is over and nobody has voted this time. Never mind, you can ask again whenever you like.
    [tied] The poll is over: { $options } have the same, { $votes } each.
   *[ahead] The poll is over: { $options } has the most, { $votes }.
}
# For whoever asks.
poll-preview = This is how it will look:
poll-yours = { $state ->
    [open] Your poll:
   *[closed] Your poll, closed:
}
poll-dropped = It will not be posted. Just say it again when you want to.
poll-trouble = { $trouble ->
    [past] ⚠️ The closing time you gave has passed, so the one above is set. Tap “Change closing time”.
    [far] ⚠️ A poll runs for three months at most, so the time above is set. Tap “Change closing time”.
    [unread] ⚠️ I did not understand when it closes, so the time above is set. Tap “Change closing time”.
    [twice] ℹ️ Options that you gave twice were put together.
   *[usual] ℹ️ You gave no closing time, so it is 20:00 in three days.
}
poll-how = What would you like to ask? Question, options and closing time in one sentence, such as:
    <i>When shall we clean on Saturday? 9, 10 or the afternoon, until Friday 8pm, one vote per household</i>
poll-text-wanted = Send me question and options again, such as:
    <i>When shall we clean on Saturday? 9, 10 or the afternoon, until Friday 8pm</i>
poll-options-wanted = { $trouble ->
    [one] One option leaves nothing to choose. Send me more, one a line.
    [many] That is too many: 12 options at most, or nobody can tap them on a phone. Put some together and send them again, one a line.
    [long] Some option is too long: 100 characters at most. Shorten it and send them again, one a line.
   *[none] I have the question. And the options? Send them to me, one a line, such as:
        <i>9 o'clock
        10 o'clock
        In the afternoon</i>
}
poll-when = When does it close? Tap one, or write it, such as: <i>Friday 8pm</i>
poll-asked = <a href="tg://user?id={ $user }">{ $who }</a>,{" "}
hint-poll = Question? One, two or three
hint-poll-options = One option a line
hint-poll-when = Friday 8pm
poll-missing = { $count ->
    [0] Everybody has voted.
   *[other] { $unit ->
        [household] { $count } households without a vote (only you see this):
       *[person] { $count } people without a vote (only you see this):
    }
}
poll-more = … and { $count } more
poll-end-sure = End it now? Nobody can vote or change a vote afterwards:
# For whoever votes.
poll-shown = One tap votes; tapping another changes it.
poll-mine = Your vote: { $options }
poll-noted = Noted.
poll-none-yours = Taken back; you have no vote now.
poll-reminder = { $unit ->
    [household] Your household has not voted yet. One tap is enough:
   *[person] You have not voted yet. One tap is enough:
}
poll-puzzled = I cannot tell which one you mean. Tap a button below, or answer with its number, such as: 1
poll-homeless = <b>{ $question }</b>
    This is one vote a household, and I do not know yours yet, so your tap has not counted. Ask your building captain for your household's code, join with it, then come back and tap below.
poll-result = 📊 Result
mine-polls = <b>Where I voted</b>; you can still change it:
open-now = { $count ->
    [1] One thing is open now:
   *[other] { $count } things are open now:
}
open-now-none = No poll and no sign-up is open now. You will hear of the next one in the group.
# Buttons.
button-poll-option = { $full ->
    [1] { $text } (full)
   *[0] { $text }
}
button-poll-post = Post it ({ $place })
button-poll-many = Several choices
button-poll-one = One choice
button-poll-household = One a household
button-poll-person = One a person
button-poll-when = Change closing time
button-poll-text = Change the text
button-poll-drop = Do not post
button-poll-who = Who has not voted
button-poll-nudge = Remind them ({ $left } left)
button-poll-end = End early
button-poll-end-now = End it now
button-poll-closes = { $days ->
    [0] Today 20:00
    [1] Tomorrow 20:00
    [3] In three days
   *[other] In a week
}
button-poll-look = See it in full
button-open-poll = Vote: { $title }
button-open-call = Sign up: { $title }
# After a tap.
toast-voted = Noted: { $options }. { $keys ->
    [1] {""}
   *[other] It counts for your { $keys } households.{" "}
}You can change it until { $until }.
toast-vote-again = That is noted already: { $options }. You can change it until { $until }.
toast-vote-back = Taken back. You can vote again until { $until }.
toast-vote-homeless = This is one vote a household, and I do not know yours yet, so your tap has not counted. I have sent you how to join.
toast-poll-posted = Posted in the group.
toast-poll-unit = { $unit ->
    [household] One vote a household now.
   *[person] One vote a person now.
}
toast-poll-most = { $most ->
    [1] One choice now.
   *[other] Up to { $most } choices now.
}
toast-poll-closes = It closes { $at } now.
toast-poll-dropped = It will not be posted.
toast-poll-nudged = { $count ->
    [0] Nobody can be reminded in private. They may never have talked to me: knock on a door.
    [1] One person will be reminded, not at night.
   *[other] { $count } people will be reminded, not at night.
}
toast-poll-ended = It is over; the result comes to the group at once.
# When it cannot be done.
error-poll-closed = { $how ->
    [nobody] The poll is over, so this vote does not count.
    [tied] The poll is over, so this vote does not count. There is a tie at { $votes } each, “{ $option }” among them.
   *[ahead] The poll is over, so this vote does not count. “{ $option }” has the most, { $votes }.
}
error-poll-not-open = This poll has not been posted, or was thrown away.
error-poll-posted = This poll is in the group already.
error-poll-full = That one is full ({ $cap } votes at most). Please choose another.
error-poll-choices = { $most } choices at most. Tap one that you do not want first, then another.
error-poll-household = { $who } has voted for your household already, and it has one vote. To change it, ask { $who }.
error-poll-elsewhere = This poll is another building's. You will hear of yours in your own group.
error-poll-no-vote = You have not voted, so there is nothing to take back.
error-poll-question-long = The question is too long: { $most } characters at most. Please shorten it and send it again.
error-poll-question-empty = I cannot see a question; emoji alone tell nobody what to vote on. Write a few words, such as: When shall we clean on Saturday? 9, 10 or the afternoon
error-poll-options = It has fewer than two options. Add some first.
error-poll-past = That time does not work: it must be later than now and within three months, such as: Friday 8pm
error-poll-not-later = People are voting, so it can only close later than { $closes }.
error-poll-reminded = They were reminded { $most } times; that is enough. Knock on a door for the others.
error-poll-no-group = The building you look after has no group that I am in. Add me to it, have an administrator bind it, then start the poll.
