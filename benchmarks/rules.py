"""Precision of the rules of `sayso check`: `python -m benchmarks.rules DATA [--write] [--show RULE]`.

DATA holds `stories/`, `rumours/` and `data/polnear`. Rules that need no ledger run over all articles of these. Rules that need one run
over the later half of each story's articles, against a ledger of the earlier half, read and grouped as any. What a rule
finds there is natural; `benchmarks/rules_judged.json` holds what a reader made of each such finding, by the gold of the
stories and the words of the article, and what nobody judged counts as wrong. Besides, errors are planted in copies of
the drafts, one in each (`benchmarks.planted`), and drafts of one sentence state what the gold has for a claim
(`benchmarks.stated`); what is found where none was planted, and not in the draft as it was,
counts as wrong, too.

The precision of a rule is that of its natural findings, where there are ten; else of natural and planted ones together.
`--write` puts the figures where the program looks for them.
"""

import argparse
import hashlib
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.planted import PLANTERS
from benchmarks.stated import statements
from sayso.check.check import findings
from sayso.check.config import Config
from sayso.check.draft import Draft
from sayso.check.lookup import lookup
from sayso.check.records import Finding, Known
from sayso.check.rules import RULES
from sayso.core import Sayso
from sayso.extract.build import build
from sayso.ledger.ledger import Ledger
from sayso.records import Article, Found, Reading

HERE = Path(__file__).parent
JUDGED = HERE / "rules_judged.json"
MEASURED = HERE.parent / "src/sayso/check/measured.json"
ENOUGH = 10
ALL = Config(enable=frozenset({"all"}))


