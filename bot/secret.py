"""A text that shows itself only to who asks for it by name: a token, a key."""


class Secret:
    """Whatever prints, logs or compares what holds it sees that it is there, and no more."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def get_secret_value(self) -> str:
        """The text itself; to be kept no longer than it is needed."""
        return self._text

    def __len__(self) -> int:
        return len(self._text)

    def __repr__(self) -> str:
        return "Secret(…)"
