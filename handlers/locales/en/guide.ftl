# Questions: how they are recognised, answered, and what happens when the answer is not known.
question-forms = how do i|how can i|how to|where do i|where can i|where is|where are|what time|how much|how long|do i need|can i|may i|am i allowed|is it allowed|what documents|what papers|who do i|whom do i
question-endings = please advise
question-openings = how|where|what is|what's|where's|when's|who's|how's|is the|are the|which|what are|what do|when is|when are|when do|who do|who can|is there|are there|do you have
question-complaints = how come|why is|why are|when will you|when will somebody|who the hell
question-broken = broken|repair|somebody fix|someone fix|send somebody|leak|stuck|not working|does not work|doesn't work|stopped|out of order|no water|no power|no light|noisy|too loud|smell|fire|smoke|blocked|stolen
question-how =
    What would you like to know? Say it in your own words.
    For example: <i>Where does an old sofa go?</i>
question-how-group = <a href="tg://user?id={ $user }">{ $who }</a>, please reply to this message with your question, for example: <i>Where does an old sofa go?</i>
question-suggested = { $again ->
    [0] Is it one of these?
   *[1] One of these, then?
}
question-unknown = { $long ->
    [0] I do not know this yet. Shall I ask a worker? I will tell you as soon as I hear.
   *[1] That is a lot, and I might get it wrong. Your words are kept. Shall a worker read them?
}
question-doubted = Shall we see to it, or would you like to know how it is done? Your words are kept: one press, nothing to write again.
question-handed-on = The workers are asked; I will tell you as soon as I hear.
guide-card =
    <b>{ $title }</b>
    { $short }
guide-steps =
    <b>{ $title }</b>
    { $steps }
entry-who = Who may: { $text }
entry-place = Where: { $text }
entry-hours = When: { $text }
entry-phone = Phone: { $text }
entry-fee = Costs: { $text }
entry-papers = Bring: { $text }
entry-source = <i>Source: { $source }, checked { $year }-{ $month }-{ $day }</i>
entry-stale = <i>This should have been checked again by now; please call before you go.</i>
entry-joiner = {", "}
entry-no-source = not given
entry-untitled = Untitled
guide-answered = <b>A worker's answer</b> · { $who } · { $when }
guide-answer-wanted = Please write the answer; it goes to the asker as it is, with your name.
guide-answer-wanted-group = <a href="tg://user?id={ $user }">{ $who }</a>, please reply to this message with the answer; it goes to the asker as it is, with your name.
guide-thanks = { $asker } has your answer, thank you. If other neighbours may ask this too, press the button: they will then find the question and your answer.
guide-unanswered = { $asker }'s question has waited for a working day:
question-card = { $state ->
    [waiting] <b>A question that I cannot answer</b> · { $place } · { $asker }
    [answered] <b>Answered by { $who }</b> · { $place } · asked by { $asker }
    [reported] <b>Became a report</b> · { $place } · { $asker }
   *[withdrawn] <b>No answer needed</b> · { $place } · taken back by { $asker }
}
button-suggestion = { $title }
button-none-of-these = None of these
button-ask-workers = Ask a worker
button-report-instead = I want to report it
button-ask-again = Say it differently
button-ask-more = Ask something else
button-is-report = Please see to it
button-is-question = I just want to know
button-ask-no-more = Never mind
button-steps = Steps
button-useful = Useful
button-not-this = Not this
button-answer-question = I can answer
button-share-answer = Let neighbours find it
toast-question-handed = All right, I am asking a worker.
toast-question-write = Please write it.
toast-question-useful = Thank you, noted.
toast-question-withdrawn = All right, never mind.
toast-question-shared = Neighbours who ask will find it now.
error-ask-empty = I see no words, so I do not know what you ask. Please write a few, for example: where does an old sofa go
error-ask-chat = I am here. If you want to know how something is done, just ask, for example: where does an old sofa go
error-ask-not-yours = A neighbour asked this. If you want to know too, just ask me.
error-ask-over = { $state ->
    [waiting] The workers are asked already, no need to press again.
    [answered] A worker has answered already, no need to press again.
    [reported] This has become a report; say “mine” to see where it stands.
    [withdrawn] This question was taken back. If you still want to know, just ask again.
   *[other] That step is not needed any more.
}
error-guide-answer = Please write the answer in at most { $longest } characters, and I will pass it on.
