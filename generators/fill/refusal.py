"""Why a file cannot be filled in."""

from macros.messages import message


class RefusedFileError(Exception):
    """A file cannot be filled in; `reason` is one of the messages that begin with `fill_`."""

    def __init__(self, reason: str) -> None:
        super().__init__(message(reason, "en"))
        self.reason = reason
