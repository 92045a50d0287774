"""Why a file cannot be filled."""


class RefusalError(Exception):
    """A file cannot be filled; `reason` names the sentence that says why, as `fill_broken`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
