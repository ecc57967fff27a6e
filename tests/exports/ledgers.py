"""Ledgers with anything that may stand in one: hostile texts, versions, later readings, decisions and claims."""

import shutil
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from sayso.errors import LedgerError
from sayso.ledger import claims as stored_claims
from sayso.ledger import schema
from sayso.ledger.insert import inserted
from sayso.ledger.ledger import Ledger
from sayso.ledger.records import Stored
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

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\0=1", "＝1", " =1", '=HYPERLINK("http://x")')
PIECES = (
    *FORMULAS,
    *(
        "The mayor",
        "said",
        "there was no call",
        "on Monday",
        "“Nobody rang us,”",
        '"No,"',
        "the ferry",
        "£40m",
        "İstanbul",
    ),
    *("\n\n", "\n", "\t", "a,b;c|d", "''", "\\", "<script>alert(1)</script>", "]]>", "&amp;", "{{x}}", "--", "\u2028"),
    *("\u202eabc\u202c", "\u200b", "é", "e\u0301", "😀", "👩‍👩‍👧", "\uffff", "\x1b[31m", "\x7f", "𝒜", "سلام"),
)
NAMES = ("Anna Brook", "Tom Reed", "The office of Ilse Brandeck", "two officials", "Clarion", "O'Neil <b>", *FORMULAS)
URLS = (
    "https://clarion.example/a",
    "https://clarion.example/b?x=1&y=é",
    "file:///tmp/a%20b.txt",
    "text:0a1b",
    "not an <address>",
)


def some(chosen: Random, pool: tuple[str, ...] = PIECES, least: int = 0, most: int = 4) -> str:
    return " ".join(chosen.choice(pool) for _ in range(chosen.randint(least, most)))


def maybe(chosen: Random, value: object) -> object:
    return value if chosen.random() < 0.6 else None


def span(chosen: Random, text: str) -> Span:
    start = chosen.randrange(len(text))
    end = chosen.randint(start + 1, min(len(text), start + 60))
    return Span(text[start:end], start, end)


def moment(chosen: Random) -> str:
    at = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(minutes=chosen.randrange(40_000))
    return chosen.choice(
        (at.date().isoformat(), at.isoformat(), at.strftime("%Y-%m-%dT%H:%M:%SZ"), at.strftime("%Y-%m-%d %H:%M"))
    )


def article(chosen: Random) -> Article:
    text = "There " + some(chosen, least=5, most=40)
    credit, note = span(chosen, text), span(chosen, text)
    return Article(
        id=chosen.choice(("a1", "=b", "a,c", some(chosen, least=1, most=2))) + str(chosen.randrange(10)),
        url=chosen.choice(URLS),
        text=text,
        outlet=maybe(chosen, some(chosen, NAMES, 1, 1)),
        title=maybe(chosen, some(chosen, least=1)),
        byline=maybe(chosen, some(chosen, NAMES, 1, 2)),
        published=maybe(chosen, moment(chosen)),
        updated=maybe(chosen, moment(chosen)),
        language=maybe(chosen, chosen.choice(("en", "en-GB", "<x>"))),
        credits=(Credit("ISN", credit.start, credit.end),) if chosen.random() < 0.3 else (),
        notes=(Note(chosen.choice(list(NoteKind)), note.text, note.start, note.end),) if chosen.random() < 0.3 else (),
        addresses=("https://clarion.example/other",) if chosen.random() < 0.2 else (),
    )


def statement(chosen: Random, text: str, number: int, speakers: list[Speaker]) -> Statement:
    said = maybe(chosen, span(chosen, text))
    content = sorted((span(chosen, text) for _ in range(chosen.randint(1, 3))), key=lambda one: one.start)
    return Statement(
        id=f"s{number}",
        form=chosen.choice(list(Form)),
        act=chosen.choice(list(Act)),
        source=maybe(chosen, span(chosen, text)),
        cue=maybe(chosen, span(chosen, text)),
        content=tuple(content),
        speaker=chosen.choice(speakers).id,
        via=tuple(chosen.choice(speakers).id for _ in range(chosen.choice((0, 0, 1, 2)))),
        said=said and Said("2026-03-09", said.text, said.start, said.end),
        hedged=chosen.random() < 0.2,
        confidence=chosen.choice((0.0, 1.0, chosen.random())),
        candidates=("Anna", "=Tom") if chosen.random() < 0.1 else (),
    )


