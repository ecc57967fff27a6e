"""What a person decided about claims: laid over every grouping, so that no later one undoes it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Joined:
    """The claims that hold these statements are one."""

    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """These statements are a claim of their own."""

    statements: tuple[str, ...]


Decision = Joined | Apart


def decided(groups: Sequence[Sequence[str]], decisions: Sequence[Decision]) -> list[list[str]]:
    """Groups of statement ids after `decisions`, in the order in which they were made."""
    out = [list(group) for group in groups]
    for decision in decisions:
        wanted = set(decision.statements)
        touched = [group for group in out if wanted & set(group)]
        rest = [group for group in out if not wanted & set(group)]
        if isinstance(decision, Joined):
            joined = [[key for group in touched for key in group]] if touched else []
        else:
            apart = [[key for group in touched for key in group if key in wanted]]
            joined = [group for group in ([k for k in g if k not in wanted] for g in touched) if group] + apart
        out = [group for group in (*rest, *joined) if group]
    return out
