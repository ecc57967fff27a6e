"""What time expressions look like, and how each kind is read."""

from sayso.text.days import COUNT, MONTH, WEEKDAY, Reading, counted, own, then, vague, weekday, written

# Times that an expression only bounds: "since Monday", "by Friday".
BOUND = r"(?:[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|[Ss]ince|[Aa]fter|[Ff]rom|[Ff]or) "

_ON = rf"(?:{BOUND}|(?:(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater) )?[Oo]n (?:the )?)?"
_WHICH = r"(?:(?:[Ll]ast|[Nn]ext|[Tt]h(?:is|e)(?: past| coming| same| following| previous)?|[Ee]arly|[Ll]ate) )?"
_IN = r"(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Ll]ast|[Nn]ext|[Tt]his|[Oo]f|[Ee]arly|[Ll]ate)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![:%]|[.,/]\d)"
_YEAR = r"(?:,? (?:19|20)\d\d\b)?"
_PART = r"(?:morning|lunchtime|noon|afternoon|evening|night)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_LONG = rf"(?:week(?:end)?|month|year|decade|century|{_SEASON})"
_HOUR = r"(?:\d{1,2}(?:[.:]\d\d)? ?(?:[ap]m\b|[ap]\.m\.)|midnight|dawn|noon)"
_SHORT = r"(?:hours?|minutes?)"
# "Black Friday", "every Friday", "the Friday Times", "8pm on Friday", "the day before the vote" are something else.
_NO_NAME = "".join(
    rf"(?<!\b{word} )"
    for word in (
        "Ash",
        "Black",
        "Bloody",
        "Cyber",
        "Easter",
        "Good",
        "Holy",
        "Palm",
        "Shrove",
        "Super",
        "Every",
        "every",
    )
)
_NO_PAPER = r"(?! (?:Express|Herald|Independent|Mail|Mirror|Night|Post|Sport|Star|Telegraph|Times|Tribune)\b)"
_NO_DAY = r"(?! on | [MTWFS]| yesterday|,? \w+ \d)"
_NO_CLAUSE = r"(?! (?:the|an?|his|her|their|its|this|that|s?he|they|it|we|I|[A-Z]\w*)\b)"
# A capital in the middle of a sentence makes a name of it: a programme, a newspaper.
_OPENING = r"(?<![\w,] )"

# First that fits, from the left.
TABLE: tuple[tuple[str, Reading], ...] = (
    (r"(?:19|20)\d\d-[01]\d-[0-3]\d", written),
    (rf"{_ON}(?:{WEEKDAY},? )?(?:the )?{_DAY}(?: of)? {MONTH}{_YEAR}", written),
    (rf"{_ON}(?:{WEEKDAY},? )?{MONTH} {_DAY}{_YEAR}", written),
    (rf"{_ON}{_WHICH}{_NO_NAME}{WEEKDAY}{_NO_PAPER}(?: {_PART})?(?: (?:of )?last week)?", weekday),
    (r"[Tt]he day before yesterday|[Tt]he night before last", own(-2)),
    (rf"[Yy]esterday(?: {_PART})?|[Ll]ast (?:night|evening)", own(-1)),
    (rf"(?:{_OPENING}T|t)o(?:day|night)|{_OPENING}Overnight|(?<!an )overnight|[Tt]his {_PART}", own(0)),
    (rf"(?:{COUNT} )?{_SHORT} ago", own(0)),
    (rf"(?:[Aa]t|[Ss]hortly (?:before|after)) (?:about |around )?{_HOUR}{_NO_DAY}", own(0)),
    (r"[Aa]fter (?:(?:the )?publication(?: of this \w+)?|this \w+ was(?: first)? published)", own(0)),
    (rf"[Tt]omorrow(?: {_PART})?", own(1)),
    (rf"{COUNT} days? ago", counted(-1, own)),
    (r"(?:[Aa]|[Oo]ne) week ago(?! (?:on )?[A-Z])", own(-7)),
    (r"(?:[Tt]wo weeks|[Aa] fortnight) ago(?! (?:on )?[A-Z])", own(-14)),
    (rf"{COUNT} days? (?:earlier|before{_NO_CLAUSE})", counted(-1, then)),
    (rf"{COUNT} days? (?:later|after{_NO_CLAUSE})", counted(1, then)),
    (rf"[Tt]he (?:previous (?:day|{_PART})|(?:day|night|evening) before{_NO_CLAUSE})", then(-1)),
    (rf"[Tt]he (?:(?:next|following) (?:day|{_PART})|day after{_NO_CLAUSE})", then(1)),
    (rf"(?:[Tt]he same|[Tt]hat) (?:day|{_PART})|(?:{COUNT} )?{_SHORT} (?:later|earlier)", then(0)),
    (r"(?:[Ee]arlier|[Ll]ater) in the day|[Ww]ithin (?:(?:the|an) hour|hours|minutes)", then(0)),
    (rf"{_IN} {MONTH}{_YEAR}|{MONTH} (?:19|20)\d\d|(?:[Ii]n|[Ss]ince|[Dd]uring) (?:19|20)\d\d", vague),
    (rf"(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|[Tt]he (?:same|next|following|previous|past)) {_LONG}", vague),
    (rf"(?:[Oo]ver|[Aa]t|[Dd]uring) the weekend|[Ii]n the {_SEASON}|[Ii]n recent (?:days|weeks|months|years)", vague),
    (rf"(?:{COUNT} )?(?:days?|weeks?|months?|years?|decades?) (?:ago|earlier|later)", vague),
)
