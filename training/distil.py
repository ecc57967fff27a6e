"""A student of fewer layers, which learns from a trained tagger what the gold labels alone do not tell.

The way of DistilBERT (Sanh et al. 2019, arXiv:1910.01108) and TinyBERT (Jiao et al. 2020, arXiv:1909.10351): start from
some of the teacher's layers, and follow its scores and its last state.
"""

from collections.abc import Sequence

import torch.nn.functional as F
from torch import Tensor

from training.tagger import Tagger

Scores = tuple[Tensor, Tensor, Tensor]  # (B, T, 5) as a cue, (B, T, 17) in a name, the state (B, T, 384)


def student(teacher: Tagger, layers: Sequence[int], dropout: float) -> Tagger:
    """A tagger with the `layers` (numbered from 0) of the teacher, and all else that it has."""
    kept = {n: value for n, value in teacher.state_dict().items() if not n.startswith("encoder.layers.")}
    for place, layer in enumerate(layers):
        for name, value in teacher.encoder.layers[layer].state_dict().items():
            kept[f"encoder.layers.{place}.{name}"] = value
    model = Tagger(dropout, len(layers))
    model.load_state_dict(kept)
    return model


def followed(own: Scores, taught: Scores, mask: Tensor) -> Tensor:
    """How far the student's cues, names and states are from the teacher's, over the pieces of `mask` (B, T)."""
    cue, name = (_apart(a[mask], b[mask]) for a, b in zip(own[:2], taught[:2], strict=True))
    state = F.mse_loss(own[2][mask], taught[2][mask]) / taught[2][mask].var()
    return 2.0 * cue + 0.5 * name + state


def followed_arguments(own: Tensor, taught: Tensor, known: Tensor) -> Tensor:
    """How far scores of arguments (B, C, T, 13) are from the teacher's, where `known` (B, C, T)."""
    return 2.0 * _apart(own[known], taught[known]) if known.any() else own.sum() * 0


def _apart(own: Tensor, taught: Tensor) -> Tensor:
    """The mean divergence of the student's distribution from the teacher's."""
    return F.kl_div(own.log_softmax(-1), taught.log_softmax(-1), log_target=True, reduction="batchmean")
