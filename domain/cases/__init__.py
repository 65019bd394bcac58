"""诉求: what residents report, on its way to being solved."""
