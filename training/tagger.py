"""The tagger as a torch module: MiniLM, three features beside each word piece, a cue head and an argument head."""

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

HIDDEN, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
CUE_LABELS = ("O", "B", "I", "E", "S")
ARGUMENT_LABELS = ("O", *(f"{at}-{role}" for role in ("source", "content", "carrier") for at in "BIES"))
NAME_LABELS = ("O", *(f"{at}-{kind}" for kind in ("person", "organization", "place", "other") for at in "BIES"))
KINDS = ("person", "organization", "outlet", "state", "group", "document", "unnamed")
ACTS = ("says", "denies", "confirms", "declines", "questions", "retracts")
REACH = 24  # distance buckets on each side of the cue
ARGUMENT = 128
LINK = 128


class Dropout(nn.Module):
    """Dropout with one mask for all pieces of a window: as good here, and drawing a mask a piece costs a tenth of a step."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.rate:
            return x
        shape = (x.shape[0], *(1,) * (x.dim() - 2), x.shape[-1])
        keep = torch.rand(shape) >= self.rate
        return x * (keep.to(x.dtype) / (1 - self.rate))


class Layer(nn.Module):
    """One transformer layer of BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.mix = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        weights = (q @ k.transpose(-1, -2)) * (HIDDEN // HEADS) ** -0.5 + mask
        attended = weights.softmax(-1) @ v
        x = self.norm1(x + self.dropout(self.mix(attended.transpose(1, 2).reshape(batch, length, HIDDEN))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM with embeddings of shape, place and break added to each word piece."""

    def __init__(self, dropout: float = 0.1, layers: int = LAYERS) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(4, HIDDEN)
        self.places = nn.Embedding(4, HIDDEN)
        self.breaks = nn.Embedding(2, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = Dropout(dropout)
        for feature in (self.shapes, self.places, self.breaks):
            nn.init.normal_(feature.weight, std=0.01)

    def forward(self, ids: Tensor, shapes: Tensor, places: Tensor, breaks: Tensor, mask: Tensor) -> Tensor:
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(at) + self.shapes(shapes) + self.places(places) + self.breaks(breaks)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_minilm(self, path: Path) -> None:
        """Take over the weights of the published sentence encoder."""
        given = load_file(path)
        state = {
            "words.weight": given["embeddings.word_embeddings.weight"],
            "positions.weight": given["embeddings.position_embeddings.weight"],
            "norm.weight": given["embeddings.LayerNorm.weight"],
            "norm.bias": given["embeddings.LayerNorm.bias"],
        }
        # Every piece is of segment 0, so the segment's embedding is a constant.
        state["positions.weight"] = state["positions.weight"] + given["embeddings.token_type_embeddings.weight"][0]
        names = {
            "mix": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for i in range(LAYERS):
            old = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [given[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                state[f"layers.{i}.qkv.{kind}"] = torch.cat(parts)
                for ours, theirs in names.items():
                    state[f"layers.{i}.{ours}.{kind}"] = given[f"{old}{theirs}.{kind}"]
        missing, unexpected = self.load_state_dict(state, strict=False)
        if unexpected or {name.split(".")[0] for name in missing} != {"shapes", "places", "breaks"}:
            raise ValueError(f"{path} does not fit: missing {missing}, unexpected {unexpected}")


class Tagger(nn.Module):
    """Cues and names among the pieces; around a cue its source, content and carriers; who a source is, what is done.

    One pass of the encoder over a window, then small heads on its output.
    """

    def __init__(self, dropout: float = 0.1, layers: int = LAYERS) -> None:
        super().__init__()
        self.encoder = Encoder(dropout, layers)
        self.dropout = Dropout(dropout)
        self.cue = nn.Linear(HIDDEN, len(CUE_LABELS))
        self.name = nn.Linear(HIDDEN, len(NAME_LABELS))
        self.piece = nn.Linear(HIDDEN, 2 * ARGUMENT)
        self.anchor = nn.Linear(HIDDEN, 2 * ARGUMENT)
        self.distance = nn.Embedding(2 * REACH + 1, ARGUMENT)
        self.label = nn.Linear(ARGUMENT, len(ARGUMENT_LABELS))
        self.product = nn.Linear(ARGUMENT, len(ARGUMENT_LABELS))
        self.kind = nn.Sequential(nn.Linear(2 * HIDDEN, ARGUMENT), nn.ReLU(), nn.Linear(ARGUMENT, len(KINDS)))
        self.act = nn.Sequential(nn.Linear(2 * HIDDEN, ARGUMENT), nn.ReLU(), nn.Linear(ARGUMENT, len(ACTS)))
        self.asks = nn.Linear(HIDDEN, LINK + 1)
        self.answers = nn.Linear(HIDDEN, LINK)
        self.nearness = nn.Embedding(2 * REACH + 1, 1)

    def forward(
        self, ids: Tensor, shapes: Tensor, places: Tensor, breaks: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """What is known of each piece: scores as a cue (B, T, 5) and in a name (B, T, 17), and its state (B, T, 384)."""
        state = self.dropout(self.encoder(ids, shapes, places, breaks, mask))
        return self.cue(state), self.name(state), state

    def arguments(self, state: Tensor, cues: Tensor, buckets: Tensor) -> Tensor:
        """Scores (B, C, T, 13) of every piece (B, T, 384) for every cue (B, C, 384); `buckets` (B, C, T) of distance."""
        piece, anchor = self.piece(state), self.anchor(cues)
        left, right = piece[:, None, :, :ARGUMENT], anchor[:, :, None, :ARGUMENT]
        joined = F.relu(left + right + self.distance(buckets))
        product = piece[:, None, :, ARGUMENT:] * anchor[:, :, None, ARGUMENT:]
        return self.label(self.dropout(joined)) + self.product(product)

    def kinds(self, sources: Tensor, cues: Tensor) -> Tensor:
        """Scores (..., 7) of what the speakers behind sources (..., 384) are, beside their cues (..., 384)."""
        return self.kind(torch.cat([sources, cues], -1))

    def acts(self, cues: Tensor, contents: Tensor) -> Tensor:
        """Scores (..., 6) of what is done by cues (..., 384) with contents (..., 384)."""
        return self.act(torch.cat([cues, contents], -1))

    def links(self, sources: Tensor, names: Tensor, buckets: Tensor) -> Tensor:
        """Scores (B, S, 1 + N) of sources (B, S, 384) standing for no name or for names (B, N, 384)."""
        asked = self.asks(sources)
        scores = asked[..., :LINK] @ self.answers(names).transpose(1, 2) * LINK**-0.5
        return torch.cat([asked[..., LINK:], scores + self.nearness(buckets).squeeze(-1)], -1)


def depth(state: dict[str, Tensor]) -> int:
    """How many layers the encoder has whose weights are in `state`."""
    return len({name.split(".")[2] for name in state if name.startswith("encoder.layers.")})


def pooled(state: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """The mean of `state` (B, T, D) over spans of pieces, both ends included: (B, C, D)."""
    at = torch.arange(state.shape[1])
    inside = ((at >= first[..., None]) & (at <= last[..., None])).to(state.dtype)
    return inside @ state / inside.sum(-1, keepdim=True)


def gathered(state: Tensor, spans: Tensor) -> Tensor:
    """The mean of `state` (B, T, D) over spans (..., 3) of row, first and last piece: (..., D)."""
    total = F.pad(state.cumsum(1), (0, 0, 1, 0))
    row, first, last = spans.unbind(-1)
    return (total[row, last + 1] - total[row, first]) / (last + 1 - first)[..., None]


def buckets(first: Tensor, last: Tensor, begin: Tensor, end: Tensor) -> Tensor:
    """Signed distance of spans `begin`..`end` (B, N) from spans `first`..`last` (B, C): (B, C, N).

    Exact up to 8 pieces, and by steps that double from there.
    """
    before = (first[..., :, None] - end[..., None, :]).clamp(min=0)
    after = (begin[..., None, :] - last[..., :, None]).clamp(min=0)
    return REACH + _step(after) - _step(before)


def apart(b: dict[str, Tensor]) -> Tensor:
    """Buckets (D, S, N) of the distance in a document from mentions to what they may go back to."""
    asking, named = b["asking_at"], b["named_at"]
    return buckets(asking[..., 0], asking[..., 1], named[..., 0], named[..., 1])


def _step(distance: Tensor) -> Tensor:
    far = 8 + (4 * torch.log2(distance.clamp(min=8) / 8)).long()
    return torch.where(distance < 8, distance, far).clamp(max=REACH)
