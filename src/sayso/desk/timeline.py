"""The time line of a claim: a lane for each speaker, a mark for each position, and a band for the status."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sayso.desk import words
from sayso.exports.dossier import turns
from sayso.records import Claim, Entry, Kind, Speaker, Stance, Status

_EDGE = 2.0
_TOGETHER = 1.6
"""Per cent of the width within which marks of one kind are one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Positions of one speaker at one time. `x` is in per cent of the width; `statements` are their ids."""

    x: float
    stance: Stance
    day: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """All that one speaker said of a claim."""

    speaker: Speaker
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which a claim stood in one way; `x` and `width` are in per cent."""

    x: float
    width: float
    status: Status
    day: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture of how a claim went."""

    lanes: tuple[Lane, ...]
    band: tuple[Stretch, ...]
    first: str
    last: str


def timeline(claim: Claim, entries: Sequence[Entry], at: Mapping[str, str]) -> Timeline | None:
    """Lay `claim` out over time; `entries` are its positions', `at` has the time of each. None when there are none."""
    stances = {position.statement: position.stance for position in claim.positions}
    times = {entry.statement.id: _time(words.said_at(entry) or at[entry.article.id]) for entry in entries}
    steps = [(row, _time(row.at)) for row in turns(claim.history)]
    known = sorted(time for time in (*times.values(), *(time for _, time in steps)) if time)
    if not known:
        return None
    first, last = known[0], known[-1]
    lanes: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: times[entry.statement.id] or last):
        lanes.setdefault(_lane(entry.speaker), []).append(entry)
    place = {id: _x(time, first, last) for id, time in times.items()}
    return Timeline(
        tuple(Lane(mine[0].speaker, tuple(_marks(mine, place, stances, at))) for mine in lanes.values()),
        tuple(_band([(row.status, _x(time, first, last), words.day(row.at)) for row, time in steps])),
        words.day(first.date().isoformat()),
        words.day(last.date().isoformat()),
    )


def _lane(speaker: Speaker) -> str:
    return speaker.name if speaker.kind in (Kind.UNNAMED, Kind.UNKNOWN) else speaker.id


def _marks(
    entries: Sequence[Entry], place: Mapping[str, float], stances: Mapping[str, Stance], at: Mapping[str, str]
) -> list[Mark]:
    marks: list[Mark] = []
    for entry in entries:
        id = entry.statement.id
        mark = Mark(place[id], stances[id], words.day(words.said_at(entry) or at[entry.article.id]), (id,))
        near = next((i for i, one in enumerate(marks) if _is_one(one, mark)), None)
        if near is None:
            marks.append(mark)
        else:
            marks[near] = Mark(marks[near].x, mark.stance, marks[near].day, (*marks[near].statements, id))
    return marks


def _is_one(one: Mark, other: Mark) -> bool:
    return one.stance is other.stance and abs(one.x - other.x) < _TOGETHER


def _band(steps: Sequence[tuple[Status, float, str]]) -> list[Stretch]:
    ends = [x for _, x, _ in steps[1:]] + [100.0]
    return [Stretch(x, max(end - x, 0.5), status, day) for (status, x, day), end in zip(steps, ends, strict=True)]


def _x(time: datetime | None, first: datetime, last: datetime) -> float:
    if time is None or first == last:
        return 50.0 if first == last else _EDGE
    share = (time - first) / (last - first)
    return round(_EDGE + share * (100 - 2 * _EDGE), 2)


def _time(at: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(at) if at else None
    except ValueError:
        return None
    return found and (found if found.tzinfo else found.replace(tzinfo=UTC))
