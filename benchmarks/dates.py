"""How often the date of a statement is right, with the statements and their speakers given.

    python benchmarks/dates.py DATA_DIR [--misses]

DATA_DIR holds `stories/` (train and dev, gold for everything) and `data/` (`polnear` and `speakers`: real news).
Right: of the statements with a date, those that are given it. Undated: of those without one, those that are given one.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from sayso.analyse.draft import Draft, Range
from sayso.analyse.said import said_dates
from sayso.records import Article, Said
from sayso.text.paragraphs import paragraphs
from training.corpora import Attribution, polnear, stories


@dataclass(frozen=True)
class Case:
    """An article with its gold drafts, their speakers and the days they were said on."""

    article: Article
    drafts: list[Draft]
    speakers: list[str]
    days: list[str | None]


def from_stories(folder: Path) -> Iterator[Case]:
    for document in stories(folder):
        story, key = document.name.split("/")
        lines = (folder / story / "articles.jsonl").read_text(encoding="utf-8").splitlines()
        row = next(row for row in map(json.loads, filter(str.strip, lines)) if row["id"] == key)
        gold = json.loads((folder / story / "gold.json").read_text(encoding="utf-8"))["statements"]
        known = {key: row[key] for key in ("published", "updated")}
        article = Article(document.name, row["url"], document.text, row["publisher"], **known)
        rows = [(row["speaker"], row["said_on"]) for row in gold if row["article"] == key]
        yield _case(article, document.attributions or (), rows)


def from_speakers(labels: Path, split: Path) -> Iterator[Case]:
    """Rows that the scorer leaves out (in doubt, no speaker, no source) are left out here."""
    labelled = json.loads(labels.read_text(encoding="utf-8"))["articles"]
    for document in polnear(split):
        if document.name not in labelled:
            continue
        standoff = sorted((split / "attributions").glob(f"{document.name}_*.ann"))[0].read_text(encoding="utf-8")
        keys = re.findall(r"^(E\d+)\t", standoff, re.MULTILINE)
        found = dict(zip(keys, document.attributions or (), strict=True))
        sure = [row for row in labelled[document.name] if not row.get("doubt") and row["speaker"]]
        rows = [row for row in sure if found[row["id"]].source]
        date = re.search(r"\d{4}-\d\d-\d\d", document.name)
        article = Article(document.name, "", document.text, published=date.group() if date else None)
        said = [(row["speaker"]["name"], row["said_on"]) for row in rows]
        yield _case(article, [found[row["id"]] for row in rows], said)


def _case(article: Article, gold: Sequence[Attribution], rows: Sequence[tuple[str, str | None]]) -> Case:
    pairs = [(draft, row) for a, row in zip(gold, rows, strict=True) if (draft := _draft(a))]
    pairs.sort(key=lambda pair: pair[0].start)
    return Case(article, [draft for draft, _ in pairs], [who for _, (who, _) in pairs], [day for _, (_, day) in pairs])


def _draft(gold: Attribution) -> Draft | None:
    def whole(spans: tuple[tuple[int, int], ...]) -> Range | None:
        return Range(min(a for a, _ in spans), max(b for _, b in spans)) if spans else None

    pieces = tuple(Range(*span) for span in sorted(gold.content))
    return Draft(whole(gold.source), whole(gold.cue), pieces, 1.0, 1.0) if pieces else None


def measure(name: str, cases: list[Case], misses: bool) -> None:
    began = process_time()
    given = [said_dates(c.article.text, c.drafts, c.speakers, c.article, paragraphs(c.article.text)) for c in cases]
    spent = process_time() - began
    rows = [(c, *row) for c, said in zip(cases, given, strict=True) for row in zip(c.drafts, c.days, said, strict=True)]
    dated = [said for _, _, day, said in rows if day]
    right = sum(bool(said and said.date == day) for _, _, day, said in rows if day)
    undated = [said for _, _, day, said in rows if not day]
    put = sum(map(bool, undated))
    characters = sum(len(c.article.text) for c in cases)
    print(
        f"{name:14} right {100 * right / len(dated):5.1f} % of {len(dated)}"
        f"   wrong {100 * sum(bool(s and s.date != d) for _, _, d, s in rows if d) / len(dated):4.1f} %"
        f"   undated {100 * put / len(undated):4.1f} % of {len(undated)}"
        f"   precision {100 * right / max(1, put + sum(map(bool, dated))):5.1f} %"
        f"   {6e6 * spent / characters:.2f} ms per 6,000 characters"
    )
    if misses:
        for case, draft, day, said in rows:
            if (said and said.date) != day:
                print("  " + _miss(case, draft, day, said))


def _miss(case: Case, draft: Draft, day: str | None, said: Said | None) -> str:
    article, around = case.article, draft.cue or draft.content[0]
    context = " ".join(article.text[max(0, around.start - 130) : around.end + 110].split())
    got = f"{said.date} {said.text!r}" if said else None
    return f"{article.id} {(article.updated or article.published or '')[:10]}: {day} got {got}\n      {context}"


def main(arguments: list[str]) -> int:
    places = [argument for argument in arguments if argument != "--misses"]
    root = Path(places[0]) if places else Path()
    if not (places and (root / "stories").is_dir() and (root / "data").is_dir()):
        print("skipped: no folder with stories/ and data/ given")
        return 0
    shown = "--misses" in arguments
    measure("stories train", list(from_stories(root / "stories" / "train")), shown)
    measure("stories dev", list(from_stories(root / "stories" / "dev")), shown)
    labels = root / "data" / "speakers" / "dev.json"
    measure("speakers dev", list(from_speakers(labels, root / "data" / "polnear" / "dev")), shown)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
