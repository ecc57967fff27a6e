"""Accuracy of `sayso read` on the dev sets: `python -m benchmarks.accuracy DATA [--misses] [--fast]`.

DATA holds `data/polnear/dev`, `data/speakers/dev.json`, `stories/` and the scorers in `eval/`.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import sayso
from benchmarks.breakdown import breakdown, load_scorer
from sayso.analyse.model import FAST, TAGGER
from sayso.core import Sayso
from sayso.errors import SourceError
from sayso.exports.format1 import to_json
from sayso.exports.whole import as_json
from sayso.ledger.ledger import Ledger

T = TypeVar("T")


def unbroken(found: Iterable[T | SourceError]) -> Iterator[T]:
    """All that is found. Raises the first thing that could not be read."""
    for one in found:
        if isinstance(one, SourceError):
            raise one
        yield one


def export(source: Path, database: Path, *, fast: bool = False) -> dict[str, Any]:
    """The export of a new ledger that holds the articles of `source`, with no claims grouped yet."""
    with Ledger.open(database, create=True) as ledger:
        for _ in unbroken(Sayso(fast=fast).add(ledger, source)):
            pass
        with ledger.view() as view:
            return dict(json.loads("".join(as_json(view))))


def scored(*command: object) -> str:
    """What a scorer prints."""
    words = [sys.executable, *map(str, command)]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def polnear(data: Path, folder: Path, flags: Sequence[str] = (), *, fast: bool = False) -> str:
    """Attributions and speakers of PolNeAR dev."""
    split, out = data / "data/polnear/dev", folder / "out.jsonl"
    lines = (json.dumps(to_json(reading)) for reading in unbroken(Sayso(fast=fast).read(split / "text")))
    out.write_text("\n".join(lines), encoding="utf-8")
    labels = data / "data/speakers/dev.json"
    speakers = scored(data / "eval/score_speakers.py", split, labels, out, *flags)
    return scored(data / "eval/score_polnear.py", split, out) + "\nspeakers in real news\n" + speakers


def stories(data: Path, names: str, folder: Path, flags: Sequence[str] = (), *, fast: bool = False) -> str:
    """All that is scored of the stories of one set but the claims."""
    pairs: list[Path] = []
    for story in sorted(path for path in (data / "stories" / names).iterdir() if path.is_dir()):
        out = folder / f"{names}-{story.name}.json"
        out.write_text(
            json.dumps(export(story / "articles.jsonl", out.with_suffix(".db"), fast=fast)), encoding="utf-8"
        )
        pairs += [story, out]
    printed = scored(data / "eval/score_stories.py", *pairs, *flags)
    later = ("stance", "claims", "status", "independent")
    lines = [line for line in printed.splitlines() if not line.startswith(later)]
    return "\n".join([*lines, of_given(data, pairs)])


def of_given(data: Path, pairs: Sequence[Path]) -> str:
    """How many of the speakers that are given are right. `pairs` are stories, each with its export."""
    scorer, right = load_scorer(data), list[bool]()
    for story, out in zip(pairs[::2], pairs[1::2], strict=True):
        gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
        read = json.loads(out.read_text(encoding="utf-8"))
        speakers = {speaker["id"]: speaker for speaker in read["speakers"]}
        ids = {(article["url"], article["text"].strip()): article["id"] for article in read["articles"]}
        for line in (story / "articles.jsonl").read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            id_ = ids.get((article["url"], article["text"].strip()))
            wanted = [row for row in gold["statements"] if row["article"] == article["id"]]
            found = [row for row in read["statements"] if row["article"] == id_]
            for i, j in scorer.match(wanted, found, article["text"]):
                who = speakers[found[j]["speaker"]]
                if who["kind"] != "unknown":
                    right.append(scorer.same_speaker(gold["speakers"][wanted[i]["speaker"]], who))
    share = 100 * sum(right) / max(1, len(right))
    return f"speaker, of given      {share:5.1f} %  ({sum(right)} of {len(right)})"


PAGE = """\
# Accuracy

What `python -m benchmarks.accuracy DATA --page docs/accuracy.md` measures of the model in the package (`{model}`, `model.onnx` with SHA-256 `{sha}`), and writes here. DATA holds PolNeAR dev, the labels of speakers in 17 of its articles, the six dev stories and the article that sayso was born from. None of them was trained on. A lower figure than these fails in the tests. Each story is read into a ledger of its own, so that a speaker has the fullest name that its articles give.

`P`, `R`, `F1` are in per cent. "Peers' row" counts attributions that have a source, a cue and a content, as the figures of other tools do. Its target for each part is how far two trained annotators agree: 77.9 for content and source, 63.1 for both exact.

```
{figures}
```

Carriers are the weak side, since the inner statement is often not found apart from the outer one. Of speakers, carriers and dates, which rules tell more than the model, the 24 stories of training tell more than the six, having more chains and dates; the rules were made on both.

```
{wider}
```

With `--fast` (`{fast}`, `model.onnx` with SHA-256 `{fast_sha}`), a student of half the layers that was taught by the model above:

```
{fast_figures}
```

Where the errors are, on the dev stories: of the gold statements with each form, kind of speaker and act, the share that is found, and of those found the share whose speaker and act are right.

```
{breakdown}
```
"""


def page(data: Path, figures: str, folder: Path) -> str:
    """The page of accuracy in the docs."""
    rules = ("speaker", "via, where", "date")
    wider = "\n".join(line for line in stories(data, "train", folder).splitlines() if line.startswith(rules))
    # A folder of its own: a ledger does not read again what it holds.
    own = folder / "fast"
    own.mkdir()
    with_fast = polnear(data, own, fast=True).rstrip(), stories(data, "dev", own, fast=True)
    return PAGE.format(
        model=TAGGER,
        sha=sha(TAGGER),
        figures=figures,
        wider=wider,
        fast=FAST,
        fast_sha=sha(FAST),
        fast_figures="== polnear\n{}\n== dev\n{}".format(*with_fast),
        breakdown=breakdown(data, "dev"),
    )


def sha(model: str) -> str:
    """The SHA-256 of a model's encoder."""
    file = Path(sayso.__file__).parent / "models" / model / "model.onnx"
    return hashlib.sha256(file.read_bytes()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what was missed or wrong")
    parser.add_argument("--fast", action="store_true", help="of the smaller model")
    parser.add_argument("--sets", nargs="+", default=["polnear", "dev", "seed"])
    parser.add_argument("--page", type=Path, help="write the page of the docs here, too")
    args = parser.parse_args()
    if args.fast and args.page:
        parser.error("the page has the figures of both models: leave out --fast")
    flags = ("--misses",) if args.misses else ()
    printed = []
    with tempfile.TemporaryDirectory() as name:
        for chosen in args.sets:
            measure = polnear if chosen == "polnear" else partial(stories, names=chosen)
            printed.append(
                f"== {chosen}\n" + measure(args.data, folder=Path(name), flags=flags, fast=args.fast).rstrip()
            )
            print(printed[-1], flush=True)
        if args.page:
            args.page.write_text(page(args.data, "\n".join(printed), Path(name)), encoding="utf-8")
    print(breakdown(args.data, "dev"))


if __name__ == "__main__":
    main()
