"""The sheet: one reading as the page shows it, every field ready to be set."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.exports import wording
from sayso.exports.segments import Segment, marks, segments
from sayso.records import Act, Reading, Speaker, Statement
from sayso.text.paragraphs import paragraphs


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement as it stands in the margin and in the list; `key` is unique in the page."""

    key: str
    number: int
    speaker: Speaker
    act: Act
    form: str
    words: str
    quote: str
    more: tuple[str, ...]
    confidence: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment of a paragraph, and the statements that begin with it.

    `of` names the role and key of each statement it is a part of, innermost first. `act` is that of the innermost
    content that it stands in, `around` that of the outermost.
    """

    text: str
    of: str
    roles: str
    act: Act | None
    around: Act | None
    begins: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph and the statements that begin in it."""

    pieces: tuple[Piece, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A reading, cut into rows, and its statements by speaker; `key` is unique in the page."""

    key: str
    reading: Reading
    rows: tuple[Row, ...]
    voices: tuple[tuple[Entry, ...], ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All statements, in the order of their first words."""
        return tuple(entry for row in self.rows for entry in row.entries)


def sheet(reading: Reading, key: str) -> Sheet:
    """Lay out `reading`."""
    entries = tuple(_entry(reading, place, key) for place in range(len(reading.statements)))
    voices: dict[str, list[Entry]] = {}
    for entry in entries:
        voices.setdefault(entry.speaker.id, []).append(entry)
    return Sheet(key, reading, tuple(_rows(reading, entries)), tuple(map(tuple, voices.values())))


def _entry(reading: Reading, place: int, key: str) -> Entry:
    statement = reading.statements[place]
    return Entry(
        key=f"{key}-{place + 1}",
        number=place + 1,
        speaker=reading.speaker(statement),
        act=statement.act,
        form=statement.form,
        words=wording.attribution(reading.article, statement),
        quote=wording.quote(statement),
        more=wording.more(reading, statement),
        confidence=wording.confidence(statement),
    )


def _rows(reading: Reading, entries: Sequence[Entry]) -> Iterator[Row]:
    shown = _by_paragraph(reading)
    begins = _begins(reading, entries, [segment for row in shown for segment in row])
    for row in shown:
        pieces = tuple(_piece(reading.article.text, segment, begins, entries) for segment in row)
        yield Row(pieces, tuple(entry for piece in pieces for entry in piece.begins))


def _by_paragraph(reading: Reading) -> list[list[Segment]]:
    """Cut the text; what stands between two paragraphs is left out."""
    bounds = paragraphs(reading.article.text)
    ends = [end for _, end in bounds]
    rows: list[list[Segment]] = [[] for _ in bounds]
    for segment in segments((edge for bound in bounds for edge in bound), marks(reading.statements)):
        home = bisect_right(ends, segment.start)
        if bounds[home][0] <= segment.start:
            rows[home].append(segment)
    return rows


def _begins(reading: Reading, entries: Iterable[Entry], shown: Sequence[Segment]) -> dict[Segment, list[Entry]]:
    """Find the first segment of each statement."""
    ends = [segment.end for segment in shown]
    begins: dict[Segment, list[Entry]] = {}
    for entry, statement in zip(entries, reading.statements, strict=True):
        home = bisect_right(ends, _start(statement))
        begins.setdefault(shown[min(home, len(shown) - 1)], []).append(entry)
    return begins


def _piece(text: str, segment: Segment, begins: Mapping[Segment, Iterable[Entry]], entries: Sequence[Entry]) -> Piece:
    acts = [entries[mark.statement].act for mark in segment.marks if mark.role == "content"]
    return Piece(
        text=text[segment.start : segment.end],
        of=" ".join(f"{mark.role}:{entries[mark.statement].key}" for mark in segment.marks),
        roles=" ".join(dict.fromkeys(mark.role for mark in segment.marks)),
        act=acts[0] if acts else None,
        around=acts[-1] if acts else None,
        begins=tuple(begins.get(segment, ())),
    )


def _start(statement: Statement) -> int:
    spans = [span for span in (statement.source, statement.cue, *statement.content) if span]
    return min((span.start for span in spans), default=0)
