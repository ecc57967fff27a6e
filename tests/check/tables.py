"""Tables of fixtures: a file a rule, with drafts in which it finds something and drafts in which it must not."""

import itertools
import re
import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "fixtures"
_EITHER = re.compile(r"\{([^{}]*\|[^{}]*)\}")


def table(rule: str) -> dict[str, Any]:
    """The table of a rule, with every draft written out."""
    read = tomllib.loads((FOLDER / f"{rule}.toml").read_text(encoding="utf-8"))
    return {
        **read,
        **{
            kind: list(dict.fromkeys(d for row in read[kind] for d in written_out(row))) for kind in ("found", "silent")
        },
    }


def written_out(row: str) -> list[str]:
    """All drafts that a row of alternatives stands for."""
    pieces = _EITHER.split(row)
    return [
        "".join(chosen) for chosen in itertools.product(*(p.split("|") if i % 2 else [p] for i, p in enumerate(pieces)))
    ]
