"""Figures retold with whose they are: *the 43 dead announced by the miners' union*."""

from collections.abc import Sequence

from sayso.analyse.draft import Draft, Range
from sayso.text.patterns import pattern

_FIGURE = pattern(
    r"\b(?P<what>[Tt]he (?:(?:figure|sum|number|total|toll|price|count) of )?"
    r"[$€£]?\d(?:[\d,.]*\d)?\w*(?: [a-z]+){0,2}?),?"
    r" (?P<cue>(?:first )?(?:reported|claimed|announced|given|published|alleged))"
    r"(?: (?:(?:on )?\w+day|(?:last|this) \w+|earlier|yesterday))? by"
    r" (?P<who>(?:(?:the|an?) [\w&’'-]+|[A-Z][\w&’'-]*)(?: (?:(?:of|for|de) )?[A-Z][\w&’'-]*)*)"
)
_UNSEEN = 0.9  # about what the tagger gives to such a statement where it sees it


def figures(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with each figure that is given by somebody, unless it is read so already."""
    known = [draft.cue for draft in drafts if draft.cue]
    made = [
        Draft(Range(*match.span("who")), Range(*match.span("cue")), (Range(*match.span("what")),), _UNSEEN, _UNSEEN)
        for match in _FIGURE.finditer(text)
        if not any(cue.overlap(Range(*match.span("cue"))) for cue in known)
    ]
    return sorted([*drafts, *made], key=lambda draft: draft.start)
