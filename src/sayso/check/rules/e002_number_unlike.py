"""A number, a date or a name unlike that of the same statement in the ledger.

Looks at statements that share a quotation with the draft, and at their speakers. Numbers and dates: most words of the
draft's sentence must be those of a statement in the ledger, and a number before the same word must differ (*12
December*, *14 December*; *40 crowns*, *60 crowns*). Names: a first and last name that differs from that of a speaker
in the ledger by a letter or two. Passed over: rounding to two figures; *about*, *nearly*, *more than*, *at least*;
numbers that the ledger has in other statements, too; names that stand so in the ledger's articles.
"""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from sayso.check.claiming import is_named
from sayso.check.draft import Draft
from sayso.check.records import Hit, Known, Rule, Severity
from sayso.check.words import same_name, stem, stems, words
from sayso.records import Entry, Kind, Span
from sayso.text.folded import fold

_ABOUT = re.compile(
    r"\b(?:about|around|nearly|almost|some|roughly|over|under|than|least|most|up to|as many as|an estimated"
    r"|close to)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w.,-])(\d[\d,]*(?:\.\d+)?)(?: ?(?:per cent|percent|%)| (?:million|billion|thousand))? ?([A-Za-z%]\w*)?"
)
_NAME = re.compile(r"\b[A-Z][a-zà-ÿ]+ [A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?\b")
_LIKE = 0.75
_LEAST = 5
_FIGURES = 2
_SLIP = 2


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    entries = known.entries
    recorded = [(stems(_content(entry)), entry) for entry in entries]
    for sentence in draft.sentences:
        ours = stems(sentence.text)
        alike = [entry for theirs, entry in recorded if _alike(ours, theirs)]
        yield from _numbers(draft, sentence, [one for one in alike if not _of_another(draft, sentence, one)])
    yield from _names(draft, entries)


def _content(entry: Entry) -> str:
    return " ".join(piece.text for piece in entry.statement.content)


def _alike(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    both = len(ours & theirs)
    return both >= _LEAST and both >= _LIKE * min(len(ours), len(theirs))


def _of_another(draft: Draft, sentence: Span, entry: Entry) -> bool:
    """Whether the draft gives the sentence to somebody else, who may have another figure."""
    holders = [speaker for _, speaker in draft.named(sentence) if is_named(speaker)]
    return bool(holders) and not any(same_name(holder, entry.speaker) for holder in holders)


def _numbers(draft: Draft, sentence: Span, alike: Sequence[Entry]) -> Iterator[Hit]:
    recorded: dict[str, dict[float, Entry]] = {}
    for entry in alike:
        for _, value, unit in _counted(_content(entry)):
            recorded.setdefault(unit, {}).setdefault(value, entry)
    for at, value, unit in _counted(sentence.text):
        there = recorded.get(unit)
        if (
            there
            and value not in there
            and not any(_rounds(value, other) for other in there)
            and not _is_loose(sentence.text, at)
        ):
            other, entry = next(iter(there.items()))
            start = sentence.start + at
            end = start + len(re.match(r"[\d,.]*\d", sentence.text[at:])[0])  # type: ignore[index]
            message = f"The ledger has {other:g} {unit} here."
            yield Hit(start, end, message, "Look up which of the two is right.", (entry,))


def _counted(text: str) -> Iterator[tuple[int, float, str]]:
    """The numbers of a text: where each begins, its value, and the word behind it."""
    for match in _NUMBER.finditer(text):
        if match[2]:
            yield (
                match.start(1),
                float(match[1].replace(",", "")),
                stem(words(match[2])[0] if words(match[2]) else match[2]),
            )


def _rounds(one: float, other: float) -> bool:
    return float(f"{one:.{_FIGURES}g}") == float(f"{other:.{_FIGURES}g}") and (
        one >= 100 or one != int(one) or other != int(other)
    )


def _is_loose(text: str, at: int) -> bool:
    return bool(_ABOUT.search(text[:at].rstrip()))


def _names(draft: Draft, entries: Sequence[Entry]) -> Iterator[Hit]:
    people = {
        entry.speaker.name: entry
        for entry in entries
        if entry.speaker.kind is Kind.PERSON and _NAME.fullmatch(entry.speaker.name)
    }
    seen = {name for entry in entries for name in _NAME.findall(entry.article.text)}
    own = set(_NAME.findall(draft.text))
    for match in _NAME.finditer(draft.text):
        name = match.group()
        if name in seen or name in people:
            continue
        seen.add(name)
        near = next((other for other in people if _is_slip(name, other) and other not in own), None)
        if near:
            message = f"The ledger has the name as {near}."
            yield Hit(match.start(), match.end(), message, "Look up how the name is spelt.", (people[near],))


def _is_slip(name: str, other: str) -> bool:
    ours, theirs = fold(name).split(), fold(other).split()
    unlike = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    return len(unlike) == 1 and min(map(len, ours)) > 2 and Levenshtein.distance(*unlike[0]) <= _SLIP


RULE = Rule(
    "E002",
    "number-or-name-unlike",
    Severity.ERROR,
    "Reuters Handbook (wrong numbers almost always merit a correction); BBC",
    _find,
    __doc__,
    needs_ledger=True,
)
