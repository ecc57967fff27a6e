"""What a refusal gives as its reason is no source: *declined to comment, citing the audit*."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.draft import Draft, Range
from sayso.analyse.sentences import Sentences
from sayso.text.patterns import pattern

_REFUSES = pattern(
    r"\b(?:declin|refus)(?:e[sd]?|ing) [^.,;:“”\"]*, (?P<cue>citing) (?P<reason>[^.,;:“”\"]+)",
    re.IGNORECASE,
)


def excused(text: str, drafts: Sequence[Draft], sentences: Sentences) -> list[Draft]:
    """The drafts without those that were made of a reason, and without a reason as source or carrier."""
    return [kept for draft in drafts if (kept := _without_reason(text, draft, sentences))]


def _without_reason(text: str, draft: Draft, sentences: Sentences) -> Draft | None:
    found = _REFUSES.search(text, *sentences.around(draft.cue)) if draft.cue else None
    if not found or not draft.cue:
        return draft
    if draft.cue.overlap(Range(*found.span("cue"))):
        return None
    reason = Range(*found.span("reason"))
    cited = None if draft.cited and draft.cited.overlap(reason) else draft.cited
    return replace(draft, cited=cited, carriers=tuple(who for who in draft.carriers if not who.overlap(reason)))
