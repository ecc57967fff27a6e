"""What a sentence plainly reports where the tagger saw nothing: *The Lark reported on Friday that it rained*."""

from collections.abc import Sequence

from sayso.analyse.draft import Draft, Range
from sayso.analyse.pronouns import PRONOUNS
from sayso.analyse.sentences import Sentences, opening
from sayso.analyse.subject import is_subject
from sayso.text.patterns import pattern

_ANY = pattern(r"\b(?:said|says|reported|reports|told|announced|wrote|claimed|claims)\b[^“”\"\n]{0,90}? that ")
_ASIDE = r"(?:, [^,;:“”\"]{2,60},)?"
_TIME = r"(?: (?:earlier|later|also|(?:late |early )?(?:on )?\w+day|(?:last|this) \w+|yesterday|today))*"
_TOLD = r"told (?:[\w’'&-]+ ){0,3}?[\w’'&-]+"
_REPORTED = pattern(
    r"(?:(?:But|And|Yet|Meanwhile),? |Earlier,? |(?:On|Last|This) \w+,? )?"
    rf"(?P<who>[^,;:“”\"]{{2,60}}?(?:, [^,;:“”\"]{{2,60}}?)?){_ASIDE},?"
    r" (?:(?:has|had|have|also|later|first|earlier) )*"
    rf"(?P<cue>said|says|reported|reports|announced|wrote|claimed|claims|{_TOLD}){_TIME}{_ASIDE}"
    r" (?P<content>that [^\n]*?)[.\s]*\Z"
)


def reported(text: str, drafts: Sequence[Draft], sentences: Sentences) -> list[Draft]:
    """The drafts, with what a sentence reports that holds no part of any."""
    spans = [sentences.spans[i] for i in sorted({sentences.number(m.start()) for m in _ANY.finditer(text)})]
    parts = [part for draft in drafts for part in (draft.source, draft.cue, *draft.content) if part]
    bare = [span for span in spans if not any(part.overlap(span) for part in parts)]
    return sorted([*drafts, *(d for span in bare if (d := _plain(text, span)))], key=lambda draft: draft.start)


def _plain(text: str, sentence: Range) -> Draft | None:
    match = opening(text, sentence, _REPORTED)
    if not match or not (is_subject(match["who"]) or match["who"].casefold() in PRONOUNS):
        return None
    return Draft.told(match)
