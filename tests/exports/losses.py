"""What each form of export keeps, found out by looking: `python -m tests.exports.losses` prints the table of the docs."""

import re
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from sayso.exports import formats
from sayso.ledger import claims as stored_claims
from sayso.ledger import schema
from sayso.ledger.insert import inserted
from sayso.ledger.view import View
from sayso.records import (
    Act,
    Article,
    Claim,
    Credit,
    Decision,
    Form,
    Found,
    Kind,
    Made,
    Note,
    NoteKind,
    Origin,
    Position,
    Raw,
    Reading,
    Said,
    Span,
    Speaker,
    Stance,
    Standing,
    Statement,
    Status,
    Why,
)
from tests.exports import ledgers

_PAD = "It rained. " * 100
TEXT = (
    f"{_PAD}Zqsource zqcue {_PAD}“zqfirst,” {_PAD}“zqcontent” {_PAD}zqday {_PAD}zqreason {_PAD}Zqcredit Zqnote Zqrest"
)
FACTS = {
    "article: address": "zqurl",
    "article: other addresses": "zqother",
    "article: outlet": "Zqoutlet",
    "article: title": "Zqtitle",
    "article: byline": "Zqbyline",
    "article: published": "2031-01-01",
    "article: updated": "2031-01-02",
    "article: language": "en-ZQ",
    "article: whole text": "Zqrest",
    "article: credits": "zqcredit",
    "article: notes of the outlet": "Zqnote(?! Zqrest)",
    "article: number of the version": r"version['\"]: 1\b|,1,https|'a1',1,",
    "speaker: name": "Zqname",
    "speaker: other names": "Zqalias",
    "speaker: kind": "unnamed",
    "speaker: who heard an unnamed one": "Zqhearer",
    "speaker: why unnamed": "zqreason(?! It)",
    "statement: words": "zqcontent(?!” It)",
    "statement: where they stand": r"(?<![:\d-])2215(?![-\d])",
    "statement: source and cue": "zqcue(?! It)",
    "statement: form": "mixed",
    "statement: act": "retracts",
    "statement: carriers": "[Zz]qcarrier.*zqcontent|zqcontent.*[Zz]qcarrier",
    "statement: when it was said": "2031-01-03",
    "statement: hedge": r"hedged|,1,0\.987",
    "statement: confidence": r"0\.987",
    "statement: who else it may be": "Zqcandidate",
    "statement: why it was read so": "zqwhy",
    "claim: words": "Zqgloss",
    "claim: status": "corroborated",
    "claim: why it stands so": "Zqbecause",
    "claim: positions": "affirms|cito:supports",
    "claim: origins": "Zqorigin",
    "claim: history": "Zqbefore",
    "readings that were superseded": "zqoldmodel",
    "the bytes as fetched": "ZQ==",
    "decisions": "Zqdecided",
}


def fill(ledger) -> None:
    """Put one of everything into a ledger, each with a word of its own."""
    ledger.add(_found(Made("zqoldmodel", "1", "2031-02-01T00:00:00Z")))
    ledger.add(_found(Made("zqmodel", "1", "2031-02-02T00:00:00Z")))
    ledger.decide(Decision("rename", "ed", "Zqdecided", {"speaker": "zqcarrier", "name": "Zqcarrier"}))
    with ledger.view() as view:
        one = next(view.readings())
    said = one.reading.statements[0]
    position = Position(said.id, one.speakers[said.speaker], Stance.AFFIRMS, "o1")
    origin = Origin("o1", "Zqorigin", Kind.UNNAMED, "Zqhearer", (one.reading.article.id,))
    history = (
        Standing(one.reading.article.id, "2031-01-11T00:00:00Z", Status.SINGLE_SOURCE, 1, (), "Zqbefore"),
        Standing(one.reading.article.id, "2031-01-12T00:00:00Z", Status.CORROBORATED, 2, (), "Zqbecause"),
    )
    with ledger.writing() as connection:
        matter = inserted(connection, schema.matters, stale=False)
        stored_claims.replace_all(connection, matter, [Claim("c1", "Zqgloss", (position,), (origin,), history)])


def _found(made: Made) -> Found:
    def span(words: str) -> Span:
        start = TEXT.index(words)
        return Span(words, start, start + len(words))

    credit, note, day = span("Zqcredit"), span("Zqnote"), span("zqday")
    article = Article(
        "a1", "https://zqurl.example/", TEXT, "Zqoutlet", "Zqtitle", "Zqbyline", "2031-01-01", "2031-01-02", "en-ZQ",
        credits=(Credit("zqcredit", credit.start, credit.end),),
        notes=(Note(NoteKind.UPDATE, "Zqnote", note.start, note.end),),
        addresses=("https://zqother.example/",),
    )  # fmt: skip
    speakers = (
        Speaker("p1", "Zqname", Kind.UNNAMED, ("Zqalias",), "Zqhearer", span("zqreason")),
        Speaker("p2", "Zqcarrier", Kind.ORGANIZATION),
    )
    statement = Statement(
        "s1", Form.MIXED, Act.RETRACTS, span("Zqsource"), span("zqcue"), (span("“zqfirst,”"), span("“zqcontent”")),
        "p1", ("p2",), Said("2031-01-03", "zqday", day.start, day.end), True, 0.987, ("Zqcandidate",),
    )  # fmt: skip
    reading = Reading(article, speakers, (statement,), (Why("zqwhy", "zqwhy", "zqwhy"),))
    return Found(reading, made, Raw("https://zqurl.example/", "zqurl", b"e", fetched="2031-02-01T00:00:00Z"))


def table(folder: Path) -> str:
    """The table, in Markdown."""
    with ledgers.fresh(folder / "one.db") as ledger:
        fill(ledger)
        with ledger.view() as view:
            texts = {name: _text(name, view, folder) for name in formats.FORMATS}
    head = ["| | " + " | ".join(texts) + " |", "|---" * (len(texts) + 1) + "|"]
    return "\n".join([*head, *(_row(fact, sign, texts) for fact, sign in FACTS.items())])


def _row(fact: str, sign: str, texts: dict[str, str]) -> str:
    kept = ("✓" if re.search(sign, text) else " " for text in texts.values())
    return f"| {fact} | " + " | ".join(kept) + " |"


def _text(name: str, view: View, folder: Path) -> str:
    path = folder / "written"
    with path.open("wb") as stream:
        formats.write(formats.FORMATS[name], view, stream)
    if name == "parquet":
        import pyarrow.parquet as pq

        return str(pq.read_table(path).to_pylist())
    if name == "sqlite":
        with closing(sqlite3.connect(path)) as made:
            return "\n".join(line for line in made.iterdump() if not line.startswith(("CREATE", "SELECT", "JOIN")))
    text = path.read_text(encoding="utf-8")
    return text.replace("eJxLBQAAZgBm", "ZQ==") if name == "jsonl" else text


if __name__ == "__main__":
    sys.stdout.write(table(Path(tempfile.mkdtemp())) + "\n")
