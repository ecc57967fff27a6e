"""The records that pass between the stages, all frozen; spans are half-open code point offsets into `Article.text`."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Form(StrEnum):
    """How the content stands in the text: all of it between quotation marks, part of it, or none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    """What a speaker does by saying it."""

    SAYS = "says"
    DENIES = "denies"
    CONFIRMS = "confirms"
    DECLINES = "declines"
    QUESTIONS = "questions"
    RETRACTS = "retracts"


class Kind(StrEnum):
    """What a speaker is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    STATE = "state"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    UNKNOWN = "unknown"


class NoteKind(StrEnum):
    """What a note by the outlet about its own article announces."""

    UPDATE = "update"
    CORRECTION = "correction"
    RETRACTION = "retraction"


class Stance(StrEnum):
    """Where a statement stands towards its claim."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    UNDECIDED = "undecided"


class Status(StrEnum):
    """Where a claim stands, derived from its positions."""

    RETRACTED = "retracted"
    DISPUTED = "disputed"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    CORROBORATED = "corroborated"
    SINGLE_SOURCE = "single-source"


@dataclass(frozen=True, slots=True)
class Raw:
    """What was found at one place, as it came: `url` (`file:` for a file), `name` as the user knows it, and bytes.

    `fetched` is the ISO 8601 time in UTC, `None` for now; `headers` are those of the answer, in their order, and
    `addresses` others that it was reached by.
    """

    url: str
    name: str
    data: bytes
    fetched: str | None = field(default=None, kw_only=True)
    headers: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)
    addresses: tuple[str, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text: `article.text[start:end] == text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet or agency that the article credits outside its sentences: "(Reuters)", "Additional sources • AP"."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Note:
    """A note by the outlet about its own article."""

    kind: NoteKind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of news. Dates are ISO 8601 as given; `None` is not known.

    `url` is its address, `addresses` are others that are known to lead to it (canonical, AMP). `unread` says why no
    statements are to be read in it: "it is not in English".
    """

    id: str
    url: str
    text: str
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    credits: tuple[Credit, ...] = ()
    notes: tuple[Note, ...] = ()
    addresses: tuple[str, ...] = ()
    unread: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source stands for, under the fullest name that the text gives.

    Of an unnamed speaker, `heard_by` is the name of the outlet that heard it, `None` where that is not known, and
    `anonymity` the words that tell why it is not named.
    """

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    heard_by: str | None = None
    anonymity: Span | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """When a statement was said: an ISO date, and the words that give it."""

    date: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One speaker putting forward one thing. `speaker` and `via` are speaker ids, carriers outermost first.

    `candidates` are the names between which the text leaves the speaker open, where it is unknown. `confidence` is the
    probability, calibrated on held-out articles, that a careful reader marks this statement too.
    """

    id: str
    form: Form
    act: Act
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    speaker: str
    via: tuple[str, ...]
    said: Said | None
    hedged: bool
    confidence: float
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """How a statement's speaker, act and date came about, each in one plain sentence part."""

    speaker: str
    act: str
    said: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with what was read in it, in the order of the text. `why` runs along with `statements`."""

    article: Article
    speakers: tuple[Speaker, ...]
    statements: tuple[Statement, ...]
    why: tuple[Why, ...] = ()

    def speaker(self, statement: Statement) -> Speaker:
        """Who holds `statement`."""
        return next(speaker for speaker in self.speakers if speaker.id == statement.speaker)


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement with what tells it from others: its article, its speaker and its carriers, known across articles.

    `statement.id` is unique among all entries, and so is `article.id`: one for each version of an article.
    """

    statement: Statement
    article: Article
    speaker: Speaker
    via: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What made a reading: the name of the model and the version of the code; and when, in UTC, `None` for now."""

    model: str
    code: str
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A reading with what made it, and the bytes it was made from where they are known."""

    reading: Reading
    made: Made
    raw: Raw | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person settled: who, when (in UTC, `None` for now) and why. `data` says about what, by the ids in use.

    In a ledger it has a `number`, and may have been `undone`; `after` counts the readings that were there before it.
    """

    kind: str
    by: str
    reason: str
    data: dict[str, Any]
    at: str | None = None
    number: int | None = None
    undone: bool = False
    after: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What another body concludes on a claim: who, in what words, on the claim as it words it, where and when."""

    author: str
    rating: str
    claim: str
    url: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """One statement's place in a claim. `origin` is the origin that an affirming statement goes back to."""

    statement: str
    speaker: str
    stance: Stance
    origin: str | None


@dataclass(frozen=True, slots=True)
class Origin:
    """A first-hand source of the affirming side, under the name of its innermost speaker.

    `heard_by` is who heard an unnamed one. `articles` are ids of all articles that go back to it, in order of time.
    `withdrawn`: its outlet or speaker has taken it back. `undetermined`: the text does not show who it is.
    `reasons` say in one sentence part each why its parts are one.
    """

    id: str
    name: str
    kind: Kind
    heard_by: str | None
    articles: tuple[str, ...]
    withdrawn: bool = False
    undetermined: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stood after an article: `by` are ids of who confirms or denies, `reason` is one sentence."""

    article: str
    at: str | None
    status: Status
    origins: int
    by: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with all that is derived from its positions. `history` has a row for each article, oldest first."""

    id: str
    gloss: str
    positions: tuple[Position, ...]
    origin_list: tuple[Origin, ...]
    history: tuple[Standing, ...]

    @property
    def now(self) -> Standing:
        """Where the claim stands at present."""
        return self.history[-1]
