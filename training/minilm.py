"""MiniLM as published, as a torch module: segments, no other features."""

import hashlib
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from training.tagger import HIDDEN, LAYERS, POSITIONS, VOCABULARY, Layer

PUBLISHED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class MiniLM(nn.Module):
    """The encoder: word pieces, places and segments in, a state for each piece out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.segments = nn.Embedding(2, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, segments: Tensor, mask: Tensor) -> Tensor:
        """States (B, T, 384) of pieces (B, T); `mask` (B, T) is 1 for pieces and 0 for padding."""
        x = self.words(ids) + self.positions(torch.arange(ids.shape[1])) + self.segments(segments)
        x = self.norm(x)
        hide = (1 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, hide)
        return x

    def load(self, path: Path) -> None:
        """Take over the published weights. Raises `ValueError` when the file at `path` is another."""
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != PUBLISHED:
            raise ValueError(f"{path}: SHA-256 is {found}, not that of the published weights, {PUBLISHED}")
        given = load_file(path)
        state = {
            "words.weight": given["embeddings.word_embeddings.weight"],
            "positions.weight": given["embeddings.position_embeddings.weight"],
            "segments.weight": given["embeddings.token_type_embeddings.weight"],
            "norm.weight": given["embeddings.LayerNorm.weight"],
            "norm.bias": given["embeddings.LayerNorm.bias"],
        }
        for i in range(LAYERS):
            state |= _layer(given, i)
        self.load_state_dict(state)


def _layer(given: dict[str, Tensor], i: int) -> dict[str, Tensor]:
    names = {
        "mix": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    old, state = f"encoder.layer.{i}.", {}
    for kind in ("weight", "bias"):
        parts = [given[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
        state[f"layers.{i}.qkv.{kind}"] = torch.cat(parts)
        for ours, theirs in names.items():
            state[f"layers.{i}.{ours}.{kind}"] = given[f"{old}{theirs}.{kind}"]
    return state


def mean(state: Tensor, mask: Tensor) -> Tensor:
    """The mean state (B, 384) of the pieces that are no padding."""
    weights = mask[..., None].to(state.dtype)
    return (state * weights).sum(1) / weights.sum(1)
