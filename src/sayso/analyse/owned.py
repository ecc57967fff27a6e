"""Whose source speaks, or who brought a document out: *the Lark's source said*, *a memo published by the Lark says*."""

import re
from dataclasses import replace

from sayso.analyse.draft import Draft, Range
from sayso.text.patterns import pattern

_NAME = r"(?P<who>(?:[Tt]he )?[A-Z][\w&-]*(?: (?:(?:of|the|and) )?[A-Z][\w&-]*){0,4})"
# Those of an outlet who are the outlet: what its editor says it says itself.
_OWN = (
    r"(?:editor|reporter|correspondent|journalist|lawyer|solicitor|owner|publisher|spokes\w+|staff|chief|chair\w*|director"
    r"|story|stories|report|reports|reporting|article|account|claim|website|site|column\w*|critic|leader|presenter|board"
    r"|president|manager|parent|executive|newsroom|host|front|head|desk)"
)
_OF_OUTLET = pattern(rf"{_NAME}['’]s? (?:[\w“”-]+ ){{0,2}}?(?!\w*(?i:{_OWN}))[“\w][\w”-]*\b")
_BROUGHT = pattern(rf"\b(?:obtained|published|seen|reviewed|leaked|aired|broadcast|first reported) by {_NAME}")


def owned(text: str, draft: Draft) -> Draft:
    """The draft with the outlet that its source hangs on as its carrier, `supposed` to be an outlet."""
    if not draft.source or draft.carriers or draft.cited:
        return draft
    words = text[slice(*draft.source)]
    match = _BROUGHT.search(words)
    if not match:
        match = _OF_OUTLET.match(words) if "'" in words or "’" in words else None
        if match and re.search(rf"\b{_OWN}", words[match.end("who") :]):
            return draft
    if not match:
        return draft
    start, end = match.span("who")
    who = Range(draft.source.start + start, draft.source.start + end)
    return replace(draft, carriers=(who,), supposed=who)
