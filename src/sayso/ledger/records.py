"""The records that only a ledger has, all frozen."""

from dataclasses import dataclass, field
from enum import StrEnum

from sayso.records import Found, Kind


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
    """

    version: int = field(kw_only=True)
    at: str = field(kw_only=True)
    speakers: dict[str, str] = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker across all articles, by the ledger's id, with the name to show and all others."""

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    heard_by: str | None = None
