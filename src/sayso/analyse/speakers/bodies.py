"""Bodies, and who speaks for them: spokespeople, channels, reports."""

import re

from sayso.analyse.speakers.words import bare, head, plain
from sayso.text.patterns import pattern

_SPOKESPERSON = pattern(
    r"\b(?:spokes(?:man|woman|person|people|men|women)|press (?:office|officer|service|team))\b", re.I
)
_SPEAKS_FOR = pattern(r"\b(?:for|of|from|at) (?P<whom>.+)$", re.IGNORECASE)
_CHANNELS = (
    r"(?:website|web page|account|feed|channel|post|posts|tweet|tweets|advert|adverts|advertisement|advertising"
    r"|press office|press service|press release|statement|spokes(?:man|woman|person|people))"
)
_CHANNEL = pattern(_CHANNELS, re.IGNORECASE)
_OFFICE = r"(?:\w+ )?(?:office|department|ministry|service|agency|authority|bureau|council|board|team)"
_BY_CHANNEL = pattern(rf"^(?P<whom>.+?)(?:['’]s|['’]) (?!{_OFFICE} spokes)(?:\w+ ){{0,2}}{_CHANNELS}\b", re.IGNORECASE)
_CHANNEL_OF = pattern(
    rf"^(?:an?|the|another|its|their)? ?(?:\w+ ){{0,2}}{_CHANNELS} (?:from|of|by|for|on behalf of) (?P<whom>.+)$",
    re.IGNORECASE,
)
_REPORT_OF = pattern(
    r"^(?:an?|the|its|their) (?:\w+ ){0,2}(?:report|study|review|survey|analysis|audit|assessment)"
    r" (?:by|from) (?P<whom>.+)$",
    re.IGNORECASE,
)
_PLATFORM = pattern(r",? on (?:the|its|his|her|their) .*$|, on [A-Z].*$|, (?:quoted|cited) by .*$", re.DOTALL)
_ONE_OF_A_BODY = pattern(
    r"^an? (?:[\w-]+ ){0,3}(?:[\w-]+ (?:at|close|familiar|briefed|who)|(?:judge|magistrate|prosecutor|lawyer|attorney"
    r"|diplomat|official|officer|advis[eo]r|aide|minister|lawmaker|senator|resident|witness|teacher|nurse|doctor|engineer"
    r"|worker|clerk))\b",
    re.IGNORECASE,
)
_SPOKESPERSON_OF = pattern(
    r"^(?:an?|the) (?P<whom>.+?)(?:['’]s)? (?:spokes(?:man|woman|person|people)|press (?:officer|secretary))$",
    re.IGNORECASE,
)
_GENERIC_NOUNS = (
    "company firm club agency body group ministry government union party organisation organization department"
    " institution business developer operator owner manufacturer maker bank insurer charity school university"
    " hospital council court board commission committee authority regulator campaign administration office paper"
    " document report file memo letter note study article story"
)
_GENERIC = frozenset(_GENERIC_NOUNS.split())
_LAST_OF_TWO = pattern(r"^(?:[\w-]+ )?(\w+)$")


def is_spokesperson(source: str) -> bool:
    """Whether the source speaks for another: a spokeswoman, a press office."""
    return bool(_SPOKESPERSON.search(source))


def spoken_for(source: str) -> str | None:
    """Whom a spokesperson speaks for, where the source tells: *a spokeswoman for the port* speaks for *the port*."""
    if not is_spokesperson(source):
        return None
    first = plain(source).partition(",")[0]
    match = _SPEAKS_FOR.search(first) or _SPOKESPERSON_OF.match(first)
    return match.group("whom") if match else None


def channel_owner(source: str) -> str | None:
    """Whose own channel speaks, if one does: *the firm's website*, *a statement from the firm* speak for *the firm*."""
    if not _CHANNEL.search(source):
        return None
    match = _BY_CHANNEL.search(source) or _CHANNEL_OF.search(source)
    return _PLATFORM.sub("", match.group("whom")) if match else None


def report_of(source: str) -> str | None:
    """Whose report it is, if it is one: *a report by the audit chamber*."""
    match = _REPORT_OF.search(head(source))
    return match.group("whom") if match and " and " not in match.group("whom") else None


def is_generic(words: str) -> bool:
    """Whether a description could be of any body, or any document, of its kind: *the company*, *the report*."""
    last = _LAST_OF_TWO.search(bare(words))
    return bool(last and last[1].casefold() in _GENERIC)


def is_one_of_a_body(source: str) -> bool:
    """Whether the source is somebody of, or near, a body: *a forecaster at the institute*, *a federal judge*."""
    return bool(_ONE_OF_A_BODY.match(source))
