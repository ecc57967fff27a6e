"""Who has the role that a description names: *the minister* is whom the text calls *Energy Minister Ilk Orr*."""

import re

from sayso.analyse.speakers.context import Context
from sayso.analyse.speakers.words import core_of
from sayso.text.patterns import pattern

_THE = pattern(r"the\b", re.IGNORECASE)
_NO_ROLE = (
    r"(?:about|after|against|and|as|at|before|but|by|for|from|if|in|like|of|on|or|over|than|that|to|told|said|says|when"
    r"|where|while|whom|with|\w+ed|\w+ing)\b"
)
_BEFORE = pattern(
    rf"\b(?!{_NO_ROLE})(?P<role>[^\W\d_][\w-]*[a-z]),? (?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof)\.? )?\Z"
)
_AFTER = pattern(r", (?:\d{1,3}, )?(?:the|an?|its|his|her|their|[A-Z]\w+[’']s) (?P<roles>[^,.;:“”\"()]{3,60})[,.;]")
_WHOSE = pattern(r"[Tt]he (?P<adjective>[A-Z][a-z]+) (?:leader|president|premier|ruler|head of state)")
# Offices of one row may be one; who has one is hardly meant by another.
_OFFICES = (
    "president chairman chairwoman",
    "minister premier chancellor",
    "secretary minister",
    "mayor",
    "governor",
    "senator",
    "judge justice magistrate",
    "prosecutor attorney",
    "lawyer attorney solicitor barrister counsel",
    "bishop archbishop cardinal",
    "priest",
    "captain",
    "coach manager",
    "sheriff",
    "ambassador",
)
_ROWS_OF = {
    office: {i for i, row in enumerate(_OFFICES) if office in row.split()} for office in " ".join(_OFFICES).split()
}
_WIDTH = 40


def holders(context: Context, words: str) -> list[int]:
    """The people who are named with the role of a description with *the*, in order of first mention."""
    if not _THE.match(words):
        return []
    role = _noun(words)
    people = (n for n, entity in enumerate(context.entities) if entity.kind == "person")
    return [n for n in people if role in roles(context, n)]


def has_another_office(context: Context, words: str, number: int) -> bool:
    """Whether a person is named with an office that is not the one of the description: *the mayor* is no minister."""
    said = _ROWS_OF.get(_noun(words), set())
    held = set().union(*(_ROWS_OF.get(role, ()) for role in roles(context, number)))
    return bool(said and held and not said & held)


def _noun(words: str) -> str:
    """The noun of a description in lower case; empty where it is nothing but marks."""
    return next(reversed(core_of(words).split()), "").casefold()


def leader(context: Context, words: str) -> int | None:
    """Whom *the Ossan leader* stands for: the one person whom the text gives as an Ossan, if there is one alone."""
    whose = _WHOSE.fullmatch(words)
    people = (n for n, entity in enumerate(context.entities) if entity.kind == "person")
    found = [n for n in people if whose and _is_of(context, n, whose["adjective"])]
    return found[0] if len(found) == 1 else None


def _is_of(context: Context, number: int, adjective: str) -> bool:
    """Whether the words before a name say of which country it is: *Ossan president Ilk Orr*."""
    spans = (context.names[i].span for i in context.entities[number].names)
    before = (context.text[max(0, span.start - _WIDTH) : span.start].rpartition(",")[2] for span in spans)
    return any(re.search(rf"\b{re.escape(adjective)} (?:[A-Za-z-]+ ){{1,2}}\Z", words) for words in before)


def roles(context: Context, number: int) -> set[str]:
    """The nouns that stand right before and behind the mentions of a name."""
    found: list[str] = []
    for i in context.entities[number].names:
        name = context.names[i].span
        before = _BEFORE.search(context.text[max(0, name.start - _WIDTH) : name.start])
        after = _AFTER.match(context.text, name.end)
        found += [before["role"]] if before else []
        found += [core_of(after["roles"]).split()[-1]] if after and core_of(after["roles"]).split() else []
    return {role.casefold() for role in found}
