"""Outlets and agencies that an article credits outside its sentences: "LONDON (Reuters) -", "With AFP"."""

import re
from collections.abc import Iterator

from sayso.records import Credit
from sayso.text.paragraphs import paragraphs
from sayso.text.patterns import pattern

_OPENING = 2
_CLOSING = 4
_LONGEST = 300

_NAME = r"(?:[Tt]he )?[A-Z][\w.&’'-]*(?: (?:of |de |du |the )?[A-Z][\w.&’'-]*){0,4}"
_NAMES = rf"{_NAME}(?:(?:, and |, | and | & |/|; ){_NAME}){{0,5}}"
_SPLIT = pattern(r", and |, | and | & |/|; ")
_OUTLET = pattern(
    r"^(?:The|the) |^[A-Z]{2,}$|^\S+$|\b(?:Press|Presse|News|Newswire|Agency|Agence|Agencies|Post|Times|Wires?|Service"
    r"|Media|TV|Radio|Broadcasting|Television|Tribune|Journal|Herald|Gazette|Network|Today)\b"
)

# "DUNMERE, March 9 (Northwire) — "
_DATELINE = pattern(
    rf"(?:(?:[A-Z][A-Z .’'-]+|[^(),\n]{{1,40}},)[^()\n]{{0,40}} )?\((?P<names>{_NAMES})\)\s*[-–—]{{1,2}}\s"
)
# "... he said. (Northwire)", and "(Northwire)" alone.
_AT_END = pattern(rf"(?:^|[.!?][”\"’']?\s+)[(\[](?P<names>{_NAMES})[)\]]\.?$", re.MULTILINE)
_BRACKET = pattern(r"[(\[][A-Zt]")
_LABELLED = pattern(
    r"[-–—•*(\[\s]*(?i:(?:additional )?(?:sources?|credits?|agenc(?:y|ies)))"
    rf"\s*[:•|·–—-]\s*(?P<names>{_NAMES})[)\].\s]*$"
)
_WITH = pattern(
    r"[-–—•*(\[\s]*With (?:(?:additional )?(?:reporting|inputs?|files|agency inputs|information|material|reports?"
    rf"|contributions?) (?:by|from) )?(?P<names>{_NAMES})[)\].\s]*$"
)
_CONTRIBUTED = pattern(rf"[(\[\s]*(?P<names>{_NAMES}) contributed to this (?:report|story|article|dispatch)[)\].\s]*$")
_STAFF = pattern(
    rf"[(\[\s]*(?P<names>{_NAME}) (?:writers?|reporters?|correspondents?|journalists?|staff)\b[^\n]*"
    r" contributed to this (?:report|story|article|dispatch)"
)
_FIRST = pattern(
    r"[-–—•*(\[\s]*(?:This (?:article|story|report|piece) (?:was )?(?:first|originally) (?:appeared|published|ran)"
    rf"|(?:First|Originally) (?:published|appeared)) (?:by|in|on|at) (?P<names>{_NAME})[)\].\s]*$"
)
# What each of them begins with, or holds.
_ANY_CLOSER = pattern(
    r"[-–—•*(\[\s]*(?:(?i:additional|source|credit|agenc)|With |This |First |Originally |.*contributed to this)",
    re.DOTALL,
)
_CLOSERS = (_LABELLED, _WITH, _CONTRIBUTED, _STAFF, _FIRST)
_POSSESSIVE = pattern(r"[’']s? ")


def credits(text: str) -> tuple[Credit, ...]:
    """Find the credits in the first and last paragraphs of `text`, in their order."""
    spans = [(start, end) for start, end in paragraphs(text) if end - start <= _LONGEST or start == 0]
    opening = (span for span in spans[:_OPENING] if "(" in text[slice(*span)])
    found = [credit for span in opening for credit in _in(text, span, _DATELINE)]
    for start, end in paragraphs(text)[-_CLOSING:]:
        if end - start <= _LONGEST:
            any_closer = _ANY_CLOSER.match(text, start, end)
            closers = [closer for closer in _CLOSERS if closer.match(text, start, end)] if any_closer else []
            found += [credit for closer in closers[:1] for credit in _in(text, (start, end), closer)]
        if not any(start <= credit.start < end for credit in found):
            last = max(start, end - _LONGEST)
            found += _named(text, _AT_END.search(text, last, end)) if _BRACKET.search(text, last, end) else ()
    return tuple(sorted(set(found), key=lambda credit: credit.start))


def _in(text: str, span: tuple[int, int], pattern: re.Pattern[str]) -> Iterator[Credit]:
    return _named(text, pattern.match(text, *span))


def _named(text: str, match: re.Match[str] | None) -> Iterator[Credit]:
    if not match:
        return
    start, end = match.span("names")
    cuts = [(cut.start(), cut.end()) for cut in _SPLIT.finditer(text, start, end)]
    for begin, stop in zip([start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end], strict=True):
        while stop > begin and text[stop - 1] in ".,":
            stop -= 1
        owner = _POSSESSIVE.search(text, begin, stop)
        stop = owner.start() if owner else stop
        # People are credited in the same words, but are no outlets.
        if _OUTLET.search(text[begin:stop]):
            yield Credit(text[begin:stop], begin, stop)
