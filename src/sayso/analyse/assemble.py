"""From tags to drafts: whole words, whole quotations, one statement for each thing that is put forward."""

import re
from collections.abc import Iterable, Sequence

from sayso.analyse.draft import Draft, Range
from sayso.analyse.quoted import adopt, align, share_out, signed
from sayso.analyse.snap import has_words, merge, snap
from sayso.analyse.tagger import Tagged
from sayso.analyse.windows import Tokens
from sayso.text.patterns import pattern
from sayso.text.quotes import Quotation

_UNSAID = pattern(r"without (?:saying|giving|naming|explaining|specifying|stating|disclosing)\b", re.IGNORECASE)


def assemble(text: str, tokens: Tokens, tagged: Iterable[Tagged]) -> list[Draft]:
    """The drafts of a text, in its order."""
    drafts = [draft for tags in tagged if (draft := _draft(text, tags, tokens.quotations))]
    marked = signed(text, _distinct(drafts), tokens.quotations, tokens.paragraphs)
    return adopt(text, share_out(text, marked), tokens.quotations, tokens.paragraphs)


def _draft(text: str, tags: Tagged, quotations: Sequence[Quotation]) -> Draft | None:
    content = merge(text, [align(piece, quotations) for piece in _snapped(text, tags.content)])
    cue = snap(text, *tags.cue)
    if not content or not cue or _UNSAID.match(text, *cue):
        return None
    sources, carriers = (_snapped(text, spans) for spans in (tags.source, tags.carrier))
    source = min(sources, key=cue.gap, default=None)
    subject = source or min(_snapped(text, tags.subject), key=cue.gap, default=None)
    return Draft(
        source, cue, tuple(content), tags.cue_score, tags.content_score, carriers=tuple(carriers), subject=subject
    )


def _snapped(text: str, spans: Iterable[Range]) -> list[Range]:
    return [snapped for span in spans if (snapped := snap(text, *span)) and has_words(text, snapped)]


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    """One draft for each cue and content: two cues of one phrase can be tagged apart and mean the same."""
    best: dict[tuple[Range | None, tuple[Range, ...]], Draft] = {}
    for draft in drafts:
        key = (draft.source, draft.content)
        if key not in best or draft.cue_score > best[key].cue_score:
            best[key] = draft
    return list(best.values())
