"""What ends a platform for good."""


class PlatformProblem(Exception):  # noqa: N818 - what the operator reads, not a fault of ours
    """Trying again would not help; one sentence says what is wrong and what to do."""
