"""Stance of headlines to rumours: `python -m benchmarks.stance PAIRS.jsonl [--held]`.

A line of PAIRS.jsonl holds `claim`, `headline` and `stance` (for, against, observing). With `--held` only those are
taken that training held out: every fifth claim in order of the alphabet.
"""

import argparse
import json
from pathlib import Path

from sayso.claims.context import Context
from sayso.claims.models import Models

STANCES = ("for", "against", "observing")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--held", action="store_true")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.pairs.read_text(encoding="utf-8").splitlines() if line.strip()]
    if args.held:
        fifth = set(sorted({row["claim"] for row in rows})[::5])
        rows = [row for row in rows if row["claim"] in fifth]
    models, right = Models(), 0
    for claim in dict.fromkeys(row["claim"] for row in rows):
        mine = [row for row in rows if row["claim"] == claim]
        found = models.label(claim, [Context(row["headline"], "", "", "", "") for row in mine])
        right += sum(STANCES[int(p[:3].argmax())] == row["stance"] for p, row in zip(found, mine, strict=True))
    print(f"accuracy {100 * right / len(rows):.1f}")


if __name__ == "__main__":
    main()
