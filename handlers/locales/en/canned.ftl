# Ready words: written once, used on any case.
verb-canned = ready reply|ready replies|canned
canned-drop-words = delete|remove|drop
canned-holes = name=name|number=number|place=place|where=place|due=due|time=due|by=due
canned-neighbour = neighbour
canned-list = <b>Ready replies</b>
canned-empty = There are no ready replies yet.
canned-kept = { $changed ->
    [1] Changed.
   *[0] Kept.
}
canned-line = <b>{ $name }</b>: { $words }
canned-how =
    To add or change one: <i>ready reply lift Hello { $name }, the lift engineer comes by { $due }</i>
    These fill themselves in: { $name }, { $number }, { $place }, { $due } (the hour)
    To use one, press “Ready replies” on the card or say <i>#12 ready reply lift</i>. You read it first; it leaves when you press “Send to resident”.
canned-which = <b>#{ $number }</b> Which one? I fill it in for you to read; nothing is sent yet.
button-canned = Ready replies
button-canned-drop = Delete “{ $name }”
toast-canned = #{ $number } Filled in. Please read it before you send it.
toast-canned-gone = “{ $name }” is deleted.
error-canned-hole = I do not know “{ $hole }”. In braces there may be: name, number, place, due. For example: Hello {"{"}name{"}"}, we come by {"{"}due{"}"}
error-canned-wording = Please write a name first (at most { $name } characters), then a space and the reply (at most { $words } characters); { $most } of them at most. For example: ready reply lift Hello, we are on our way
error-canned-none = There is no ready reply of that name. { $names ->
    [none] There are none yet; say “ready reply” to see how to add one.
   *[other] There are: { $names }
}
error-canned-over = #{ $number } is done already, no reply is needed.
