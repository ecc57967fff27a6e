"""The token of this user's desks, in a file that nobody else may read."""

import os
import secrets
from pathlib import Path

from sayso.errors import SaysoError

_FOLDER = "sayso"
_NAME = "token"


def given() -> str | None:
    """The token that SAYSO_TOKEN or `sayso token` has given; None when there is none. Raises `SaysoError`."""
    return os.environ.get("SAYSO_TOKEN", "").strip() or kept(make=False)


def kept(*, make: bool) -> str | None:
    """The token in the file; it is made when there is none and `make` says so. Raises `SaysoError`."""
    path = _path()
    try:
        if path.exists():
            return path.read_text(encoding="ascii").strip() or None
        if not make:
            return None
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = secrets.token_urlsafe(24)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as stream:
            stream.write(f"{made}\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SaysoError(f"{path}: the token cannot be kept there ({error})") from error
    return made


def _path() -> Path:
    folder = os.environ.get("XDG_CONFIG_HOME")
    return (Path(folder) if folder else Path.home() / ".config") / _FOLDER / _NAME
