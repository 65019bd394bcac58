"""The voice: routers that parse, call once and reply once; the words; what cards look like."""
