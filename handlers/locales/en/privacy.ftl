# Who may know who reported.
verb-privacy = who can see|who sees it|anonymous|hide my name|leave out my name
verb-hidden = report anonymously|anonymously
button-privacy = Who can see
button-privacy-choice = { $privacy ->
    [named] Everybody may know it was me
    [handlers] Not even the staff
   *[neighbours] Only the staff may know
}{ $mark ->
    [1] {" "}✓
   *[0] {""}
}
button-privacy-take = Yes, like this
button-privacy-other = Another choice
case-privacy = <b>#{ $number }</b> Who may know that it was you? Now: { $privacy ->
    [named] everybody.
    [handlers] nobody, not even the staff; I pass words on.
   *[neighbours] only the staff.
}
    Tap one to see first what the others would read.
privacy-preview = <b>#{ $number }</b> With “{ $privacy ->
    [named] Everybody may know it was me
    [handlers] Not even the staff
   *[neighbours] Only the staff may know
}”:
privacy-neighbours = { $shared ->
    [1] <b>Neighbours read:</b>
   *[0] <b>Neighbours cannot see this now.</b> If you tap “For everybody to see”, they read:
}
privacy-handlers = <b>The staff read:</b>
privacy-aloud = You said this in the group, and the group has seen that it was you; I cannot change that.
privacy-before = From then on I pass the staff's words on to you. What was sent before stays sent; where your own words hold a name, phone or flat, tap “Strike out my words”.
toast-privacy = #{ $number } { $privacy ->
    [named] Everybody may know it was you.
    [handlers] Not even the staff read your name now; I pass words on.
   *[neighbours] Only the staff read your name.
}
card-withheld = (Files kept back: { $count }. Their names and what the camera wrote would tell who it is; ask for photos instead)
error-hidden-words = Please say the matter as well, for example: anonymously somebody charges a scooter in the corridor
