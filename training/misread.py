"""Stories with acts as a reader may find them, for what is fitted on gold acts and used on those that are read."""

import random
from dataclasses import replace

from sayso.records import Act, Entry
from training.gold_stories import Story

MISSED, MADE = 0.2, 0.05
"""How often a reader takes another act for "says", and "says" for another act."""
_OTHERS = (Act.DENIES, Act.DENIES, Act.DECLINES, Act.CONFIRMS)


def misread(story: Story, rng: random.Random) -> Story:
    """The same story, with some acts taken for others."""
    return replace(story, entries=tuple(_misread(entry, rng) for entry in story.entries))


def _misread(entry: Entry, rng: random.Random) -> Entry:
    act = entry.statement.act
    if act is not Act.SAYS and rng.random() < MISSED:
        act = Act.SAYS
    elif act is Act.SAYS and rng.random() < MADE:
        act = rng.choice(_OTHERS)
    return replace(entry, statement=replace(entry.statement, act=act))
