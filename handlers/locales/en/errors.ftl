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
        [reopen] #{ $number } is waiting to be taken, it is not closed.
        [add] Only whoever reported #{ $number } can add to it.
       *[other] Nobody has taken #{ $number } yet. Press “I take it” first, then write back.
    }
    [taken] { $action ->
        [take] { $mine ->
            [1] You have taken this one already, no need to press again.
           *[0] { $handler } has taken this one already, no need to press again.
        }
        [withdraw] #{ $number } can only be taken back by whoever reported it.
        [confirm] { $handler } has not said that #{ $number } is done; then you are asked. If nobody needs to come any more, say “#{ $number } withdraw”.
        [reopen] { $handler } is still working on #{ $number }, no need to press again.
        [add] Only whoever reported #{ $number } can add to it.
       *[other] { $handler } has taken #{ $number } and is the one to write back.
    }
    [finished] { $action ->
        [take] { $handler } has finished this one; the resident is asked to confirm.
        [finish] #{ $number } is finished already; the resident is asked to confirm.
        [withdraw] #{ $number } is done, there is nothing to take back. If it is solved, press “Solved”.
        [add] Only whoever reported #{ $number } can add to it.
        [reply] { $handler } did #{ $number } and is the one to write back.
       *[other] Whether #{ $number } is solved is for whoever reported it to say.
    }
    [confirmed] { $action ->
        [confirm] #{ $number } is solved already, no need to press again.
        [reopen] Whether #{ $number } is solved is for whoever reported it to say.
       *[other] { $reporter ->
            [1] #{ $number } is solved. If it breaks again, press or say “Not solved”.
           *[0] #{ $number } is solved, nothing more to do.
        }
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
