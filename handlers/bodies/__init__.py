"""Whose work a case is, in talk: bodies, returns, recusal, leave, the list of matters, tasks handed down."""
