"""All findings about one draft, with what is needed to show them."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from sayso.check.drafts import Loaded
from sayso.check.records import Finding


@dataclass(frozen=True)
class Report:
    """The findings about one draft, in the order of its text."""

    draft: Loaded
    findings: tuple[Finding, ...]

    @cached_property
    def _lines(self) -> list[int]:
        text = self.draft.article.text
        return [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]

    def place(self, at: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1 and in characters."""
        line = bisect_right(self._lines, at)
        return line, at - self._lines[line - 1] + 1
