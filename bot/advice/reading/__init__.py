"""Messy words in, typed facts out; deterministic and offline."""
