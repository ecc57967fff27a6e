"""A report credited at a sentence's end: *The port denied it, the Lark agency says* is the port's, carried by Lark."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.draft import Draft
from sayso.analyse.sentences import Sentences
from sayso.text.patterns import pattern

_AGENCY = pattern(
    r"(?:the )?(?:[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*)* )?(?:news )?"
    r"(?:agency|wire|newspaper|paper|broadcaster|outlet|network)"
    r"|(?:the )?[A-Z][\w&-]*(?: [A-Z][\w&-]*)* (?:News|Agency|Press|Wire|Times|Post|Radio|Television|TV)(?: [A-Z]\w+)*"
    r"|(?:the )?[A-Z]{2,6}",
)
_REPORTS = pattern(r"(?:reports?|reported|said|says|according to|quoted)\b")


def trailing(text: str, drafts: Sequence[Draft], sentences: Sentences) -> list[Draft]:
    """The drafts, those of a sentence that ends in a credit with the credited outlet as their outermost carrier.

    The credit is no statement of its own where it covers the words of another in its sentence.
    """
    credits = {i: sentences.around(d.cue) for i, d in enumerate(drafts) if d.cue and _is_credit(text, d, sentences)}
    drafts = [_with_rest(draft, [drafts[i] for i in credits], text) for draft in drafts]
    out = []
    for i, draft in enumerate(drafts):
        number = next((n for n, where in credits.items() if n != i and draft.cue and draft.cue.within(where)), None)
        if i in credits and any(_covers(draft, other) for j, other in enumerate(drafts) if j != i):
            continue
        source = drafts[number].source if number is not None else None
        out.append(replace(draft, carriers=(source, *draft.carriers)) if source and not draft.carriers else draft)
    return out


def _is_credit(text: str, draft: Draft, sentences: Sentences) -> bool:
    """Whether source and cue close their sentence, behind all that is said, and the source is an outlet by its name."""
    if not draft.source or not draft.cue or not _AGENCY.fullmatch(text[draft.source.start : draft.source.end]):
        return False
    sentence = sentences.around(draft.cue)
    end = max(draft.source.end, draft.cue.end)
    behind = all(piece.end <= min(draft.source.start, draft.cue.start) for piece in draft.content)
    closes = not re.search(r"\w", text[end : sentence.end])
    return behind and closes and bool(_REPORTS.match(text, draft.cue.start, draft.cue.end))


def _with_rest(draft: Draft, credits: Sequence[Draft], text: str) -> Draft:
    """The draft with what the credit took of its content: *calling “invention” a report that …, the agency says*."""
    if not draft.cue or draft.source or not draft.content:
        return draft
    for credit in credits:
        if len(credit.content) == 1 and text[draft.content[-1].end : credit.content[0].start] == " ":
            return draft.with_content((*draft.content, *credit.content))
    return draft


def _covers(credit: Draft, other: Draft) -> bool:
    shared = sum(piece.overlap(theirs) for piece in credit.content for theirs in other.content)
    within = other.cue is not None and any(other.cue.within(piece) for piece in credit.content)
    return within or shared > 0
