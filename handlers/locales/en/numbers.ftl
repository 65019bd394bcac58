# How it goes: three rates, what bodies promise, what is left out, the week's digest.
verb-numbers = numbers|figures|statistics|rates|how are we doing|this week's numbers|last week's numbers|this month's numbers|last month's numbers
verb-promise = promises|promise
verb-exclude = exclude|not counted|leave out|does not count
numbers-say-week = this week
numbers-say-last-week = last week
numbers-say-month = this month
numbers-say-last-month = last month
numbers-head = 📊 <b>{ $compound }</b> · { $days }
    Reported: { $filed }; reopened: { $reopened }. Still open now: { $open }, overdue: { $overdue }.
numbers-days = { $year }-{ $month }-{ $day }{ $one ->
    [1] {""}
   *[0] {" to "}{ $toyear ->
        [0] {""}
       *[other] { $toyear }-
    }{ $tomonth }-{ $today }
}
numbers-count = { $count }
numbers-few = fewer than 5
numbers-hidden = not listed
numbers-none = none yet
numbers-share = { $percent }% ({ $part }/{ $whole })
numbers-response = Answered
numbers-solved = Solved
numbers-satisfied = Satisfied
numbers-rate = { $rate ->
    [response] Answered in time
    [solved] Solved
   *[satisfied] Satisfied
} { $raw }{ $differs ->
    [0] {""}
   *[1] {" · adjusted "}{ $adjusted }
}{ $rate ->
    [solved] { $partly ->
        [0] {""}
       *[other] , { $partly } in part
    }{ $silent ->
        [0] {""}
       *[other] , { $silent } without a reply
    }
    [satisfied] { $unrated ->
        [0] {""}
       *[other] , { $unrated } not rated
    }
   *[response] {""}
}
numbers-too-few = Too few to be listed
numbers-of = <b>{ $name }</b>
numbers-beside = {" "}· <i>promise: { $words }</i>
numbers-outside = Common areas, or no building named
numbers-category = { $category ->
    [gas] Gas
    [crime] Safety
    [building] Illegal building, walls
    [street] Streets
    [pollution] Pollution, building sites
    [fire] Fire safety
    [papers] Papers, insurance
    [utilities] Water and power
    [lift] Lifts
    [light] Lamps
    [door] Doors and gates
    [pipe] Pipes and drains
    [rubbish] Rubbish, cleaning
    [clutter] Clutter
    [parking] Parking, charging
    [green] Greenery
    [pests] Pests, strays
    [fee] Fees, guards
    [facilities] Facilities
    [neighbour] Neighbours
    [noise] Noise
    [renovation] Renovation
    [family] Family
    [money] Money
   *[other] Other
}
numbers-left-out = Left out of the adjusted figures (two people must agree): { $reasons }.
numbers-why = { $why ->
    [duplicate] duplicates
    [scope] nobody here may decide
    [disaster] disasters, district-wide cuts
    [mistaken] reported by mistake
    [test] tests
    [staff] reported or judged by staff themselves
   *[other] { $why }
}
numbers-reason = { $why } { $count }
numbers-and = ,{" "}
numbers-more = …and { $count } more; the spreadsheet has all.
numbers-quiet = { $days }: nothing was reported, nothing was closed.
numbers-how = <i>Fewer than 5, and what a subtraction would tell, are not listed, so that nobody can be guessed. As of { $at }</i>
numbers-formulas = <b>How it is counted</b>
numbers-formula-response = · Answered in time = replied to within the time promised ÷ those replied to, and those whose time has run out. Taken on without a word is no answer. Not counted: time still left, or taken back before.
numbers-formula-solved = · Solved = the reporter says “solved” ÷ all closed (solved, in part, no reply for seven days, declined). No reply is not solved; in part is listed apart.
numbers-formula-satisfied = · Satisfied = rated “good” ÷ all who were asked (everybody whose matter was finished). Not rated is not satisfied.
numbers-formula-period = · Answers count on the day of the report, the others on the day of closing, in local days. What is reopened is open again and counts once, when it closes for good, so earlier figures can change. What bodies share counts for each, and once in all. Percentages are rounded down.
numbers-formula-adjusted = · “Adjusted”: one worker proposes with a reason and another agrees; what staff reported themselves, or judged in a reporter's place, is left out too. Both figures are shown.
numbers-weekly = 📊 <b>The week in { $compound }</b> ({ $days })
    Reported: { $filed }. Solved, say those who reported: { $solved }.
    Still open: { $open }{ $late ->
        [0] {""}
       *[1] ; overdue: { $overdue }, we are on it
    }.{ $thanked ->
        [0] {""}
       *[1] {""}
            Rated good: { $good }.
    }
    Thanks to all who spoke up, and to all who did the work.
