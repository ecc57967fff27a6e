"""Holds exports of many random ledgers against those who read them: `python -m benchmarks.exports [--ledgers 300]`.

Makes `--copies` (1,000) ledgers again from their lines and compares byte by byte; validates every form of export of
`--ledgers`; and looks for every span by its quote after an edit elsewhere. Ends with an error at the first failure.
"""

import argparse
import tempfile
import warnings
from pathlib import Path
from random import Random

from tests.exports import ledgers, roundtrip, test_feeds, validators


def copies(folder: Path, count: int) -> None:
    lines = 0
    for seed in range(count):
        first, second = roundtrip.of_random(folder, Random(seed))
        assert first == second, f"seed {seed}"
        lines += len(first)
    print(f"{count} ledgers of {lines} lines in all are the same again, byte for byte")


def valid(folder: Path, count: int) -> None:
    found = total = claims = 0
    for seed in range(count):
        with ledgers.fresh(folder / "one.db") as ledger:
            ledgers.fill(ledger, Random(seed))
            with ledger.view() as view:
                claims += len(list(view.claims()))
                for check in validators.CHECKS.values():
                    check(view, folder)
                test_feeds.check(view)
                again, spans = validators.anchored(view, Random(seed))
        found, total = found + again, total + spans
    print(f"{count} ledgers with {claims} claims: {', '.join(validators.CHECKS)}, atom and jsonfeed are valid")
    print(f"{found} of {total} spans are found again by their quote ({found / max(total, 1):.2%})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=1000)
    parser.add_argument("--ledgers", type=int, default=300)
    asked = parser.parse_args()
    warnings.simplefilter("ignore", DeprecationWarning)
    with tempfile.TemporaryDirectory() as folder:
        copies(Path(folder), asked.copies)
        valid(Path(folder), asked.ledgers)


if __name__ == "__main__":
    main()
