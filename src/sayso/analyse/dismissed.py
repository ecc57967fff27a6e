"""What is denied in the passive: *claims that it rained have been dismissed by the mayor*."""

from collections.abc import Sequence

from sayso.analyse.draft import Draft, Range
from sayso.analyse.sentences import Sentences
from sayso.analyse.subject import is_subject
from sayso.text.patterns import pattern

_DISMISSED = pattern(
    r"(?P<content>(?P<whose>(?:[\w’'-]+ ){0,3}?)"
    r"(?:[Cc]laims|[Rr]eports|[Aa]llegations|[Ss]uggestions|[Aa]ccusations|[Rr]umours)"
    r" that [^.;:“”\"\n]{3,120}?)"
    r" (?P<cue>(?:have been|had been|were|are) (?:\w+ly )?(?:dismissed|denied|rejected|disputed|contradicted))"
    r" by (?P<who>[^,.;:“”\"\n]{2,60})"
)


def dismissed(text: str, drafts: Sequence[Draft], sentences: Sentences) -> list[Draft]:
    """The drafts, with such a denial as that of the one who denies, in place of what was seen in its sentence."""
    made = [
        Draft.unseen(*(Range(*match.span(group)) for group in ("who", "cue", "content")))
        for sentence in sentences.spans
        if (match := _DISMISSED.match(text, sentence.end - len(text[slice(*sentence)].lstrip()), sentence.end))
        and is_subject(match["whose"])
    ]
    kept = [draft for draft in drafts if not any(_within(draft, one) for one in made)]
    return sorted([*kept, *made], key=lambda draft: draft.start)


def _within(draft: Draft, made: Draft) -> bool:
    """Whether the draft lies wholly in what was made."""
    whole = Range(made.start, made.source.end if made.source else made.start)
    return all(part.within(whole) for part in (draft.cue, *draft.content) if part)
