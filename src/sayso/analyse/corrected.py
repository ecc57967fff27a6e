"""What a paper takes back without a verb of saying: *That was wrong: it snowed. We withdraw the report*."""

from collections.abc import Sequence

from sayso.analyse.act_words import VOCABULARY
from sayso.analyse.draft import Draft, Range
from sayso.analyse.pronouns import PRONOUNS
from sayso.analyse.sentences import Sentences, opening
from sayso.analyse.subject import is_subject
from sayso.text.patterns import pattern

_WRONG = pattern(
    r"(?P<what>(?:Both |The |These |Those |Our )?(?:statements?|reports?|claims?|figures?|story|account|headline)"
    r"|That|This|It|Both)"
    rf" (?P<cue>(?:was|were) {VOCABULARY['wrong']})"
    r"(?=[.:;]|,? and\b)(?:[:;] (?P<instead>[^“”\"\n]{8,}?)(?=[.\s]*\Z))?"
)
_TAKES_BACK = pattern(
    r"\b(?P<who>[Ww]e) (?:\w+ ){0,2}?(?:withdraw|retract|apologi[sz]e|regret|take (?:it|that|this) back)\b"
)
_DISOWNED = pattern(
    r"(?P<who>[^,;:“”\"\n]{2,60}?) (?P<cue>no longer stands? (?:by|behind))"
    r" (?P<content>it|that|(?:[\w’'-]+ ){1,4}?(?:report\w*|stor(?:y|ies)|articles?|accounts?|claims?|figures?|numbers?"
    r"|statements?|words|versions?|counts?|testimony)"
    r"(?: (?:of|on|from) \w+)?(?: that [^.;:“”\"\n]+)?)(?![\w’'-])"
)


def corrected(text: str, drafts: Sequence[Draft], sentences: Sentences) -> list[Draft]:
    """The drafts, with what a paper no longer stands by, or calls wrong, in the words that it has instead if any.

    Where it calls something wrong, it must say in the same sentence or the next that it takes something back, which is
    whose word it is.
    """
    wrong = (
        _own(text, number, sentences)
        for number in sorted({sentences.number(match.start()) for match in _WRONG.finditer(text)})
    )
    found = [*wrong, *(_disowned(text, sentence) for sentence in sentences.spans)]
    made = [draft for draft in found if draft and not any(_holds(one, draft) for one in drafts)]
    kept = [one for one in drafts if not any(_inside(one, draft) for draft in made)]
    return sorted([*kept, *made], key=lambda draft: draft.start)


def _own(text: str, number: int, sentences: Sentences) -> Draft | None:
    sentence = sentences.spans[number]
    match = _WRONG.match(text, *sentence)
    following = sentences.spans[min(number + 1, len(sentences.spans) - 1)]
    taken_back = _TAKES_BACK.search(text, sentence.start, following.end)
    if not match or not taken_back:
        return None
    content = Range(*match.span("instead" if match["instead"] else "what"))
    return Draft.unseen(Range(*taken_back.span("who")), Range(*match.span("cue")), content)


def _disowned(text: str, sentence: Range) -> Draft | None:
    match = opening(text, sentence, _DISOWNED)
    if not match or not (is_subject(match["who"]) or match["who"].casefold() in {*PRONOUNS, "we"}):
        return None
    return Draft.told(match)


def _holds(one: Draft, made: Draft) -> bool:
    """Whether a statement has these words already, and is not within them: *the memo concerned another product*."""
    return not _inside(one, made) and any(piece.overlap(made.content[0]) for piece in one.content)


def _inside(one: Draft, made: Draft) -> bool:
    return any(part.within(made.content[0]) for part in (one.source, one.cue) if part)
