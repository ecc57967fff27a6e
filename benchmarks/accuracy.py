"""Accuracy of `sayso read` on the dev sets: `python -m benchmarks.accuracy DATA [--misses]`.

DATA holds `data/polnear/dev`, `data/speakers/dev.json`, `stories/` and the scorers in `eval/`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import sayso
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


def polnear(data: Path, folder: Path, *flags: str) -> str:
    """Attributions and speakers of PolNeAR dev."""
    split, out = data / "data/polnear/dev", folder / "out.jsonl"
    lines = (json.dumps(to_json(reading)) for reading in sayso.read(split / "text"))
    out.write_text("\n".join(lines), encoding="utf-8")
    labels = data / "data/speakers/dev.json"
    speakers = scored(data / "eval/score_speakers.py", split, labels, out, *flags)
    return scored(data / "eval/score_polnear.py", split, out) + "\nspeakers in real news\n" + speakers


def stories(data: Path, names: str, folder: Path, *flags: str) -> str:
    """All that is scored of the stories of one set but the claims."""
    pairs: list[Path] = []
    for story in sorted(path for path in (data / "stories" / names).iterdir() if path.is_dir()):
        out = folder / f"{names}-{story.name}.json"
        out.write_text(json.dumps(export(iter(sayso.read(story / "articles.jsonl")))), encoding="utf-8")
        pairs += [story, out]
    printed = scored(data / "eval/score_stories.py", *pairs, *flags)
    later = ("stance", "claims", "status", "independent")
    return "\n".join(line for line in printed.splitlines() if not line.startswith(later))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what was missed or wrong")
    parser.add_argument("--sets", nargs="+", default=["polnear", "dev", "seed"])
    args = parser.parse_args()
    flags = ("--misses",) if args.misses else ()
    with tempfile.TemporaryDirectory() as name:
        for chosen in args.sets:
            print(f"== {chosen}")
            folder = Path(name)
            print(
                polnear(args.data, folder, *flags)
                if chosen == "polnear"
                else stories(args.data, chosen, folder, *flags)
            )


if __name__ == "__main__":
    main()
