# Working hours, days of one's own, time limits; why a case is due when it is.
verb-hours = show hours|office hours settings|show limits
verb-why = why|why then|why that time|why so long
hours-shown = <b>Working hours</b>: { $slots }
    Time limits: { $limits }
hours-preset = { $preset ->
    [hotline] as the 12345 hotline (danger 2 hours; water, power, gas, heat 24 hours; ordinary 7 working days; complex 15)
    [quick] 1130 (contact in 1 hour, news in 1 day, done in 3 days)
   *[default] the same day, or the next working day if it is late
}
hours-own-line = · { $day }
hours-own = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
} { $day } { $year }: { $what ->
    [on] open
    [off] closed
   *[usual] as usual
}
hours-day = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $day }
hours-run = { $first } to { $last }
hours-apart = {", "}
hours-how = I know public holidays and the working weekends that go with them. To change something, just say it:
    <i>working hours 9-12 14-18</i>
    <i>Oct 8 off</i>, <i>Oct 11 open</i>
    <i>time limits 1130</i>, <i>time limits 12345</i>, <i>time limits default</i>
hours-changed = { $what ->
    [slots] Working hours are now { $now }. They were { $before }.
    [preset] Time limits are now: { $now }. They were: { $before }.
   *[day] Noted: { $now }. It was: { $before }.
} Open cases get their hour anew; nobody who reported one is disturbed.
hours-recomputed = Done: { $count ->
    [one] one open case has
   *[other] { $count } open cases have
} another hour now, and the cards show it.
hours-wanted = Please say what to change, for example: <i>9-12 14-18</i>, or <i>Oct 8 off</i>
hours-wanted-group = <a href="tg://user?id={ $user }">{ $who }</a>, please say what to change, for example: <i>9-12 14-18</i>, or <i>Oct 8 off</i>
hint-hours = Write here
button-hours = Hours and limits
button-hours-edit = Change the hours
button-hours-limit = { $preset ->
    [hotline] Use 12345 limits
    [quick] Use 1130 limits
   *[default] The same day
}
button-hours-undo = Change it back
card-due-paused = The clock stands still and moves on later
button-why = Why that time?
case-why = <b>#{ $number }</b> why by { $due }:{" "}
why-basis = { $basis ->
    [hotline] the limits of the 12345 hotline
    [quick] the 1130 limits
    [matter] the limit for this kind of matter
   *[default] this compound's limits
}
why-evening = said three hours before closing on a working day, it is the same day; later, the next working day.{" "}
why-wall = this is urgent: by { $limits }, { $minutes ->
    [0] { $hours } hours
   *[other] { $hours } h { $minutes } min
}, nights and holidays included.{" "}
why-work = by { $limits }, { $minutes ->
    [0] { $hours } working hours
   *[other] { $hours } h { $minutes } min of working time
}.{" "}
why-days = by { $limits }, { $count ->
    [one] one working day
   *[other] { $count } working days
}.{" "}
why-slots = Counted from { $began }; working hours are { $slots }.{" "}
why-off = { $days } off, not counted.{" "}
why-weekend = Weekends are not counted.{" "}
why-extra = { $days } counted: a working weekend.{" "}
why-paused = It stood still for { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h { $minutes } min
}, so it moved on by that.{" "}
why-standing = It stands still now and goes on later.{" "}
why-provisional = Not all holidays are published yet, so it may change.
why-unknown = that is the time we promised.
error-hours-steward = Hours and time limits are set by the steward. If they do not suit, please tell the steward.
error-hours-slots = That does not fit: at most { $most } stretches a day, from morning to evening, not overlapping. For example: working hours 9-12 14-18
error-hours-day = There is no such day. Please say it like this: Oct 8 off
error-hours-same = It is like that already, nothing to change.
error-hours-back = That change has been taken back, or something was changed after it. Say "show hours" to see what is set.
error-hours-words = I did not get that. You could say: working hours 9-12 14-18; Oct 8 off; Oct 11 open; time limits 1130
