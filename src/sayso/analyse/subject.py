"""Whether words before a verb can be its subject, and another than the one who tells of it."""

import re

from sayso.analyse.pronouns import PRONOUNS
from sayso.analyse.speakers.words import is_bare_plural, is_some
from sayso.text.patterns import pattern

THINKS = r"(?:believe[sd]|suspect(?:s|ed)|consider(?:s|ed)|regard(?:s|ed)|fear(?:s|ed)|doubt(?:s|ed))"
TELLS = r"(?:told (?!him|her|them|us|me)(?:[\w’'-]+ ){0,2}?[\w’'-]+)"
ASIDE = r"(?: on \w+day)?(?:, [^,.;“”\"]{1,40},)?"
_NO_SUBJECT = pattern(
    r"\b(?:I|you|we|he|she|it|they|who|what|how|why|when|that|to|not|never|would|could|will|can|may|might|should"
    r"|was|were|been|be|is|are|had|having|as)\b"
    r"|n[’']t\b|['’]s?$",
    re.IGNORECASE,
)
_SINGLE = frozenset({"he", "she", "it"})


def is_subject(who: str) -> bool:
    """Whether the words can be all of a subject: no verb, no conjunction, no pronoun among them."""
    return not _NO_SUBJECT.search(who)


def is_another(source: str, who: str) -> bool:
    """Whether `who` is surely not the source: named anew, or one where the source is several."""
    if who.casefold() not in PRONOUNS:
        return is_subject(who)
    several = is_bare_plural(source) or (is_some(source) and source.partition(" ")[0].casefold() != "one")
    return who.casefold() in _SINGLE and several
