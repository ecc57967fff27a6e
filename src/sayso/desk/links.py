"""Where things are on the desk."""

from urllib.parse import quote, urlencode


def claim(id: str, form: str = "") -> str:
    """A claim; `form` is `.json`, `.csv` or `.svg`."""
    return f"/claim/{_part(id)}{form}"


def speaker(id: str) -> str:
    """A speaker."""
    return f"/speaker/{_part(id)}"


def article(id: str) -> str:
    """A version of an article."""
    return f"/article/{_part(id)}"


def statement(id: str) -> str:
    """A statement in its article."""
    return f"{article(id.rpartition(':')[0])}#{anchor(id)}"


def anchor(id: str) -> str:
    """What a statement is called in the page of its article: where its content begins and ends."""
    return "s" + _part(id.rpartition(":")[2])


def board(**asked: str | None) -> str:
    """The board with what is asked of it."""
    return _with("/", asked)


def search(query: str) -> str:
    """What fits some words."""
    return _with("/search", {"q": query})


def feed(form: str, **asked: str | None) -> str:
    """The feed of the claims that fit; `form` is `atom` or `json`."""
    return _with(f"/feed.{form}", asked)


def _with(path: str, asked: dict[str, str | None]) -> str:
    given = {name: value for name, value in asked.items() if value}
    return f"{path}?{urlencode(given)}" if given else path


def _part(text: str) -> str:
    return quote(text, safe="")
