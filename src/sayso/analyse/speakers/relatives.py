"""Relatives called by their first name alone: newspapers leave out the surname that they share."""

import re
from collections.abc import Iterator, Sequence

from sayso.analyse.draft import Range
from sayso.analyse.tagger import Name
from sayso.text.folded import fold
from sayso.text.gender import of_first_name, of_title
from sayso.text.patterns import pattern

_KIN_NOUN = (
    r"(?:wife|husband|hubby|widow|widower|son|daughter|mother|mum|mom|father|dad"
    r"|brother|sister|grandson|granddaughter|grandmother|grandfather|twin)"
)
_KIN = rf"(?:ex-|late |former |heartbroken )*{_KIN_NOUN}"
_BEHIND_KIN = pattern(rf"{_KIN_NOUN},? \Z", re.IGNORECASE)
_OF_NAME = pattern(rf"(?P<owner>[A-Z][\w-]+)[’']s? (?:[\w-]+ ){{0,2}}?{_KIN},? \Z")
_OF_PRONOUN = pattern(rf"\b(?P<owner>[Hh]is|[Hh]er)(?: own)? (?:[\w-]+ ){{0,2}}?{_KIN},? \Z")
_OF_NOBODY = pattern(rf"(?:\A|[.!?”\"\n] *)(?:[A-Z][\w-]+ )?{_KIN} \Z", re.IGNORECASE)
_RELATIVE = pattern(rf"\b{_KIN},? (?P<name>[A-Z][\w-]+)(?![\w’'-]| [A-Z])", re.IGNORECASE)
_WIDTH = 60
_MALE = "his"


def relatives(text: str) -> Iterator[Range]:
    """Where relatives are called by their first name alone."""
    for match in _RELATIVE.finditer(text):
        if match["name"][0].isupper() and of_first_name(fold(match["name"])) is not None:
            yield Range(*match.span("name"))


def surnames(text: str, names: Sequence[Name]) -> dict[int, str]:
    """The surname of each relative who has none in the text, by the number of the name."""
    shown = [text[slice(*name.span)].split() for name in names]
    full = [words for name, words in zip(names, shown, strict=True) if len(words) > 1 and _is_person(name, words)]
    found: dict[int, str] = {}
    for i, name in enumerate(names):
        if name.kind == "person" and len(shown[i]) == 1:
            surname = _surname(text, names, shown, full, i)
            if surname and surname != shown[i][0] and not any(shown[i][0] in (words[0], words[-1]) for words in full):
                found[i] = surname
    return found


def _surname(
    text: str, names: Sequence[Name], shown: Sequence[list[str]], full: Sequence[list[str]], number: int
) -> str | None:
    start = names[number].span.start
    before = text[max(0, start - _WIDTH) : start]
    if not _BEHIND_KIN.search(before):
        return None
    owned = _OF_NAME.search(before)
    if owned:
        return _last_name(owned["owner"], full)
    pronoun = _OF_PRONOUN.search(before)
    if not pronoun and not _OF_NOBODY.search(before):
        return None
    for i in range(number - 1, -1, -1):
        surname = _last_name(shown[i][-1], full) if names[i].kind == "person" and shown[i] else None
        if surname and not (pronoun and _differ(text, names[i], pronoun["owner"])):
            return surname
    return None


def _is_person(name: Name, words: Sequence[str]) -> bool:
    return name.kind == "person" or (name.kind == "organization" and of_first_name(fold(words[0])) is not None)


def _last_name(word: str, full: Sequence[list[str]]) -> str | None:
    """The surname that a word is, or belongs to as a first name."""
    return next((words[-1] for words in full if word in (words[0], words[-1])), None)


def _differ(text: str, name: Name, pronoun: str) -> bool:
    gender = of_title(text[max(0, name.span.start - _WIDTH) : name.span.start])
    return gender is not None and (gender == "male") != (pronoun.casefold() == _MALE)
