verb-language = change language|language|english|speak english
verb-menu = pin the menu
# What stands beside the commands behind the slash.
menu-report = Report a problem in one sentence
menu-ask = Ask how things are done
menu-vote = Votes and sign-ups that are open
menu-my = What I reported and joined
menu-me = My home and my details
menu-language = Change language / 换语言
menu-help = How it works
menu-poll = Start a vote
menu-call = Call for helpers
menu-code = Make a code for a neighbour to join
menu-duties = What I have to do today
menu-ledger = Export the ledger
menu-setup = Set up the compound
menu-menu = Pin the menu in the group
# The group's pinned card, languages, and the screen of one's own.
menu-card =
    <b>Linli is here to help</b>
    Something broken, a question, votes and sign-up: press below. { $place ->
        [group] Or call me in the group: <i>Linli, the lift in building 3 has stopped again</i>
       *[deaf] Or write here: <i>/report The lift in building 3 has stopped again</i>
    }
    Who comes and by when I tell you alone, so that nobody else is bothered.
menu-unbound = This group belongs to no compound or building yet, so there is no menu to pin. An administrator sends /setup here, it takes five minutes.
language-which = 用哪种语言？Which language?
language-zh = 中文
language-en = English
language-set = All right, we speak English from now on.
mine-calls = <b>What I signed up for</b>
mine-call =
    { $title }: { $seat ->
        [waiting] waiting list
       *[coming] you have a place
    }
mine-leave = Leave: { $title }
mine-home = <b>Who I am here</b>
mine-belongs =
    { $place }: { $role ->
        [captain] captain
        [worker] worker
        [steward] steward
       *[resident] resident
    }
