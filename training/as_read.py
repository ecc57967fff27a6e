"""Gold stories as the reader reads them: its statements and speakers, with what the gold says of each."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sayso.claims.order import in_time
from sayso.core import Sayso
from sayso.grouping import entries_of
from sayso.ledger.ledger import Ledger
from sayso.records import Article, Entry
from sayso.score.match import pairs
from training.gold_stories import Label, Story, story

NOTHING = Label(None, None)


def as_read(folder: Path, sayso: Sayso) -> Story:
    """The story in `folder` with the statements that are found in its text, in order of time.

    What the gold has not, takes no position. Raises `SourceError` when an article cannot be read.
    """
    told, gold = story(folder), json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    entries = _read(folder / "articles.jsonl", sayso)
    labels: dict[str, Label] = {}
    for article in told.articles:
        own = [row for row in gold["statements"] if row["article"] == article.id]
        found = [entry for entry in entries if _same(entry.article, article)]
        for i, j in pairs(own, [_spans(entry) for entry in found], article.text):
            labels[found[j].statement.id] = Label(own[i]["claim"], own[i]["stance"])
    return replace(
        told,
        entries=tuple(entries),
        labels=tuple(labels.get(entry.statement.id, NOTHING) for entry in entries),
    )


def _read(source: Path, sayso: Sayso) -> Sequence[Entry]:
    with tempfile.TemporaryDirectory() as name, Ledger.open(Path(name) / "story.db", create=True) as ledger:
        for added in sayso.add(ledger, source):
            if isinstance(added, Exception):
                raise added
        with ledger.view() as view:
            return in_time(entry for stored in view.readings() for entry in entries_of(stored))


def _same(one: Article, other: Article) -> bool:
    return one.url == other.url and one.text.strip() == other.text.strip()


def _spans(entry: Entry) -> dict[str, list[dict[str, int]]]:
    return {"content": [{"start": piece.start, "end": piece.end} for piece in entry.statement.content]}
