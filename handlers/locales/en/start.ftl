# Greeting, how it works, what is not there yet.
welcome =
    Hello, I am Linli, here to run errands for the neighbourhood. Three things you can come to me with:
    <b>Report a problem</b>: something broken? One sentence or a photo is enough. I tell you who comes and by when.
    <b>Ask something</b>: how, who, when is it open; in your own words.
    <b>Votes and sign-up</b>: votes and calls in the compound take one tap.
    Just say it, for example: <i>The lift in building 3 has stopped again</i>
welcome-outside =
    I do not know yet where you live. Three ways, take whichever is easy:
    · just tell me: <i>I live in 3-501</i>, and I ask somebody to confirm it;
    · open the link or scan the code that your building's captain gave you;
    · call me once in your compound's group, and I know you.
hello = Hello, I am Linli. Just say what you need, or use the buttons below.
help =
    <b>Report a problem</b>: say where and what; photos, videos, voice and places are fine too. { $place ->
        [group] In the group, call me first: <i>Linli, the lift in building 3 has stopped again</i>
        [deaf] In the group I hear only this: <i>/report The lift in building 3 has stopped again</i>, my buttons, and replies to what I said.
       *[private] For example: <i>The lift in building 3 has stopped again</i>
    }
help-ask = <b>Ask something</b>: <i>/ask how do I get a residence permit</i>
help-open = <b>Votes and sign-up</b>: say “votes and sign-up” to see what is open; one tap does it.
help-after =
    <b>See where it stands</b>: say “mine”. When it is done say “solved” or “not solved”; changed your mind, “withdraw”. With its number for a certain one: <i>#12 solved</i>
help-role =
    { $role ->
        [captain] <b>You are a captain</b>: call for helpers with <i>/call Clean-up on Saturday at 9, 6 people</i>; start a vote with <i>/poll When do we clean up? 9 or 10?</i>; register a new neighbour with <i>/code 3-501</i>.
        [worker] <b>You are a worker</b>: /duties shows what is due today. Press “Mine to do” on a new report, then say <i>#12 finished, changed the bulb</i>, or <i>#12 reply We come this afternoon</i>. The ledger: /ledger.
       *[steward] <b>You are a steward</b>: /setup for the compound and its groups; /menu in a group pins the menu; <i>/code 3-501</i> registers a new neighbour; the ledger: /ledger.
    }
help-language = Change language / 换语言: say “change language”.
cancelled = All right, never mind.
puzzled = I waited half an hour for that and no longer, so it was not noted. Please press the button again, then write it.
name-gone = a neighbour
name-hidden = a resident
words-gone = (removed at its writer's wish)
repeat-mark = (may be a repeat: R-{ $row })
toast-sent = Sent, please see your messages.
toast-cancelled = All right, never mind.
day-called = There is a message for you, press the button below:
day-name = <a href="tg://user?id={ $user }">{ $who }</a>
day-more = and { $names } more { $names ->
    [one] neighbour
   *[other] neighbours
}.
day-held = Enough was said here today: { $count } more { $count ->
    [one] comes
   *[other] come
} at 8 tomorrow morning. To see it now, press “Votes and sign-up”.
day-over = Everybody has been told what was for them today.
# The day's small matters: one card, only ever edited.
day-cases = <b>In the compound</b>
day-case = #{ $number } { $place }, { $subject ->
    [lift] lift
    [light] lights
    [door] doors
    [pipe] water and drains
    [rubbish] cleaning
    [clutter] things in the way
    [parking] parking
    [green] trees and lawns
    [pests] pests
    [fee] property service
    [facilities] shared facilities
   *[unknown] a small matter
}: { $state ->
    [solved] done by { $who } ({ $body })
    [taken] { $who } ({ $body }) has taken it{ $due ->
        [none] {""}
       *[some] {" "}and comes by { $due }
    }
   *[filed] { $who ->
        [none] { $body }
       *[some] { $who } ({ $body })
    } looks at it{ $due ->
        [none] {""}
       *[some] {" "}and writes by { $due }
    }
}
day-cases-more = And { $count } more; say “#number” to see one.
