"""Who had something first: *The Lark was first to report the flood, citing two clerks*."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.analyse.draft import Draft, Range
from sayso.analyse.sentences import Sentences, opening
from sayso.analyse.subject import is_subject
from sayso.text.patterns import pattern

_FIRST = pattern(
    r"(?P<who>[^,;:“”\"\n]{2,60}?)(?:, [^,;:“”\"\n]{2,60}?,)? (?P<cue>(?:was|were) (?:the )?first to report)"
    r"(?: (?:on \w+day|yesterday|earlier))? (?P<content>[^,.;:“”\"\n]{3,})"
)


def first(text: str, drafts: Sequence[Draft], sentences: Sentences) -> list[Draft]:
    """The drafts, with what an outlet was first to report as the content, be it seen with more words or not at all."""
    if " first to report " not in text:
        return list(drafts)
    found = list(drafts)
    for sentence in sentences.spans:
        match = opening(text, sentence, _FIRST)
        if match and is_subject(match["who"]):
            cue, content = (Range(*match.span(group)) for group in ("cue", "content"))
            told = [draft for draft in found if any(piece.overlap(content) for piece in draft.content)]
            found = [_cut(draft, cue, content) if draft in told else draft for draft in found]
            found += [] if told else [Draft.told(match)]
    return sorted(found, key=lambda draft: draft.start)


def _cut(draft: Draft, cue: Range, content: Range) -> Draft:
    """The draft without the words before `content` where it took them for its own."""
    whole = any(cue.within(piece) for piece in draft.content)
    return replace(draft, content=(content,)) if whole else draft
