"""MPNet as published (Song et al., 2020; all-mpnet-base-v2), as a torch module with a short list of word pieces."""

import hashlib
import json
import math
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

from sayso.claims.pieces import CLS, SEP
from training.tagger import Dropout

HIDDEN, LAYERS, HEADS, INNER, PLACES = 768, 12, 12, 3072, 512
WORDS = 20_000
"""Word pieces kept of BERT's 30,522, which are ordered by how frequent they are, and keep their numbers."""
BUCKETS, FARTHEST = 32, 128
PUBLISHED = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
_BEFORE = 4  # MPNet's own pieces, which stand before BERT's: start, padding, end, unknown
_START, _PADDING, _END = 0, 1, 2


class Layer(nn.Module):
    """One transformer layer, told how far apart two pieces are by `bias`."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.mix = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-5)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-5)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        weights = (q @ k.transpose(-1, -2)) * (HIDDEN // HEADS) ** -0.5 + bias
        attended = weights.softmax(-1) @ v
        x = self.norm1(x + self.dropout(self.mix(attended.transpose(1, 2).reshape(batch, length, HIDDEN))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class MPNet(nn.Module):
    """The encoder: word pieces in, a state for each piece out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(WORDS, HIDDEN)
        self.places = nn.Embedding(PLACES, HIDDEN)
        self.apart = nn.Embedding(BUCKETS, HEADS)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-5)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        at = torch.arange(PLACES)
        self.register_buffer("bucket", bucket(at[None] - at[:, None]), persistent=False)

    def forward(self, ids: Tensor, mask: Tensor, told: Tensor | None = None) -> Tensor:
        """States (B, T, 768) of pieces (B, T); `mask` (B, T) is 1 for pieces and 0 for padding.

        `told` (B, T, 768) is what else is known of each piece.
        """
        x, bias = self.placed(ids, mask, told)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def placed(self, ids: Tensor, mask: Tensor, told: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """What the first layer is given, and what is added to all layers' attention (B, 12, T, T)."""
        at = torch.arange(ids.shape[1])
        x = self.words(ids) + self.places(at)
        x = self.dropout(self.norm(x if told is None else x + told))
        apart = self.apart(self.bucket[: ids.shape[1], : ids.shape[1]]).permute(2, 0, 1)[None]
        return x, apart + (1 - mask[:, None, None, :].to(x.dtype)) * -1e4

    def load(self, path: Path) -> None:
        """Take over the published weights. Raises `ValueError` when the file at `path` is another."""
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != PUBLISHED:
            raise ValueError(f"{path}: SHA-256 is {found}, not that of the published weights, {PUBLISHED}")
        given = load_file(path)
        words = given["embeddings.word_embeddings.weight"]
        kept = words[_BEFORE : _BEFORE + WORDS].clone()
        kept[[CLS, SEP, 0]] = words[[_START, _END, _PADDING]]
        state = {
            "words.weight": kept,
            "places.weight": given["embeddings.position_embeddings.weight"][2 : 2 + PLACES],
            "apart.weight": given["encoder.relative_attention_bias.weight"],
            "norm.weight": given["embeddings.LayerNorm.weight"],
            "norm.bias": given["embeddings.LayerNorm.bias"],
        }
        for i in range(LAYERS):
            state |= _layer(given, i)
        self.load_state_dict(state)


def bucket(apart: Tensor) -> Tensor:
    """The bucket of each distance: near ones have their own, far ones share one with others (Raffel et al., 2020)."""
    half, exact = BUCKETS // 2, BUCKETS // 4
    far = apart.abs().clamp(min=1).float()
    shared = exact + (torch.log(far / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return torch.where(apart.abs() < exact, apart.abs(), shared.clamp(max=half - 1)) + (apart > 0) * half


def _layer(given: dict[str, Tensor], i: int) -> dict[str, Tensor]:
    names = {
        "mix": "attention.attn.o",
        "norm1": "attention.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    old, state = f"encoder.layer.{i}.", {}
    for kind in ("weight", "bias"):
        state[f"layers.{i}.qkv.{kind}"] = torch.cat([given[f"{old}attention.attn.{part}.{kind}"] for part in "qkv"])
        for ours, theirs in names.items():
            state[f"layers.{i}.{ours}.{kind}"] = given[f"{old}{theirs}.{kind}"]
    return state


def tokenizer_of(folder: Path) -> Tokenizer:
    """The published tokenizer in `folder` with the kept pieces alone, under BERT's numbers."""
    told = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    pieces = {piece: number - _BEFORE for piece, number in told["model"]["vocab"].items()}
    told["model"]["vocab"] = {piece: number for piece, number in pieces.items() if 0 <= number < WORDS}
    told |= {"truncation": None, "padding": None, "added_tokens": [], "post_processor": None}
    return Tokenizer.from_str(json.dumps(told))
