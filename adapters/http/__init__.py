"""The HTTP room: one server a process, for health, metrics and whatever a platform sends."""
