# What people say for one thing, parted by |; the words of every language work for everybody.
verb-name = linli
verb-name-longer = 居
verb-report = report a problem|report|i want to report
verb-ask = ask something
verb-vote = votes and sign-up|votes|what can i sign up for|what votes are there|who has not voted
verb-mine = my reports|mine|my
verb-call = call
verb-help = help|how does it work|i do not understand|i don't understand|human|talk to a human|menu
verb-look = show|look
verb-done = done|all good
verb-finish = finished|completed
verb-confirm = solved|fixed|it works now
verb-reopen = not solved|not fixed|still broken|broken again
verb-take = i take it|take|mine to do
verb-reply = reply|answer
verb-add = add
verb-withdraw = withdraw|take back
verb-cancel = cancel|never mind|nevermind
verb-greeting = hi|hi there|hello there|who are you|what can you do|are you human|are you a robot|hello|hey|good morning|good afternoon|good evening|test
verb-thanks = thanks|thanks a lot|thank you so much|good night|never mind then|thank you|thank you very much|many thanks|thx|ok|okay|great|got it|bye|goodbye
# What may stand behind a number of people in a call, and before it.
call-measures = people|persons|person|volunteers|volunteer|helpers|helper|places|place
call-wants = we need|needs|need|wanted|looking for|for
call-numerals = 0=0|1=1|2=2|3=3|4=4|5=5|6=6|7=7|8=8|9=9
# What may stand between thanks and nods, and how people are addressed.
chatter-fillers = very|so|much|a lot|again|all|you|for your help|for the help
chatter-titles = mr|mrs|ms|sir|madam
# Behind "it works now" these say that it does not.
chatter-but = but|however|again|not|still
# Asking after something that was said before: words on that matter, not a new one.
urgent-words = fire|smoke|sos
follow-words = still waiting|nobody came|no one came|nobody has come|any news|any update|still leaking|when will somebody come|when is he coming|when are you coming|no need to come|no longer needed
# The second half of a case, in whatever words.
verb-partly = partly|solved in part|partly solved|half done
verb-inquire = ask resident
verb-defer = defer until|defer to|put off until
verb-wake = go on|resume
verb-decline = cannot do|cannot be done
verb-agree = agree not done
verb-object = to be done
verb-good = satisfied|very satisfied
verb-fair = so-so
verb-poor = not satisfied|dissatisfied
verb-back = mine too|same here|us too
verb-quality = quality check
