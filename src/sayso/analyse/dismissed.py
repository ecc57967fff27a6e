"""What is denied in the passive: *claims that it rained have been dismissed by the mayor*."""

from collections.abc import Sequence

from sayso.analyse.draft import Draft, Range
from sayso.analyse.sentences import Sentences, opening
from sayso.analyse.subject import is_subject
from sayso.text.patterns import pattern

_DISMISSED = pattern(
    r"(?:(?:[A-Z][^\n“”]{0,40}? )?[-–—] )?(?P<content>(?P<whose>(?:[\w’'-]+ ){0,3}?)"
    r"(?:[Cc]laims|[Rr]eports|[Aa]llegations|[Ss]uggestions|[Aa]ccusations|[Rr]umours)"
    r" that [^.;:“”\"\n]{3,120}?)"
    r" (?P<cue>(?:have been|had been|were|are) (?:\w+ly )?(?:dismissed|denied|rejected|disputed|contradicted))"
    r" by (?P<who>[^,.;:“”\"\n]{2,60}(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}(?=[,.]))?)"
)


def dismissed(text: str, drafts: Sequence[Draft], sentences: Sentences) -> list[Draft]:
    """The drafts, with such a denial as that of the one who denies, in place of what was seen within its words."""
    found = [
        match
        for sentence in sentences.spans
        if (match := opening(text, sentence, _DISMISSED)) and is_subject(match["whose"])
    ]
    wholes = [Range(*match.span()) for match in found]
    kept = [draft for draft in drafts if not any(_lies_in(draft, whole) for whole in wholes)]
    return sorted([*kept, *map(Draft.told, found)], key=lambda draft: draft.start)


def _lies_in(draft: Draft, whole: Range) -> bool:
    return all(part.within(whole) for part in (draft.cue, *draft.content) if part)
