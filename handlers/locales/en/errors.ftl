# What cannot be done, and what to do instead.
error-unknown = Something went wrong on my side, and this was not done. Please say it again in a while.
error-invalid = I do not understand it written like this. Press “How it works” for examples.
error-not-found = I cannot find that one, or it is not yours to handle. Say “mine” to see your reports; name one by its number, for example: #12 done
error-not-allowed = This step is for captains and workers. If you need something, just tell me.
error-no-compound = I do not know yet where you live. Please call me once in your compound's group (“Linli”), then say it again.
error-report-empty = There is nothing in it yet. Say where and what is wrong, for example: The lift in building 3 has stopped again
error-words-empty = This step needs a sentence, for example: #12 finished, new lock fitted
error-words-only = This step takes words only. Please write me a sentence.
error-stale-button = This button is too old. Say “mine” to see where things stand.
error-unknown-command = There is no such command. There are: /report a problem, /ask something, /vote and sign up, /my reports, /help
error-anonymous = You are writing as an anonymous administrator, so I would not know whom to answer. Please write in your own name.
error-channel = A channel wrote this, so I would not know whom to answer. Please write in your own name.
error-forwarded = I do not act on forwarded words or on commands below a picture, for fear of a mistake. Please write it yourself.
error-words-gone = I cannot see that message any more, please write it again.
error-filed-already = That message is filed already, as #{ $number }.
error-unreadable = I cannot read this. Please write a few words, or send a photo, a video or a voice message.
error-call-closed = “{ $title }” takes no more sign-ups.
error-call-already-in = { $seat ->
    [waiting] You are on the waiting list already, no need to press again.
   *[confirmed] You are in already, no need to press again.
}
error-call-not-in = You are not signed up, so there is nothing to leave.
error-call-wording = Say what for and how many people (at most { $most }, in at most { $longest } characters), for example: /call Clean-up on Saturday, 5 people
error-case-step = { $state ->
    [filed] { $action ->
        [take] #{ $number } is for the workers to take; you will hear from them.
        [withdraw] #{ $number } can only be taken back by whoever reported it.
        [confirm] #{ $number } is not taken yet. If nobody needs to come any more, say “#{ $number } withdraw”.
        [partly] #{ $number } is not taken yet. If nobody needs to come any more, say “#{ $number } withdraw”.
        [reopen] #{ $number } is waiting to be taken, it is not closed.
        [rate] #{ $number } is not done yet. Once it is, you are asked how you liked it.
        [add] Only whoever reported #{ $number } can add to it.
        [decline] The workers say whether #{ $number } can be done. If you do not need it any more, say “#{ $number } withdraw”.
        [agree] Nobody has said no to #{ $number }, there is nothing to choose.
        [object] Nobody has said no to #{ $number }, there is nothing to choose.
        [wake] #{ $number } is not put off, it is waiting to be taken.
       *[other] Nobody has taken #{ $number } yet. Press “I take it” first, then write back.
    }
    [taken] { $action ->
        [take] { $mine ->
            [1] You have taken this one already, no need to press again.
           *[0] { $handler } has taken this one already, no need to press again.
        }
        [withdraw] #{ $number } can only be taken back by whoever reported it.
        [confirm] { $handler } has not said that #{ $number } is done; then you are asked. If nobody needs to come any more, say “#{ $number } withdraw”.
        [partly] { $handler } has not said that #{ $number } is done; then you are asked.
        [reopen] { $handler } is still working on #{ $number }, no need to press again.
        [rate] { $handler } is still working on #{ $number }. Once it is done, you are asked how you liked it.
        [add] Only whoever reported #{ $number } can add to it.
        [agree] Nobody has said no to #{ $number }, there is nothing to choose.
        [object] Nobody has said no to #{ $number }, there is nothing to choose.
        [wake] #{ $number } is in work already, no need to press again.
       *[other] { $handler } has taken #{ $number } and is the one to write back.
    }
    [waiting] { $action ->
        [take] { $handler } has taken #{ $number } and waits for the resident's answer.
        [withdraw] #{ $number } can only be taken back by whoever reported it.
        [confirm] { $handler } waits for your answer to #{ $number } and has not finished. A sentence from you, and it goes on.
        [partly] { $handler } waits for your answer to #{ $number } and has not finished. A sentence from you, and it goes on.
        [reopen] #{ $number } is not closed, it waits for the resident's answer.
        [rate] #{ $number } is not done yet. Once it is, you are asked how you liked it.
        [add] Only whoever reported #{ $number } can add to it.
        [agree] Nobody has said no to #{ $number }, there is nothing to choose.
        [object] Nobody has said no to #{ $number }, there is nothing to choose.
       *[other] { $mine ->
            [1] #{ $number } waits for the resident's answer. For anything else press “Go on” first.
           *[0] { $handler } has taken #{ $number } and looks after it.
        }
    }
    [deferred] { $action ->
        [take] { $handler } has taken #{ $number } and put it off for a while.
        [withdraw] #{ $number } can only be taken back by whoever reported it.
        [confirm] #{ $number } is put off and not done. If nobody needs to come any more, say “#{ $number } withdraw”.
        [partly] #{ $number } is put off and not done.
        [reopen] #{ $number } is not closed, it is put off for a while.
        [rate] #{ $number } is not done yet. Once it is, you are asked how you liked it.
        [add] Only whoever reported #{ $number } can add to it.
        [agree] Nobody has said no to #{ $number }, there is nothing to choose.
        [object] Nobody has said no to #{ $number }, there is nothing to choose.
       *[other] { $mine ->
            [1] #{ $number } is put off. For anything else press “Go on” first.
           *[0] { $handler } has taken #{ $number } and looks after it.
        }
    }
    [declining] { $action ->
        [withdraw] #{ $number } can only be taken back by whoever reported it.
        [add] Only whoever reported #{ $number } can add to it.
        [decline] Somebody has said already that #{ $number } cannot be done; a second worker looks at it.
        [agree] { $mine ->
            [1] You said that #{ $number } cannot be done; a second worker has to look at it.
           *[0] Whether #{ $number } is done is for the workers to say.
        }
        [object] Whether #{ $number } is done is for the workers to say.
        [confirm] The workers are still talking about #{ $number }; you will hear from them.
        [partly] The workers are still talking about #{ $number }; you will hear from them.
        [reopen] The workers are still talking about #{ $number }; you will hear from them.
        [rate] The workers are still talking about #{ $number }; you will hear from them.
       *[other] Somebody says that #{ $number } cannot be done; a second worker looks at it first.
    }
    [finished] { $action ->
        [take] { $handler } has finished this one; the resident is asked to confirm.
        [finish] #{ $number } is finished already; the resident is asked to confirm.
        [withdraw] #{ $number } is done, there is nothing to take back. If it is solved, press “Solved”.
        [add] Only whoever reported #{ $number } can add to it.
        [reply] { $handler } did #{ $number } and is the one to write back.
        [rate] { $reporter ->
            [1] Please say first whether #{ $number } is solved, then how you liked it.
           *[0] How #{ $number } was done is for whoever reported it to say.
        }
        [ask] #{ $number } is finished already; the resident is asked to confirm.
        [defer] #{ $number } is finished already; the resident is asked to confirm.
        [wake] #{ $number } is finished already; the resident is asked to confirm.
        [return] #{ $number } is finished already; the resident is asked to confirm.
        [decline] #{ $number } is finished already; the resident is asked to confirm.
        [agree] Nobody has said no to #{ $number }, there is nothing to choose.
        [object] Nobody has said no to #{ $number }, there is nothing to choose.
       *[other] Whether #{ $number } is solved is for whoever reported it to say.
    }
    [confirmed] { $action ->
        [confirm] #{ $number } is solved already, no need to press again.
        [reopen] Whether #{ $number } is solved is for whoever reported it to say.
        [rate] How #{ $number } was done is for whoever reported it to say.
       *[other] { $reporter ->
            [1] #{ $number } is solved. If it breaks again, press or say “Not solved”.
           *[0] #{ $number } is solved, nothing more to do.
        }
    }
    [partly] { $action ->
        [rate] How #{ $number } was done is for whoever reported it to say.
       *[other] { $reporter ->
            [1] You said that #{ $number } is solved in part. If more is needed, press or say “Not solved”.
           *[0] The resident says that #{ $number } is solved in part. Whether to go on is for them to say.
        }
    }
    [silent] { $action ->
        [rate] { $reporter ->
            [1] Please say first whether #{ $number } is solved, then how you liked it.
           *[0] How #{ $number } was done is for whoever reported it to say.
        }
       *[other] { $reporter ->
            [1] #{ $number } was done a while ago, and your answer is still missing. Please press “Solved” or “Not solved”.
           *[0] #{ $number } is done, and the resident has not answered. Whether it is solved is for them to say.
        }
    }
    [declined] { $reporter ->
        [1] #{ $number } cannot be done, and you were told why. If things have changed, just report it again.
       *[0] #{ $number } will not be done.
    }
   *[withdrawn] { $action ->
        [withdraw] #{ $number } is taken back already. For another one add its number: #5 withdraw
       *[other] { $reporter ->
            [1] You have taken #{ $number } back. If it is still needed, just say it again.
           *[0] The resident has taken #{ $number } back, nothing more to do.
        }
    }
}
error-too-fast = That was too fast for me, and this one was not taken. Please wait a minute and send it again.
error-stream-same = #{ $number } is a { $stream ->
    [public] great
    [private] private
   *[community] small
} matter already, no need to press again.
error-note-decided = { $sent ->
    [1] #{ $number } These words have been sent already, no need to press again.
   *[0] #{ $number } These words stay inside already. To send some, press “Write back”.
}
error-note-author = { $who } wrote these words, and { $who } says who reads them.
error-heard-already = #{ $number } You have answered already, no need to press again.
