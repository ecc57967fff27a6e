"""The cast of an article: its speakers, each once, and the part each takes in the statements."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.analyse.chains import is_hearsay, sentence_around
from sayso.analyse.draft import Draft
from sayso.analyse.readout import Mention, Readout, carriers_of
from sayso.analyse.speakers.names import Entity, entities
from sayso.analyse.speakers.resolve import choose
from sayso.analyse.speakers.scene import Choice, Scene
from sayso.analyse.speakers.words import bare, is_like_outlet
from sayso.analyse.tagger import Name
from sayso.records import Article, Kind, Speaker

UNKNOWN = "(unknown)"
UNSTATED = "(unstated)"
_GOES_ON = re.compile(
    r"(?:also |then |further )?(?:said|says|added|adds|went on|explained|continued|insisted|noted|replied)\b|$"
)
_NOBODY = Choice(None, None, Kind.UNKNOWN, "the text names nobody")


@dataclass(frozen=True, slots=True)
class Cast:
    """The speakers of an article, and for each statement the speaker's id, the carriers' ids and why."""

    speakers: tuple[Speaker, ...]
    speaker: tuple[str, ...]
    via: tuple[tuple[str, ...], ...]
    why: tuple[str, ...]


def cast(
    article: Article,
    drafts: Sequence[Draft],
    hedges: Sequence[bool],
    names: Sequence[Name],
    mentions: Sequence[Mention],
    readout: Readout,
    kinds: Sequence[Kind],
) -> Cast:
    """Resolve every source and carrier. `mentions` are those of `mentions_of(drafts)`, `readout` is theirs."""
    scene = Scene(article.text, names, entities(article.text, names), kinds, article.outlet)
    holders = _holders(scene, drafts, hedges, mentions, readout)
    carriers = _kept_up(holders, drafts, _carriers(scene, drafts, mentions, readout), article.text)
    roll = _Roll(article.id, scene.entities, [*holders, *(c for row in carriers for c in row)])
    ids = tuple(roll.id(choice) for choice in holders)
    via = tuple(tuple(v for v in map(roll.id, row) if v != own) for row, own in zip(carriers, ids, strict=True))
    return Cast(roll.speakers, ids, via, tuple(choice.reason for choice in holders))


def _holders(
    scene: Scene, drafts: Sequence[Draft], hedges: Sequence[bool], mentions: Sequence[Mention], readout: Readout
) -> list[Choice]:
    made: list[Choice] = []
    for i, draft in enumerate(drafts):
        if draft.source or draft.cited:
            made.append(choose(scene, mentions[i], readout.kinds[i], readout.links[i], made))
        elif hedges[i]:
            made.append(Choice(None, UNSTATED, Kind.UNNAMED, "hearsay without a source"))
        elif (shared := _inherited(scene.text, drafts, i, made)) is not _NOBODY or not draft.subject:
            made.append(shared)
        else:
            made.append(choose(scene, mentions[i], readout.kinds[i], readout.links[i], made))
    return made


def _inherited(text: str, drafts: Sequence[Draft], i: int, made: Sequence[Choice]) -> Choice:
    """The speaker before, where a statement goes on with his words or shares his sentence."""
    draft = drafts[i]
    if not i or not draft.cue:
        return _again(made[i - 1]) if i and draft.follows else _NOBODY
    sentence = sentence_around(text, draft.cue)
    for j in range(i - 1, -1, -1):
        other = drafts[j]
        if other.source and other.cue and sentence.start <= other.cue.start < draft.cue.start:
            return _again(made[j])
    return _NOBODY


def _again(choice: Choice) -> Choice:
    return replace(choice, reason="goes on with the speaker before") if choice.kind is not Kind.UNKNOWN else _NOBODY


def _carriers(
    scene: Scene, drafts: Sequence[Draft], mentions: Sequence[Mention], readout: Readout
) -> list[list[Choice]]:
    rows: list[list[Choice]] = []
    at = len(drafts)
    for draft in drafts:
        row = []
        for span in carriers_of(draft):
            choice = choose(scene, mentions[at], readout.kinds[at], readout.links[at], ())
            at += 1
            words = scene.text[span.start : span.end]
            if not draft.supposed or span == draft.source or choice.kind is Kind.OUTLET or is_like_outlet(words):
                row.append(choice)
        if draft.source and draft.cue and is_hearsay(scene.text[draft.cue.start : draft.cue.end]):
            row.insert(0, Choice(None, UNSTATED, Kind.UNNAMED, "hearsay without a source"))
        rows.append([choice for choice in row if not _is_own(scene, choice)])
    return rows


def _kept_up(
    holders: Sequence[Choice], drafts: Sequence[Draft], rows: list[list[Choice]], text: str
) -> list[list[Choice]]:
    """Carriers that stay: what a speaker told an outlet, he goes on telling it until another occasion is named."""
    out: list[list[Choice]] = []
    telling: dict[object, list[Choice]] = {}
    for holder, draft, row in zip(holders, drafts, rows, strict=True):
        key = holder.entity if holder.entity is not None else holder.description
        cue = text[draft.cue.start : draft.cue.end] if draft.cue else ""
        if row or not _GOES_ON.match(cue):
            telling.pop(key, None)
        if len(row) == 1 and row[0].kind is Kind.OUTLET and not draft.cited:
            telling[key] = row
        out.append(row or list(telling.get(key, ())))
    return out


def _is_own(scene: Scene, choice: Choice) -> bool:
    """Whether the carrier is the article's own outlet, which carries everything in it."""
    if not scene.outlet:
        return False
    names = [choice.description or ""]
    if choice.entity is not None:
        names = [scene.entities[choice.entity].name, *scene.entities[choice.entity].aliases]
    initials = "".join(word[0] for word in scene.outlet.split()).casefold()
    own = bare(scene.outlet)
    return any(bare(name) and (f" {bare(name)} " in f" {own} " or bare(name) == initials) for name in names)


class _Roll:
    """Numbers the speakers in the order in which they are called, each with its fullest name and commonest kind."""

    def __init__(self, article: str, found: Sequence[Entity], choices: Sequence[Choice]) -> None:
        self._entities = found
        self._ids: dict[tuple[int | None, str | None], str] = {}
        kinds: dict[str, Counter[Kind]] = {}
        for choice in choices:
            key = self._key(choice)
            self._ids.setdefault(key, f"{article}.p{len(self._ids) + 1}")
            kinds.setdefault(self._ids[key], Counter())[choice.kind] += 1
        self.speakers = tuple(self._speaker(key, kinds[id_].most_common(1)[0][0]) for key, id_ in self._ids.items())

    def id(self, choice: Choice) -> str:
        return self._ids[self._key(choice)]

    def _key(self, choice: Choice) -> tuple[int | None, str | None]:
        return (choice.entity, None) if choice.entity is not None else (None, choice.description)

    def _speaker(self, key: tuple[int | None, str | None], kind: Kind) -> Speaker:
        entity, description = key
        if entity is not None:
            return Speaker(self._ids[key], self._entities[entity].name, kind, self._entities[entity].aliases)
        return Speaker(self._ids[key], description or UNKNOWN, kind)
