# The second half of a case's life: a question back, a delay, what cannot be done, what is solved in part.
case-asked = <b>#{ $number }</b> { $who } has a question; once you answer, it goes on:
case-resumed = <b>#{ $number }</b> { $who } goes on with it; you hear { $due ->
        [none] soon
       *[other] by { $due }
    }.
case-declined = <b>#{ $number }</b> { $who } and a colleague have looked at it: we cannot do this, sorry.
case-objected = <b>#{ $number }</b> { $who } says that it is to be done. Who takes it?
case-partly = <b>#{ $number }</b> { $who } says it is solved in part. Thank you!
button-partly = Solved in part
button-wake = Go on
button-agree = Agree: not done
button-object = To be done
button-answer-asked = Answer
toast-resumed = #{ $number } goes on.
toast-agreed = #{ $number } will not be done; the resident is told why.
toast-objected = #{ $number } is to be done.
