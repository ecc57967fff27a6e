"""The words that tell how a statement's date carries over to others."""

import re

from sayso.analyse.act_words import VOCABULARY
from sayso.text.patterns import pattern

# What someone holds for good, or said at some other time, was not said on the occasion told before it.
LASTING = pattern(
    r"\b(?:has|have|had|now|still|continues?|den(?:y|ies)|believes?|thinks|hopes?|earlier|previously|maintains?|doubts?|wants?)\b",
    re.IGNORECASE,
)
BACKSTORY = pattern(r"\b(?:had|earlier|previously|once|ago)\b", re.IGNORECASE)
# Counted from another date, and told as what went before or came after it.
COUNTED = pattern(r" (?:before|after)$")
# What had been, right before a time: "the Herald had written that it was told on Monday".
PAST_PERFECT = pattern(r"\bhad\b[^,;:–—“”\"]*$", re.IGNORECASE)
IN_RELATIVE_CLAUSE = pattern(r"\b(?:who|which)\b[^,;–—]*$")
PRONOUN = pattern(r"(?:he|she|they|it)$", re.IGNORECASE)

# Plain words of saying: their day is that of the saying, not of an event.
SPOKEN = pattern(r"(?:sa(?:id|ys)|told|according to|added|wrote)\b", re.IGNORECASE)

_PUBLIC = (
    "analysts|audience|bench|committee|conference|congress|council|court|creditors|crowd|delegates|hearing|house|inquiry"
    "|investors|journalists|judge|jury|lawmakers|magistrates|meeting|members|MPs|panel|parliament|rally|reporters|senators"
    "|shareholders|supporters|tribunal"
)
# Said before a public, where others spoke too.
OCCASION = pattern(rf"\btold (?:the |an? )?(?:\w+ )?(?:{_PUBLIC})\b|\bshouted\b|\bin court\b", re.IGNORECASE)

# What an outlet says of itself in its own article, it says on the article's day.
WE = pattern(r"\b(?:we|our (?:\w+ )?(?:article|report|story))\b", re.IGNORECASE)
# What it told before, when a later version takes it up.
WE_TOLD = pattern(
    r"(?:also |first |originally )?(?:said|reported|gave|stated|wrote|described|published)\b", re.IGNORECASE
)
WE_TAKE_BACK = pattern(
    rf"\b(?:withdraw|retract|apologi[sz]e|regret|accept|make clear|{VOCABULARY['wrong']})\b", re.IGNORECASE
)
OUTLET_SPEAKS = pattern(
    r"can (?:reveal|disclose)|learned$|^(?:says|understands|has found)$|withdraws|apologi[sz]es|retracts|regrets",
    re.IGNORECASE,
)
