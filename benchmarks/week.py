"""Watches 100 feeds for seven simulated days, and counts what was asked and what was found.

python -m benchmarks.week [FEEDS] [DAYS]
"""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from sayso.ledger.ledger import Ledger
from tests.fetch.outside import Canary, FakeClock, Outside
from tests.watch.test_week import run
from tests.watch.world import HOUR, World


def main() -> None:
    sites = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    days = float(sys.argv[2]) if len(sys.argv) > 2 else 7
    clock, started = FakeClock(), time.monotonic()
    outside, world = Outside(Canary()), World(sites, days, clock)
    outside.host(world, *world.stories)
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "s.db", create=True) as ledger:
        problems = run(world, ledger, clock, outside)
        with ledger.view() as view:
            held = [(stored.reading.article.url.partition("?")[0], stored.version) for stored in view.readings()]
    first = Counter(url for url, version in held if version == 1)
    out = {
        f"http://{host}{story.path}"
        for host, stories in world.stories.items()
        for story in stories
        if story.at < world.end - 2 * HOUR
    }
    seen: set[str] = set()
    again = conditional = 0
    for asked in world.log:
        place = asked.host + asked.path
        again += place in seen
        conditional += place in seen and asked.conditional
        if asked.status == 200:
            seen.add(place)
    missed, doubled = out - set(first), [url for url, count in first.items() if count > 1]
    print(f"{sites} feeds, {days:g} days: {len(world.log):,} requests, {time.monotonic() - started:.0f} s")
    print(f"conditional, of those for what was known: {100 * conditional / again:.2f} % ({conditional:,} of {again:,})")
    print(f"too early, after Retry-After or within the host's interval: {len(world.rude)}")
    print(f"answers of 429: {sum(asked.status == 429 for asked in world.log)}")
    print(
        f"articles: {len(first):,} held, {len(missed)} missed, {len(doubled)} doubled; {len(held) - len(first):,} later versions"
    )
    print(f"problems told: {len(problems)}")
    if world.rude or missed or doubled or conditional < 0.99 * again:
        sys.exit(1)


if __name__ == "__main__":
    main()
