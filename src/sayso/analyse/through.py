"""Through whom or what words came out: *Orr, through his lawyer, denied it*, *told staff in an email that …*."""

from dataclasses import replace

from sayso.analyse.draft import Draft, Range
from sayso.text.patterns import pattern

_NOUN = r"(?!spokes|solicitor|lawyer|attorney|counsel|interpreter)[\w’'-]+"
_WHO = rf"(?P<who>(?:an?|the|his|her|its|their|[A-Z][\w-]+[’']s) {_NOUN}(?: {_NOUN}){{0,2}}?)"
_THROUGH = pattern(
    rf"(?:\A|, )[Tt]hrough {_WHO}(?=,| (?:he|she|it|they|[A-Z]))"
    rf"|\bsaid through {_WHO.replace('<who>', '<what>')}(?= that\b)"
)
_READ_BY = pattern(
    r"\b(?:statement|message|letter|note|speech)s?,? (?:read|delivered|passed on|handed over)(?: out)? by"
    r" (?P<who>[^.;:“”\"]+?)"
    r"(?=,? (?:he|she|it|they)\b)"
)
_STAFF = (
    r"(?:all )?(?:(?:his|her|its|their|the|senior) )?"
    r"(?:staff|employees|colleagues|workers|members|directors|managers|officers)"
)
_WRITING = (
    r"(?:an?|the) (?:(?:internal|leaked|private|group) )?(?:e-?mail|memo|memorandum|message|note|video|voicemail)"
)
_IN_WRITING = pattern(
    rf"\b(?:tell|told|telling|assured|warned) {_STAFF} in (?P<who>{_WRITING})\b"
    rf"|\b[Ii]n (?P<what>{_WRITING} to {_STAFF})\b"
)
# Each with words one of which it cannot do without.
_WAYS = (
    (("hrough ",), _THROUGH),
    ((" by ",), _READ_BY),
    (("mail", "memo", "message", "note", "video"), _IN_WRITING),
)
_REACH = 60


def through(text: str, draft: Draft, sentence: Range) -> Draft:
    """The draft with whom or what it came through, in its sentence, as its carrier."""
    if not draft.cue or draft.carriers or draft.cited:
        return draft
    near = text[sentence.start : min(sentence.end, draft.cue.end + _REACH)]
    for signs, way in _WAYS:
        match = way.search(near) if any(sign in near for sign in signs) else None
        if match and -_REACH < sentence.start + match.end() - draft.cue.start < _REACH:
            start, end = match.span("who" if match["who"] else "what")
            who = Range(sentence.start + start, sentence.start + end)
            if not any(who.overlap(part) for part in draft.content) and who != draft.source:
                return replace(draft, carriers=(who,))
    return draft
