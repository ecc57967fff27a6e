"""How deep the elements of a page are nested and how many attributes they have, told without parsing it."""

import re

# Possessive, so that a long run without a ">" is passed over once and not once for each of its characters.
_TOKEN = re.compile(r"<!--|-->|<(/?[a-zA-Z][a-zA-Z0-9-]*+)([^<>]*+)>")
_UNPARSED = {"script", "style", "textarea", "title"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
# A new one of these ends the one before, so any number of unclosed ones lie side by side.
_SIBLINGS = {"a", "dd", "dt", "form", "li", "option", "p", "tbody", "td", "th", "tr"}


def depth(markup: str) -> int:
    """Count about how many elements of `markup` are open at once where most are, in time linear in its length."""
    deepest = now = 0
    awaited: str | None = None
    for token in _TOKEN.finditer(markup):
        name = (token[1] or token[0]).lower()
        if awaited:
            awaited = None if name == awaited else awaited
        elif name == "<!--":
            awaited = "-->"
        elif name in _UNPARSED:
            awaited = f"/{name}"
        elif name != "-->" and not (token[2].endswith("/") or name.removeprefix("/") in _VOID | _SIBLINGS):
            now = max(0, now - 1) if name.startswith("/") else now + 1
            deepest = max(deepest, now)
    return deepest


_RUN = re.compile(r"(?:(<[a-zA-Z])|[<>]|\A)([^<>]{4000,}+)")
_WORD = re.compile(r"\s[^\s=/]")
_NAMED = re.compile(r"\s[\w:.-]++=")


def attributes(markup: str) -> int:
    """Count about how many attributes the element of `markup` has that has most; few are not told from none.

    A tag may go on behind a "<" or ">" in one of its values, so what looks like attributes counts anywhere.
    """
    return max(
        (sum(1 for _ in (_WORD if run[1] else _NAMED).finditer(run[2])) for run in _RUN.finditer(markup)), default=0
    )
