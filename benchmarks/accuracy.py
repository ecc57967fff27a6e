"""Accuracy of `sayso read` on the dev sets: `python -m benchmarks.accuracy DATA [--misses]`.

DATA holds `data/polnear/dev`, `data/speakers/dev.json`, `stories/` and the scorers in `eval/`.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import sayso
from benchmarks.breakdown import breakdown
from sayso.analyse.model import TAGGER
from sayso.exports.format1 import to_json
from sayso.records import Reading


def export(readings: Iterator[Reading]) -> dict:
    """Readings as an export of a ledger that has no claims yet."""
    rows = [to_json(reading) for reading in readings]
    return {
        "sayso": 1,
        "articles": [row["article"] for row in rows],
        "speakers": [speaker for row in rows for speaker in row["speakers"]],
        "statements": [{**s, "article": row["article"]["id"]} for row in rows for s in row["statements"]],
        "claims": [],
    }


def scored(*command: object) -> str:
    """What a scorer prints."""
    words = [sys.executable, *map(str, command)]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def polnear(data: Path, folder: Path, flags: Sequence[str] = ()) -> str:
    """Attributions and speakers of PolNeAR dev."""
    split, out = data / "data/polnear/dev", folder / "out.jsonl"
    lines = (json.dumps(to_json(reading)) for reading in sayso.read(split / "text"))
    out.write_text("\n".join(lines), encoding="utf-8")
    labels = data / "data/speakers/dev.json"
    speakers = scored(data / "eval/score_speakers.py", split, labels, out, *flags)
    return scored(data / "eval/score_polnear.py", split, out) + "\nspeakers in real news\n" + speakers


def stories(data: Path, names: str, folder: Path, flags: Sequence[str] = ()) -> str:
    """All that is scored of the stories of one set but the claims."""
    pairs: list[Path] = []
    for story in sorted(path for path in (data / "stories" / names).iterdir() if path.is_dir()):
        out = folder / f"{names}-{story.name}.json"
        out.write_text(json.dumps(export(iter(sayso.read(story / "articles.jsonl")))), encoding="utf-8")
        pairs += [story, out]
    printed = scored(data / "eval/score_stories.py", *pairs, *flags)
    later = ("stance", "claims", "status", "independent")
    return "\n".join(line for line in printed.splitlines() if not line.startswith(later))


PAGE = """\
# Accuracy

What `python -m benchmarks.accuracy DATA --page docs/accuracy.md` measures of the model in the package (`{model}`, `model.onnx` with SHA-256 `{sha}`), and writes here. DATA holds PolNeAR dev, the labels of speakers in 17 of its articles, the six dev stories and the article that sayso was born from. None of them was trained on. A lower figure than these fails in the tests.

`P`, `R`, `F1` are in per cent. "Peers' row" counts attributions that have a source, a cue and a content, as the figures of other tools do. Its target for each part is how far two trained annotators agree: 77.9 for content and source, 63.1 for both exact.

```
{figures}
```

Carriers are the weak side, since the inner statement is often not found apart from the outer one. Of speakers, carriers and dates, which rules tell more than the model, the 24 stories of training tell more than the six, having more chains and dates; the rules were made on both.

```
{wider}
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
    model = Path(sayso.__file__).parent / "models" / TAGGER / "model.onnx"
    sha = hashlib.sha256(model.read_bytes()).hexdigest()
    return PAGE.format(model=TAGGER, sha=sha, figures=figures, wider=wider, breakdown=breakdown(data, "dev"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what was missed or wrong")
    parser.add_argument("--sets", nargs="+", default=["polnear", "dev", "seed"])
    parser.add_argument("--page", type=Path, help="write the page of the docs here, too")
    args = parser.parse_args()
    flags = ("--misses",) if args.misses else ()
    printed = []
    with tempfile.TemporaryDirectory() as name:
        for chosen in args.sets:
            measure = polnear if chosen == "polnear" else partial(stories, names=chosen)
            printed.append(f"== {chosen}\n" + measure(args.data, folder=Path(name), flags=flags).rstrip())
            print(printed[-1], flush=True)
        if args.page:
            args.page.write_text(page(args.data, "\n".join(printed), Path(name)), encoding="utf-8")
    print(breakdown(args.data, "dev"))


if __name__ == "__main__":
    main()
