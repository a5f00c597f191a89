"""The pure core: facts and ``now`` come in, findings go out; no I/O, no clock, no randomness."""
