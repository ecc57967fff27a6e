"""Whether a page shows no more than the beginning of its article."""

import re
from dataclasses import dataclass
from typing import Any

from sayso.extract.linked import Linked

_STUB = 200
"""Words that a beginning has at most."""
_SHARE = 0.6

_PROMPT = re.compile(
    r"(?:subscribe|sign (?:in|up)|log ?in|register|join|become an? (?:\w+ )?(?:member|subscriber))\b[^.!?\n]{0,40}\bto"
    r" (?:continue|keep|read|unlock|finish|access|see) "
    r"|\bto (?:continue|keep|finish) reading\b|\bcontinue reading (?:this|with) "
    r"|\b(?:article|story|content|rest) is (?:reserved |available |exclusively |only )*(?:for|to) "
    r"(?:our )?(?:\w+ )?(?:subscribers|members)"
    r"|\balready a (?:subscriber|member)\b|\bunlock (?:this|the (?:full|rest))\b|\bsubscribers[- ]only\b",
    re.IGNORECASE,
)
_TEXT = "//body//text()[not(parent::script or parent::style)]"


@dataclass(frozen=True, slots=True)
class Signs:
    """What a page says of its article: how many words it has, that it is not free, that one must pay."""

    stated: int | None
    closed: bool
    asks: bool


def signs(tree: Any) -> Signs:
    """Read the signs on the page `tree`, an lxml element."""
    linked = Linked(tree)
    counts = [int(str(count)) for count in linked.values("wordCount") if re.fullmatch(r"[0-9]{1,6}", str(count))]
    return Signs(
        stated=counts[0] if counts else None,
        closed=any(str(value).lower() == "false" for value in linked.values("isAccessibleForFree")),
        asks=any(_PROMPT.search(piece) for piece in tree.xpath(_TEXT)),
    )


def cut_off(signs: Signs, text: str) -> bool:
    """Tell whether `text`, found on a page with these signs, is but the beginning of an article.

    It is when the page asks for money or says that the article is not free, and the text is short for its stated
    length; or when it is short as such, and there are two signs of it.
    """
    words = len(text.split())
    if signs.stated is not None and (signs.closed or signs.asks):
        return words < _SHARE * signs.stated
    # The request for money may have come along with the text.
    breaks_off = any(line.endswith(("…", "...")) for line in text.split("\n\n")[-3:])
    return words < _STUB and signs.asks and (signs.closed or breaks_off)
