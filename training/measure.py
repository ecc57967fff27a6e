"""Score a torch tagger on the dev sets with the least assembly there can be: a ruler for choosing recipes."""

from collections import Counter
from pathlib import Path

import torch
from tokenizers import Tokenizer

from sayso.analyse.decode import Scheme, best_labels, runs
from training.corpora import Document, polnear, stories
from training.examples import Example, collate, cut, example
from training.tagger import ARGUMENT_LABELS, CUE_LABELS, Tagger, apart, buckets, gathered, pooled

CUES = Scheme(tuple(label if label == "O" else f"{label}-cue" for label in CUE_LABELS))
ARGUMENTS = Scheme(ARGUMENT_LABELS)


def measure(model: Tagger, tokenizer: Tokenizer, data: Path, size: int) -> dict[str, float]:
    """Figures on PolNeAR dev and the dev stories."""
    out = {}
    for name, documents in (
        ("polnear", polnear(data / "data/polnear/dev")),
        ("stories", stories(data / "stories/dev")),
    ):
        pairs = [(d, example(d, tokenizer)) for d in documents]
        found = score([(d, predict(model, item, size)) for d, item in pairs])
        out |= {f"{name} {k}": round(v, 1) for k, v in found.items()}
        if name == "stories":
            out |= heads(model, [item for _, item in pairs], size)
    return out


@torch.no_grad()
def heads(model: Tagger, items: list[Example], size: int) -> dict[str, float]:
    """How often act, kind and name of the speaker are right, gold spans given."""
    right, every = Counter[str](), Counter[str]()
    for item in items:
        b = collate(cut(item, size, None), most_sources=200)
        mask = (~b["mask"])[:, None, None, :] * -1e4
        _, _, state = model(b["ids"], b["shapes"], b["places"], b["breaks"], mask)
        over = lambda spans, s=state: pooled(s, spans[..., 0], spans[..., 1])
        cues = over(b["at"])
        links = model.links(gathered(state, b["asking"]), gathered(state, b["named"]), apart(b))
        links = links.masked_fill(b["linked"] < 0, -1e4)
        hit = b["linked"].gather(-1, links.argmax(-1, keepdim=True))[..., 0] == 1
        asked = (b["linked"] == 1).any(-1)
        every["link"] += int(asked.sum())
        right["link"] += int((hit & asked).sum())
        scores = {"act": model.acts(cues, over(b["content"])), "kind": model.kinds(over(b["source"]), cues)}
        for key, value in scores.items():
            known = b[key] >= 0
            every[key] += int(known.sum())
            right[key] += int((value.argmax(-1) == b[key])[known].sum())
    return {key: round(100 * right[key] / max(1, every[key]), 1) for key in every}


@torch.no_grad()
def predict(model: Tagger, item: Example, size: int) -> list[dict]:
    """Attributions as spans of characters, straight from the tags."""
    found = []
    for window in cut(item, size, None):
        b = collate([window])
        cue, _, state = model(b["ids"], b["shapes"], b["places"], b["breaks"], torch.zeros(1))
        length = b["ids"].shape[1]
        labels = best_labels(cue.numpy()[:, 1:-1], CUES)[0]
        cues = list(runs(labels, CUES))
        if not cues:
            continue
        first = torch.tensor([[c.first + 1 for c in cues]])
        last = torch.tensor([[c.last + 1 for c in cues]])
        at = torch.arange(length)[None]
        scores = model.arguments(state, pooled(state, first, last), buckets(first, last, at, at))[0]
        rows = best_labels(scores.numpy()[:, 1:-1], ARGUMENTS)
        offsets = item.tokens.offsets[window[1] : window[2]]
        span = lambda r, o=offsets: (int(o[r.first, 0]), int(o[r.last, 1]))
        for c, row in zip(cues, rows, strict=True):
            args = list(runs(row, ARGUMENTS))
            found.append(
                {"cue": [span(c)], **{k: [span(r) for r in args if r.role == k] for k in ("source", "content")}}
            )
    return [f for f in found if f["content"]]


def score(pairs: list[tuple[Document, list[dict]]]) -> dict[str, float]:
    n = dict(gold=0, pred=0, content=0, source=0, exact=0)
    kinds = {k: [0, 0] for k in ("direct", "mixed", "indirect")}
    every = [0, 0, 0]
    for document, found in pairs:
        gold = [dict(source=a.source, cue=a.cue, content=a.content) for a in document.attributions]
        every[0] += _peers(document.text, [g for g in gold if g["content"]], found, dict(n), {k: [0, 0] for k in kinds})
        every[1] += len([g for g in gold if g["content"]])
        every[2] += len(found)
        whole = [[a for a in side if all(a[r] for r in ("source", "cue", "content"))] for side in (gold, found)]
        _peers(document.text, *whole, n, kinds)
    f1 = lambda k: 200 * n[k] / max(1, n["pred"] + n["gold"])
    out = {
        "any": 200 * every[0] / (every[1] + every[2]),
        "content": f1("content"),
        "source": f1("source"),
        "exact": f1("exact"),
    }
    out["P"] = 100 * n["source"] / max(1, n["pred"])
    return out | {k: 100 * a / max(1, b) for k, (a, b) in kinds.items()}


def _peers(text: str, gold: list[dict], found: list[dict], n: dict, kinds: dict) -> int:
    n["gold"] += len(gold)
    n["pred"] += len(found)
    used: set[int] = set()
    hits = 0
    chars = [_chars(text, f["content"]) for f in found]
    for g in gold:
        content, source = _chars(text, g["content"]), _chars(text, g["source"])
        kind = kinds[_kind(text, g["content"])]
        kind[1] += 1
        scored = [
            (len(content & c) / len(content | c), i) for i, c in enumerate(chars) if i not in used and content & c
        ]
        best, i = max(scored, default=(0, 0))
        if best < 0.5:
            continue
        used.add(i)
        hits += 1
        n["content"] += 1
        got = _chars(text, found[i]["source"])
        n["source"] += bool(got & source)
        kind[0] += bool(got & source)
        n["exact"] += got == source and chars[i] == content
    return hits


def _chars(text: str, spans) -> set[int]:
    out: set[int] = set()
    for start, end in spans:
        piece = text[start:end]
        left = len(piece) - len(piece.lstrip())
        out |= set(range(start + left, start + len(piece.rstrip().rstrip(",").rstrip(" ,"))))
    return out


def _kind(text: str, spans) -> str:
    content = " ".join(text[a:b] for a, b in spans).strip()
    marks = sum(content.count(m) for m in '“”"')
    if not marks:
        return "indirect"
    return "direct" if content[0] in '“"' and content[-1] in '”"' and marks <= 2 else "mixed"
