# What a worker has to do: one list, one digest in the morning, reminders, later, hand over.
verb-duties = my duties|duties|to do|what is due
duty-list = <b>You have { $mine }</b>, and nobody has taken { $free } yet. Tap a number:
duty-none = Nothing to do right now, and nothing waits to be taken.
duty-digest = Good morning. <b>You have { $mine }</b>{ $over ->
    [0] {""}
   *[other] , { $over } of them overdue
}; nobody has taken { $free } yet.
duty-free = <b>Not taken yet:</b>
duty-line = { $how ->
    [waiting] <b>#{ $number }</b> waits for the resident · { $place }
    [deferred] <b>#{ $number }</b> put off · { $place }
    [declining] <b>#{ $number }</b> waits for a second worker · { $place }
    [over] ⚠ <b>#{ $number }</b> was due { $due } · { $place }
    [today] <b>#{ $number }</b> by { $due } · { $place }
   *[later] <b>#{ $number }</b> by { $due } · { $place }
}
duty-questions = <b>Questions that wait for an answer:</b>
duty-question = { $asker }:{" "}
duty-joinings = <b>Neighbours who wait for your word:</b>
duty-joining = { $person } says to live in { $room }
button-duty-answer = Answer: { $words }
button-duty-known = I know { $name }
button-duty-unknown = I do not know { $name }
duty-again = <b>#{ $number }</b> is back: { $place }, reported by { $reporter }, due { $due }.
duty-put-off = <b>#{ $number }</b> All right, I will remind you { $until }. What was promised stands: { $due } ({ $place }).
duty-whom = <b>#{ $number }</b> Who shall take over? It stays yours until they say yes.
duty-nobody = <b>#{ $number }</b> There is no other worker here to hand it to.
duty-offer = <b>#{ $number }</b> { $who } asks you to take over: { $place }, due { $due }.
duty-asked = <b>#{ $number }</b> I have asked { $who }. It is yours until they say yes ({ $place }, due { $due }).
duty-taken-over = <b>#{ $number }</b> { $who } has taken over ({ $place }, due { $due }).
duty-declined = <b>#{ $number }</b> { $who } cannot, so it stays yours ({ $place }, due { $due }).
duty-yours = <b>#{ $number }</b> is yours now: { $place }, due { $due }. Thank you, { $who }.
button-later-hour = In 1 hour
button-later-hours = In 3 hours
button-later-morning = Tomorrow morning
button-hand-over = Hand over
button-take-over = I'll do it
button-cannot = I can't
toast-duty-to = #{ $number } Asked; waiting for a yes.
toast-duty-ok = #{ $number } is yours now.
toast-duty-no = #{ $number } They know.
toast-duty-whom = #{ $number } Please choose a colleague.
toast-duty-later = #{ $number } I will remind you.
error-duty-over = #{ $number } is no longer yours, or it is done. No need to tap again.
