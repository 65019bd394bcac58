"""The library: what can be looked up, without a network and without a clock."""
