"""Gold stories as entries, with what the gold says of each."""

import json
from dataclasses import dataclass
from pathlib import Path

from sayso.extract.build import build
from sayso.records import Act, Article, Entry, Form, Kind, Said, Span, Speaker, Statement
from training.corpora import _placed

CORPUS = Path(__file__).parents[1] / "corpus"
MORE, TEST = CORPUS / "more", CORPUS / "test"
"""Stories of the project besides those of DATA, without rows of status: to train on, and not."""

STANCES = ("affirms", "denies", "undecided")
POSITIONS = (*STANCES, "none")


@dataclass(frozen=True, slots=True)
class Label:
    """What the gold says of a statement: its claim's key and its stance, both `None` where it takes no position."""

    claim: str | None
    stance: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """One story: its articles, its statements with labels beside them, and its claims' glosses."""

    name: str
    articles: tuple[Article, ...]
    entries: tuple[Entry, ...]
    labels: tuple[Label, ...]
    glosses: dict[str, str]


def story(folder: Path) -> Story:
    """Read the story in `folder`."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    lines = [json.loads(x) for x in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines() if x.strip()]
    articles = {line["id"]: _article(line) for line in lines}
    speakers = {
        key: Speaker(key, row["name"], Kind(row["kind"]), tuple(row.get("aliases", ())))
        for key, row in gold["speakers"].items()
    }
    entries = tuple(
        _entry(i, row, articles[row["article"]], speakers, gold["speakers"]) for i, row in enumerate(gold["statements"])
    )
    labels = tuple(Label(row["claim"], row["stance"]) for row in gold["statements"])
    glosses = {key: row["gloss"] for key, row in gold["claims"].items()}
    return Story(folder.name, tuple(articles.values()), entries, labels, glosses)


def stories(folder: Path) -> list[Story]:
    """All stories in `folder`, by name."""
    return [story(path) for path in sorted(folder.iterdir()) if path.is_dir()]


def _article(line: dict) -> Article:
    facts = {key: line.get(key) for key in ("title", "byline", "published", "updated")}
    return build(line["id"], line["url"], line["text"], id=line["id"], outlet=line["publisher"], **facts)


def _entry(i: int, row: dict, article: Article, speakers: dict[str, Speaker], gold: dict) -> Entry:
    text, placed = article.text, _placed(article.text, row, gold)
    spans = lambda places: tuple(Span(text[a:b], a, b) for a, b in places)
    date = row["said_on"]
    statement = Statement(
        id=f"{article.id}.{i + 1}",
        form=Form(row["form"]),
        act=Act(row["act"]),
        source=next(iter(spans(placed.source)), None),
        cue=next(iter(spans(placed.cue)), None),
        content=spans(placed.content),
        speaker=row["speaker"],
        via=tuple(row["via"]),
        said=Said(date, text[:1], 0, 1) if date else None,
        hedged=False,
        confidence=1.0,
    )
    return Entry(statement, article, speakers[row["speaker"]], tuple(speakers[key] for key in row["via"]))
