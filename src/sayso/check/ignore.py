"""Inline ignores: `sayso: ignore B003 the court is named above`, in brackets or in a comment."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.check.draft import Draft
from sayso.check.records import Finding, Severity

_COMMENT = re.compile(r"<!--\s*sayso: ignore\b(?P<a>[^\n]*?)-->|\[sayso: ignore\b(?P<b>[^\]\n]*)\]")
_RULES = re.compile(r"\s*(?P<rules>[A-Z]\d{3}(?:[ ,]+[A-Z]\d{3})*)?[\s:,–—-]*(?P<reason>.*)")


@dataclass(frozen=True, slots=True)
class Ignore:
    """Rules that are to say nothing about [start, end), and why. `at` is where that is written."""

    rules: frozenset[str]
    reason: str
    start: int
    end: int
    at: int

    def covers(self, rule: str, place: int) -> bool:
        """Whether findings of `rule` at `place` are to be passed over; never where no reason is given."""
        return bool(self.reason) and rule in self.rules and self.start <= place < self.end


def ignores(text: str) -> tuple[str, list[Ignore]]:
    """`text` with spaces in the place of its inline ignores, and the ignores.

    One holds for the line that it stands in; on a line of its own, for the next that is not empty.
    """
    found: list[Ignore] = []
    for match in _COMMENT.finditer(text):
        told = _RULES.fullmatch(match["a"] or match["b"] or "")
        rules = frozenset(re.findall(r"[A-Z]\d{3}", told["rules"] or "")) if told else frozenset()
        start, end = _reach(text, match.start(), match.end())
        found.append(Ignore(rules, told["reason"].strip() if told else "", start, end, match.start()))
    return _COMMENT.sub(lambda match: " " * len(match.group()), text), found


def unexplained(draft: Draft, found: Iterable[Ignore]) -> Iterator[Finding]:
    """A finding for each ignore that names no rule or no reason."""
    for ignore in found:
        if not ignore.reason or not ignore.rules:
            sentence = draft.sentence(ignore.at)
            message = (
                "This “sayso: ignore” names no rule." if not ignore.rules else "It is not said why to ignore this."
            )
            yield Finding(
                "S001", "ignore-unexplained", Severity.WARNING, sentence.start, sentence.end, sentence.text, sentence,
                message, "Write [sayso: ignore B003 the reason].", "sayso",
            )  # fmt: skip


def _reach(text: str, start: int, end: int) -> tuple[int, int]:
    line, close = text.rfind("\n", 0, start) + 1, (text + "\n").find("\n", end)
    if text[line:start].strip() or text[end:close].strip():
        return line, close
    following = re.compile(r"\S[^\n]*").search(text, close)
    return (following.start(), following.end()) if following else (start, end)
