# What is off for many at once: told in advance, answered while it lasts, ended once.
verb-incident = outage|outage notice
incident-whole = all|everywhere|compound|whole
incident-until = until|till|expected|back|about|from|by|to
incident-notice = <b>{ $subject ->
    [water] Water is off
    [power] Power is off
    [gas] Gas is off
    [heat] Heating and hot water are off
    [lift] The lift is out of service
   *[network] The network is down
} · { $place }</b>
    { $state ->
    [stands] { $planned ->
        [1] { $since } to { $until }
       *[0] From now on; expected back { $until }
    }
    [ended] Back again ({ $ended })
   *[lapsed] The expected time is here ({ $ended }). If it is not back, just tell me
}{ $words ->
    [none] {""}
   *[some] {"\u000A"}{ $words }
}
incident-asks = { $who } looks after it; if it is urgent, just tell me.
incident-backers = Households that said so: { $count }. All are noted.
incident-draft = This goes to the group. Please read it first:
incident-posted = { $at ->
    [none] It is in the group. Press the button when it is back, so that everybody knows.
   *[other] Kept; it goes to the group { $at }. Press the button when it is back, so that everybody knows.
}
incident-list = <b>Notices that stand now</b>
incident-none = There is no outage notice now.
incident-how = To send one, a line is enough: <i>water off 3 today 2pm to 6pm new pump</i>
incident-told = This is known, and your home is noted too:
incident-told-more = If yours is something else, press the button and your words are filed as you said them.
incident-over = { $place }: { $subject ->
    [water] the water
    [power] the power
    [gas] the gas
    [heat] the heating
    [lift] the lift
   *[network] the network
} is back, or its expected time is here. If yours is not, tell me and I file it.
button-incident-join = Mine too
button-incident-file = File it all the same
button-incident-post = Post to the group
button-incident-drop = Never mind
button-incident-end = It is back ({ $place })
button-incident-more = One hour more
toast-incident-posted = Done.
toast-incident-ended = The card says that it is back.
toast-incident-longer = Expected back { $until } now.
toast-incident-joined = Noted; expected back { $until }.
toast-incident-filed = #{ $number } is filed.
error-incident-wording = Please name the building and the hour when it is back (within { $days } days), with a short reason (at most { $longest } characters). For example: water off 3 today 2pm to 6pm new pump; for everybody write “all”
error-incident-over = This notice has ended. To send another, a line is enough: water off 3 today 2pm to 6pm new pump
error-incident-filed = These words are filed already; say “my” to see them.
