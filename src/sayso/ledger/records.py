"""The records that only a ledger has, all frozen."""

from dataclasses import dataclass, field
from enum import StrEnum

from sayso.records import Entry, Found, Speaker

AfterRow = tuple[str, int]
"""Behind what a page begins: the time of a version, or when a claim moved, and the row of it or of a statement."""


class New(StrEnum):
    """What an article brought into the ledger: the first text of an article, a changed text, a new reading, nothing."""

    ARTICLE = "article"
    VERSION = "version"
    READING = "reading"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article, once that is on disk. `id` is its version's, `statements` are the new ones."""

    id: str
    url: str
    new: New
    statements: int


@dataclass(frozen=True, slots=True)
class Stored(Found):
    """A reading as it lies in the ledger.

    `reading.article.id` and the ids of its statements are unique in the ledger; its speakers are those of this reading,
    and `speakers` has the ledger's id of each. `version` counts the versions of the article from 1 by their time, `at`.
    `dropped` has the ids of what people decided is no statement: the reading is without those unless it is a whole one.
    """

    version: int = field(kw_only=True)
    at: str = field(kw_only=True)
    speakers: dict[str, str] = field(kw_only=True)
    dropped: frozenset[str] = field(kw_only=True, default=frozenset())


@dataclass(frozen=True, slots=True)
class Spoken:
    """A speaker across all articles, and statements that it holds, the newest first.

    `total` counts all that it holds, those included that other versions of an article have in the same words.
    """

    speaker: Speaker
    entries: tuple[Entry, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Stats:
    """How much there is of everything; `first` and `last` are the times of versions, `bytes` those of documents."""

    articles: int
    versions: int
    outlets: int
    documents: int
    bytes: int
    first: str | None
    last: str | None
    readings: dict[str, int]
    superseded: int
    speakers: dict[str, int]
    merged: int
    acts: dict[str, int]
    forms: dict[str, int]
    decisions: int


@dataclass(frozen=True, slots=True)
class Located:
    """Where a version lies: `article` is what its versions have in common, `vector` holds 384 half floats."""

    number: int
    id: str
    article: str
    at: str | None
    month: str
    vector: bytes
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sight:
    """What both models make of a statement, of each 384 and 4 half floats: first alone, then within its article."""

    statement: str
    vector: bytes
    positions: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """What a version of an article is known by, without its text; `at` is its time in UTC."""

    id: str
    url: str
    outlet: str | None
    title: str | None
    published: str | None
    at: str
