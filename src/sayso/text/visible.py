"""Text from outside, made fit to be shown: whatever would act unseen comes out as an escape."""

import unicodedata
from functools import cache

from sayso.text.patterns import pattern

_PLAIN = pattern(r"[ -~]*")
# Controls, format characters (bidirectional overrides, zero widths), halves of surrogate pairs, separators of lines.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    r"""`text` on one line and with nothing hidden in it, for a terminal or a page.

    Line ends and tabs become spaces, one for one; other characters that have no look of their own become escapes:
    `\x1b`, `⟨U+202E⟩`.
    """
    return text if _PLAIN.fullmatch(text) else "".join(map(_shown, text))


@cache
def _shown(character: str) -> str:
    if unicodedata.category(character) not in _UNSEEN:
        return character
    if character.isspace():
        return " "
    return f"\\x{ord(character):02x}" if character < "\x80" else f"⟨U+{ord(character):04X}⟩"
