# What people say for one thing, parted by |; the words of every language work for everybody.
verb-name = linli
verb-report = report a problem|report|i want to report
verb-ask = ask something
verb-vote = votes and sign-up
verb-mine = my reports|mine|my
verb-call = call
verb-help = help|how does it work
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
verb-greeting = hi|hello|hey|good morning|good afternoon|good evening|thanks|thank you|thx|ok|okay|bye|test
# What may stand behind a number of people in a call, and before it.
call-measures = people|persons|person|volunteers|volunteer|helpers|helper|places|place
call-wants = we need|needs|need|wanted|looking for|for
call-numerals = 0=0|1=1|2=2|3=3|4=4|5=5|6=6|7=7|8=8|9=9
