"""Cases in talk: reporting, the steps in words and by button, cards and messages."""
