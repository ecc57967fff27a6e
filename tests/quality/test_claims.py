"""The figures of claims may not fall. Floors are pinned with a hash of what they were measured on."""

import hashlib
import json
import re
from pathlib import Path

from benchmarks.claims import graphs, measured, rumours
from sayso.claims.models import Models
from tests.quality.test_floors import DATA, needs_data

HERE = Path(__file__).parent
PINNED = json.loads((HERE / "claim_floors.json").read_text(encoding="utf-8"))
PATTERNS = {
    "stance": r"stance, in a claim +([\d.]+) %",
    "claims": r"claims, B-cubed .*F1 ([\d.]+)",
    "status": r"status after article +([\d.]+) %",
    "origins": r"independent origins +([\d.]+) %",
}


def figures(printed):
    return {name: float(found.group(1)) for name, pattern in PATTERNS.items() if (found := re.search(pattern, printed))}


CREDITED = re.compile(r"in all: .*origin right ([\d.]+) % +range (\d+) of")


def stories_hash(data):
    total = hashlib.sha256()
    for path in sorted(p for p in (data / "stories/dev").rglob("*") if p.is_file()):
        total.update(path.relative_to(data).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


@needs_data
def test_no_figure_of_claims_falls():
    assert stories_hash(DATA) == PINNED["stories"], "the stories changed: measure anew and pin"
    for mode in ("given", "text"):
        found = figures(measured(Models(), DATA, ["dev"], mode))
        assert found.keys() == PINNED[mode].keys()
        fallen = {name: (found[name], floor) for name, floor in PINNED[mode].items() if found[name] < floor}
        assert not fallen, mode


@needs_data
def test_no_figure_of_rumours_falls(tmp_path):
    labels = (DATA / "rumours/dev.json").read_bytes()
    assert hashlib.sha256(labels).hexdigest() == PINNED["labels"], "the rumours changed: measure anew and pin"
    credited, in_range = CREDITED.search(rumours(Models(), DATA, tmp_path)).groups()
    assert float(credited) >= PINNED["rumours"]["credited origin"]
    assert int(in_range) >= PINNED["rumours"]["in range"]


def test_the_page_of_claims_is_of_the_models_in_the_package():
    page = (HERE.parents[1] / "docs/claims-accuracy.md").read_text(encoding="utf-8")
    assert all(hashlib.sha256(graph.read_bytes()).hexdigest() in page for graph in graphs())


def test_figures_are_read_from_print():
    printed = "stance, in a claim     91.7 %  (277 of 302)\nclaims, B-cubed       P 66.2 R 72.9 F1 69.4\n"
    assert figures(printed) == {"stance": 91.7, "claims": 69.4}
