"""A claim that forty outlets carry, with a gloss, names and carriers as long as they come."""

import json
from pathlib import Path

from sayso.core import Sayso
from sayso.ledger.ledger import Ledger
from sayso.records import Act, Form, Kind, Reading, Span, Speaker, Statement
from tests.claims.test_grouping import Models

LONG = (
    "the Brannoch link between the two countries, which carries a third of the power that the islands use in winter, was "
    "cut by the cabinet on Monday night while the town was asleep and nobody, not even the authority that runs it, was told"
)
WHO = "the parliamentary under-secretary of state for interconnection, coastal defence and fisheries of Vessmark"
PAPERS = [f"{city} {kind}" for city in ("Alder Bay", "Torvik", "Concordia", "Harbour", "Nightly", "Grid", "Clarion", "Oltara")
          for kind in ("Courier", "Post and Evening Advertiser", "News", "Weekly", "Dispatch")]  # fmt: skip


def reader() -> Sayso:
    return Sayso(analyse, models=Models())


def analyse(article):
    """A line is a statement: who, act, what, and by which carriers."""
    statements, speakers, at = [], {}, 0
    lines = article.text.splitlines()
    for number, line in enumerate(lines if all(line.count("|") > 1 for line in lines) else ()):
        who, act, what, *carriers = line.split("|")
        for name in (who, *carriers):
            kind = Kind.OUTLET if name in PAPERS else Kind.UNNAMED if name.startswith("people") else Kind.PERSON
            speakers.setdefault(name, Speaker(f"p{len(speakers)}", name, kind))
        start = at + line.index(what)
        cue = Span(act, at + len(who) + 1, at + len(who) + 1 + len(act))
        statements.append(
            Statement(f"{number}", Form.INDIRECT, Act(act), Span(who, at, at + len(who)), cue, (Span(what, start, start + len(what)),),
                      speakers[who].id, tuple(speakers[name].id for name in carriers), None, number % 3 == 1, 0.8)
        )  # fmt: skip
        at += len(line) + 1
    return Reading(article, tuple(speakers.values()), tuple(statements))


def fill(ledger: Ledger, folder: Path) -> None:
    """Forty articles in five days, most of them of one origin."""
    mine = reader()
    for number, paper in enumerate(PAPERS):
        carriers = "|".join(["", *dict.fromkeys((PAPERS[0], PAPERS[number // 3]))]) if number else ""
        lines = [f"people close to {WHO}|says|{LONG}{carriers}"]
        if number % 4 == 1:
            lines.append(f"Pim Rosk-Amundsen van der Holm|denies|the link was cut, in {number} places or any")
        if number % 7 == 3:
            lines.append(f"Ada Lunn|declines|the link{'; she said that it was not for her to say' * 3}")
        text = "\n".join(lines)
        given = {
            "id": f"a{number}",
            "url": f"https://a{number}.example/{'long-' * 12}",
            "publisher": paper,
            "text": text,
        }
        day = f"2026-03-{9 + number // 9:02}T{8 + number % 9:02}:00:00+01:00"
        path = folder / f"crowd{number}.jsonl"
        path.write_text(json.dumps({**given, "published": day, "title": f"{paper}: {LONG[:90]}"}))
        list(mine.add(ledger, path))
    list(mine.group(ledger))
