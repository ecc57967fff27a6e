"""Paragraphs: the units that windows are cut from and that quotations run over."""

import itertools

from sayso.text.patterns import pattern

_LINE = pattern(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*\S[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*")
_BLANK_LINE = pattern(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")
_WRAP_WIDTH = 100


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the paragraphs of `text`, in order, without the white space around them.

    Every line is a paragraph, unless the text is hard-wrapped (blank lines between blocks of several short lines):
    then every block is one.
    """
    lines = [_strip(text, match.start(), match.end()) for match in _LINE.finditer(text)]
    breaks = [bool(_BLANK_LINE.search(text, a[1], b[0])) for a, b in itertools.pairwise(lines)]
    if not _hard_wrapped(lines, breaks):
        return lines
    blocks = lines[:1]
    for line, apart in zip(lines[1:], breaks, strict=True):
        if apart:
            blocks.append(line)
        else:
            blocks[-1] = (blocks[-1][0], line[1])
    return blocks


def _hard_wrapped(lines: list[tuple[int, int]], breaks: list[bool]) -> bool:
    joined = breaks.count(False)
    return any(breaks) and joined > len(lines) / 2 and all(end - start <= _WRAP_WIDTH for start, end in lines)


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
