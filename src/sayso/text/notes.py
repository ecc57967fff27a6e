"""Notes by the outlet about its own article, found in its text."""

import re

from sayso.records import Note, NoteKind
from sayso.text.paragraphs import paragraphs

_ITSELF = r"(?:an? (?:earlier|previous) version of this|this)(?: \w+){0,2} (?:article|story|report|piece|post|headline)"
# A label, perhaps with a day: "Correction, 20 March:", "UPDATE (14:20):".
_LABELLED = r"\b[^.!?\n:]{0,30}(?:\([^)\n]{0,30}\))?:"
_RETRACTION = re.compile(
    rf"(?:retraction|retracted|withdrawn){_LABELLED}|{_ITSELF} (?:has been|was|is) (?:retracted|withdrawn)",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    rf"(?:correction|corrected|clarification|corrections? and clarifications?){_LABELLED}|{_ITSELF} "
    r"(?:(?:has been|was|is) (?:corrected|amended|edited|changed)"
    r"|(?:incorrectly|wrongly|mistakenly|misstated|misidentified|misspelled|gave|named|said))",
    re.IGNORECASE,
)
_UPDATE = re.compile(
    rf"(?:update|updated|editor[’']s note){_LABELLED}|updated? (?:at|on)\b"
    rf"|{_ITSELF} (?:has been|was|is) (?:being )?updated",
    re.IGNORECASE,
)
_KINDS = (
    (NoteKind.RETRACTION, _RETRACTION),
    (NoteKind.CORRECTION, _CORRECTION),
    (NoteKind.UPDATE, _UPDATE),
)
_OPENING = "*[(—–-_ \t"


def notes(text: str) -> tuple[Note, ...]:
    """The paragraphs of `text` that begin as a note of its outlet about the article itself, in their order."""
    found = ((_kind(text[start:end]), start, end) for start, end in paragraphs(text))
    return tuple(Note(kind, text[start:end], start, end) for kind, start, end in found if kind)


def _kind(paragraph: str) -> NoteKind | None:
    shown = paragraph.lstrip(_OPENING)
    return next((kind for kind, begins in _KINDS if begins.match(shown)), None)
