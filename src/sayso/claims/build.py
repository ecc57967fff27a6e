"""The claims of one matter: from its statements and what the models make of them to claims with all that is derived."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.claims.copies import copies
from sayso.claims.decisions import Decision, decided
from sayso.claims.fit import refit
from sayso.claims.gloss import gloss
from sayso.claims.group import clusters
from sayso.claims.look import Among, Look
from sayso.claims.loose import loosely
from sayso.claims.order import articles_in_time, at
from sayso.claims.stance import beside, by_side, sides
from sayso.claims.status import standing
from sayso.claims.takes import takes
from sayso.claims.view import View, view
from sayso.records import Article, Claim, Entry, Position, Stance, Standing

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Seen:
    """What both models make of N statements: `alone` in their sentences, and `within` their articles."""

    alone: Look
    within: Look


@dataclass(frozen=True, slots=True)
class Rules:
    """Fitted figures.

    `cut` is how alike clusters must be to be joined, and `cut_one` the same in a matter of one article. `one`
    and `many` are weights for what makes a statement take a position in a matter of one article and of several, `sure`
    is how likely that must be, `fits` are weights for what makes a statement fit a cluster, `sides` for what makes it
    take each side, and `firm` is how firmly it must affirm to be an origin besides others.
    """

    cut: float
    cut_one: float
    one: Mapping[str, float]
    many: Mapping[str, float]
    sure: float
    fits: Mapping[str, float]
    sides: Mapping[str, Mapping[str, float]]
    firm: float


def claims(
    entries: Sequence[Entry],
    seen: Seen,
    among: Among,
    articles: Sequence[Article],
    rules: Rules,
    decisions: Sequence[Decision] = (),
) -> list[Claim]:
    """The claims among `entries`, the N statements of one matter in order of time; `articles` are all of the matter.

    `seen` is what is made of each by itself, `among` what is made of them together.
    """
    if not entries:
        return []
    several = len({entry.article.url for entry in entries}) > 1
    sure = takes(
        entries, seen.alone.positions, seen.within.positions, among.likely, rules.many if several else rules.one
    )
    taking = [i for i in range(len(entries)) if sure[i] >= rules.sure]
    cut = rules.cut if several else rules.cut_one
    likely = among.likely[np.ix_(taking, taking)]
    found = refit([entries[i] for i in taking], clusters(likely, cut), likely, rules.fits)
    groups = [[taking[k] for k in group] for group in found]
    ids = [[entries[i].statement.id for i in group] for group in groups]
    index = {entry.statement.id: i for i, entry in enumerate(entries)}
    made = [[index[key] for key in group] for group in decided(ids, decisions)]
    each = (
        _claim([entries[i] for i in group], _part(seen, among, sure, group), articles, rules)
        for group in map(sorted, made)
    )
    return [claim for claim in each if claim]


@dataclass(frozen=True, slots=True)
class _Part:
    """Of N statements of a cluster: the positions (N, 4) and sides (N, 3) seen, and how surely each belongs (N)."""

    alone: Floats
    within: Floats
    among: Floats
    belongs: Floats


def _part(seen: Seen, among: Among, sure: Floats, group: Sequence[int]) -> _Part:
    rows = list(group)
    near = among.likely[np.ix_(rows, rows)]
    mean = (near.sum(1) - np.diag(near)) / max(len(rows) - 1, 1)
    return _Part(seen.alone.positions[rows], seen.within.positions[rows], among.sides[rows], sure[rows] * mean)


def _claim(entries: Sequence[Entry], part: _Part, articles: Sequence[Article], rules: Rules) -> Claim | None:
    """The claim of a cluster; none where nothing is put forward more than once and nothing denied."""
    if len(entries) < 2:
        return None
    looks = (by_side(look) for look in (part.alone, part.within, part.among))
    each = {
        entry.statement.id: sides(entry, alone, within, among, rules.sides)
        for entry, alone, within, among in zip(entries, *looks, strict=True)
    }
    likely = beside(entries, each)
    stances = {key: max(found, key=found.__getitem__) for key, found in likely.items()}
    if all(side is Stance.UNDECIDED for side in stances.values()):
        return None
    central = {entry.statement.id: float(value) for entry, value in zip(entries, part.belongs, strict=True)}
    affirming = [entry for entry in entries if stances[entry.statement.id] is Stance.AFFIRMS]
    loose = loosely(affirming, {key: value * likely[key][Stance.AFFIRMS] for key, value in central.items()}, rules.firm)
    return derived(_id(entries), gloss(entries, stances, central), entries, stances, articles, loose)


def _id(entries: Sequence[Entry]) -> str:
    return "c" + hashlib.sha256(entries[0].statement.id.encode()).hexdigest()[:8]


def derived(
    id: str,
    words: str,
    entries: Sequence[Entry],
    stances: Mapping[str, Stance],
    articles: Sequence[Article],
    loose: Collection[str] = (),
) -> Claim:
    """A claim with all that follows from its positions: origins, and history for each article."""
    copied = copies(entries)
    now = view(entries, stances, copied, loose)
    positions = tuple(
        Position(e.statement.id, e.speaker.id, stances[e.statement.id], now.origin_of.get(e.statement.id))
        for e in entries
    )
    return Claim(id, words, positions, now.origins, tuple(_history(words, entries, stances, articles, copied, loose)))


def _history(
    words: str,
    entries: Sequence[Entry],
    stances: Mapping[str, Stance],
    articles: Sequence[Article],
    copied: Mapping[str, str],
    loose: Collection[str],
) -> list[Standing]:
    rows: list[Standing] = []
    seen: list[Entry] = []
    known: View | None = None
    for article in articles_in_time([*articles, *(entry.article for entry in entries)]):
        new = [entry for entry in entries if entry.article.id == article.id]
        if new or known is None:
            seen += new
            known = view(seen, stances, copied, loose)
        if any(stances[entry.statement.id] is not Stance.UNDECIDED for entry in seen):
            rows.append(standing(known, article.id, at(article), words))
    return rows
