"""Names of speakers, compared across articles."""

import re
from functools import lru_cache

from sayso.records import Kind, Speaker
from sayso.text.folded import fold

ON_RECORD = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.STATE, Kind.GROUP, Kind.DOCUMENT})
"""Kinds of speakers that can be held to what they said."""
NAMELESS = (Kind.UNNAMED, Kind.UNKNOWN)
"""Kinds of speakers of whom nobody knows who they are, nor what standing they have."""

_SMALL = {"the", "a", "an", "of", "and", "for", "in", "at", "on", "to", "by", "from", "his", "her", "its", "their", "s"}
_COMMON = {"mr", "mrs", "ms", "sir", "dr", "lord", "lady", "spokesman", "spokeswoman", "spokesperson", "report"}

_PRESS = {
    "newspaper", "paper", "magazine", "website", "site", "blog", "story", "report", "reports", "article", "channel",
    "broadcaster", "publication", "outlet", "agency", "newswire", "reporter", "reporters", "online", "daily", "weekly",
    "news", "com", "co", "uk", "tv", "web",
}  # fmt: skip


@lru_cache(4096)
def folded(name: str) -> str:
    """A name without case, accents, marks and articles."""
    plain = re.sub(r"'s\b|[^\w\s]|\.(com|org|net)\b", " ", fold(name).replace("’", "'"))
    return " ".join(re.sub(r"^(the|a|an) ", "", " ".join(plain.split())).split())


@lru_cache(4096)
def press(name: str) -> str:
    """The folded name of an outlet without what any may be called: *herald*, of *the Herald newspaper's report*."""
    words = [word for word in folded(name).split() if word not in _PRESS]
    return " ".join(words) or folded(name)


def telling(name: str) -> set[str]:
    """The words of a name that tell it from others."""
    return {word for word in folded(name).split() if len(word) > 1} - _SMALL - _COMMON


def mentioned(speaker: Speaker, text: str) -> bool:
    """Tell whether `text` names the speaker: a person by surname, anything else by all words of a name."""
    words = set(folded(text).split())
    for name in (speaker.name, *speaker.aliases):
        if not name[:1].isupper() and not any(part[:1].isupper() for part in name.split()):
            continue
        wanted = folded(name).split() if speaker.kind is Kind.PERSON else sorted(telling(name))
        if speaker.kind is Kind.PERSON and wanted[-1:] and len(wanted[-1]) > 2 and wanted[-1] in words:
            return True
        if speaker.kind is not Kind.PERSON and wanted and words.issuperset(wanted):
            return True
    return False
