"""Sorts of bodies by their nouns: the army is no union, and *the panel* is the Fair Play Panel before any other."""

from collections.abc import Sequence
from functools import lru_cache

from sayso.analyse.speakers.words import bare, core_of
from sayso.text.patterns import pattern

# Nouns of one row may be said of one body; a noun may stand in several rows.
_ROWS = (
    "army military forces",
    "navy forces",
    "police constabulary gendarmerie patrol sheriff",
    "company firm insurer carmaker drugmaker manufacturer retailer airline motors ltd plc inc corp group holdings bank"
    " sons brothers partners",
    "company consortium group",
    "insurer mutual",
    "lender bank",
    "agency directorate office department patrol",
    "ministry department",
    "union guild league brotherhood",
    "coalition alliance front party",
    "hospital clinic infirmary",
    "court tribunal",
    "prosecutor prosecutors office",
    "museum gallery",
    "charity foundation trust mission",
    "airport",
    "association",
    "authority",
    "board",
    "bureau",
    "cabinet",
    "chamber",
    "club",
    "coastguard",
    "college",
    "commission",
    "committee",
    "congress",
    "council",
    "embassy",
    "federation",
    "festival",
    "institute",
    "laboratory",
    "monitors observers mission",
    "opera",
    "panel",
    "parliament",
    "prefecture",
    "philharmonic orchestra",
    "regulator",
    "society",
    "university",
)
_SORTS = {noun: frozenset(i for i, row in enumerate(_ROWS) if noun in row.split()) for noun in " ".join(_ROWS).split()}
# Who may go by the name of a town alone.
_OF_TOWNS = frozenset({"club", "college", "council", "university"})
# Each of several bodies in one text may be called so: the name need not be whose words these are.
_OF_MANY = frozenset({"bank", "company", "group"})
_WORD = pattern(r"\w+")
_HANGING = pattern(r" (?:of|for|on) ")


def is_another_body(words: str, name: str) -> bool:
    """Whether words and name say that these are bodies of two sorts: *the council* and the Salt Board."""
    said, named = _sorts(core_of(words)), _sorts(name)
    return bool(said and named and not said & named)


def is_named_with(words: str, names: Sequence[str]) -> bool:
    """Whether a description is the end of one of the names, or of its first part: *the board* of the Board of Exams."""
    core = bare(core_of(words))
    noun = core.rpartition(" ")[2]
    if noun not in _SORTS or noun in _OF_MANY:
        return False
    return any(f" {_HANGING.split(bare(name))[0]}".endswith(f" {core}") for name in names)


def is_no_place(words: str) -> bool:
    """Whether a description is of a body that a place does not stand for: *the museum*, not *the club*."""
    noun = bare(core_of(words)).rpartition(" ")[2]
    return noun in _SORTS and noun not in _OF_TOWNS


@lru_cache(maxsize=1024)
def _sorts(words: str) -> frozenset[int]:
    return frozenset().union(*(_SORTS.get(word, ()) for word in _WORD.findall(words.casefold())))
