"""Somebody speaks on condition of anonymity, and it is not said why.

Looks at the first such mention of a draft. A reason is a clause with *because*, *as*, *since*, *citing*, *for fear*,
*to discuss*, *was not authorised to* in the same sentence or the next or the one before. Passed over: what stands in
quotation marks; people whom a court, the police or a law keeps unnamed; children and victims; things without a name.
"""

import re
from collections.abc import Iterator

from sayso.check.draft import Draft
from sayso.check.records import Hit, Known, Rule, Severity

_NAMED = r"(?:named|identified|quoted by name)"
_ANONYMOUS = re.compile(
    r"\bon (?:the )?condition (?:of anonymity\b|that (?:he|she|they) (?:not|would not) be (?:named|identified)\b)"
    rf"|\b(?:ask|request|want|wish|prefer|insist)\w* (?:(?:us|me|that|he|she|they|to) )*not (?:to )?be {_NAMED}"
    rf"|\b(?:did|does|do) not (?:want|wish) to be {_NAMED}|\b(?:declin|refus)\w+ to be {_NAMED}"
    r"|\b(?:ask|request|want|wish|prefer|insist)\w* (?:to|that|on|for|he|she|they|his|her|their)"
    r"(?: (?:to|his|her|their|remain|stay|be|names?|not))* (?:anonymous|anonymity|published|used|printed)\b"
    r"|\b(?:request\w*|granted|speak(?:ing)?|spoke|talk(?:ed|ing)) (?:anonymity|anonymously)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|since|as (?:he|she|they|it|the|this)|so (?:as|that)|for fear|in fear|fear(?:ing|s|ed)|afraid"
    r"|citing|due to"
    r"|given the|in order to|to (?:discuss|describe|speak|talk|avoid|protect|be able|share|disclose|comment"
    r"|detail|preserve|offer)"
    r"|authori[sz]ed|allowed|permitted|permission|not cleared|retaliat\w+|repris\w+|sensitiv\w+|confidential"
    r"|lose (?:his|her|their) job"
    r"|would be (?:fired|sacked|dismissed)|threats?|safety|rules|policy|privacy|candid\w*|frank\w*|ongoing"
    r"|not public|private)\b",
    re.IGNORECASE,
)
_KEPT_BY_LAW = re.compile(
    r"\b(?:court|judge|police|by law|legal reasons|victims?|minors?|child(?:ren)?|juvenile|complainant"
    r"|teenagers?|aged 1[0-7]"
    r"|donors?|donat\w+|benefactor|bidder|buyer|winner|tests?|survey|respondents?|poll|readers?|letters?|tips?"
    r"|hotline|online"
    r"|cannot be named|whistleblower law)\b",
    re.IGNORECASE,
)


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    mentions = (match for match in _ANONYMOUS.finditer(draft.text) if not draft.quoted(match.start()))
    for match in mentions:
        around = [draft.preceding(match.start()), draft.sentence(match.start()), draft.following(match.start())]
        near = " ".join(span.text for span in around if span)
        if _KEPT_BY_LAW.search(draft.sentence(match.start()).text):
            continue
        if not _REASON.search(near):
            message = "It is not said why this source is not named."
            yield Hit(match.start(), match.end(), message, "Say why: because …, for fear of …, to discuss …")
        # The reason is given once, at the first mention.
        return


RULE = Rule(
    "C001",
    "anonymous-no-reason",
    Severity.WARNING,
    "AP (tell readers why anonymity was asked for); SPJ Code (explain why anonymity was granted); NYT",
    _find,
    __doc__,
)