numbers-undrawn = No picture can be drawn here. Say “numbers” to read them.
numbers-sheet = Here is the table: { $count } cases (no names, no words), the three rates, how they are counted.
numbers-failed = It did not work this time. Please tap once more in a while.
numbers-switched = { $on ->
    [1] All right: a digest in the group each Monday at nine, none where nothing happened.
   *[0] All right: no weekly digest in the group. Say “numbers” whenever you like.
}
numbers-promises = <b>What is promised</b>
numbers-promise = · { $body }: { $words ->
    [none] nothing yet
   *[some] { $words } (since { $since })
}
numbers-promised = { $words ->
    [none] { $body } promises nothing any more.
   *[some] { $body } promises, beside its figures: “{ $words }”
}
numbers-promise-wanted = What does { $body } promise? One line, 60 characters at most, such as: <i>Somebody comes within 30 minutes when a lift is stuck</i>
numbers-exclude = <b>#{ $number }</b> Why does it not count? Choose a reason; a colleague has to agree:
numbers-exclusion = <b>#{ $number }</b> { $who } wants it left out of the adjusted figures: { $why ->
    [duplicate] a duplicate
    [scope] nobody here may decide it
    [disaster] a disaster or a district-wide cut
    [mistaken] reported by mistake
   *[test] a test
}. Another colleague has to agree; the raw figures stay.
numbers-excluded = <b>#{ $number }</b> { $agreed ->
    [1] { $who } agrees: the adjusted figures leave it out.
   *[0] { $who } does not agree: it counts as before.
}
# The picture and the table.
numbers-picture-counts = { $part } of { $whole }{ $mute ->
    [0] {""}
   *[other] { $rate ->
        [solved] {", no reply: "}{ $mute }
       *[satisfied] {", not rated: "}{ $mute }
    }
}
numbers-picture-promise = Promise: { $words }
numbers-picture-adjusted = adjusted { $share }
numbers-picture-how = Answered: within the time promised. Solved: the reporter says so; no reply does not count. Satisfied: rated good; not rated does not count. Fewer than 5, and what a subtraction would tell, are not listed.
numbers-sheet-rates = Rates
numbers-sheet-how = How it is counted
numbers-sheet-cases = Cases
numbers-column-kind = By
numbers-column-name = Name
numbers-column-rate = Rate
numbers-column-raw = Raw
numbers-column-adjusted = Adjusted
numbers-column-number = Number
numbers-column-building = Building
numbers-column-bodies = Bodies
numbers-column-category = Category
numbers-column-filed = Reported
numbers-column-answer = Answer due
numbers-column-answered = First answer
numbers-column-response = Answered
numbers-column-verdict = Result
numbers-column-closed = Closed
numbers-column-rating = Rating
numbers-column-reopened = Times reopened
numbers-column-excluded = Left out because
numbers-kind = { $kind ->
    [whole] Compound
    [body] Body
    [building] Building
   *[category] Category
}
numbers-mark = { $mark ->
    [in-time] in time
    [late] late
    [solved] solved
    [partly] in part
    [silent] no reply
    [declined] declined
    [good] good
    [fair] fair
    [poor] poor
    [unrated] not rated
   *[none] {""}
}
# Buttons.
button-numbers-span = { $span ->
    [week] This week
    [last-week] Last week
    [month] This month
   *[last-month] Last month
}
button-numbers-picture = As a picture
button-numbers-formulas = How is it counted?
button-numbers-buildings = By building
button-numbers-categories = By category
button-numbers-sheet = As a table
button-numbers-weekly = { $on ->
    [1] No weekly digest in the group
   *[0] A weekly digest in the group
}
button-promises = Promises
button-promise-write = { $body }: promise
button-promise-end = Remove
button-exclude = { $why ->
    [duplicate] A duplicate
    [scope] Nobody here may decide it
    [disaster] A disaster, a district-wide cut
    [mistaken] Reported by mistake
   *[test] A test
}
button-exclude-ask = Leave out of the rates
button-exclude-yes = I agree
button-exclude-no = I do not
# After a tap.
toast-numbers-picture = It is being drawn; you get it in private.
toast-numbers-sheet = It is being made; you get it in private.
toast-numbers-switch = { $on ->
    [1] Every Monday, then.
   *[0] None, then.
}
toast-promise-ended = Removed.
toast-exclusion-asked = #{ $number } I have asked your colleagues; it counts once one agrees.
toast-exclusion-decided = { $agreed ->
    [1] #{ $number } The adjusted figures leave it out.
   *[0] #{ $number } It counts as before.
}
menu-numbers = How it goes: answered, solved, satisfied
# What cannot be done.
error-numbers-period = I cannot count these days. Please write two dates, the earlier first, a year at most: numbers 2026-10-01 to 2026-10-31
error-no-number = Which one? Please say its number, such as: #12 exclude
error-promise-length = A promise is one line of at most { $most } characters, such as: promise property somebody comes within 30 minutes
error-exclusion-stands = #{ $number } Somebody has proposed it already, or it was agreed.
error-exclusion-gone = #{ $number } Nothing waits for a second consent; no need to tap again.
error-exclusion-second = #{ $number } was your own proposal; another colleague has to agree.
