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
case-privacy-preview = <b>#{ $number }</b> With “{ $privacy ->
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
# Striking out and changing one's own words.
button-strike = Strike out my words…
struck-out = (struck out by its writer)
card-struck = { $count ->
    [1] (struck out by its writer)
   *[other] (struck out by its writer: { $count } parts)
}
card-changed = (changed by its writer, times: { $count }; what it said before is below)
case-strike = <b>#{ $number }</b> This is what you wrote and sent. Which one shall go?
case-strike-words = { $place }. { $words }
case-strike-none = <b>#{ $number }</b> All that you wrote is struck out; there is nothing more.
case-strike-sure = <b>#{ $number }</b> { $file ->
    [1] Strike out this file? Nobody will see it then, I keep nothing of it, and it cannot be brought back. What was sent more than two days ago I cannot take back.
   *[0] Strike out these words? Nobody will read them then, I keep nothing of them, and they cannot be brought back.
}
strike-aloud = What you said in the group still stands there: please delete it yourself, or tap “Please take it out of the group”.
button-strike-words = Strike out { $place }
button-strike-file = Strike out { $kind ->
    [photo] photo
    [video] video
    [voice] voice
    [location] place
   *[other] file
} { $place }
button-strike-do = Strike out
button-strike-leave = Leave it
toast-struck = #{ $number } { $file ->
    [1] Done: the file is gone.
   *[0] Done: these words are struck out.
}
error-struck-already = #{ $number } That is struck out already.
case-edit-late = <b>#{ $number }</b> You have changed your message. The work is over, so I have left my copy as it was. To remove words, tap “Strike out my words”; to say more, write “#{ $number } add” and a sentence.
