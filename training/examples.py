"""Documents as training examples: word pieces and what every head should say of them, cut into windows and batches."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
    """A mention in pieces and the number of its entity."""

    pieces: Pieces
    key: int
    name: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A tokenized document with its gold; `attributed` is false and `names` all unknown where the corpus is silent."""

    tokens: Tokens
    attributed: bool
    cues: tuple[Cue, ...]
    names: np.ndarray
    entities: tuple[Entity, ...]


Window = tuple[Example, int, int]


def example(document: Document, tokenizer: Tokenizer) -> Example:
    """The example of one document."""
    tokens = tokenize(document.text, tokenizer)
    return Example(
        tokens,
        document.attributions is not None,
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


def _names(tokens: Tokens, document: Document) -> np.ndarray:
    if document.names is None:
        return np.full(len(tokens.ids), UNKNOWN, dtype=np.int64)
    labels = np.zeros(len(tokens.ids), dtype=np.int64)
    for span, kind in document.names:
        mark(labels, pieces(tokens, span), NAME_LABELS.index(f"B-{kind}"))
    return labels


def _entities(tokens: Tokens, document: Document) -> Iterator[Entity]:
    keys: dict[str, int] = {}
    for mention in document.mentions:
        covered = pieces(tokens, mention.span)
        if covered and covered[1] - covered[0] < 16:
            yield Entity(covered, keys.setdefault(mention.key, len(keys)), mention.name)


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


def cut(item: Example, size: int, rng: random.Random | None) -> Iterator[Window]:
    """The windows of one document; with `rng`, the first is cut short at random so that no epoch sees the same cuts."""
    first = windows(item.tokens, size if rng is None else rng.randint(size // 2, size))
    head = next(first, None)
    if head is None:
        return
    yield item, *head
    arrays = ("ids", "offsets", "words", "shapes", "places", "breaks")
    tail = replace(item.tokens, **{name: getattr(item.tokens, name)[head[1] :] for name in arrays})
    yield from ((item, a + head[1], b + head[1]) for a, b in windows(tail, size))


def batches(cuts: Sequence[Window], budget: int, rng: random.Random) -> list[list[Window]]:
    """Windows of like length together, at most `budget` pieces with padding, in random order."""
    out: list[list[Window]] = [[]]
    for window in sorted(cuts, key=lambda c: c[2] - c[1] + rng.random() * 24):
        if (len(out[-1]) + 1) * (window[2] - window[1] + 26) > budget and out[-1]:
            out.append([])
        out[-1].append(window)
    rng.shuffle(out)
    return out


def collate(batch: list[Window], most_sources: int = 40) -> dict[str, torch.Tensor]:
    """Arrays of one batch. Pieces are counted from 1, behind the marker; what is not known is -100, what is not there -1."""
    rows, length = len(batch), max(b - a for _, a, b in batch) + 2
    out = {key: np.zeros((rows, length), dtype=np.int64) for key in ("ids", "shapes", "places", "breaks")}
    out |= {key: np.full((rows, length), UNKNOWN, dtype=np.int64) for key in ("cue", "names")}
    mask = np.zeros((rows, length), dtype=bool)
    cues = [[c for c in item.cues if a <= c.cue[0] and c.cue[1] < b] for item, a, b in batch]
    entities = [[e for e in item.entities if a <= e.pieces[0] and e.pieces[1] < b] for item, a, b in batch]
    for row, (item, a, b) in enumerate(batch):
        n, t = b - a, item.tokens
        out["ids"][row, 0], out["ids"][row, n + 1] = CLS, SEP
        for key in ("ids", "shapes", "places", "breaks"):
            out[key][row, 1 : n + 1] = getattr(t, key)[a:b]
        mask[row, : n + 2] = True
        out["names"][row, 1 : n + 1] = item.names[a:b]
        if item.attributed:
            out["cue"][row, 1 : n + 1] = 0
            for c in cues[row]:
                mark(out["cue"][row], (c.cue[0] - a + 1, c.cue[1] - a + 1), 1)
    out |= _cue_arrays(batch, cues, length) | _link_arrays(batch, entities, most_sources)
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


def _link_arrays(batch: list[Window], entities: list[list[Entity]], most: int) -> dict[str, np.ndarray]:
    """Which mentions (`asking`) stand for which names (`named`): `linked` (B, S, 1+N) is 1 for right, 0 for wrong, -1 for padding."""
    names = [[e for e in row if e.name] for row in entities]
    asking = [([e for e in row if not e.name] + [e for e in row if e.name][:8])[:most] for row in entities]
    s, n = max(1, *map(len, asking)), max(1, *map(len, names))
    out = {
        "asking": np.zeros((len(batch), s, 2), dtype=np.int64),
        "named": np.zeros((len(batch), n, 2), dtype=np.int64),
    }
    linked = np.full((len(batch), s, 1 + n), -1, dtype=np.int64)
    for row, (_, a, _) in enumerate(batch):
        for k, e in enumerate(names[row]):
            out["named"][row, k] = e.pieces[0] - a + 1, e.pieces[1] - a + 1
        for k, e in enumerate(asking[row]):
            out["asking"][row, k] = e.pieces[0] - a + 1, e.pieces[1] - a + 1
            right = [o.key == e.key and o.pieces != e.pieces for o in names[row]]
            linked[row, k, 1 : 1 + len(right)] = right
            linked[row, k, 1 : 1 + len(right)][[o.pieces == e.pieces for o in names[row]]] = -1
            linked[row, k, 0] = not any(right)
    return out | {"linked": linked}
