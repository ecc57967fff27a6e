"""The innermost source within another's words: *An aide said the president believes …* is the president's."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.draft import Draft, Range
from sayso.analyse.outer import carried, interrupted, vouched
from sayso.analyse.sentences import Sentences
from sayso.analyse.subject import ASIDE, TELLS, THINKS, is_another
from sayso.text.patterns import pattern

_SUBJECT = r"(?P<who>\w[\w’'.&-]*(?: [\w’'.&-]+){0,6}?)"
_CLAUSE = pattern(
    rf"(?:that )?{_SUBJECT} (?P<cue>{THINKS}(?: that)?(?= (?!of |to |what ))"
    rf"|(?:had |has )?(?:{TELLS}|said|denied){ASIDE}(?= that )"
    r"|(?:would not|declined to|refused to) comment(?= on ))"
)
_QUOTED_AS = pattern(
    r"(?P<who>(?:him|her|them|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})) (?P<cue>as (?:saying|telling \w+))\b"
)
_QUOTED = pattern(r"\b(?:quot|cit)(?:e[sd]?|ing) (?P<who>him|her|them|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}) \Z")
_QUOTES = pattern(r"\b(?:quot|cit)(?:e[sd]?|ing)$", re.IGNORECASE)
_BEHIND = pattern(
    r"(?P<said>“[^”]+”|\"[^\"]+\"),? (?P<who>[^,“”\"]{2,80}?) (?P<cue>(?:told \w+|said|says|added|replied|wrote)\b)"
    r"[^“”\"]*"
)
# What the quoted one heard another say: “He said: get it gone,” the clerk recalled.
_HEARD = pattern(r"[“\"](?P<who>He|She|They) (?P<cue>said)(?:: |, )[‘']?(?=\w)")
_CALLING = pattern(r"(?P<cue>(?:describ|dismiss|call|brand|denounc|reject|label)\w*ing) (?=\w)")
_TOLD_BY = pattern(r"(?P<cue>\btold) by (?P<who>[^,;:“”\"]+?)(?= that\b| on \w+day|,| ?\Z)")


def inner(text: str, drafts: Sequence[Draft], sentences: Sentences) -> list[Draft]:
    """The drafts, each whose content names who says or thinks it as that one's, carried by its own source."""
    taken = {(draft.source, draft.content) for draft in drafts}
    out = []
    for draft in drafts:
        found = (
            _within(text, draft)
            or _described(text, draft, drafts, sentences)
            or _told_by(text, draft)
            or _quoted(text, draft)
            or interrupted(text, draft, sentences)
            or carried(text, draft, sentences)
            or vouched(text, draft, drafts, sentences)
        )
        out.append(found if found and (found.carriers or (found.source, found.content) not in taken) else draft)
    return out


def _within(text: str, draft: Draft) -> Draft | None:
    """The draft as that of the one its content begins or ends with."""
    if not draft.source or not draft.cue or not draft.content or draft.carriers:
        return None
    first = draft.content[0]
    behind = _BEHIND.fullmatch(text, *first)
    if behind and len(draft.content) == 1:
        return _as_of(draft, behind, Range(*behind.span("said")))
    heard = _HEARD.match(text, *first)
    if heard and len(draft.content) == 1 and first.start < draft.source.start:
        return _as_of(draft, heard, Range(heard.end(), first.end))
    quotes = _QUOTES.search(text, draft.cue.start, draft.cue.end)
    match = (_QUOTED_AS if quotes else _CLAUSE).match(text, *first)
    if not match or match.end() >= first.end or not (quotes or is_another(text[slice(*draft.source)], match["who"])):
        return None
    return _as_of(draft, match, Range(match.end() + 1, first.end))


def _as_of(draft: Draft, match: re.Match[str], said: Range) -> Draft:
    source, cue = Range(*match.span("who")), Range(*match.span("cue"))
    carriers = (draft.source,) if draft.source else ()
    return replace(draft, source=source, cue=cue, content=(said, *draft.content[1:]), carriers=carriers, supposed=None)


def _described(text: str, draft: Draft, drafts: Sequence[Draft], sentences: Sentences) -> Draft | None:
    """What an outlet is credited for, *describing it as a song*, as that of whoever speaks first in its sentence."""
    if not draft.source or not draft.cue or len(draft.content) != 1:
        return None
    match = _CALLING.match(text, *draft.content[0])
    if not match or draft.source.start < draft.content[0].end:
        return None
    sentence = sentences.around(draft.cue)
    first = next((d for d in drafts if d.source and d.cue and sentence.start <= d.cue.start < match.start()), None)
    if first is None or not first.source:
        return None
    said = Range(match.end(), draft.content[0].end)
    return replace(draft, source=first.source, cue=Range(*match.span("cue")), content=(said,), carriers=(draft.source,))


def _quoted(text: str, draft: Draft) -> Draft | None:
    """What *two clerks quoted her as saying* as hers, where the cue is no more than *as saying*."""
    if not draft.source or not draft.cue or draft.carriers or not text.startswith("as ", draft.cue.start):
        return None
    if draft.source.end > draft.cue.start:
        return None
    match = _QUOTED.search(text[draft.source.end : draft.cue.start])
    if not match:
        return None
    start, end = match.span("who")
    who = Range(draft.source.end + start, draft.source.end + end)
    return replace(draft, source=who, carriers=(draft.source,))


def _told_by(text: str, draft: Draft) -> Draft | None:
    """What somebody *was told by the club* as the club's."""
    if not draft.cue or not draft.content:
        return None
    match = _TOLD_BY.search(text, draft.cue.start, max(draft.cue.end, draft.content[0].start))
    if not match or match.start() >= draft.cue.end:
        return None
    return replace(draft, source=Range(*match.span("who")), cue=Range(*match.span("cue")))
