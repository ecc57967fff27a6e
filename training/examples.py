"""Documents as training examples: word pieces and what every head should say of them, cut into windows and batches."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer

from sayso.analyse.windows import Tokens, tokenize, windows
from training.corpora import Document, Span
from training.tagger import ACTS, ARGUMENT_LABELS, KINDS, NAME_LABELS

CLS, SEP = 101, 102
UNKNOWN = -100
Pieces = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cue:
    """One attribution in pieces, both ends included. `labels` run over the whole document; -1 stands for not there."""

    cue: Pieces
    labels: np.ndarray
    source: Pieces
    content: Pieces
    act: int
    kind: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention in pieces and the number of its entity; others may go back to it where it is a `name` or a `noun`."""

    pieces: Pieces
    key: int
    name: bool
    noun: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A tokenized document with its gold; `attributed` is false and `names` all unknown where the corpus is silent.

    `unsure` (T,) marks pieces of which the corpus does not tell whether they are a cue.
    """

    tokens: Tokens
    attributed: bool
    unsure: np.ndarray
    cues: tuple[Cue, ...]
    names: np.ndarray
    entities: tuple[Entity, ...]


Window = tuple[Example, int, int]


def example(document: Document, tokenizer: Tokenizer, reporting: frozenset[str] = frozenset()) -> Example:
    """The example of one document; `reporting` are words that mostly are cues."""
    tokens = tokenize(document.text, tokenizer)
    return Example(
        tokens,
        document.attributions is not None,
        _unsure(tokens, document, reporting),
        tuple(_cues(tokens, document)),
        _names(tokens, document),
        tuple(_entities(tokens, document)),
    )


def _cues(tokens: Tokens, document: Document) -> Iterator[Cue]:
    for row in document.attributions or ():
        cue = pieces(tokens, row.cue[0]) if row.cue else None
        if not cue:
            continue
        labels = np.zeros(len(tokens.ids), dtype=np.int64)
        for role, spans in (("content", row.content), ("carrier", row.carrier), ("source", row.source)):
            for span in spans:
                mark(labels, pieces(tokens, span), ARGUMENT_LABELS.index(f"B-{role}"))
        yield Cue(
            cue,
            labels,
            (pieces(tokens, row.source[0]) if row.source else None) or (-1, -1),
            (pieces(tokens, row.content[0]) if row.content else None) or (-1, -1),
            ACTS.index(row.act) if row.act else UNKNOWN,
            KINDS.index(row.kind) if row.kind else UNKNOWN,
        )


def reporting_words(documents: Iterable[Document], least: int = 5, share: float = 0.2) -> frozenset[str]:
    """Words that are all of a cue at least `least` times and in at least `share` of the places where they stand."""
    cues, every = Counter[str](), Counter[str]()
    for document in documents:
        every.update(word.lower() for word in re.findall(r"\w+", document.text))
        spans = [row.cue[0] for row in document.attributions or () if row.cue]
        cues.update(document.text[start:end].lower() for start, end in spans)
    return frozenset(word for word, count in cues.items() if count >= least and count >= share * every.get(word, 1e9))


def _unsure(tokens: Tokens, document: Document, reporting: frozenset[str]) -> np.ndarray:
    """Reporting words within content, where nested attributions are not annotated: no cue by gold, yet often one."""
    unsure = np.zeros(len(tokens.ids), dtype=bool)
    if document.nested:
        return unsure
    for start, end in (span for row in document.attributions or () for span in row.content):
        for match in re.finditer(r"\w+", document.text[start:end]):
            if match.group().lower() in reporting:
                first, last = pieces(tokens, (start + match.start(), start + match.end())) or (0, -1)
                unsure[first : last + 1] = True
    return unsure


def _names(tokens: Tokens, document: Document) -> np.ndarray:
    if document.names is None:
        return np.full(len(tokens.ids), UNKNOWN, dtype=np.int64)
    labels = np.zeros(len(tokens.ids), dtype=np.int64)
    for span, kind in document.names:
        covered = pieces(tokens, span)
        if kind != "unknown":
            mark(labels, covered, NAME_LABELS.index(f"B-{kind}"))
        elif covered:
            labels[covered[0] : covered[1] + 1] = UNKNOWN
    return labels


def _entities(tokens: Tokens, document: Document) -> Iterator[Entity]:
    keys: dict[str, int] = {}
    for mention in document.mentions:
        covered = pieces(tokens, mention.span)
        if covered and covered[1] - covered[0] < 16:
            yield Entity(covered, keys.setdefault(mention.key, len(keys)), mention.name, mention.noun)


def pieces(tokens: Tokens, span: Span) -> Pieces | None:
    """The first and last piece that a character span touches."""
    hit = np.flatnonzero((tokens.offsets[:, 0] < span[1]) & (tokens.offsets[:, 1] > span[0]))
    return (int(hit[0]), int(hit[-1])) if len(hit) else None


def mark(labels: np.ndarray, covered: Pieces | None, begin: int) -> None:
    """Write B, I, E or S labels, numbered from `begin`, over the covered pieces."""
    if not covered:
        return
    first, last = covered
    if first == last:
        labels[first] = begin + 3
    else:
        labels[first], labels[last] = begin, begin + 2
        labels[first + 1 : last] = begin + 1


def cut(item: Example, size: int, rng: random.Random | None) -> list[Window]:
    """The windows of one document; with `rng`, of a like length that varies, so that no epoch sees the same cuts."""
    if rng is not None:
        least = -(-len(item.tokens.ids) // size) + rng.choice((0, 0, 1))
        size = min(size, int(len(item.tokens.ids) / max(1, least) * rng.uniform(1.0, 1.2)) + 8)
    return [(item, a, b) for a, b in windows(item.tokens, size)]


def batches(documents: Sequence[list[Window]], budget: int, rng: random.Random) -> list[list[Window]]:
    """Windows of like length together, at most `budget` pieces with padding, in random order.

    The windows of one document stay together, as far as the budget goes, since mentions go back across them.
    """
    longest = lambda windows: max(b - a for _, a, b in windows)
    out: list[list[Window]] = [[]]
    for whole in sorted(documents, key=lambda d: longest(d) + rng.random() * 24):
        most = max(1, budget // (longest(whole) + 2))
        for part in (whole[i : i + most] for i in range(0, len(whole), most)):
            if out[-1] and (len(out[-1]) + len(part)) * (longest([*out[-1], *part]) + 2) > budget:
                out.append([])
            out[-1] += part
    rng.shuffle(out)
    return out


def collate(batch: list[Window], most_sources: int = 40) -> dict[str, torch.Tensor]:
    """Arrays of one batch. Pieces are counted from 1, behind the marker; what is not known is -100, what is not there -1."""
    rows, length = len(batch), max(b - a for _, a, b in batch) + 2
    out = {key: np.zeros((rows, length), dtype=np.int64) for key in ("ids", "shapes", "places", "breaks")}
    out |= {key: np.full((rows, length), UNKNOWN, dtype=np.int64) for key in ("cue", "names")}
    mask = np.zeros((rows, length), dtype=bool)
    cues = [[c for c in item.cues if a <= c.cue[0] and c.cue[1] < b] for item, a, b in batch]
    for row, (item, a, b) in enumerate(batch):
        n, t = b - a, item.tokens
        out["ids"][row, 0], out["ids"][row, n + 1] = CLS, SEP
        for key in ("ids", "shapes", "places", "breaks"):
            out[key][row, 1 : n + 1] = getattr(t, key)[a:b]
        mask[row, : n + 2] = True
        out["names"][row, 1 : n + 1] = item.names[a:b]
        if item.attributed:
            out["cue"][row, 1 : n + 1] = np.where(item.unsure[a:b], UNKNOWN, 0)
            for c in cues[row]:
                mark(out["cue"][row], (c.cue[0] - a + 1, c.cue[1] - a + 1), 1)
    out |= _cue_arrays(batch, cues, length) | _link_arrays(batch, most_sources)
    return {"mask": torch.from_numpy(mask)} | {key: torch.from_numpy(value) for key, value in out.items()}


def _cue_arrays(batch: list[Window], cues: list[list[Cue]], length: int) -> dict[str, np.ndarray]:
    rows, most = len(batch), max(1, *map(len, cues))
    out = {key: np.zeros((rows, most, 2), dtype=np.int64) for key in ("at", "source", "content")}
    out |= {key: np.full((rows, most), UNKNOWN, dtype=np.int64) for key in ("act", "kind")}
    out["arguments"] = np.full((rows, most, length), UNKNOWN, dtype=np.int64)
    for row, (_, a, b) in enumerate(batch):
        for k, c in enumerate(cues[row]):
            out["at"][row, k] = c.cue[0] - a + 1, c.cue[1] - a + 1
            out["arguments"][row, k, 1 : b - a + 1] = c.labels[a:b]
            if a <= c.content[0] and c.content[1] < b:
                out["content"][row, k] = c.content[0] - a + 1, c.content[1] - a + 1
                out["act"][row, k] = c.act
            if a <= c.source[0] and c.source[1] < b:
                out["source"][row, k] = c.source[0] - a + 1, c.source[1] - a + 1
                out["kind"][row, k] = c.kind
    return out


def _link_arrays(batch: list[Window], most: int) -> dict[str, np.ndarray]:
    """Which mentions (`asking`) go back to which others (`named`), for each document of the batch.

    Mentions are (row, first, last), with pieces counted in the row from 1, or, with `_at`, (first, last) in the document.
    `linked` (D, S, 1 + N) is 1 for right, 0 for wrong, -1 for what is no candidate; its first column stands for none.
    """
    documents: list[list[tuple[Entity, int, int]]] = []
    for row, (item, a, b) in enumerate(batch):
        if not row or batch[row - 1][0] is not item:
            documents.append([])
        documents[-1] += [(e, row, a) for e in item.entities if a <= e.pieces[0] and e.pieces[1] < b]
    named = [_candidates(mentions) for mentions in documents]
    asking = [_asking(mentions, most) for mentions in documents]
    s, n = max(1, *map(len, asking)), max(1, *map(len, named))
    out = {}
    for key, mentions, width in (("asking", asking, s), ("named", named, n)):
        out[key] = np.zeros((len(documents), width, 3), dtype=np.int64)
        out[f"{key}_at"] = np.zeros((len(documents), width, 2), dtype=np.int64)
        for d, found in enumerate(mentions):
            for k, (e, row, a) in enumerate(found):
                out[key][d, k] = row, e.pieces[0] - a + 1, e.pieces[1] - a + 1
                out[f"{key}_at"][d, k] = e.pieces
    linked = np.full((len(documents), s, 1 + n), -1, dtype=np.int64)
    for d, (ask, name) in enumerate(zip(asking, named, strict=True)):
        for k, (e, *_) in enumerate(ask):
            row = [_link(e, other) for other, *_ in name]
            linked[d, k, 0] = 1 not in row
            linked[d, k, 1 : 1 + len(row)] = row
    return out | {"linked": linked}


def _candidates(mentions: list[tuple[Entity, int, int]]) -> list[tuple[Entity, int, int]]:
    """What others may go back to: names, and nouns of which there is more than one mention."""
    often = Counter(e.key for e, *_ in mentions)
    return [m for m in mentions if m[0].name or (m[0].noun and often[m[0].key] > 1)]


def _asking(mentions: list[tuple[Entity, int, int]], most: int) -> list[tuple[Entity, int, int]]:
    others = [m for m in mentions if not m[0].name]
    step = max(1, -(-len(others) // most))
    return others[::step] + [m for m in mentions if m[0].name][:: max(1, len(mentions) // 8)][:8]


def _link(asking: Entity, other: Entity) -> int:
    if other.pieces == asking.pieces or (not other.name and other.pieces[0] > asking.pieces[0]):
        return -1
    return int(other.key == asking.key)
