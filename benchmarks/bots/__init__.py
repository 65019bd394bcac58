"""The simplest bots that the libraries allow: what ours is measured against."""