@dataclass(frozen=True)
class Story:
    """One story: its name, and its articles in order of time."""

    name: str
    articles: tuple[Article, ...]

    @property
    def early(self) -> tuple[Article, ...]:
        """The earlier articles, of which the ledger is made."""
        return self.articles[: (len(self.articles) + 1) // 2]

    @property
    def late(self) -> tuple[Article, ...]:
        """The later articles, but no later version of what is in the ledger."""
        known = {article.url for article in self.early}
        return tuple(article for article in self.articles[len(self.early) :] if article.url not in known)


@dataclass(frozen=True)
class Natural:
    """A finding in an article as it was written."""

    where: str
    finding: Finding

    @property
    def key(self) -> str:
        """What it is known by in the file of judgements."""
        told = f"{self.where}\0{self.finding.start}\0{self.finding.text}"
        return f"{self.finding.rule} {hashlib.sha256(told.encode()).hexdigest()[:12]}"


def stories(data: Path) -> list[Story]:
    """The stories of train and dev."""
    folders = sorted(path for part in ("train", "dev") for path in (data / "stories" / part).iterdir() if path.is_dir())
    return [Story(folder.name, tuple(_articles(folder))) for folder in folders]


def _articles(folder: Path) -> Iterator[Article]:
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            facts = {key: row.get(key) for key in ("title", "byline", "published", "updated")}
            yield build(row["id"], row["url"], row["text"], id=row["id"], outlet=row["publisher"], **facts)


def alone(data: Path, told: Sequence[Story], sayso: Sayso) -> tuple[int, list[Natural]]:
    """How many articles there are, and what the rules that need no ledger find in them."""
    news = [
        build(p.name, p.name, p.read_text(encoding="utf-8"), id=p.name)
        for p in sorted(data.glob("data/polnear/*/text/*"))
    ]
    bodies = json.loads((data / "rumours/dev.json").read_text(encoding="utf-8"))["bodies"]
    news += [build(id, id, text, id=f"rumours/{id}") for id, text in sorted(bodies.items())]
    named = [(a.id, a) for a in news] + [(f"{s.name}/{a.id}", a) for s in told for a in s.articles]
    config = replace(ALL, disable=frozenset(rule.id for rule in RULES if rule.needs_ledger))
    found = []
    for where, article in named:
        # What is read can only speak against such a finding, so most articles need not be.
        if findings(Draft(Reading(article, (), ())), Known(), config):
            found += [Natural(where, one) for one in findings(Draft(sayso.analyse(article)), Known(), config)]
    return len(named), found


def filled(sayso: Sayso, told: Story, folder: Path) -> Ledger:
    """A ledger of the early articles of a story, grouped."""
    path = folder / f"{told.name}.db"
    there = path.exists()
    ledger = Ledger.open(path, create=True)
    if not there:
        for article in told.early:
            ledger.add(Found(sayso.analyse(article), sayso.made))
        for _ in sayso.group(ledger):
            pass
    return ledger


def against(told: Sequence[Story], sayso: Sayso, folder: Path, data: Path) -> tuple[int, list[Natural], dict]:
    """How many drafts there are, what the rules that need a ledger find in them, and how they do on planted errors."""
    count, found, planted = 0, [], defaultdict(lambda: [0, 0, 0])
    for story in told:
        with filled(sayso, story, folder) as ledger, ledger.view() as view:
            look = lookup(view)
            for rule, tally in stated(story, data, look, sayso):
                planted[rule] = [a + b for a, b in zip(planted[rule], tally, strict=True)]
            for article in story.late:
                draft = Draft(sayso.analyse(article))
                known = look(draft, True)
                count += 1
                own = findings(draft, known, ALL)
                found += [Natural(f"{story.name}/{article.id}", one) for one in own if _needs(one.rule)]
                for rule, tally in _planted(draft, known, own, sayso, look):
                    planted[rule] = [a + b for a, b in zip(planted[rule], tally, strict=True)]
    return count, found, planted


def stated(told: Story, data: Path, ledger_lookup, sayso: Sayso) -> Iterator[tuple[str, list[int]]]:
    """For each rule on claims: caught, to be caught and false, where a draft states what the gold has for a claim."""
    seen: dict[str, set[str]] = {}
    for rule, text, wanted in statements(next(data.glob(f"stories/*/{told.name}")), told.early):
        if text not in seen:
            draft = Draft(sayso.analyse(build("draft", "draft", text)))
            seen[text] = {one.rule for one in findings(draft, ledger_lookup(draft, True), ALL)}
        found = rule in seen[text]
        yield rule, [int(found and wanted), int(wanted), int(found and not wanted)]


def _needs(id: str) -> bool:
    return any(rule.id == id and rule.needs_ledger for rule in RULES)


def _planted(draft: Draft, known: Known, own: Sequence[Finding], sayso: Sayso, look) -> Iterator[tuple[str, list[int]]]:
    """For each error to plant: its rule, and caught, planted and false in the copy of the draft that has it."""
    before = {(one.rule, one.text) for one in own}
    for rule, plant in PLANTERS.items():
        for planted in plant(draft, known):
            copy = _copy(draft, planted.text, sayso, read=_needs(rule))
            there = look(copy, False) if _needs(rule) else Known()
            every = findings(copy, there, Config(enable=frozenset({rule})))
            new = [one for one in every if one.rule == rule and (one.rule, one.text) not in before]
            hits = [one for one in new if one.start < planted.end and planted.start < one.end]
            yield rule, [min(1, len(hits)), 1, len(new) - len(hits)]


def _copy(draft: Draft, text: str, sayso: Sayso, *, read: bool) -> Draft:
    """The draft with another text, read where that is needed."""
    facts = {key: getattr(draft.article, key) for key in ("outlet", "title", "published", "updated")}
    article = build("draft", draft.article.url, text, id=draft.article.id, **facts)
    return Draft(sayso.analyse(article) if read else Reading(article, (), ()))


def table(
    articles: int, drafts: int, found: Sequence[Natural], planted: dict, judged: dict[str, bool]
) -> dict[str, dict]:
    """The figures of each rule."""
    rows = {}
    for rule in RULES:
        own = [one for one in found if one.finding.rule == rule.id]
        right = sum(judged.get(one.key, False) for one in own)
        caught, plants, false = planted.get(rule.id, (0, 0, 0))
        pooled = (right, len(own)) if len(own) >= ENOUGH else (right + caught, len(own) + caught + false)
        rows[rule.id] = {
            "read": drafts if rule.needs_ledger else articles,
            "found": len(own),
            "right": right,
            "planted": plants,
            "caught": caught,
            "false": false,
            "precision": round(pooled[0] / pooled[1], 3) if pooled[1] >= ENOUGH else None,
        }
    return rows


def digest(data: Path) -> str:
    """One SHA-256 over names and contents of all that is measured on, and of the judgements."""
    total = hashlib.sha256(JUDGED.read_bytes())
    paths = [
        data / "rumours/dev.json",
        *data.glob("data/polnear/*/text/*"),
        *data.glob("stories/train/*/*"),
        *data.glob("stories/dev/*/*"),
    ]
    for path in sorted(path for path in paths if path.is_file()):
        total.update(path.relative_to(data).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help="keep the figures for the program and its docs")
    parser.add_argument(
        "--show", nargs="+", default=(), help="print the natural findings of these rules with their keys"
    )
    parser.add_argument("--ledgers", type=Path, help="a folder to keep the ledgers in, so that they are made once")
    args = parser.parse_args(arguments)
    judged = {key: word == "right" for key, word in json.loads(JUDGED.read_text(encoding="utf-8")).items()}
    sayso, told = Sayso(), stories(args.data)
    with tempfile.TemporaryDirectory() as name:
        folder = args.ledgers or Path(name)
        folder.mkdir(exist_ok=True)
        articles, natural = alone(args.data, told, sayso)
        drafts, more, planted = against(told, sayso, folder, args.data)
    natural += more
    rows = table(articles, drafts, natural, planted, judged)
    for one in natural:
        if one.finding.rule in args.show:
            mark = {True: "right", False: "wrong", None: "?"}[judged.get(one.key)]
            print(
                f"{one.key} {mark} {one.where}\n    {one.finding.text!r} in: {one.finding.sentence.text}\n    {one.finding.message}"
            )
            for row in one.finding.evidence[:2]:
                print(f"      ledger: {row.speaker} ({row.outlet}): {row.sentence[:300]}")
    for rule, row in rows.items():
        print(rule, row)
    print("not judged:", sum(one.key not in judged for one in natural))
    if args.write:
        MEASURED.write_text(
            json.dumps({"measured": digest(args.data), "rules": rows}, indent=1) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