def found(chosen: Random, of: Article | None = None) -> Found:
    of = of or article(chosen)
    kinds = list(Kind)
    speakers = [
        Speaker(
            f"p{number}",
            chosen.choice(NAMES),
            chosen.choice(kinds),
            tuple(dict.fromkeys(some(chosen, NAMES, 1, 1) for _ in range(chosen.randrange(3)))),
            heard_by=maybe(chosen, "Clarion"),
            anonymity=maybe(chosen, span(chosen, of.text)),
        )
        for number in range(1, chosen.randint(2, 5))
    ]
    statements = tuple(statement(chosen, of.text, number, speakers) for number in range(1, chosen.randint(1, 7)))
    whys = tuple(Why("named", "by =its cue", "no date") for _ in statements) if chosen.random() < 0.5 else ()
    made = Made(
        f"tagger_v{chosen.randint(1, 2)}", "0.1.0", chosen.choice(("2026-04-01T00:00:00Z", "2026-04-02T00:00:00Z"))
    )
    raw = Raw(
        of.url, some(chosen, NAMES, 1, 1), chosen.randbytes(20), fetched="2026-04-01T00:00:00Z", headers=(("A", "=b"),)
    )
    return Found(Reading(of, tuple(speakers), statements, whys), made, maybe(chosen, raw))


def claim(chosen: Random, number: int, stored: list[Stored]) -> Claim | None:
    said = [
        (one.reading.article.id, statement.id, one.speakers[statement.speaker])
        for one in stored
        for statement in one.reading.statements
        if chosen.random() < 0.5
    ]
    if not said:
        return None
    stances = [chosen.choice(list(Stance)) for _ in said]
    positions = tuple(
        Position(id, speaker, stance, "o1" if stance is Stance.AFFIRMS else None)
        for (_, id, speaker), stance in zip(said, stances, strict=True)
    )
    articles = tuple(dict.fromkeys(where for where, _, _ in said))
    marks = {"withdrawn": chosen.random() < 0.2, "undetermined": chosen.random() < 0.2}
    origin = Origin(
        "o1",
        chosen.choice(NAMES),
        chosen.choice(list(Kind)),
        maybe(chosen, "=Clarion"),
        articles,
        **marks,
        reasons=("same speaker",),
    )
    history = tuple(
        Standing(
            where,
            maybe(chosen, f"2026-03-{i + 1:02}T00:00:00+00:00"),
            chosen.choice(list(Status)),
            chosen.randrange(3),
            (said[0][2],),
            some(chosen, NAMES, 1, 2),
        )
        for i, where in enumerate(articles)
    )
    return Claim(
        f"c{number}{chosen.randrange(9999)}",
        some(chosen, least=1),
        positions,
        (origin,) if Stance.AFFIRMS in stances else (),
        history,
    )


def decide(chosen: Random, ledger: Ledger, stored: list[Stored]) -> None:
    known = sorted({id for one in stored for id in one.speakers.values()}) or ["nobody"]
    a, b = chosen.choice(known), chosen.choice(known)
    kinds = {"merge": {"speakers": [a, b], "into": b}, "rename": {"speaker": a, "name": some(chosen, NAMES, 1, 1)}}
    kind = chosen.choice(list(kinds))
    if kind == "rename" or a != b:
        with suppress(LedgerError):
            ledger.decide(
                Decision(kind, "ed", some(chosen), kinds[kind], at=f"2026-04-03T00:00:{chosen.randrange(60):02}Z")
            )


def fill(ledger: Ledger, chosen: Random, most: int = 5) -> None:
    """Put a random ledger's worth into `ledger`, which is empty."""
    for _ in range(chosen.randint(0, most)):
        one = found(chosen)
        ledger.add(one)
        if chosen.random() < 0.3:
            ledger.add(found(chosen, one.reading.article))
    with ledger.view() as view:
        stored = list(view.readings())
    for _ in range(chosen.randrange(3)):
        decide(chosen, ledger, stored)
    with ledger.view() as view:
        stored = list(view.readings())
    with ledger.writing() as connection:
        matter = inserted(connection, schema.matters, stale=False)
        made = filter(None, (claim(chosen, number, stored) for number in range(1, chosen.randrange(4) + 1)))
        stored_claims.replace_all(connection, matter, list({one.id: one for one in made}.values()))


@cache
def _empty() -> Path:
    path = Path(mkdtemp(prefix="sayso-")) / "empty.db"
    Ledger.open(path, create=True).close()
    return path


def fresh(path: Path) -> Ledger:
    """A new, empty ledger at `path`, which needs no migrations any more."""
    for other in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        other.unlink(missing_ok=True)
    shutil.copy(_empty(), path)
    return Ledger.open(path)
