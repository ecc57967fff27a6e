"""Where `sayso read` errs on a set of stories: by form, by kind of speaker and by act, as the scorer matches statements."""

import importlib.util
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import sayso
from sayso.exports.format1 import to_json

FIELDS = ("form", "kind", "act")


def rows(data: Path, names: str) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None, bool]]:
    """Each gold statement of the set (with its speaker's kind), what was read for it, and whether the speaker is right."""
    scorer = load_scorer(data)
    for story in sorted(path for path in (data / "stories" / names).iterdir() if path.is_dir()):
        gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
        lines = (story / "articles.jsonl").read_text(encoding="utf-8").splitlines()
        articles = [json.loads(line) for line in lines if line.strip()]
        for article, reading in zip(articles, sayso.read(story / "articles.jsonl"), strict=True):
            read = to_json(reading)
            speakers = {speaker["id"]: speaker for speaker in read["speakers"]}
            wanted = [row for row in gold["statements"] if row["article"] == article["id"]]
            found = dict(scorer.match(wanted, read["statements"], article["text"]))
            for number, row in enumerate(wanted):
                who = gold["speakers"][row["speaker"]]
                got = read["statements"][found[number]] if number in found else None
                right = got is not None and scorer.same_speaker(who, speakers[got["speaker"]])
                yield {**row, "kind": who["kind"]}, got, right


def breakdown(data: Path, names: str) -> str:
    """A table: of the gold statements with each value of a field, how many are found, and how many of these are right."""
    found, every, speaker, act = (Counter[tuple[str, str]]() for _ in range(4))
    for gold, got, right in rows(data, names):
        for key in ((field, gold[field]) for field in FIELDS):
            every[key] += 1
            found[key] += got is not None
            speaker[key] += right
            act[key] += got is not None and got["act"] == gold["act"]
    out = [f"{'':<22}{'gold':>6}{'found':>9}{'speaker':>9}{'act':>9}"]
    for field in FIELDS:
        for key in sorted((key for key in every if key[0] == field), key=lambda key: -every[key]):
            shares = [100 * found[key] / every[key]] + [100 * n[key] / max(1, found[key]) for n in (speaker, act)]
            out.append(f"{field + ' ' + key[1]:<22}{every[key]:>6}" + "".join(f"{share:>7.1f} %" for share in shares))
    return "\n".join(out)


def load_scorer(data: Path) -> ModuleType:
    """The scorer of stories."""
    spec = importlib.util.spec_from_file_location("score_stories", data / "eval/score_stories.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
