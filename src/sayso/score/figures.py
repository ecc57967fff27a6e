"""Figures: how many of how many were right, and how well statements and claims were found."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """So many `right` of so many, or, where both precision and recall count, the three as shares."""

    name: str
    right: int
    of: int
    precision: float | None = None
    recall: float | None = None

    @property
    def share(self) -> float | None:
        """Between 0 and 1: the F1 where there are precision and recall; `None` where there was nothing to find."""
        if self.precision is not None and self.recall is not None:
            both = self.precision + self.recall
            return 2 * self.precision * self.recall / both if both else 0.0
        return self.right / self.of if self.of else None


def retrieved(name: str, right: int, found: int, gold: int) -> Figure:
    """The figure of `right` among so many `found`, where there are so many `gold` ones."""
    return Figure(name, right, gold, right / found if found else 0.0, right / gold if gold else 0.0)


def b_cubed(name: str, items: Sequence[tuple[str, str]]) -> Figure:
    """B-cubed of items with their gold cluster and their found one (Bagga and Baldwin 1998)."""
    precision = recall = 0.0
    for gold, found in items:
        with_it = [item for item in items if item[1] == found]
        both = sum(item[0] == gold for item in with_it)
        precision += both / len(with_it)
        recall += both / sum(item[0] == gold for item in items)
    count = max(len(items), 1)
    return Figure(name, len(items), len(items), precision / count, recall / count)
