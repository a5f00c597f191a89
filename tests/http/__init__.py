"""The HTTP server of a process: health, readiness, metrics, and the platforms that join it."""
