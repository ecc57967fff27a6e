"""What somebody says in a paper that came to light: *Orr writes that …*, after *a memo seen by the Lark*."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.draft import Draft, Range
from sayso.analyse.sentences import Sentences
from sayso.text.patterns import pattern

_NOUN = r"(?:e-?mails?|letters?|memos?|memorandum|notes?|messages?|reports?|minutes|transcripts?|diary|log|files?)"
_WORD = r"(?!(?:to|of|in|on|by|from|with|and|that|a|an|the)\b)[a-z-]+"
_PAPER = (
    rf"(?P<who>(?:(?:an?|his|her|its|their|one|[Tt]he|[A-Z][\w-]+[’']s) )?(?:{_WORD} ){{0,2}}{_NOUN}"
    r"(?: (?:of|to|from) [\w’'-]+(?: [\w’'-]+){0,3}?)?)"
)
# How it came to light; a paper that was made public is its maker's own channel.
_CAME = (
    r"(?:,?(?: (?:a copy of )?which (?:has been |was |were )?|(?: and)? )"
    r"(?:seen|obtained|reviewed|leaked|read|shown|heard)\b(?! out\b)"
    r"|, which [^,.“”]{2,40} (?:has|have|had) (?:seen|obtained|reviewed|read)\b)"
)
_SEEN = pattern(r"\b(?:seen|obtained|reviewed|leaked|read|shown|heard)\b")
# In characters: how far before such a word its paper begins.
_REACH = 150
_LEAKED = pattern(rf"\b{_PAPER}{_CAME}")
_TOLD_IN_IT = pattern(
    r"(?:is|are|was|were) (?:\w+ )?(?:recorded|minuted|quoted in it|noted|heard) as \w+ing"
    r"|(?:writes?|replies|reply|tells?|asks?|answers|warns|adds)\b",
)
_IN_IT = pattern(r"\A[Ii]n (?:it|the (?:first|second|third|last|other)|one)\b")
_WITHIN = pattern(rf"\b[Ii]n {_PAPER}{_CAME}")


def leaked(text: str, drafts: Sequence[Draft], sentences: Sentences) -> list[Draft]:
    """The drafts, those that give the words of a paper which came to light with that paper as their carrier."""
    near = [(max(0, seen.start() - _REACH), seen.end() + len(" out ")) for seen in _SEEN.finditer(text)]
    papers = [Range(*match.span("who")) for span in near for match in _LEAKED.finditer(text, *span)]
    if not papers:
        return list(drafts)
    return [_in_paper(text, draft, papers, sentences) for draft in drafts]


def _in_paper(text: str, draft: Draft, papers: Sequence[Range], sentences: Sentences) -> Draft:
    if not draft.cue or draft.carriers or draft.cited:
        return draft
    sentence = sentences.around(draft.cue)
    within = _WITHIN.search(text, sentence.start, draft.cue.end)
    if within:
        return _carried(draft, Range(*within.span("who")))
    before = [paper for paper in papers if paper.end < draft.start]
    if draft.source and text[slice(*draft.source)].casefold() == "it":
        return draft
    told = _TOLD_IN_IT.match(text, *draft.cue) or _IN_IT.match(text[sentence.start : draft.cue.end])
    return _carried(draft, before[-1]) if before and told else draft


def _carried(draft: Draft, paper: Range) -> Draft:
    own = (draft.source, *draft.content)
    return draft if any(part and paper.overlap(part) for part in own) else replace(draft, carriers=(paper,))
