"""Matters that the model of matters learns from: stories, parts of them, and two of them as one."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from sayso.claims.among import given
from sayso.claims.build import Seen
from sayso.claims.look import Look
from sayso.claims.order import in_time
from training.gold_stories import STANCES
from training.misread import misread
from training.sightings import READ, TOLD, Sighting, kept, part

LEFT_OUT = 0.1
"""How often a statement is left out of a part of a story."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What the model is given of N statements, and of each the number of its claim, or -1, and of its side, or -1."""

    pairs: Tensor
    traits: Tensor
    claims: Tensor
    sides: Tensor


def matter(sighting: Sighting) -> Matter:
    """A matter of what is seen in a story."""
    story, seen = sighting
    pairs, traits = map(torch.from_numpy, given(story.entries, seen))
    names = sorted({label.claim for label in story.labels if label.claim})
    claims = [names.index(label.claim) if label.claim else -1 for label in story.labels]
    sides = [STANCES.index(label.stance) if label.stance else -1 for label in story.labels]
    return Matter(pairs, traits, torch.tensor(claims), torch.tensor(sides))


def parts(sighting: Sighting, rng: random.Random, count: int) -> Iterator[Sighting]:
    """A story as it is, one article of it, and `count` times some of its articles, without some statements."""
    entries = sighting[0].entries
    articles = list(dict.fromkeys(entry.article.id for entry in entries))
    yield sighting
    for number in range(count + 1):
        size = rng.randint(max(2, len(articles) // 2), len(articles)) if number and len(articles) > 1 else 1
        chosen = set(rng.sample(articles, size))
        rows = [i for i, e in enumerate(entries) if e.article.id in chosen and rng.random() > LEFT_OUT]
        if len(rows) > 3:
            yield part(sighting, rows)


def joined(one: Sighting, other: Sighting, rng: random.Random) -> Sighting:
    """Two stories as if they were one, without some statements."""
    (story, seen), (more, further) = one, other
    labels = [
        replace(label, claim=label.claim and f"{k}{label.claim}")
        for k, each in enumerate((story, more))
        for label in each.labels
    ]
    looks = (
        Look(np.concatenate([a.vectors, b.vectors]), np.concatenate([a.positions, b.positions]))
        for a, b in ((seen.alone, further.alone), (seen.within, further.within))
    )
    both = replace(story, entries=(*story.entries, *more.entries), labels=tuple(labels))
    place = {id(entry): i for i, entry in enumerate(both.entries)}
    rows = [place[id(entry)] for entry in in_time(both.entries) if rng.random() > LEFT_OUT]
    return part((both, Seen(*looks)), rows)


def examples(seen: Path, rng: random.Random) -> list[list[Matter]]:
    """All that is learnt from: of each story the matters of which one is drawn in each epoch."""
    told, read = kept(seen, "marked", TOLD), kept(seen, "marked", READ)
    found = [[matter(one) for one in parts(sighting, rng, 3)] for sighting in read]
    for story, look in told:
        every = ((misread(some, rng), look) for some, look in parts((story, look), rng, 1))
        found.append([matter(one) for one in every])
    for one, other in zip(read[::2], read[1::2], strict=False):
        found.append([matter(joined(one, other, rng))])
    return found
