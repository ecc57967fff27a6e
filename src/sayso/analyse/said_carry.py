"""How the date of one statement carries over to another that has none of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.analyse import said_words as words
from sayso.analyse.draft import Draft
from sayso.analyse.scene import Place, Scene, said
from sayso.records import Said

# How far a date carries, by trial on the training stories and on labelled news: paragraphs; other speakers in between.
_NEAR, _FLOOR = 2, 3
# A first paragraph of at most so many characters is a headline, which may run so many paragraphs ahead of its story.
_HEADLINE, _HEADLINE_REACH, _LEAD_REACH = 120, 6, 1


@dataclass(frozen=True, slots=True)
class Row:
    """One statement: `given` is its own date. A `lasting` one takes none from another, a `past` one passes none on."""

    draft: Draft
    speaker: str
    place: Place
    given: Said | None
    lasting: bool
    past: bool


@dataclass(frozen=True, slots=True)
class Carry:
    """The statements of one article, and how each comes to its date."""

    text: str
    scene: Scene
    rows: Sequence[Row]

    def dates(self) -> list[Said | None]:
        """The date of each statement, its own or one taken over."""
        dates: list[Said | None] = []
        for i, row in enumerate(self.rows):
            date = row.given or self._told_below(i)
            dates.append(date if date or row.lasting else self._from_before(i, dates))
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

    def _from_before(self, i: int, dates: Sequence[Said | None]) -> Said | None:
        """First that fits: the same speaker going on, a scene set, one public, the speech under a dated lead."""
        same = self._going_on(i, dates) or self._scene_set(i)
        return same or self._same_public(i, dates) or self._under_lead(i, dates)

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
        source = row.draft.source
        pronoun = source and words.PRONOUN.match(self.text, source.start, source.end)
        if not pronoun and not self._in_public(row):
            return None
        number = row.place.sentence - 1
        spoken = any(place.sentence == number for place in self.scene.places)
        found = [] if spoken else [expression for at, expression in self.scene.idle if at == number]
        return said(self.text, found[-1]) if found else None

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

    def _back(self, i: int, dates: Sequence[Said | None]) -> Iterator[tuple[Row, Said | None]]:
        return zip(reversed(self.rows[:i]), reversed(dates), strict=True)

    def _in_public(self, row: Row) -> bool:
        """Whether others spoke there too: the cue says so, or is the bare colon of a transcript."""
        return row.place.cue.length == 1 or bool(words.OCCASION.search(self.text, *row.place.cue))
