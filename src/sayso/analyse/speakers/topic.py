"""Whom a stretch of text is about: the subject that its sentence, or the one before in the paragraph, opens with."""

import re
from collections.abc import Iterator, Sequence

from sayso.analyse.draft import Range
from sayso.analyse.speakers.context import Choice, Context, Referent
from sayso.text.patterns import pattern

# What may stand before the subject: "But the port", "On Friday Orrin".
_OPENING = pattern(
    r"[\W_]*(?:(?:But|And|So|Yet|Still|The|Now|Then|Later|However|Meanwhile|Both|Neither)\W+)*", re.IGNORECASE
)
# What follows a name that is the subject, and not only tells of whom something is.
_GOES_ON = pattern(r",? (?!and [A-Z])[a-z“\"]|, [A-Z]|\W*$")


def topics(context: Context, span: Range, before: Sequence[Choice]) -> Iterator[Referent]:
    """The subjects of the sentence of `span`, ahead of it, and of the one before in its paragraph, nearest first.

    `before` are the choices made for the mentions before.
    """
    number = context.sentences.number(span.start)
    for i in (number, number - 1):
        if i < 0:
            return
        sentence = context.sentences.spans[i]
        if "\n" in context.text[sentence.start : span.start].strip():
            return
        subject = _subject(context, Range(sentence.start, min(sentence.end, span.start)), before)
        if subject is not None:
            yield subject


def _subject(context: Context, sentence: Range, before: Sequence[Choice]) -> Referent | None:
    """The speaker or the name that the sentence opens with."""
    opening = _OPENING.match(context.text, *sentence)
    start = opening.end() if opening else sentence.start
    for mention, choice in zip(context.mentions, before, strict=False):
        if sentence.start <= mention.span.start <= start < mention.span.end <= sentence.end:
            return choice.referent
    for n, entity in enumerate(context.entities):
        for i in entity.names:
            name = context.names[i].span
            if (
                sentence.start <= name.start <= start < name.end
                and name.end < sentence.end
                and _GOES_ON.match(context.text, name.end)
            ):
                return n
    return None
