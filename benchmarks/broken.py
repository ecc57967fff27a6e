"""Reads 5,000 broken pages: none may crash, take longer than ten seconds, or come out empty without a word.

python -m benchmarks.broken [COUNT]
"""

import sys
import time
from collections import Counter
from pathlib import Path

from sayso.errors import SourceError
from sayso.extract import articles
from sayso.records import Raw
from tests.extract.mutations import mutated

PAGES = [path.read_bytes() for path in sorted(Path("tests/extract/pages").glob("*.html"))]


def outcome(seed: int) -> str:
    try:
        article = articles.article(Raw("https://clarion.example/a", "a", mutated(PAGES[seed % len(PAGES)], seed)))
    except SourceError as error:
        return type(error).__name__
    return "read" if article.text.strip() else "EMPTY"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    outcomes: Counter[str] = Counter()
    longest = (0.0, 0)
    for seed in range(count):
        started = time.perf_counter()
        outcomes[outcome(seed)] += 1
        longest = max(longest, (time.perf_counter() - started, seed))
    print(f"{count:,} broken pages: " + ", ".join(f"{number:,} {name}" for name, number in outcomes.most_common()))
    print(f"longest: {longest[0]:.2f} s (seed {longest[1]})")
    if outcomes["EMPTY"] or longest[0] > 10:
        sys.exit(1)


if __name__ == "__main__":
    main()
