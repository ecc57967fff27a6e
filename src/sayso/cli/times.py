"""Times, as people read them."""

from datetime import datetime


def local(seconds: int) -> str:
    """The time `seconds` after the beginning of 1970, where this machine stands."""
    return datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M")
