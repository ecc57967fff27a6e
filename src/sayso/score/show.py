"""Figures in words and as JSON."""

from collections.abc import Sequence
from typing import Any

from sayso.score.figures import Figure


def table(figures: Sequence[Figure]) -> str:
    """One line a figure, in per cent."""
    return "\n".join(f"{figure.name:31s}{_value(figure)}" for figure in figures)


def _value(figure: Figure) -> str:
    if figure.share is None:
        return "    –"
    if figure.precision is not None and figure.recall is not None:
        share = f"precision {100 * figure.precision:.1f}, recall {100 * figure.recall:.1f}"
        return f"{100 * figure.share:5.1f}  F1 ({share})"
    return f"{100 * figure.share:5.1f}  ({figure.right:,} of {figure.of:,})"


def as_object(figures: Sequence[Figure], misses: Sequence[str] | None = None) -> dict[str, Any]:
    """The figures, shares between 0 and 1; and what is missed or wrong, if given."""
    rows = []
    for figure in figures:
        row: dict[str, Any] = {"name": figure.name, "share": figure.share}
        if figure.precision is None:
            row |= {"right": figure.right, "of": figure.of}
        else:
            row |= {"precision": figure.precision, "recall": figure.recall}
        rows.append(row)
    return {"figures": rows} | ({} if misses is None else {"misses": list(misses)})
