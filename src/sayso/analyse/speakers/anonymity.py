"""Why an unnamed speaker is not named, where the text tells."""

import re

from sayso.analyse.draft import Range
from sayso.text.patterns import pattern

# What no reason is without; few sentences hold one of these.
_ANY = pattern(r"anonym|named|identified|quoted|name\b|authori[sz]ed|allowed|permitted", re.IGNORECASE)
_ANONYMOUS = (
    r"(?:anonym\w+|(?:not|n[o’']t) (?:to )?be (?:named|identified|quoted)"
    r"|declined to (?:be named|give (?:his|her|their) name)|without (?:being named|giving (?:his|her|their) name))"
)
_REASON = (
    r"(?:because|since|as (?:he|she|they|it|the)|so (?:as|that)|(?:for|in|out of) fear|fear(?:ing|s|ed)|citing"
    r"|due to|while|to (?:discuss|describe|speak|talk|avoid|protect|be able)|in order to)\b"
)
_CLAUSE = r"[^,.;:\n“”\"]*?(?= (?:said|says|told|added|wrote)\b|[,.;:\n“”\"]|$)"
_GIVEN = pattern(
    rf"{_ANONYMOUS}[^.;\n]{{0,40}}?(?P<why>\b{_REASON}{_CLAUSE})"
    rf"|(?P<bare>\b(?:not|n[o’']t) (?:authori[sz]ed|allowed|permitted) to (?:speak|talk|comment|discuss){_CLAUSE})",
    re.IGNORECASE,
)


def anonymity(text: str, sentence: Range) -> Range | None:
    """The words in a sentence that tell why its speaker is not named: *because he was not authorised to speak*.

    That somebody asked not to be named is no reason.
    """
    match = _GIVEN.search(text, *sentence) if _ANY.search(text, *sentence) else None
    if not match:
        return None
    group = "why" if match.group("why") else "bare"
    start, end = match.span(group)
    return Range(start, start + len(text[start:end].rstrip()))
