"""Which nudge is due (pure), and the loop that delivers it."""
