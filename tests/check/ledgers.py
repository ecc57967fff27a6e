"""Ledgers for the fixtures: the articles of a table, read and added as any."""

from sayso.core import Sayso
from sayso.extract.build import build
from sayso.ledger.ledger import Ledger
from sayso.records import Found


def filled(sayso: Sayso, where, articles) -> Ledger:
    """A new ledger at `where` with the articles in it."""
    ledger = Ledger.open(where, create=True)
    for row in articles:
        facts = {key: row[key] for key in ("outlet", "published", "title") if key in row}
        article = build(row["url"], row["url"], row["text"].strip(), **facts)
        ledger.add(Found(sayso.analyse(article), sayso.made))
    return ledger
