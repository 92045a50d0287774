"""The organisation.yml that an edition of one's own begins with."""

from importlib.resources import files


def beginning() -> str:
    """Return an organisation.yml in which all keys are explained, and only the name is set."""
    return files("handbook").joinpath("beginning.yml").read_text("utf-8")
