"""A source of whom nothing is told: *a source*, *an insider*, *sources said*, *one MP*.

It must say something, and neither the words around it nor the text before may describe one: its office, its rank or
how it knows. Passed over: *the source*, which was described before; sources of light and income; what stands in
quotation marks; *a source close to*, *briefed on*, *familiar with*, *at*, *in*: these say something, if little (list
words under `allow` to pass over more).
"""

import re
from collections.abc import Iterator

from sayso.check.draft import Draft
from sayso.check.records import Hit, Known, Rule, Severity

_SAYS = (
    r"(?:said|says|say|told|tells|tell|claim(?:s|ed)?|added|adds|insist(?:s|ed)?|confirm(?:s|ed)?|suggest(?:s|ed)?"
    r"|revealed?|reveals|disclosed?|warn(?:s|ed)?|believe[sd]?|explain(?:s|ed)?|indicated?|den(?:y|ies|ied))"
)
_WHO = (
    r"(?:unnamed |anonymous |unidentified |well-placed |reliable |trusted |one |another |two |three |several |some "
    r"|multiple )"
)
_BARE = re.compile(
    rf"(?:\b(?:an?|one|another) {_WHO}?(?:source|insider)|(?<![\w’'.-] )\b{_WHO}?(?:sources|insiders)|\b(?:one"
    rf"|an?|another) MP)"
    rf"(?= (?:has |have |had |also |later |who )?{_SAYS}\b)"
    rf"|(?<=according to ){_WHO}*(?:an? |one |another )?{_WHO}?(?:sources?|insiders?)(?=[.,;])"
    rf"|(?:(?<=said )|(?<=says )|(?<=, ))(?:an?|one|another) {_WHO}?(?:source|insider)(?=[.,;])",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r"\b(?:sources?|officials?|insiders?|people|person|aides?|adviser|colleagues?|members?)"
    r" (?:close|familiar|briefed|in|at|within|inside|from|near|with (?:knowledge|direct)|involved|who)\b"
    r"|\b(?!(?:the|an?|one|another|two|three|several|some|of|and|or|but|that|by|from|said|unnamed|anonymous"
    r"|reliable|to) )"
    r"[\w’'-]+ (?:sources?|insiders?)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"[\w’'-]+ $")
_FREE = frozenset(
    ["to", "and", "but", "that", "as", "said", "or", "while", "when", "if", "because", "what", ",", "–", "—"]
)


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    for match in _BARE.finditer(draft.text):
        sentence = draft.sentence(match.start())
        if draft.quoted(match.start()) or _is_part(draft.text, sentence.start, match.start(), match.group()):
            continue
        before = draft.text[: sentence.start]
        rest = draft.text[sentence.start : match.start()] + " … " + draft.text[match.end() : sentence.end]
        if not _DESCRIBED.search(before) and not _DESCRIBED.search(rest):
            message = f"Nothing is told of “{match.group()}”: no office, no rank, not how they know."
            mend = "Describe the source as closely as you may: “an official in the ministry who saw the letter”."
            yield Hit(match.start(), match.end(), message, mend)


def _is_part(text: str, start: int, at: int, found: str) -> bool:
    """Whether a word before the plural tells whose sources they are: *police sources*, *her sources*."""
    before = _BEFORE.search(text, max(start, at - 30), at)
    plural = found.lower().endswith("s")
    return bool(plural and before and before.group().strip().lower() not in _FREE)


RULE = Rule(
    "C002",
    "source-undescribed",
    Severity.WARNING,
    "AP Stylebook (a bare “a source” is almost always prohibited); Guardian; NPR (say how the source knows)",
    _find,
    __doc__,
)
