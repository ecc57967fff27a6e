"""What a speaker does by saying it, and whether the cue keeps it at arm's length, as far as the words tell."""

from functools import cache, lru_cache

from sayso.analyse.act_table import ROWS, Row
from sayso.analyse.act_words import opening, spelled_out
from sayso.records import Act
from sayso.text.patterns import pattern

# Cues are short, and an act shows near the start of the content: what is longer is cut.
_CUE_WIDTH = 160
_CONTENT_WIDTH = 160
_RULES = tuple((row, opening(row.cue), spelled_out(row.cue)) for row in ROWS)
_OPENINGS = {words: spelled_out(words) for _, words, _ in _RULES if words}
_HEDGE = pattern(
    r"\b(?:report|alleg|purport|suppos|apparent|presum|seeming|effective|essential)(?:ed)?ly\b"
    r"|\b(?:appear|seem)(?:s|ed|ing)?\b|\b(?:may|might) (?:\w+ )?have\b|\ball but\b|\bclose to\b|\brumou?red\b"
    r"|(?:\b(?:is|are|was|were|been|be)|'s) (?:(?!first)\w+ )?"
    r"(?:understood|believed|feared|thought|said|reported|alleged|claimed)(?: to\b| that\b|$)"
)


def act(cue: str, content: str) -> Act | None:
    """Read the act off the words, or `None` when the table leaves it open.

    `cue` comes best from `lead.with_lead`, since a negation may stand outside the cue; `content` is its pieces, joined.
    """
    row = deciding_row(cue, content)
    return row.act if row else None


def hedged(cue: str) -> bool:
    """Whether the cue passes the content on without standing behind it: *reportedly*, *is understood to*, *seemed*."""
    return bool(_HEDGE.search(_plain(cue[:_CUE_WIDTH])))


def deciding_row(cue: str, content: str) -> Row | None:
    """Find the first row of the table that fits."""
    opening = _plain(content[:_CONTENT_WIDTH]).lstrip("\"“‘' ")
    rows = _rows_for(cue[:_CUE_WIDTH])
    return next((row for row in rows if not row.content or _content(row.content).search(opening)), None)


# A handful of cues ("said", "told reporters") stand in most statements.
@lru_cache(maxsize=4096)
def _rows_for(cue: str) -> tuple[Row, ...]:
    words = _plain(cue)
    absent = {name for name, fits in _OPENINGS.items() if not fits.search(words)}
    return tuple(row for row, name, fits in _RULES if name not in absent and fits.search(words))


# Made when a cue first asks for it: most articles need few of them.
_content = cache(spelled_out)


def _plain(words: str) -> str:
    # In lower case: patterns that ignore case take four times as long to compile, and a third longer to search.
    return " ".join(words.replace("’", "'").split()).lower()
