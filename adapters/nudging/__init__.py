"""Nudges: the loop, with the ways to every platform that is set up."""
