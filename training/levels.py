"""Weights as whole multiples of a step, so that few bits a weight are enough."""

from dataclasses import dataclass

import torch
from torch import Tensor

STEP = 0.95
"""The step of a layer's matrix, as a share of the spread of its weights; see the README for what others cost."""
WORDS = 1.0
"""The same for the vectors of word pieces."""
FARTHEST = 63
"""So that two products of uint8 and int8 fit into 16 bits, as processors without VNNI instructions add them."""
DAMPING = 0.01
_BLOCK = 128


@dataclass(frozen=True, slots=True)
class Levels:
    """A matrix (R, C): whole `numbers` (R, C) and the `step` of each row (R, 1), which they are multiples of."""

    numbers: Tensor
    step: Tensor

    @property
    def weight(self) -> Tensor:
        """The matrix that they stand for."""
        return self.numbers * self.step


def steps(weight: Tensor, share: float) -> Tensor:
    """The step of each row (R, 1): wider than the others' where the row's widest weight lies beyond `FARTHEST`."""
    return (weight.abs().amax(1, keepdim=True) / FARTHEST).clamp(min=float(share * weight.std()))


def nearest(weight: Tensor, step: Tensor) -> Levels:
    """Each weight on the level next to it, none beyond `FARTHEST`."""
    return Levels((weight / step).round().clamp(-FARTHEST, FARTHEST), step)


def compensated(weight: Tensor, step: Tensor, products: Tensor) -> Levels:
    """Rounded column by column, where the columns still to come make up for each error (GPTQ, Frantar et al., 2022).

    `products` (C, C) are the sums of products of the inputs that the matrix meets.
    """
    left, numbers = weight.double().clone(), torch.zeros_like(weight)
    damped = products.double() + DAMPING * products.diagonal().mean() * torch.eye(len(products), dtype=torch.double)
    inverse = torch.linalg.cholesky(torch.cholesky_inverse(torch.linalg.cholesky(damped)), upper=True)
    step = step.double()
    for start in range(0, weight.shape[1], _BLOCK):
        end = min(start + _BLOCK, weight.shape[1])
        errors = torch.zeros(len(weight), end - start, dtype=torch.double)
        for at in range(start, end):
            column = nearest(left[:, at : at + 1], step)
            numbers[:, at] = column.numbers[:, 0].to(numbers.dtype)
            error = (left[:, at] - column.weight[:, 0]) / inverse[at, at]
            left[:, at:end] -= error[:, None] * inverse[at, at:end]
            errors[:, at - start] = error
        left[:, end:] -= errors @ inverse[start:end, end:]
    return Levels(numbers, step.to(weight.dtype))
