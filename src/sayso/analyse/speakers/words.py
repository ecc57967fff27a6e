"""What the words of a source tell about who it is."""

import re
from functools import lru_cache

from sayso.analyse.pronouns import PRONOUNS
from sayso.text.patterns import pattern

_RELATIVE = pattern(r"(?<=.),? (?:who|whom|whose|which|where)\b.*$", re.DOTALL)
_WHEN = pattern(
    r"(?<!ed) (?:(?:late |early )?(?:on |last |this )(?:\w+ )?"
    r"(?:\w+day|week|month|year|night|morning|afternoon|evening)|yesterday|today"
    r"|in (?:January|February|March|April|May|June|July|August|September|October|November|December))$"
)
_ARTICLE = pattern(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE_END = pattern(r"['’]s?$")
_SOME = pattern(
    r"^(?:some|several|many|most|various|certain|one|another|others?|two|three|four|five|six|seven|eight|nine|ten|\d+|dozens|both"
    r"|a (?:few|couple|number|handful|second|third))\b",
    re.IGNORECASE,
)
_BARE_PLURAL = pattern(
    r"^(?!(?i:the|an?|this|that|these|those|his|her|its|their|our|my)\b)(?:[\w’'-]+ ){0,2}?"
    r"(?:[a-zA-Z][a-z-]*s|[Pp]eople|[Mm]edia)\b(?! [A-Z])",
)
_BARE_ONE = pattern(
    r"(?:one|another|(?:the|an?) (?:other|second|third|fourth)|the first)(?: of them)?"
    r"|(?:two|both|some|most|several) of them",
    re.IGNORECASE,
)
_SEVERAL = pattern(
    r"(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|many"
    r"|a few|a couple of|a number of|both)\b(?! of them)",
    re.IGNORECASE,
)
_PREPOSITION = pattern(
    r"\b(?:of|at|for|to|by|in|from|with|on|near|inside|outside|against|about|behind|over|under)\b", re.I
)
_HANGS_ON = pattern(rf",| (?:{_PREPOSITION.pattern})|(?<! the) \w+ed by\b", re.IGNORECASE)
_INDEFINITE = pattern(r"^(?:an?|one|another|some|several|many|two|three|four|five|six|\d+)\b", re.IGNORECASE)


# The same few descriptions are held against each referent of an article, again and again.
@lru_cache
def plain(source: str) -> str:
    """The words of a source as a name for one who has no other: no relative clause, time, possessive, blank runs."""
    plain = " ".join(_RELATIVE.sub("", source).split()).strip(" ,;:-–—")
    return _POSSESSIVE_END.sub("", _WHEN.sub("", plain))


def head(source: str) -> str:
    """The first part of a description: what stands before its apposition, if that says who it is."""
    first = plain(source).partition(",")[0]
    return first if first else plain(source)


@lru_cache
def core_of(source: str) -> str:
    """The part of a description that says what it is, without what hangs on it: *a clerk* of *a clerk at the port*."""
    return _HANGS_ON.split(plain(source), maxsplit=1)[0]


@lru_cache(maxsize=1024)
def bare(words: str) -> str:
    """Words without their article, in lower case: how two descriptions are compared."""
    return _ARTICLE.sub("", " ".join(words.split())).casefold()


def is_bare_plural(source: str) -> bool:
    """Whether the source is people, or reports, in general: *shareholders*, *people in the party*, *local media*."""
    return bool(_BARE_PLURAL.match(source.strip()))


def is_one_of_many(source: str) -> bool:
    """Whether a description with *the* still fits many: *the captain of a cargo ship*."""
    return bool(re.match(r"the \w+ of an? ", source, re.IGNORECASE))


def is_some(source: str) -> bool:
    """Whether the source takes some out of a number of people: *two officials*, *many in the party*."""
    return bool(_SOME.search(source.strip()))


def has_preposition(words: str) -> bool:
    """Whether what follows these words hangs on them: *a person close to*, *members of*."""
    return bool(_PREPOSITION.search(words))


def is_own(words: str) -> bool:
    """Whether the words hang on somebody by a pronoun: *its press office*."""
    return bool(re.match(r"(?:its|his|her|their|whose)\b", words, re.IGNORECASE)) or words.casefold() in PRONOUNS


def is_indefinite(source: str) -> bool:
    """Whether the source brings in somebody new: *a nurse*, *two officials*."""
    return bool(_INDEFINITE.match(source.strip()))


def is_bare_one(source: str) -> bool:
    """Whether the source is one of those spoken of before, and no more is said of him: *one of them*, *the other*."""
    return bool(_BARE_ONE.fullmatch(source.strip()))


def is_several(source: str) -> bool:
    """Whether the source is several people, counted or not: *two officials*, *sources at the club*."""
    return bool(_SEVERAL.match(source.strip())) or is_bare_plural(source)
