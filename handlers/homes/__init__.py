"""Households in talk: codes, joining, who I am here."""
