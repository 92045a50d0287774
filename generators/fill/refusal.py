"""Why a file cannot be filled in."""

from macros.event_words import words


class RefusedFileError(Exception):
    """A file cannot be filled in; `reason` is one of the words of macros/event_words.py."""

    def __init__(self, reason: str) -> None:
        super().__init__(words("en")[reason])
        self.reason = reason
