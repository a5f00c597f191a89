"""What can go wrong with a store, as exceptions that a person can read."""

NO_TEXT = "This holds something that cannot be stored: write it in other characters."


class Conflict(Exception):  # noqa: N818 - a normal outcome: load again and retry
    """Somebody else saved first: nothing was written."""


class AlreadyDone(Exception):  # noqa: N818 - a normal outcome: answer as before
    """The event was carried out before: nothing was written now."""


class StoreProblem(Exception):  # noqa: N818 - its text is shown to people
    """One clear sentence that says what is wrong and what to do next; it holds no stored text."""


class Unreadable(StoreProblem):
    """One stored document is not one of ours; the others are fine."""
