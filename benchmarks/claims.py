"""Figures of claims: `python -m benchmarks.claims DATA [--modes given text together crowded rumours]`.

DATA holds `stories/`, `rumours/` and the scorers in `eval/`. `given` takes the gold statements with their speakers and
acts, so that only grouping, stances, origins and statuses are measured. `text` starts from the text, a ledger a story;
`together` has all stories in one ledger, `crowded` as well, all moved to one month, as if they were the news of a few
days; `rumours` are real articles, a ledger a rumour.
"""

import argparse
import hashlib
import json
import tempfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import sayso
from benchmarks.accuracy import scored, unbroken
from sayso.claims.build import claims
from sayso.claims.models import ARTICLES, EMBEDDER, MATTERS, Models
from sayso.claims.order import in_time
from sayso.core import Sayso
from sayso.exports.claim_json import to_json
from sayso.exports.format1 import to_json as reading_json
from sayso.exports.whole import as_json
from sayso.ledger.ledger import Ledger
from sayso.records import Reading
from training.gold_stories import Story, story


def given(models: Models, told: Story) -> dict:
    """The export of a ledger that holds the gold statements of one story."""
    entries = in_time(told.entries)
    seen = models.see(entries)
    found = claims(entries, seen, models.among(entries, seen), told.articles, models.rules)
    speakers = {s.id: s for entry in told.entries for s in (entry.speaker, *entry.via)}
    rows = []
    for article in told.articles:
        own = tuple(entry.statement for entry in told.entries if entry.article.id == article.id)
        rows.append(reading_json(Reading(article, tuple(speakers.values()), own)))
    return {
        "sayso": 1,
        "articles": [row["article"] for row in rows],
        "speakers": rows[0]["speakers"],
        "statements": [{**s, "article": row["article"]["id"]} for row in rows for s in row["statements"]],
        "claims": [to_json(claim) for claim in found],
    }


def from_text(models: Models, sources: Sequence[Path], folder: Path) -> list[dict]:
    """The export of a ledger of its own for each source, from the text on."""
    sayso, out = Sayso(models=models), []
    for number, source in enumerate(sources):
        with Ledger.open(folder / f"{number}.db", create=True) as ledger:
            for _ in unbroken(sayso.add(ledger, source)):
                pass
            for _ in sayso.group(ledger):
                pass
            with ledger.view() as view:
                out.append(json.loads("".join(as_json(view))))
    return out


def part(whole: dict, source: Path) -> dict:
    """What an export of all stories has of the articles of one."""
    urls = {json.loads(line)["url"] for line in source.read_text(encoding="utf-8").splitlines() if line.strip()}
    articles = [article for article in whole["articles"] if article["url"] in urls]
    ids = {article["id"] for article in articles}
    statements = [statement for statement in whole["statements"] if statement["article"] in ids]
    return {**whole, "articles": articles, "statements": statements}


def moved(rows: Sequence[dict]) -> list[dict]:
    """The articles of a story, moved by whole days so that the first is of 4 January 2027."""
    first = min(date.fromisoformat(row["published"][:10]) for row in rows)
    days = date(2027, 1, 4) - first
    later = lambda at: (datetime.fromisoformat(at) + days).isoformat() if at else at
    return [{**row, "published": later(row["published"]), "updated": later(row["updated"])} for row in rows]


def exports(models: Models, data: Path, chosen: Sequence[str], folder: Path, mode: str) -> list[tuple[Path, dict]]:
    """Each story of the sets with its export."""
    folders = [path for name in chosen for path in sorted((data / "stories" / name).iterdir()) if path.is_dir()]
    if mode == "given":
        return [(path, given(models, story(path))) for path in folders]
    sources = [path / "articles.jsonl" for path in folders]
    if mode == "text":
        return list(zip(folders, from_text(models, sources, folder), strict=True))
    joined = folder / "all.jsonl"
    lines = []
    for path, source in zip(folders, sources, strict=True):
        rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
        rows = moved(rows) if mode == "crowded" else rows
        lines += [json.dumps({**row, "id": f"{path.name}-{row['id']}"}) for row in rows]
    joined.write_text("\n".join(lines) + "\n", encoding="utf-8")
    [whole] = from_text(models, [joined], folder)
    return [(path, part(whole, source)) for path, source in zip(folders, sources, strict=True)]


def rumours(models: Models, data: Path, folder: Path) -> str:
    """What the scorer of rumours prints."""
    labels, scorer = data / "rumours/dev.json", data / "eval/score_rumours.py"
    scored(scorer, "emit", labels, folder)
    sources = sorted(folder.glob("*.jsonl"))
    for source, found in zip(sources, from_text(models, sources, folder), strict=True):
        source.with_suffix(".json").write_text(json.dumps(found), encoding="utf-8")
    return scored(scorer, "score", labels, folder)


PAGE = """\
# Accuracy of claims

What `python -m benchmarks.claims DATA --page docs/claims-accuracy.md` measures of the models in the package ({models}), and writes here. DATA holds the six dev stories, none of which was trained on, though the cut between clusters was chosen with an eye on them. The tests fail where a figure falls below its floor in `tests/quality/claim_floors.json`.

`given` takes the gold statements with their speakers and acts, so that only grouping, stances, origins and statuses are measured; `text` starts from the text, a ledger a story; `together` has all stories in one ledger. Claims are scored by B-cubed over the statements that take a position; one that was not found counts as missed. Two careful readers agree on 83 % of positions.

```
{figures}
```
"""
OF_CLAIMS = ("stance", "claims", "status", "independent")


def page(printed: dict[str, str]) -> str:
    """The page of the docs, from what the scorer prints for each mode."""
    figures = [
        "\n".join([f"== {mode}", *(line for line in told.splitlines() if line.startswith(OF_CLAIMS))])
        for mode, told in printed.items()
    ]
    shas = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in graphs()}
    models = "; ".join(f"`{path.parent.name}`, `{path.name}` with SHA-256 `{sha}`" for path, sha in shas.items())
    return PAGE.format(models=models, figures="\n".join(figures))


def graphs() -> list[Path]:
    """The files of the models that claims are grouped by."""
    models = Path(sayso.__file__).parent / "models"
    return [models / EMBEDDER / "model.onnx", models / ARTICLES / "model.onnx.gz", models / MATTERS / "model.onnx"]


def measured(models: Models, data: Path, chosen: Sequence[str], mode: str, flags: Sequence[str] = ()) -> str:
    """What the scorer of stories prints for one mode."""
    with tempfile.TemporaryDirectory() as name:
        pairs: list[Path] = []
        for path, found in exports(models, data, chosen, Path(name), mode):
            out = Path(name) / f"{path.name}.json"
            out.write_text(json.dumps(found), encoding="utf-8")
            pairs += [path, out]
        return scored(data / "eval/score_stories.py", *pairs, *flags)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--modes", nargs="+", default=["given", "text", "together", "rumours"])
    parser.add_argument("--set", dest="chosen", nargs="+", default=["dev"])
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--page", type=Path, help="write the page of the docs here, too")
    args = parser.parse_args(arguments)
    models, printed = Models(), {}
    for mode in args.modes:
        print(f"== {' '.join(args.chosen)}, {mode}")
        if mode == "rumours":
            with tempfile.TemporaryDirectory() as name:
                print(rumours(models, args.data, Path(name)), flush=True)
            continue
        printed[mode] = measured(models, args.data, args.chosen, mode, ("--misses",) if args.misses else ())
        print(printed[mode], flush=True)
    if args.page:
        args.page.write_text(page(printed), encoding="utf-8")


if __name__ == "__main__":
    main()
