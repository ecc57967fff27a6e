"""Whether words are those of an outlet."""

import re

from sayso.analyse.pronouns import OWN
from sayso.analyse.speakers.words import bare
from sayso.text.patterns import pattern

_PRESS_NOUN = pattern(
    r"^(?:the|this|that|same) (?:[a-z-]+ )?(?:outlet|newspaper|paper|agency|broadcaster"
    r"|channel|network|website|site|magazine|station)$",
    re.IGNORECASE,
)
_OWN_OUTLET = pattern(
    r"^(?:this (?:newspaper|paper|website|site|programme|magazine)"
    r"|our (?:\w+ )?(?:article|report|story|correspondent))$",
    re.I,
)
_COMMON_WORDS = (
    "agency broadcasting bulletin channel chronicle courier daily dispatch examiner gazette herald journal"
    " magazine mail network news newspaper observer post press radio review sentinel standard telegraph television"
    " times today tribune tv weekly wire"
)
_OUTLET = frozenset(_COMMON_WORDS.split())
_TRADES = {
    "print": ("newspaper", "paper", "magazine"),
    "wire": ("agency",),
    "air": ("broadcaster", "channel", "station"),
}
_TRADE_OF = {noun: trade for trade, nouns in _TRADES.items() for noun in nouns}
# Words that names of outlets of a trade hardly hold.
_FOREIGN = {
    "print": "agency broadcasting channel network press radio television tv wire",
    "wire": "broadcasting channel chronicle courier daily gazette herald magazine radio television tv",
    "air": "chronicle courier daily dispatch gazette herald journal magazine mail newspaper press wire",
}
_ON_AIR = pattern(r"TV$|^[A-Z]BC$")
_WORD = pattern(r"\w+")
_LETTERS = pattern(r"^[A-Z]{2,5}$")


def is_press_noun(source: str) -> bool:
    """Whether the source is an outlet called by its trade: *the newspaper*."""
    return bool(_PRESS_NOUN.match(source))


def is_own_outlet(source: str) -> bool:
    """Whether the article's own outlet speaks of itself."""
    words = source.casefold().strip()
    return words in OWN or bool(_OWN_OUTLET.match(words))


def is_short_for(words: str, outlet: str) -> bool:
    """Whether the source is the end of an outlet's name: *the Mail* for the Northgate Evening Mail."""
    short = bare(words)
    return words[-len(short) :][:1].isupper() and f" {bare(outlet)}".endswith(f" {short}")


def is_like_outlet(name: str) -> bool:
    """Whether a name reads like that of an outlet: by its common words, or as the letters of a broadcaster."""
    return name[:1].isupper() and bool(not _OUTLET.isdisjoint(_WORD.findall(name.casefold())) or _LETTERS.match(name))


def may_be_called(words: str, name: str) -> bool:
    """Whether an outlet may be called by the trade that the words end in: a wire agency is no newspaper."""
    trade = _TRADE_OF.get(words.casefold().rpartition(" ")[2])
    if trade is None:
        return True
    if _LETTERS.match(name) and (trade == "print" or (trade == "wire" and _ON_AIR.search(name))):
        return False
    return not set(_FOREIGN[trade].split()) & set(_WORD.findall(name.casefold()))
