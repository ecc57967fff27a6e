"""The steps of a training, their rates, and the running average of the weights that is kept in the end."""

import copy

import torch
from torch import Tensor, nn

WARM, LEAST = 0.06, 0.02
"""The share of all steps in which the rate goes up, and how much of it is left at the end, after it went down evenly."""
MOST = 1.0
"""The length that a gradient may have."""
YOUNG = 10
"""After N steps the average has N / (N + 10) of what it had, if that is less than its share."""


class Steps:
    """The `count` steps of `model`; after each, `average` has `share` of its own weights and the rest of the model's."""

    def __init__(self, model: nn.Module, optimizer: torch.optim.Optimizer, count: int, share: float) -> None:
        self._model, self._optimizer, self._share, self.count = model, optimizer, share, count
        shape = lambda step: min((step + 1) / (WARM * count), max(LEAST, 1 - step / count))
        self._schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, shape)
        self.average = copy.deepcopy(model).eval()
        self.taken = 0

    def take(self, loss: Tensor) -> float:
        """Take a step down `loss`, and give what it was."""
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._model.parameters(), MOST)
        self._optimizer.step()
        self._schedule.step()
        self._optimizer.zero_grad(set_to_none=True)
        self.taken += 1
        kept = min(self._share, self.taken / (self.taken + YOUNG))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.average.parameters()), list(self._model.parameters()), 1 - kept)
        return loss.item()
