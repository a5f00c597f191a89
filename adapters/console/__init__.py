"""The terminal: a full adapter that needs no token."""
