"""How the date of one statement carries over to another that has none of its own."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sayso.analyse import said_words
from sayso.analyse.draft import Draft
from sayso.analyse.scene import Place, Scene, said
from sayso.records import Said

# How far a date carries, by trial on the training stories and on labelled news: paragraphs; other speakers in between.
_NEAR, _FLOOR = 2, 3
# A first paragraph of at most so many characters is a headline, which may run so many paragraphs ahead of its story.
_HEADLINE, _HEADLINE_REACH, _LEAD_REACH = 120, 6, 1
# The event that a report opens with: told within so many paragraphs, so many days old at most.
_LEAD_PARAGRAPHS, _THESE_DAYS = 2, 7


class Row(NamedTuple):
    """One statement: `given` is its own date. A `lasting` one takes none from another, a `past` one passes none on."""

    draft: Draft
    speaker: str
    place: Place
    given: Said | None
    lasting: bool
    past: bool


@dataclass(frozen=True)
class Carry:
    """The statements of one article, and how each comes to its date; `surnames` end the names of speakers."""

    text: str
    scene: Scene
    rows: Sequence[Row]
    surnames: Mapping[str, frozenset[str]]

    def dates(self) -> list[Said | None]:
        """The date of each statement, its own or one taken over."""
        dates: list[Said | None] = []
        for i, row in enumerate(self.rows):
            date = row.given or self._told_below(i)
            dates.append(date if date or row.lasting else self._told_beside(i) or self._from_before(i, dates))
        return dates

    def _told_below(self, i: int) -> Said | None:
        """An opening takes the date of its speaker's next statement: a headline from afar, a lead from near by."""
        row = self.rows[i]
        if row.place.paragraph > 1:
            return None
        headline = not row.place.paragraph and self.scene.first_length <= _HEADLINE
        reach = row.place.paragraph + (_HEADLINE_REACH if headline else _LEAD_REACH)
        below = (r for r in self.rows[i + 1 :] if r.speaker == row.speaker and r.given and not r.past)
        return next((r.given for r in below if r.place.paragraph <= reach), None)

    def _told_beside(self, i: int) -> Said | None:
        """The date of the same speaker's next statement, if it stands in the same paragraph, and has one of its own."""
        row = self.rows[i]
        below = next((r for r in self.rows[i + 1 :] if r.speaker == row.speaker), None)
        if not below or not below.given or below.past or below.place.paragraph != row.place.paragraph:
            return None
        return below.given if below.given.start != below.place.cue.start else None

    def _from_before(self, i: int, dates: Sequence[Said | None]) -> Said | None:
        """First that fits: the same speaker going on, a scene set, one public, the speech under a dated lead."""
        same = self._going_on(i, dates) or self._scene_set(i)
        return same or self._same_public(i, dates) or self._under_lead(i, dates) or self._of_lead(i)

    def _going_on(self, i: int, dates: Sequence[Said | None]) -> Said | None:
        """The date of the same speaker's last statement, if it is near or few others spoke since."""
        row, others = self.rows[i], set[str]()
        for before, date in self._back(i, dates):
            if before.speaker != row.speaker:
                others.add(before.speaker)
            elif date and not before.past:
                near = row.place.paragraph - before.place.paragraph <= _NEAR
                return date if near or len(others) < _FLOOR else None
        return None

    def _scene_set(self, i: int) -> Said | None:
        """The date of a sentence before that holds no statement: "She was in town on Monday. She told a meeting"."""
        row = self.rows[i]
        number = row.place.sentence - 1
        if not self._refers_back(row, number) and not self._in_public(row):
            return None
        spoken = any(place.sentence == number for place in self.scene.places)
        found = [] if spoken else [expression for at, expression in self.scene.idle if at == number]
        return said(self.text, found[0]) if found else None

    def _refers_back(self, row: Row, number: int) -> bool:
        """Whether the speaker is a pronoun, or is named in the sentence of this number."""
        source = row.draft.source
        if source and said_words.PRONOUN.match(self.text, source.start, source.end):
            return True
        words = re.findall(r"\w+", self.text[slice(*self.scene.sentences[number])]) if number >= 0 else []
        return bool(self.surnames[row.speaker].intersection(words))

    def _same_public(self, i: int, dates: Sequence[Said | None]) -> Said | None:
        """The date of whoever spoke before, for what is said in public."""
        if not self._in_public(self.rows[i]):
            return None
        since = self.rows[i].place.paragraph - _NEAR
        return next(
            (date for row, date in self._back(i, dates) if date and not row.past and row.place.paragraph >= since), None
        )

    def _under_lead(self, i: int, dates: Sequence[Said | None]) -> Said | None:
        """The date of an agency report's first paragraph, for the speech quoted right below it."""
        row = self.rows[i]
        quoted = self.text.startswith(("“", '"'), row.draft.content[0].start)
        if not (self.scene.wire and quoted and 1 <= row.place.paragraph <= _NEAR):
            return None
        return next((date for r, date in self._back(i, dates) if date and not r.past and not r.place.paragraph), None)

    def _of_lead(self, i: int) -> Said | None:
        """The day of the event that the report opens with, for those who took part in it, or spoke of it next.

        What one said on an earlier day dates no other's words, unless the others are named there, too.
        """
        row, lead = self.rows[i], self._lead
        if not lead or row.past or row.place.sentence <= lead[0]:
            return None
        words = set(re.findall(r"\w+", self.text[slice(*self.scene.sentences[lead[0]])]))
        if words & self.surnames[row.speaker]:
            return lead[1]
        turn = next((number for number, date in self._dated if number > lead[0] and date.date != lead[1].date), None)
        apart = self._is_speech(lead[1]) or (turn is not None and row.place.sentence > turn)
        return None if apart else lead[1]

    def _is_speech(self, date: Said) -> bool:
        """Whether a date is only that of one's words, before the day of the report."""
        earlier = self.scene.today is not None and date.date != self.scene.today.isoformat()
        spoken = (r for r in self.rows if r.given == date and said_words.SPOKEN.match(self.text, *r.place.cue))
        return earlier and any(spoken)

    @cached_property
    def _lead(self) -> tuple[int, Said] | None:
        """The first dated sentence among the first paragraphs, by number, and its date, if that is of these days."""
        first = next(iter(self._dated), None)
        if not first or not self.scene.today or self.scene.paragraph(first[0]) > _LEAD_PARAGRAPHS:
            return None
        age = (self.scene.today - dt.date.fromisoformat(first[1].date)).days
        return first if 0 <= age <= _THESE_DAYS else None

    @cached_property
    def _dated(self) -> list[tuple[int, Said]]:
        """The dates that the text gives, each with the number of its sentence, but for backstory and content."""
        own = [row for row in self.rows if row.given and row.given.start == row.place.cue.start]
        given = [(row.place.sentence, row.given) for row in self.rows if row.given and not row.past and row not in own]
        told = [piece for row in self.rows for piece in row.draft.content]
        open_ = [(n, e) for n, e in self.scene.idle if not any(a <= e.start < b for a, b in told)]
        events = [
            (n, e)
            for n, e in open_
            if not said_words.PAST_PERFECT.search(self.text, self.scene.sentences[n][0], e.start)
        ]
        given += [(number, date) for number, e in events if (date := said(self.text, e))]
        return sorted(given, key=lambda pair: (pair[0], pair[1].start))

    def _back(self, i: int, dates: Sequence[Said | None]) -> Iterator[tuple[Row, Said | None]]:
        return zip(reversed(self.rows[:i]), reversed(dates), strict=True)

    def _in_public(self, row: Row) -> bool:
        """Whether others spoke there too: the cue says so, or is the bare colon of a transcript."""
        return row.place.cue.length == 1 or bool(said_words.OCCASION.search(self.text, *row.place.cue))
