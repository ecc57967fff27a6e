"""A note that puts an error right and calls it an update, a clarification or a change.

The note must say itself that something was wrong: *an earlier version misstated*, *wrongly said*, *gave the wrong*.
Passed over: notes that use the word *correction* or *corrected*, updates that add what is new, clarifications of what
was not false, mended spelling and broken links.
"""

import re
from collections.abc import Iterator

from sayso.check.draft import Draft
from sayso.check.records import Hit, Known, Rule, Severity

_WRONG = re.compile(
    r"\bmisstat\w+|\bmisidentif\w+|\bmisquot\w+|\bmisattribut\w+|\bmisreport\w+|\bmisspell?\w+ the name"
    r"|\bmisnam\w+|\bmistaken\w*|\berroneous\w*"
    r"|\bincorrect\w*|\bwrong(?:ly)?\b|\binaccurate\w*|\bin error\b|\bfalsely\b|\ban error\b"
    r"|\bmischaracteri[sz]\w+|\bmiscalculat\w+",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:updat\w+|clarif\w+|amend\w+|recast\w*|revis\w+|chang\w+|edit(?:ed|or[’']?s note)|fix(?:ed|es)"
    r"|adjust\w+|refresh\w+|modif\w+)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\bcorrect(?:ed|ion|ions|ing|s)?\b|\bretract\w*|\bwithdraw\w*|\berratum\b|\bapologi[sz]\w+", re.IGNORECASE
)
_SMALL = re.compile(r"\btypo\w*|\bspelling\b|\bgramma\w+|\blink\b|\bcaption\b|\bbroken\b|\bformatting\b", re.IGNORECASE)
_NOT_OURS = re.compile(
    r"\b(?:not|n[’']t|never|nothing|no)\b[^.]{0,30}\b(?:wrong|incorrect|inaccurate|error|mistake)", re.IGNORECASE
)


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    for note in draft.article.notes:
        called = _CALLED.search(note.text)
        if not called or not _WRONG.search(note.text) or _NAMED.search(note.text):
            continue
        if _SMALL.search(note.text) or _NOT_OURS.search(note.text):
            continue
        start = note.start + called.start()
        message = f"This note puts an error right and calls it “{called.group()}”."
        yield Hit(start, start + len(called.group()), message, "Call it a correction, and say what was wrong.")


RULE = Rule(
    "E004",
    "correction-euphemism",
    Severity.WARNING,
    "AP (a correction must always be labeled a correction; no “recasts”, “fixes”, “clarifies” or “changes”)",
    _find,
    __doc__,
)
