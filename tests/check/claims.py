"""Claims for the fixtures, as a ledger would have them, and a stand-in for the model that compares words with them."""

import re
import tomllib

import numpy as np

from sayso.check.matching import matches
from sayso.check.records import Known, Recorded
from sayso.extract.build import build
from sayso.records import (
    Act,
    Claim,
    Entry,
    Form,
    Kind,
    Origin,
    Position,
    Span,
    Speaker,
    Stance,
    Standing,
    Statement,
    Status,
)
from tests.check.tables import FOLDER

_NOT = re.compile(r"\b(?:not|no|never|nothing|nobody|false|untrue|denied|denies)\b|n[’']t\b")


def recorded():
    """The claims of `claims.toml`."""
    rows = tomllib.loads((FOLDER / "claims.toml").read_text(encoding="utf-8"))["claim"]
    return [_recorded(row) for row in rows]


def known(draft):
    """What the ledger of the fixtures knows of a draft."""
    every = recorded()
    return Known(tuple(entry for one in every for entry in one.entries), tuple(matches(draft, every, label, see)))


def label(pairs):
    """Denies where the words have a negation that the claim has not, else affirms."""
    return np.array(
        [[0.1, 0.8, 0.05, 0.05] if _NOT.search(context.content) else [0.8, 0.1, 0.05, 0.05] for _, context in pairs]
    )


def see(contexts):
    """Nothing: these claims are known by their words alone."""
    return np.zeros((len(contexts), 384))


def _recorded(row):
    entries = tuple(_entry(f"{row['id']}{i}", position) for i, position in enumerate(row["positions"]))
    origins = tuple(
        Origin(f"o{i}", o["name"], Kind(o["kind"]), o.get("heard_by"), (), o.get("withdrawn", False))
        for i, o in enumerate(row["origins"])
    )
    positions = tuple(
        Position(entry.statement.id, entry.speaker.id, Stance(position["stance"]), None)
        for entry, position in zip(entries, row["positions"], strict=True)
    )
    standing = Standing("a", "2026-03-10", Status(row["status"]), len(origins), (), "")
    return Recorded(Claim(row["id"], row["gloss"], positions, origins, (standing,)), entries)


def _entry(id, row):
    article = build(id, f"https://{id}.example/", row["text"], id=id, outlet=row["outlet"], published="2026-03-09")
    span = lambda words: Span(words, row["text"].index(words), row["text"].index(words) + len(words))
    speaker = Speaker(row["speaker"], row["speaker"], Kind(row["kind"]))
    statement = Statement(
        f"{id}:0",
        Form.INDIRECT,
        Act(row.get("act", "says")),
        span(row["source"]),
        None,
        (span(row["content"]),),
        speaker.id,
        (),
        None,
        False,
        1.0,
    )
    return Entry(statement, article, speaker)
