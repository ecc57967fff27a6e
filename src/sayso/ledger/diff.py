"""What changed between two versions of an article, statement by statement."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from sayso.ledger.records import Stored
from sayso.records import Act, Note, NoteKind, Statement

_WORD = re.compile(r"\w+")
_SAME = 55
"""Likeness of words, of 100, from which two contents are one statement reworded."""
_SAME_SPEAKER = 40
"""The same, where the speaker is the same, too."""
_STANDS = 90
"""Likeness from which words stand in a text."""
_FEW = 4
"""Words that a content needs to be looked for in a text: fewer stand there by chance."""


class Kind(StrEnum):
    """What became of a statement."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"


class Mark(StrEnum):
    """What a change means to a reader."""

    ATTRIBUTION_REMOVED = "attribution removed"
    ATTRIBUTION_ADDED = "attribution added"
    DENIAL_ADDED = "denial added"
    DENIAL_REMOVED = "denial removed"
    SPEAKER_CHANGED = "speaker changed"
    ACT_CHANGED = "act changed"
    HEDGE_ADDED = "hedge added"
    HEDGE_REMOVED = "hedge removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One statement that is not as it was. `before` is None for an added one, `after` for a removed one."""

    kind: Kind
    before: Statement | None
    after: Statement | None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Diff:
    """What a version changed: its statements in the order of the text, and the notes that the outlet added."""

    before: Stored
    after: Stored
    changes: tuple[Change, ...]
    notes: tuple[Note, ...]


def diff(before: Stored, after: Stored) -> Diff:
    """Compare two versions of an article."""
    pairs = _pairs(before, after)
    kept = [
        Change(Kind.REWORDED, one, other, marks)
        for one, other in pairs
        if not _alike(one, other, marks := _turned(before, after, one, other))
    ]
    ones, others = {one.id for one, _ in pairs}, {other.id for _, other in pairs}
    gone = [_removed(one, after) for one in before.reading.statements if one.id not in ones]
    new = [_added(other, before) for other in after.reading.statements if other.id not in others]
    changes = sorted([*kept, *gone, *new], key=_place)
    return Diff(before, after, tuple(changes), _new_notes(before, after))


def _pairs(before: Stored, after: Stored) -> list[tuple[Statement, Statement]]:
    """Which statement became which: the likest first, each once."""
    likely = sorted(_likely(before, after), key=lambda pair: -pair[0])
    pairs: dict[str, tuple[Statement, Statement]] = {}
    taken: set[str] = set()
    for _, one, other in likely:
        if one.id not in pairs and other.id not in taken:
            pairs[one.id] = (one, other)
            taken.add(other.id)
    return list(pairs.values())


def _likely(before: Stored, after: Stored) -> Iterator[tuple[float, Statement, Statement]]:
    others = [(other, _content(other)) for other in after.reading.statements]
    for one in before.reading.statements:
        content = _content(one)
        for other, its in others:
            same_speaker = before.speakers[one.speaker] == after.speakers[other.speaker]
            likeness = fuzz.ratio(content.split(), its.split(), score_cutoff=_SAME_SPEAKER)
            if likeness >= (_SAME_SPEAKER if same_speaker else _SAME):
                yield likeness + 10 * same_speaker + 5 * (one.act is other.act), one, other


def _alike(one: Statement, other: Statement, marks: tuple[Mark, ...]) -> bool:
    return not marks and _content(one) == _content(other) and _words(one) == _words(other)


def _turned(before: Stored, after: Stored, one: Statement, other: Statement) -> tuple[Mark, ...]:
    marks = {
        Mark.DENIAL_ADDED: one.act is not Act.DENIES and other.act is Act.DENIES,
        Mark.DENIAL_REMOVED: one.act is Act.DENIES and other.act is not Act.DENIES,
        Mark.ACT_CHANGED: one.act is not other.act and Act.DENIES not in {one.act, other.act},
        Mark.SPEAKER_CHANGED: before.speakers[one.speaker] != after.speakers[other.speaker],
        Mark.HEDGE_ADDED: other.hedged and not one.hedged,
        Mark.HEDGE_REMOVED: one.hedged and not other.hedged,
    }
    return tuple(mark for mark, holds in marks.items() if holds)


def _removed(one: Statement, after: Stored) -> Change:
    marks = [Mark.ATTRIBUTION_REMOVED] * _stands(one, after) + [Mark.DENIAL_REMOVED] * (one.act is Act.DENIES)
    return Change(Kind.REMOVED, one, None, tuple(marks))


def _added(other: Statement, before: Stored) -> Change:
    marks = [Mark.ATTRIBUTION_ADDED] * _stands(other, before) + [Mark.DENIAL_ADDED] * (other.act is Act.DENIES)
    return Change(Kind.ADDED, None, other, tuple(marks))


def _stands(statement: Statement, version: Stored) -> bool:
    """Tell whether the words of `statement` stand in the text of `version`, where nobody is said to have said them."""
    content = _content(statement)
    if content.count(" ") + 1 < _FEW:
        return False
    return fuzz.partial_ratio(content, _fold(version.reading.article.text), score_cutoff=_STANDS) > 0


def _new_notes(before: Stored, after: Stored) -> tuple[Note, ...]:
    old = {_fold(note.text) for note in before.reading.article.notes}
    return tuple(note for note in after.reading.article.notes if _fold(note.text) not in old)


def note_mark(note: Note) -> str:
    """What an added note is called."""
    return {
        NoteKind.CORRECTION: "correction note added",
        NoteKind.UPDATE: "update note added",
        NoteKind.RETRACTION: "retraction note added",
    }[note.kind]


def _place(change: Change) -> tuple[int, bool]:
    shown = change.after or change.before
    return (shown.content[0].start if shown else 0, change.after is None)


def _content(statement: Statement) -> str:
    return _fold(" ".join(piece.text for piece in statement.content))


def _words(statement: Statement) -> tuple[str, str]:
    """Who says it and how, in the words of the text."""
    source, cue = statement.source, statement.cue
    return _fold(source.text if source else ""), _fold(cue.text if cue else "")


def _fold(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
