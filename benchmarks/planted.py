"""Errors to plant in drafts, a function a rule: copies of the draft with one error in each, and where that stands."""

import datetime as dt
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.check.draft import Draft
from sayso.check.quoting import by_name, originals, quotes
from sayso.check.records import Known
from sayso.check.words import SMALL, words
from sayso.records import Kind
from sayso.text.days import WEEKDAYS

_OTHERS = ("Petra Olsund", "Hugo Frolin", "Ines Marlow", "Karl Otterby")
_SWAPS = ("table", "winter", "promised", "quietly", "another", "harbour")


@dataclass(frozen=True)
class Planted:
    """The text of a draft with an error at [start, end)."""

    text: str
    start: int
    end: int


def word_of_quote(draft: Draft, known: Known) -> Iterator[Planted]:
    """One telling word of a quotation that the ledger has is another."""
    recorded = originals(known.entries)
    for quote in quotes(draft):
        if len(words(quote.text)) >= 8 and any(original.has(quote) for original in recorded):
            chosen = random.Random(quote.text)
            long = [m for m in re.finditer(r"\w{4,}", quote.text) if m.group().lower() not in SMALL]
            if long:
                match = chosen.choice(long)
                text = quote.text[: match.start()] + chosen.choice(_SWAPS) + quote.text[match.end() :]
                yield Planted(
                    draft.text[: quote.start] + text + draft.text[quote.end :], quote.start, quote.start + len(text)
                )


def speaker_of_quote(draft: Draft, known: Known) -> Iterator[Planted]:
    """A quotation that the ledger has goes to another person."""
    recorded = originals(known.entries)
    for quote in quotes(draft):
        source, same = quote.statement.source, [o for o in recorded if o.has(quote)]
        if (
            len(words(quote.text)) >= 7
            and source
            and quote.speaker.kind is Kind.PERSON
            and any(by_name(o.entry, o.entry.speaker) for o in same)
        ):
            other = random.Random(quote.text).choice(_OTHERS)
            text = draft.text[: source.start] + other + draft.text[source.end :]
            shift = len(other) - len(source.text) if source.start < quote.start else 0
            pieces = quote.statement.content
            yield Planted(text, pieces[0].start + shift, pieces[-1].end + shift)


def weekday(draft: Draft, known: Known) -> Iterator[Planted]:
    """A weekday has a date behind it that is not its own."""
    match = re.search(rf"\bon ({'|'.join(WEEKDAYS)})(?= (?:\w|that|in)|[.,])", draft.text)
    if not match or not draft.day or draft.quoted(match.start()):
        return
    number = WEEKDAYS.index(match[1])
    right = draft.day - dt.timedelta((draft.day.weekday() - number) % 7)
    wrong = right + dt.timedelta(random.Random(draft.text).choice((-1, 1, 2)))
    date = f"{match.group()}, {wrong.day} {wrong:%B}"
    yield Planted(
        draft.text[: match.start()] + date + draft.text[match.end() :], match.start(), match.start() + len(date)
    )


def refuted(draft: Draft, known: Known) -> Iterator[Planted]:
    """“Refuted” stands for “denied”."""
    match = re.search(
        r"\b(?:denied|rejected|disputed)(?= (?:[\w’'-]+ ){0,4}(?:claims?|allegations?|accusations?|reports?|suggestions?|that)\b)",
        draft.text,
    )
    if not match or draft.quoted(match.start()):
        return
    yield Planted(draft.text[: match.start()] + "refuted" + draft.text[match.end() :], match.start(), match.start() + 7)


def euphemism(draft: Draft, known: Known) -> Iterator[Planted]:
    """A note of an error of this draft is called an update."""
    note = "Update: An earlier version of this article misstated the day of the announcement."
    yield Planted(
        f"{draft.text.rstrip()}\n\n{note}", len(draft.text.rstrip()) + 2, len(draft.text.rstrip()) + 2 + len(note)
    )


def bare_source(draft: Draft, known: Known) -> Iterator[Planted]:
    """“A source” stands for the first person who is said to have said something, before any unnamed source."""
    for statement in draft.reading.statements:
        source, cue = statement.source, statement.cue
        if draft.reading.speaker(statement).kind is Kind.UNNAMED:
            return
        named = source and cue and draft.reading.speaker(statement).kind is Kind.PERSON and source.text[:1].isupper()
        if (
            named
            and cue.text in ("said", "told", "says")
            and not draft.quoted(source.start)
            and source.end + 1 == cue.start
        ):
            text = draft.text[: source.start] + "A source" + draft.text[source.end :]
            yield Planted(text, source.start, source.start + len("A source"))
            return


def name(draft: Draft, known: Known) -> Iterator[Planted]:
    """The last name of a speaker of the ledger lacks a letter wherever the draft has it."""
    people = {entry.speaker.name for entry in known.entries if entry.speaker.kind is Kind.PERSON}
    for full in sorted(people):
        at = draft.text.find(full)
        if at >= 0 and len(full.split()) == 2 and len(full.split()[1]) > 4:
            wrong = full[:-2] + full[-1]
            text = draft.text.replace(full, wrong)
            start = text.index(wrong)
            yield Planted(text, start, start + len(wrong))
            return


PLANTERS: dict[str, Callable[[Draft, Known], Iterator[Planted]]] = {
    "A001": word_of_quote,
    "A003": speaker_of_quote,
    "C002": bare_source,
    "D003": refuted,
    "E002": name,
    "E003": weekday,
    "E004": euphemism,
}
