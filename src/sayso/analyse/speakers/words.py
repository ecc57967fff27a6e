"""What the words of a source tell about who it is."""

import re

from sayso.analyse.pronouns import OWN, PRONOUNS

_RELATIVE = re.compile(r"(?<=.),? (?:who|whom|whose|which|where)\b.*$", re.DOTALL)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE_END = re.compile(r"['’]s?$")
_SPOKESPERSON = re.compile(
    r"\b(?:spokes(?:man|woman|person|people|men|women)|press (?:office|officer|service|team))\b", re.I
)
_SPEAKS_FOR = re.compile(r"\b(?:for|of|from|at) (?P<whom>.+)$", re.IGNORECASE)
_CHANNELS = (
    r"(?:website|web page|account|feed|channel|post|posts|tweet|tweets|advert|adverts|advertisement|advertising"
    r"|press office|press service|press release|statement|spokes(?:man|woman|person|people))"
)
_OFFICE = r"(?:\w+ )?(?:office|department|ministry|service|agency|authority|bureau|council|board|team)"
_BY_CHANNEL = re.compile(
    rf"^(?P<whom>.+?)(?:['’]s|['’]) (?!{_OFFICE} spokes)(?:\w+ ){{0,2}}{_CHANNELS}\b", re.IGNORECASE
)
_CHANNEL_OF = re.compile(
    rf"^(?:an?|the|another|its|their)? ?(?:\w+ ){{0,2}}{_CHANNELS} (?:from|of|by|for|on behalf of) (?P<whom>.+)$",
    re.IGNORECASE,
)
_PLATFORM = re.compile(r",? on (?:the|its|his|her|their) .*$|, on [A-Z].*$", re.DOTALL)
_ONE_OF_A_BODY = re.compile(
    r"^an? (?:[\w-]+ ){0,3}(?:[\w-]+ (?:at|close|familiar|briefed|who)|(?:judge|magistrate|prosecutor|lawyer|attorney"
    r"|diplomat|official|officer|advis[eo]r|aide|minister|lawmaker|senator|resident|witness|teacher|nurse|doctor|engineer"
    r"|worker|clerk))\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"^(?:some|several|many|most|various|certain|one|another|others?|two|three|four|five|six|seven|eight|nine|ten|\d+|dozens|both"
    r"|a (?:few|couple|number|handful|second|third))\b",
    re.IGNORECASE,
)
_DETAIL = re.compile(
    r",? (?:seen|obtained|reviewed|read|shown|shared|leaked|published|released|led|written|signed|issued|posted"
    r"|sent|handed|followed|recovered|recorded|provided|cited|quoted)"
    r" (?:by|in|on|to|from|at|with|through|online)\b.*$|,? dated\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_SPOKESPERSON_OF = re.compile(
    r"^(?:an?|the) (?P<whom>.+?)(?:['’]s)? (?:spokes(?:man|woman|person|people)|press (?:officer|secretary))$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:[\w-]+ )?(?:company|firm|club|agency|body|group|ministry|government|union|party|organi[sz]ation|department"
    r"|institution|business|developer|operator|owner|manufacturer|maker|bank|insurer|charity|school|university|hospital|council|court"
    r"|board|commission|committee|authority|regulator|campaign|administration|office|paper|document|report|file|memo|letter"
    r"|note|study|article|story)$",
    re.IGNORECASE,
)
_BARE_PLURAL = re.compile(
    r"^(?!(?i:the|an?|this|that|these|those|his|her|its|their|our|my)\b)(?:[\w’'-]+ ){0,2}?"
    r"(?:[a-zA-Z][a-z-]*s|[Pp]eople|[Mm]edia)\b(?! [A-Z])",
)
_PREPOSITION = re.compile(
    r"\b(?:of|at|for|to|by|in|from|with|on|near|inside|outside|against|about|behind|over|under)\b", re.I
)
_PRESS_NOUN = re.compile(
    r"^(?:the|this|that|same) (?:[a-z-]+ )?(?:outlet|newspaper|paper|agency|broadcaster"
    r"|channel|network|website|site|magazine|station)$",
    re.IGNORECASE,
)
_OWN_OUTLET = re.compile(
    r"^(?:this (?:newspaper|paper|website|site|programme|magazine)"
    r"|our (?:\w+ )?(?:article|report|story|correspondent))$",
    re.I,
)
_OUTLET = re.compile(
    r"\b(?:agency|broadcasting|bulletin|channel|chronicle|courier|daily|dispatch|examiner|gazette|herald|journal|magazine|mail"
    r"|network|news|newspaper|observer|post|press|radio|review|sentinel|standard|telegraph|television|times|today|tribune|tv"
    r"|weekly|wire)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"^[A-Z]{2,5}$")
_INDEFINITE = re.compile(r"^(?:an?|one|another|some|several|many|two|three|four|five|six|\d+)\b", re.IGNORECASE)


def plain(source: str) -> str:
    """The words of a source as a name for one who has no other: no relative clause, possessive end or blank runs."""
    plain = " ".join(_RELATIVE.sub("", source).split()).strip(" ,;:-–—")
    return _POSSESSIVE_END.sub("", plain)


def head(source: str) -> str:
    """The first part of a description: what stands before its apposition, if that says who it is."""
    first = plain(source).partition(",")[0]
    return first if first else plain(source)


def bare(words: str) -> str:
    """Words without their article, in lower case: how two descriptions are compared."""
    return _ARTICLE.sub("", " ".join(words.split())).casefold()


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


def is_generic(words: str) -> bool:
    """Whether a description could be of any body, or any document, of its kind: *the company*, *the report*."""
    return bool(_GENERIC.search(bare(words)))


def is_bare_plural(source: str) -> bool:
    """Whether the source is people, or reports, in general: *shareholders*, *people in the party*, *local media*."""
    return bool(_BARE_PLURAL.match(source.strip()))


def is_one_of_many(source: str) -> bool:
    """Whether a description with *the* still fits many: *the captain of a cargo ship*."""
    return bool(re.match(r"the \w+ of an? ", source, re.IGNORECASE))


def channel_owner(source: str) -> str | None:
    """Whose own channel speaks, if one does: *the firm's website*, *a statement from the firm* speak for *the firm*."""
    match = _BY_CHANNEL.search(source) or _CHANNEL_OF.search(source)
    return _PLATFORM.sub("", match.group("whom")) if match else None


def is_one_of_a_body(source: str) -> bool:
    """Whether the source is somebody of, or near, a body: *a forecaster at the institute*, *a federal judge*."""
    return bool(_ONE_OF_A_BODY.match(source))


def is_some(source: str) -> bool:
    """Whether the source takes some out of a number of people: *two officials*, *many in the party*."""
    return bool(_SOME.search(source.strip()))


def without_detail(description: str) -> str:
    """A description of a document without how it came to light: *a memo seen by the paper* is *a memo*."""
    return _DETAIL.sub("", description) or description


def has_preposition(words: str) -> bool:
    """Whether what follows these words hangs on them: *a person close to*, *members of*."""
    return bool(_PREPOSITION.search(words))


def is_press_noun(source: str) -> bool:
    """Whether the source is an outlet called by its trade: *the newspaper*."""
    return bool(_PRESS_NOUN.match(source))


def is_own_outlet(source: str) -> bool:
    """Whether the article's own outlet speaks of itself."""
    words = source.casefold().strip()
    return words in OWN or bool(_OWN_OUTLET.match(words))


def is_own(words: str) -> bool:
    """Whether the words hang on somebody by a pronoun: *its press office*."""
    return bool(re.match(r"(?:its|his|her|their|whose)\b", words, re.IGNORECASE)) or words.casefold() in PRONOUNS


def is_short_for(words: str, outlet: str) -> bool:
    """Whether the source is the end of an outlet's name: *the Mail* for the Northgate Evening Mail."""
    short = bare(words)
    return words[-len(short) :][:1].isupper() and f" {bare(outlet)}".endswith(f" {short}")


def is_like_outlet(name: str) -> bool:
    """Whether a name reads like that of an outlet: by its common words, or as the letters of a broadcaster."""
    return name[:1].isupper() and bool(_OUTLET.search(name) or _LETTERS.match(name))


def is_indefinite(source: str) -> bool:
    """Whether the source brings in somebody new: *a nurse*, *two officials*."""
    return bool(_INDEFINITE.match(source.strip()))
