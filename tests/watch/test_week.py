"""Days of news on an injected clock; `python -m benchmarks.week` runs seven of them with 100 feeds."""

import itertools
from collections import Counter

import pytest

from sayso.core import Sayso
from sayso.fetch.web import Web
from sayso.ledger import watching
from sayso.ledger.ledger import Ledger
from sayso.watch.watcher import Watcher
from tests import fakes
from tests.claims.stand_ins import Models
from tests.fetch.outside import Canary, FakeClock, Outside
from tests.watch.world import HOUR, World


def run(world, ledger, clock, outside):
    """Watch all feeds of `world` until its end, with a new process every twelve hours."""
    with ledger.writing() as connection:
        watching.add_feeds(connection, world.feeds(), int(clock.now()))
    problems = []
    while clock.now() < world.end:
        watcher = Watcher(Sayso(fakes.analyse, Web(outside, clock), Models()), ledger, problems.append, at_once=1)
        stop = min(clock.now() + 12 * HOUR, world.end)
        while clock.now() < stop:
            watcher.round()
            clock.time = max(clock.time, min(watcher.next_at(), world.end))
    return problems


@pytest.fixture(scope="module")
def week(tmp_path_factory):
    clock, canary = FakeClock(), Canary()
    outside, world = Outside(canary), World(6, 2, clock)
    outside.host(world, *world.stories)
    with Ledger.open(tmp_path_factory.mktemp("week") / "s.db", create=True) as ledger:
        problems = run(world, ledger, clock, outside)
        with ledger.view() as view:
            readings = list(view.readings())
    world.close()
    canary.close()
    return world, readings, problems


def test_no_host_is_asked_too_early(week):
    world, _, problems = week
    assert world.rude == []
    assert problems == []
    assert any(asked.status == 429 for asked in world.log)


def test_what_is_known_is_asked_for_on_condition(week):
    world, _, _ = week
    seen, again, conditional = set(), 0, 0
    for asked in world.log:
        if asked.host + asked.path in seen:
            again, conditional = again + 1, conditional + asked.conditional
        if asked.status == 200:
            seen.add(asked.host + asked.path)
    assert again > 100
    assert conditional >= 0.99 * again


def test_feeds_are_asked_once_an_hour(week):
    world, _, _ = week
    for host in world.stories:
        times = [
            asked.at for asked in world.log if (asked.host, asked.path) == (host, "/feed.xml") and asked.status != 429
        ]
        assert all(after - before >= HOUR for before, after in itertools.pairwise(times))
        assert len(times) > 30


def test_no_article_is_missed_or_doubled(week):
    world, readings, _ = week
    held = Counter(reading.reading.article.url.partition("?")[0] for reading in readings if reading.version == 1)
    # What came out in the last two hours may not have been seen yet, where a host was busy.
    out = {
        f"http://{host}{s.path}"
        for host, stories in world.stories.items()
        for s in stories
        if s.at < world.end - 2 * HOUR
    }
    assert out <= set(held)
    assert set(held.values()) == {1}


def test_changes_are_versions(week):
    world, readings, _ = week
    versions = Counter(reading.reading.article.url.partition("?")[0] for reading in readings)
    changed = {f"http://{host}{s.path}": s for host, stories in world.stories.items() for s in stories if s.changes}
    unchanged = set(versions) - set(changed)
    assert all(versions[url] == 1 for url in unchanged)
    # A change between two looks is seen at the second; two changes between them are one version.
    missed = [
        url
        for url, s in changed.items()
        if url in versions and s.changes[0] < world.end - 30 * HOUR and versions[url] == 1
    ]
    assert missed == []
