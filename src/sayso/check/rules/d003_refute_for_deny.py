"""*Refuted* or *debunked* where somebody only denies: to refute is to prove wrong.

The subject must be somebody who speaks and the object what is said of them: a claim, an accusation, a report, that
something is so. Passed over: what stands in quotation marks; studies, data, evidence, documents, courts and
fact-checkers that do the refuting; what was *not* refuted; a sentence that tells how it was refuted (*by showing*,
*with*).
"""

import re
from collections.abc import Iterator

from sayso.check.draft import Draft
from sayso.check.records import Hit, Known, Rule, Severity

_REFUTES = re.compile(
    r"\b(?:refut(?:ed|es|ing|e)|debunk(?:ed|s|ing)?)(?= (?:[\w’'-]+ ){0,5}?(?:claims?"
    r"|allegations?|accusations?|reports?"
    r"|suggestions?|assertions?|charges?|rumou?rs?|criticisms?|stor(?:y|ies)|statements?|notion|idea|that)\b)",
    re.IGNORECASE,
)
_PROVES = re.compile(
    r"\b(?:stud(?:y|ies)|research\w*|scientists?|data|figures|statistics|evidence|documents?|records?|footage"
    r"|video|photo\w*|tests?"
    r"|analys[ei]s|analysts?|experts?|facts?|fact-check\w*|court|judge|jury|tribunal|lawyers?|defen[cs]e"
    r"|prosecut\w+|witness\w*|experiments?"
    r"|inquiry|investigat\w+|audit\w*|reviews?|scholars?|historians?|economists?|paper|book|article|professor"
    r"|logs?|e-?mails?|DNA"
    r"|proof|prov(?:e|ed|es|ing)|show(?:s|ed|ing|n)|point(?:s|ed|ing) (?:to|out)|by \w+ing|produc\w+|publish\w+"
    r"|releas\w+|point by point"
    r"|thoroughly|long(?: since| been)|widely|repeatedly|debate|argument|theory|theories|hypothesis|myths?"
    r"|conspiracy)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:\b(?:not|never|cannot|to|can|could|would|may|might|must|should|will|been|be|is|are|were|was|hard"
    r"|impossible|unable|failed|tried|trying"
    r"|chance|opportunity|attempt(?:s|ed)?|effort|yet|neither|nor)\b|n[’']t\b)(?: \w+ly)?\s*$",
    re.IGNORECASE,
)


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    for match in _REFUTES.finditer(draft.text):
        sentence = draft.sentence(match.start())
        before = draft.text[sentence.start : match.start()]
        if draft.quoted(match.start()) or _NOT.search(before) or _PROVES.search(sentence.text):
            continue
        message = f"“{match.group()}” says that it was proved wrong, and the sentence shows no proof."
        yield Hit(match.start(), match.end(), message, "Write “denied”, “rejected” or “disputed”, or give the proof.")


RULE = Rule(
    "D003",
    "refute-for-deny",
    Severity.WARNING,
    "Guardian and AP usage (“refute” means to disprove)",
    _find,
    __doc__,
)
