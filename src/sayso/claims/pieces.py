"""Contexts as word pieces, the same in training and in use."""

from collections.abc import Sequence
from typing import Any

from sayso.claims.context import Context

CLS, SEP = 101, 102
LIMITS = {"content": 48, "who": 12, "sentence": 56, "before": 40}
"""Word pieces that each part of a context may have; what is longer is cut at its end."""


def encode(context: Context, tokenizer: Any, limits: dict[str, int] = LIMITS) -> list[int]:
    """The word pieces of `context`: its parts, most telling first, each closed by a separator."""
    ids = [CLS]
    for part, limit in limits.items():
        words = getattr(context, part)
        if words:
            ids += tokenizer.encode(words, add_special_tokens=False).ids[:limit]
            ids.append(SEP)
    return ids


def encode_claim(text: str, tokenizer: Any, limit: int = 64) -> list[int]:
    """The word pieces of a claim in words, in the place of a context."""
    return [CLS, *tokenizer.encode(text, add_special_tokens=False).ids[:limit], SEP]


def encode_pair(claim: str, context: Context, tokenizer: Any) -> tuple[list[int], list[int]]:
    """The word pieces of a claim in words and a statement behind it, and the segment (0 or 1) of each piece."""
    first, second = encode_claim(claim, tokenizer), encode(context, tokenizer)[1:]
    return first + second, [0] * len(first) + [1] * len(second)


def padded(rows: Sequence[Sequence[int]]) -> tuple[list[list[int]], list[list[int]]]:
    """Rows filled up to the length of the longest, and a mask that is 1 where a piece stands."""
    longest = max(map(len, rows))
    ids = [[*row, *[0] * (longest - len(row))] for row in rows]
    return ids, [[1] * len(row) + [0] * (longest - len(row)) for row in rows]
