"""What an article tells of a speaker besides the name: in which role, and among which other names."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.ledger.names import NAME_WORD, folded, parts
from sayso.records import Kind, Speaker
from sayso.text.gender import Gender, of_first_name, of_title

_MOST_NAMES = 60
_TITLE_WIDTH = 20
_ROLE_AFTER = re.compile(
    r",\s+(?P<role>(?:\d{1,3}, )?(?:the|an?|who|whose|his|her|its|their|former|one)\b[^,.;:\n]{3,90})[,.;]"
)
_AGE_AFTER = re.compile(r",\s+(?P<role>\d{1,3},\s+[^,.;:\n]{3,90})[,.;]")
_WORDS_BEFORE = re.compile(r"(?:[^\W\d_][\w’'-]*[ ]){1,6}$")
_NAMES = re.compile(r"(?<=[\w,;’”\")] )[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+")
_EMPTY_WORDS = """
the a an and or of in on at to for from with by as is was were be been has had have who whose whom which that this
it its his her he she they their said says say told tells tell asked added according but when while where after
before not no mr mrs ms miss dr sir one two three also between about against under over late former then new old
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december
"""
_SAYS_NOTHING = frozenset(_EMPTY_WORDS.split())


@dataclass(frozen=True, slots=True)
class Portrait:
    """What is told of a speaker. `names` are others that it goes by, `aliases` what else occurs for it.

    `roles` are words of its roles, `proper` those among them that are names. `near` are names in the articles
    besides. `gender` is that of a person, where a title or a first name tells it.
    """

    name: str
    kind: Kind
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    heard_by: str | None = None
    gender: Gender | None = None

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name that occurs."""
        return (self.name, *self.names, *self.aliases)


def portrait(speaker: Speaker, text: str, near: frozenset[str]) -> Portrait:
    """Draw `speaker` from an article's text; `near` are the names in it."""
    own = {word for name in (speaker.name, *speaker.aliases) for word in parts(name)}
    roles = [role for name in (speaker.name, *speaker.aliases) for role in _roles(text, name)]
    words = [word for role in roles for word in NAME_WORD.findall(role)]
    kept = {word: folded(word) for word in words if folded(word) not in own | _SAYS_NOTHING and len(word) > 2}
    return Portrait(
        speaker.name,
        speaker.kind,
        aliases=speaker.aliases,
        roles=frozenset(kept.values()),
        proper=frozenset(short for word, short in kept.items() if word[0].isupper()),
        near=near - own,
        heard_by=speaker.heard_by,
        gender=_gender(speaker, text) if speaker.kind is Kind.PERSON else None,
    )


def told(drawn: Portrait) -> dict[str, list[str] | str | None]:
    """What the ledger keeps of a portrait besides the names."""
    return {"roles": sorted(drawn.roles), "proper": sorted(drawn.proper), "gender": drawn.gender}


def names_in(text: str) -> frozenset[str]:
    """The words in `text` that are names, in the form in which they are compared: the most frequent ones."""
    counted = Counter(folded(word) for word in _NAMES.findall(text))
    return frozenset(word for word, _ in counted.most_common(_MOST_NAMES) if word not in _SAYS_NOTHING)


def _gender(speaker: Speaker, text: str) -> Gender | None:
    """What a title before any of the names tells, or else the first name."""
    mentions = (mention for name in (speaker.name, *speaker.aliases) for mention in _mentions(text, name))
    words = parts(speaker.name)
    first = of_first_name(words[0]) if len(words) > 1 else None
    titles = (of_title(text[max(0, mention.start() - _TITLE_WIDTH) : mention.start()]) for mention in mentions)
    return next((gender for gender in titles if gender), first)


def _mentions(text: str, name: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"\b{re.escape(name)}\b", text)


def _roles(text: str, name: str) -> list[str]:
    """The words that stand beside each mention of `name` and say who that is."""
    roles = []
    for mention in _mentions(text, name):
        before = _WORDS_BEFORE.search(text, max(0, mention.start() - 80), mention.start())
        after = _ROLE_AFTER.match(text, mention.end()) or _AGE_AFTER.match(text, mention.end())
        roles += [_last_words(before[0], alone=len(parts(name)) == 1)] if before else []
        roles += [after["role"]] if after else []
    return roles


def _last_words(before: str, *, alone: bool) -> str:
    """What of the words before a name belongs to it: those behind the last that says nothing.

    Before a surname `alone`, a word with a capital is a first name or a title.
    """
    kept: list[str] = []
    for word in reversed(before.split()):
        if folded(word) in _SAYS_NOTHING - {"former", "new", "late", "old"} or (alone and word[0].isupper()):
            break
        kept.append(word)
    return " ".join(reversed(kept))
