"""What an outlet says about its own article: that it was updated, corrected or withdrawn."""

import re
from collections.abc import Iterator, Sequence

from sayso.records import Note, NoteKind
from sayso.text.paragraphs import paragraphs
from sayso.text.patterns import pattern

_LONGEST = 1_200
_THIS = r"(?:this|the) (?:story|article|report|post|piece|page|column|item|dispatch)"
_BEEN = r"(?:has (?:since )?been|was|is being)"
_HOW = r"(?:\w+ly )?"
_NEAR = r"[^\w“\"]*(?:Please note(?: that)?:? )?"

_LABEL = pattern(
    r"""[\W_]*(?P<label>corrections?(?:\ and\ clarifications?)?|clarifications?|amendments?|updated?|retraction
    |withdrawn|editor[’']?s[’']?\ note|note\ (?:to|from)\ (?:readers|the\ editors?))
    (?:\s*[(\[][^)\]\n]{1,60}[)\]]|,?\s[^:\n]{0,40}\d[^:\n]{0,30}(?::\d\d[^:.\n]{0,20})?)?\s*(?:[:–—]|-\s|$)""",
    re.IGNORECASE | re.VERBOSE,
)
# What all of them hold, and few paragraphs do.
_ANY = pattern(rf"{_THIS}|version of ", re.IGNORECASE)
# Each anywhere, and at the beginning of a paragraph.
_SENTENCES: tuple[tuple[NoteKind, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (kind, pattern(words, re.IGNORECASE), pattern(rf"{_NEAR}(?i:{words})"))
    for kind, words in (
        (
            NoteKind.RETRACTION,
            rf"{_THIS} {_BEEN} {_HOW}(?:retracted|withdrawn|taken down|removed|unpublished)"
            rf"|[A-Z][\w ]{{0,30}} (?:has|have) {_HOW}(?:retracted|withdrawn|taken down) {_THIS}"
            rf"|we (?:retract|withdraw) {_THIS}",
        ),
        (
            NoteKind.CORRECTION,
            rf"{_THIS} {_BEEN} {_HOW}(?:corrected|amended|clarified)"
            r"|(?:an?|the) (?:earlier|previous|original|first) version of (?:this|the) (?:\w+ )?(?:story|article|report"
            r"|post|piece|headline|column|item)\b"
            rf"|{_THIS} (?:at first|initially|originally|previously|incorrectly|wrongly|mistakenly|erroneously)"
            r" (?!appeared|published|ran\b)",
        ),
        (NoteKind.UPDATE, rf"{_THIS} {_BEEN} {_HOW}(?:updated|revised|expanded|changed|edited)"),
    )
)


def notes(text: str) -> tuple[Note, ...]:
    """Find the notes in `text`, a paragraph each; a label that stands alone goes with the paragraph behind it."""
    return tuple(_notes(text))


def _notes(text: str) -> Iterator[Note]:
    spans = iter(paragraphs(text))
    for start, end in spans:
        label = _LABEL.match(text, start, end) if end - start <= _LONGEST else None
        if label and not text[label.end() : end].strip():
            # The note itself comes next; but behind "Updated" alone, the article does.
            end = start if label["label"].lower().startswith("update") else next(spans, (start, start))[1]
        kind = _kind(text[start:end], label["label"] if label else None) if start < end <= start + _LONGEST else None
        if kind:
            yield Note(kind, text[start:end], start, end)


def _kind(paragraph: str, label: str | None) -> NoteKind | None:
    sentences = _SENTENCES if _ANY.search(paragraph) else ()
    said = next((kind for kind, *patterns in sentences if _says(patterns, paragraph, label)), None)
    if label is None or said is NoteKind.RETRACTION:
        return said
    name = label.lower()
    if name.startswith(("retract", "withdrawn")):
        return NoteKind.RETRACTION
    if name.startswith(("correct", "clarif", "amend")):
        return NoteKind.CORRECTION
    return NoteKind.UPDATE if name.startswith("update") else said or NoteKind.UPDATE


def _says(patterns: Sequence[re.Pattern[str]], paragraph: str, label: str | None) -> bool:
    """Tell whether `paragraph` says so: anywhere behind a label, else at its beginning, as no sentence of news does."""
    anywhere, at_first = patterns
    return bool(anywhere.search(paragraph) if label else at_first.match(paragraph))
