"""The roll: the speakers of an article, numbered in the order in which they are called."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sayso.analyse.draft import Range
from sayso.analyse.speakers.context import Choice, Context
from sayso.records import Kind, Span, Speaker

UNKNOWN = "(unknown)"

Key = tuple[int | None, str | None, str | None]


class Part(NamedTuple):
    """One part that somebody takes: who was chosen; of an unnamed one, who heard it and why it is not named."""

    choice: Choice
    heard_by: str | None = None
    anonymity: Range | None = None

    @property
    def key(self) -> Key:
        """What parts of one speaker share: the unnamed sources of two outlets are two, even if described alike."""
        choice = self.choice
        if choice.entity is not None:
            return choice.entity, None, None
        return None, choice.description, self.heard_by if choice.kind is Kind.UNNAMED else None


class Roll:
    """Gives each speaker one id, its fullest name and its commonest kind."""

    def __init__(self, article: str, context: Context, parts: Sequence[Part]) -> None:
        self._context = context
        self._ids: dict[Key, str] = {}
        groups: dict[Key, list[Part]] = {}
        for part in parts:
            self._ids.setdefault(part.key, f"{article}.p{len(self._ids) + 1}")
            groups.setdefault(part.key, []).append(part)
        self.speakers = tuple(self._speaker(key, groups[key]) for key in self._ids)

    def id(self, part: Part) -> str:
        """The id of who takes this part."""
        return self._ids[part.key]

    def _speaker(self, key: Key, parts: Sequence[Part]) -> Speaker:
        kind = Counter(part.choice.kind for part in parts).most_common(1)[0][0]
        if key[0] is not None:
            entity = self._context.entities[key[0]]
            return Speaker(self._ids[key], entity.name, kind, entity.aliases)
        if kind is not Kind.UNNAMED:
            return Speaker(self._ids[key], key[1] or UNKNOWN, kind)
        why = next((self._span(part.anonymity) for part in parts if part.anonymity), None)
        return Speaker(self._ids[key], key[1] or UNKNOWN, kind, heard_by=key[2], anonymity=why)

    def _span(self, span: Range) -> Span:
        return Span(self._context.text[span.start : span.end], span.start, span.end)
