"""Whom an outlet cites or quotes, read from its sentence: *The Lark, citing two clerks, reported that it rained*."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.draft import Draft, Range
from sayso.analyse.sentences import Sentences
from sayso.text.patterns import pattern

_ANY = pattern(r"\b(?:cit|quot)(?:ing|es|ed)\b", re.IGNORECASE)
_OUTER = r"(?P<outer>[^,;:“”\"]{2,60}?)"
_WHO = r"(?P<who>[^,;:.“”\"]{2,80}?)"
_WHEN = r"(?: (?:earlier )?(?:on \w+day|this week|last \w+|yesterday|today))?"
_REPORTS = (
    r"(?:(?:has|had|have|also|later|first|earlier) )*"
    r"(?:sa(?:id|ys?)|report(?:s|ed)?|wrote|writes?|claim(?:s|ed)?|added)"
    rf"(?: (?:also|earlier))?{_WHEN}"
)
_START = r"(?:\A|; |, (?:and|but|while) )"
_PATTERNS = (
    pattern(rf"{_START}{_OUTER}, (?:citing|quoting) {_WHO},? (?P<cue>{_REPORTS}) (?=\S)"),
    pattern(rf"{_START}{_OUTER} {_REPORTS},? (?P<cue>citing|quoting) {_WHO}, (?=that )"),
    pattern(rf"{_START}(?:[Cc]iting|[Qq]uoting) {_WHO}, {_OUTER} (?P<cue>{_REPORTS}) (?=\S)"),
    pattern(
        rf"{_START}{_OUTER}{_WHEN}(?<!\bwas)(?<!\bwere)(?<!\bis)(?<!\bare)(?<!\bbeen)"
        rf" (?:(?:has|had|also|later|earlier) )*(?:quot|cit)(?:ed|es){_WHEN} {_WHO}"
        r" (?P<cue>as (?:saying|telling \w+)) (?=\S)"
    ),
)
_QUOTED = pattern(
    r"[“\"](?P<said>[^“”\"\n]{8,500})[”\"],? (?P<outer>[^,;:.“”\"]{2,60}?) (?:has |had |later )*quoted"
    rf" {_WHO} (?P<cue>as saying)\b"
)
_IS_QUOTED = pattern(r"\b(?:was|were|is|are) (?:\w+ )?quoted by (?P<outer>[^,;:.“”\"]{2,60}?) as (?:saying|telling)\b")
_CITES = pattern(r"citing|quoting", re.IGNORECASE)
_PERSON = pattern(r"(?:s?he|I|we|they)\b", re.IGNORECASE)


def quoting(text: str, drafts: Sequence[Draft], sentences: Sentences) -> list[Draft]:
    """The drafts, what an outlet reports on another's word as that one's, carried by the outlet."""
    out = list(drafts)
    for number in sorted({sentences.number(match.start()) for match in _ANY.finditer(text)}):
        sentence = sentences.spans[number]
        match = next((m for p in _PATTERNS if (m := p.search(text[slice(*sentence)]))), None)
        if match and not _PERSON.match(match["outer"]):
            out = _of_the_quoted(text, out, match, sentence)
    return [_quoted_behind(text, _is_quoted(text, draft), sentences) for draft in out]


def _of_the_quoted(text: str, drafts: Sequence[Draft], match: re.Match[str], sentence: Range) -> list[Draft]:
    """The drafts, all that the sentence reports made one, of whom it quotes; each by itself if others speak in it."""
    whole = Range(sentence.start + match.start(), sentence.start + match.end())
    parts = [d for d in drafts if d.cue and d.cue.overlap(whole)]
    inner = [part for d in drafts for part in (d.source, d.cue) if part and part.within(sentence)]
    # "Quoted a clerk as saying that" is a statement even where the tagger saw none, "citing a clerk, said that" where
    # nobody else speaks.
    unseen = not parts and (match["cue"].startswith("as ") or not inner)
    if not (parts or unseen):
        return list(drafts)
    if any(part.start >= whole.end for part in inner):
        own = [d for d in parts if _behind(d, whole) and not (d.source and d.source.start >= whole.end)]
        return [_theirs(text, d, match, sentence, _behind(d, whole)) if d in own else d for d in drafts]
    rest = (Range(whole.end, sentence.start + len(text[slice(*sentence)].rstrip(" \n."))),)
    first = parts[0] if parts else Draft.unseen(None, None, *rest)
    said = tuple(dict.fromkeys(sorted(piece for draft in parts for piece in _behind(draft, whole))))
    made = _theirs(text, first, match, sentence, said or rest)
    return sorted([*(d for d in drafts if d not in parts), made], key=lambda draft: draft.start)


def _behind(draft: Draft, whole: Range) -> tuple[Range, ...]:
    """What there is of a draft's content behind `whole`."""
    return tuple(Range(max(p.start, whole.end), p.end) for p in draft.content if p.end > whole.end + 2)


def _theirs(text: str, draft: Draft, match: re.Match[str], sentence: Range, content: tuple[Range, ...]) -> Draft:
    """The draft with `content` as the word of whom the outlet cites, carried by the outlet."""
    who, outer, cue = (_at(match, group, sentence.start) for group in ("who", "outer", "cue"))
    if draft.cue and _CITES.match(text, *draft.cue):
        cue = draft.cue
    return replace(
        draft, source=who, cue=cue, content=content, carriers=(outer,), supposed=None, cited=None, subject=None
    )


def _is_quoted(text: str, draft: Draft) -> Draft:
    """*Orr was quoted by the Lark as saying*."""
    if not draft.source or not draft.cue or draft.carriers:
        return draft
    match = _IS_QUOTED.search(text, draft.source.start, max(draft.cue.end, draft.source.end))
    if not match:
        return draft
    outer = _at(match, "outer", 0)
    source = draft.source
    if source.overlap(outer) and match.start() <= source.start:
        return draft
    source = Range(source.start, min(source.end, match.start() - 1))
    return replace(draft, source=source, carriers=(outer,)) if source.length > 0 else draft


def _quoted_behind(text: str, draft: Draft, sentences: Sentences) -> Draft:
    """*“…,” the Lark quoted him as saying*, where *him as saying* was taken for what is said."""
    if not draft.source or not draft.cue or not text.startswith("quot", draft.cue.start):
        return draft
    start = sentences.around(draft.cue).start
    match = next((m for m in _QUOTED.finditer(text, max(0, start - 500), draft.content[-1].end)), None)
    if not match or match.start("cue") < draft.cue.start or match.start("who") < draft.cue.start:
        return draft
    said = Range(match.start("said") - 1, match.end("said") + 1)
    who = _at(match, "who", 0)
    return replace(draft, source=who, cue=_at(match, "cue", 0), content=(said,), carriers=(draft.source,))


def _at(match: re.Match[str], group: str, start: int) -> Range:
    return Range(start + match.start(group), start + match.end(group))
