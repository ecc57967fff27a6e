"""Markdown with its marks blanked out, so that what is left keeps its place."""

import re

from sayso.records import Span

_TITLE = re.compile(r"^(?:title:[ \t]*[\"']?(?P<a>[^\n]+?)[\"']?|#[ \t]+(?P<b>[^\n]+?)[ \t]*#*)[ \t]*$", re.MULTILINE)
_FRONT = re.compile(r"\A(?:---|\+\+\+)\n.*?\n(?:---|\+\+\+)(?=\n|\Z)", re.DOTALL)
_CODE = re.compile(r"^(?:```|~~~).*?(?:^(?:```|~~~)[ \t]*$|\Z)|`[^`\n]+`|<!--.*?-->", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"!?\[(?P<text>[^\]\n]*)\](?P<to>\([^)\n]*\)|\[[^\]\n]*\])")
_HEADING = re.compile(r"^#{1,6}[ \t]+", re.MULTILINE)
_LINE = re.compile(r"^(?:[ \t]*>+[ \t]?|[ \t]*[-*+][ \t]+|[ \t]*\d+\.[ \t]+)+", re.MULTILINE)
_MARK = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|~~|\\(?=[^\w\s])")


def headline_of(text: str) -> Span | None:
    """The title of a text: in its front matter, or its first heading."""
    match = _TITLE.search(text)
    if not match:
        return None
    start, end = match.span("a" if match["a"] else "b")
    return Span(text[start:end], start, end)


def without_marks(text: str) -> str:
    """`text` with spaces in the place of marks, links, code and front matter: every word keeps its offset."""
    for pattern in (_FRONT, _CODE):
        text = pattern.sub(_blank, text)
    text = _LINK.sub(_link, text)
    for pattern in (_HEADING, _LINE, _MARK):
        text = pattern.sub(_blank, text)
    return text


def _link(match: re.Match[str]) -> str:
    start, end = match.span("text")
    before, after = start - match.start(), match.end() - end
    return " " * before + match["text"] + " " * after


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())
