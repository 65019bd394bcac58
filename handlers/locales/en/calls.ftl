# Calls for helpers.
call-card = { $state ->
    [open] <b>{ $title }</b>
        { $who } is looking for helpers · { $taken } of { $places }
   *[closed] <b>{ $title }</b>
        { $who } is looking for helpers · { $taken } of { $places } · closed
}
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
