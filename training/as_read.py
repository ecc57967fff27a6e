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
from training.gold_stories import Label, Story

NOTHING = Label(None, None)


def as_read(told: Story, sayso: Sayso) -> Story:
    """The story with the statements that are found in its text, in order of time.

    What the gold has not, takes no position. Raises `SourceError` when an article cannot be read.
    """
    entries = _read(told.articles, sayso)
    labels: dict[str, Label] = {}
    for article in told.articles:
        own = [i for i, entry in enumerate(told.entries) if entry.article.id == article.id]
        found = [entry for entry in entries if _same(entry.article, article)]
        gold = [{"content": [piece.text for piece in told.entries[i].statement.content]} for i in own]
        for i, j in pairs(gold, [_spans(entry) for entry in found], article.text):
            labels[found[j].statement.id] = told.labels[own[i]]
    return replace(
        told,
        entries=tuple(entries),
        labels=tuple(labels.get(entry.statement.id, NOTHING) for entry in entries),
    )


def _read(articles: Sequence[Article], sayso: Sayso) -> Sequence[Entry]:
    with tempfile.TemporaryDirectory() as name, Ledger.open(Path(name) / "story.db", create=True) as ledger:
        source = Path(name) / "articles.jsonl"
        source.write_text("\n".join(json.dumps(_line(article)) for article in articles) + "\n", encoding="utf-8")
        for added in sayso.add(ledger, source):
            if isinstance(added, Exception):
                raise added
        with ledger.view() as view:
            return in_time(entry for stored in view.readings() for entry in entries_of(stored))


def _line(article: Article) -> dict[str, str | None]:
    facts = {key: getattr(article, key) for key in ("id", "url", "text", "title", "byline", "published", "updated")}
    return {**facts, "publisher": article.outlet}


def _same(one: Article, other: Article) -> bool:
    return one.url == other.url and one.text.strip() == other.text.strip()


def _spans(entry: Entry) -> dict[str, list[dict[str, int]]]:
    return {"content": [{"start": piece.start, "end": piece.end} for piece in entry.statement.content]}
