"""The words that tell how a statement's date carries over to others."""

import re

# What someone holds for good, or said at some other time, was not said on the occasion told before it.
LASTING = re.compile(
    r"\b(?:has|have|had|now|still|continues?|den(?:y|ies)|believes?|thinks|hopes?|earlier|previously|maintains?|doubts?|wants?)\b",
    re.IGNORECASE,
)
BACKSTORY = re.compile(r"\b(?:had|earlier|previously|once|ago)\b", re.IGNORECASE)
# Counted from another date, and told as what went before or came after it.
COUNTED = re.compile(r" (?:before|after)$")
# What had been, right before a time: "the Herald had written that it was told on Monday".
PAST_PERFECT = re.compile(r"\bhad\b[^,;:–—“”\"]*$", re.IGNORECASE)
IN_RELATIVE_CLAUSE = re.compile(r"\b(?:who|which)\b[^,;–—]*$")
PRONOUN = re.compile(r"(?:he|she|they|it)$", re.IGNORECASE)

# Plain words of saying: their day is that of the saying, not of an event.
SPOKEN = re.compile(r"(?:sa(?:id|ys)|told|according to|added|wrote)\b", re.IGNORECASE)

_PUBLIC = (
    "analysts|audience|bench|committee|conference|congress|council|court|creditors|crowd|delegates|hearing|house|inquiry"
    "|investors|journalists|judge|jury|lawmakers|magistrates|meeting|members|MPs|panel|parliament|rally|reporters|senators"
    "|shareholders|supporters|tribunal"
)
# Said before a public, where others spoke too.
OCCASION = re.compile(rf"\btold (?:the |an? )?(?:\w+ )?(?:{_PUBLIC})\b|\bshouted\b|\bin court\b", re.IGNORECASE)

# What an outlet says of itself in its own article, it says on the article's day.
WE = re.compile(r"\b(?:we|our (?:\w+ )?(?:article|report|story))\b", re.IGNORECASE)
# What it told before, when a later version takes it up.
WE_TOLD = re.compile(
    r"(?:also |first |originally )?(?:said|reported|gave|stated|wrote|described|published)\b", re.IGNORECASE
)
WE_TAKE_BACK = re.compile(r"\b(?:withdraw|retract|apologi[sz]e|regret|accept|make clear)\b", re.IGNORECASE)
OUTLET_SPEAKS = re.compile(
    r"can (?:reveal|disclose)|learned$|^(?:says|understands|has found)$|withdraws|apologi[sz]es|retracts|regrets",
    re.IGNORECASE,
)
