"""What the rules on claims have in common."""

import re
from collections.abc import Iterator

from sayso.check.draft import Draft
from sayso.check.records import Known, Match
from sayso.check.words import SMALL, words
from sayso.claims.names import ON_RECORD
from sayso.records import Entry, Kind, Origin, Speaker, Stance, Status

CONTESTED = (Status.DISPUTED, Status.DENIED)
DENIAL = re.compile(
    r"\bden(?:y|ies|ied|ying|ial|ials)\b|\breject(?:s|ed|ing|ion)?\b|\bdismiss(?:es|ed|ing)?\b|\bdisput(?:e|es"
    r"|ed|ing)\b"
    r"|\brefut\w+|\brebut\w*|\bcontest(?:s|ed)\b|\bcontradict\w*|\bdeclin(?:e|es|ed|ing)\b|\bno comment\b"
    r"|\brefus(?:e|es|ed|ing)\b"
    r"|\b(?:not|never|n[’']t) (?:\w+ )?(?:comment|respon[ds]\w*|repl\w+|answer\w*|return|reached?)\b|\buntrue\b"
    r"|\bfalse\b|\bnonsense\b"
    r"|\binvention\b|\bfabricat\w+|\bbaseless\b|\bhoax\b|\bfiction\b|\brubbish\b|\blie[sd]?\b|\bwithdr[ae]w\w*"
    r"|\bretract\w*|\btook back\b"
    r"|\bcorrected\b|\bdoubt\w*|\binsist(?:s|ed)?\b|\bno such\b|\bthere (?:is|was|were|had been) no\b"
    r"|\bchalleng\w+|\bcontroversial\b",
    re.IGNORECASE,
)
HEDGE = re.compile(
    r"\b(?:alleg\w+|reported(?:ly)?|reports?|claims?|claimed|purported\w*|apparent(?:ly)?|suspected|accus\w+"
    r"|rumou?r\w*|said|says|according"
    r"|told|may|might|could|would|if|whether|possible|possibly|likely|believed|thought|understood|denied|denies"
    r"|disputed|suggest\w*"
    r"|question\w*|unconfirmed|unproven|supposed\w*|seem\w*|appear\w*|insist\w*|warn\w*|asked?|deny|denial"
    r"|dispute|row|not|never|no)\b|[?“\"‘]|n[’']t\b",
    re.IGNORECASE,
)
_BARE = SMALL | frozenset(
    ["source", "sources", "official", "officials", "people", "person", "insiders", "aides", "one"]
)
_OF_ITS_OWN = (Kind.PERSON, Kind.ORGANIZATION, Kind.STATE, Kind.DOCUMENT)
_PLURAL = re.compile(
    r"\b(?:sources|officials|people|aides|insiders|ministers|diplomats|reports|two|three|four|five|several|both|some|others)\b",
    re.IGNORECASE,
)


def affirmed(known: Known, *, own_voice: bool | None = None) -> Iterator[Match]:
    """The matches in which the draft affirms, in its own voice, as somebody's statement, or either; each claim once."""
    seen: set[str] = set()
    for match in known.matches:
        fits = own_voice is None or own_voice == (match.statement is None)
        if match.stance is Stance.AFFIRMS and fits and match.recorded.claim.id not in seen:
            seen.add(match.recorded.claim.id)
            yield match


def denials(match: Match) -> tuple[Entry, ...]:
    """The denials on record, first those of named speakers."""
    return tuple(sorted(match.recorded.on(Stance.DENIES), key=lambda entry: entry.speaker.kind is Kind.UNNAMED))


def sole_origin(match: Match) -> Origin | None:
    """The one origin of a claim that stands; none where there are several, or it was taken back."""
    standing = [origin for origin in match.recorded.claim.origin_list if not origin.withdrawn]
    return standing[0] if len(standing) == 1 else None


def is_anothers(draft: Draft, match: Match, origin: Origin) -> bool:
    """Whether the draft has it from another than the ledger's origin, or through another outlet."""
    if match.statement is None:
        return False
    speaker = draft.reading.speaker(match.statement)
    if speaker.kind in _OF_ITS_OWN:
        return True
    known = set(words(f"{origin.name} {origin.heard_by or ''}")) - _BARE
    carriers = [one.name for one in draft.reading.speakers if one.id in match.statement.via]
    told = [*carriers, *([] if speaker.name.startswith("(") or speaker.kind is Kind.GROUP else [speaker.name])]
    telling = [set(words(name)) - _BARE for name in told]
    return any(one and not one & known for one in telling)


def is_plural(words: str) -> bool:
    """Whether words for a source stand for several."""
    return bool(_PLURAL.search(words))


def is_named(speaker: Speaker) -> bool:
    """Whether a speaker has a name, and not a description alone."""
    return speaker.kind in ON_RECORD and any(word[0].isupper() for word in speaker.name.split())


def place(draft: Draft, match: Match) -> tuple[int, int]:
    """Where to show a match: of a headline outside of the text, its first sentence."""
    if match.end:
        return match.start, match.end
    first = draft.sentences[0]
    return first.start, first.end


def names(draft: Draft, name: str) -> bool:
    """Whether the draft names somebody anywhere: text, title, byline or credits."""
    article = draft.article
    parts = (
        draft.text,
        article.title or "",
        article.byline or "",
        article.outlet or "",
        *(c.name for c in article.credits),
    )
    wanted = re.sub(r"^(?:the|a|an) ", "", name.strip().casefold())
    whole = " ".join(parts).casefold()
    return wanted in whole or any(word in whole.split() for word in wanted.split()[-1:] if len(word) > 5)
