verb-ledger = ledger|export ledger
ledger-number = Number
ledger-stands = State
ledger-state = { $state ->
    [filed] waiting
    [taken] in hand
    [waiting] waiting for the resident
    [deferred] put off
    [declining] decline proposed
    [finished] done, to be confirmed
    [confirmed] closed
    [partly] solved in part
    [silent] not answered
    [declined] declined
    [withdrawn] withdrawn
   *[other] { $state }
}
ledger-place = Place
ledger-reporter = Reported by
ledger-handler = Handled by
ledger-filed = Reported at
ledger-due = Promised for
ledger-closed-round = Times reopened
ledger-words = What was said
ledger-ready = Here is the ledger: { $count } cases.
job-running = The ledger is being made: { $count } of { $total }. You get it here.
job-done = The ledger is ready: { $count } cases, the file is below.
job-failed = The ledger could not be made. Please say “ledger” again in a while.
