"""What is kept of stories: a part of one stays with what is seen in it. Torch is for training only."""

import pickle

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is not installed: nothing can be trained")

from tests.claims.entries import article, entry


class Models:
    """Sees in each statement the number that it has."""

    def see(self, entries):
        from sayso.claims.build import Seen
        from sayso.claims.look import Look

        look = Look(np.eye(len(entries), 384), np.tile([0.6, 0.2, 0.1, 0.1], (len(entries), 1)))
        return Seen(look, look)


def story(name):
    from training.gold_stories import Label, Story

    late, early = article("a1", "Tribune", "2026-03-10"), article("a2", "Wire", "2026-03-09")
    said = (entry(late, "Oona Tresk", "the link was cut"), entry(early, "Pim Rosk", "no link was cut"))
    return Story(name, (late, early), said, (Label("a", "affirms"), Label("a", "denies")), {})


def test_statements_are_put_in_order_of_time_with_what_is_seen_in_them():
    from training.sightings import sighted

    told, seen = sighted(story("weir"), Models())
    assert [one.stance for one in told.labels] == ["denies", "affirms"]
    assert seen.alone.vectors.argmax(1).tolist() == [1, 0]
    assert seen.within.positions.shape == (2, 4)


def test_sightings_come_back_by_set_and_name(tmp_path):
    from training.sightings import READ, TOLD, kept, sighted

    folder = tmp_path / "dev" / TOLD
    folder.mkdir(parents=True)
    for name in ("weir", "fish"):
        (folder / f"{name}.pkl").write_bytes(pickle.dumps(sighted(story(name), Models())))
    assert [told.name for told, _ in kept(tmp_path, "dev", TOLD)] == ["fish", "weir"]
    assert kept(tmp_path, "dev", READ) == []
