"""The date that a document bears, which is that of all it says."""

import re
from collections.abc import Sequence

from sayso.analyse.draft import Draft
from sayso.analyse.scene import Scene, said
from sayso.records import Kind, Said, Speaker
from sayso.text.patterns import pattern

# Right before the date: "a memo | dated 3 June", "minutes of a meeting | on 3 June".
_BEARS = pattern(r"\b(?:dated|(?:meeting|sitting|session)(?: (?:held|that was held))?|of|from) \Z", re.IGNORECASE)
_WIDTH = 30


def document_dates(text: str, stage: Scene, drafts: Sequence[Draft], speakers: Sequence[Speaker]) -> dict[str, Said]:
    """The date of each document that speaks, by its speaker's id: the first that a sentence of its statements tells."""
    dates: dict[str, Said] = {}
    for draft, speaker, place in zip(drafts, speakers, stage.places, strict=True):
        if speaker.kind is not Kind.DOCUMENT or speaker.id in dates:
            continue
        for time in stage.times(place.sentence):
            told = any(piece.start <= time.start < piece.end for piece in draft.content)
            date = said(text, time)
            if date and not told and _BEARS.search(text[max(0, time.start - _WIDTH) : time.start]):
                dates[speaker.id] = date
                break
    return dates
