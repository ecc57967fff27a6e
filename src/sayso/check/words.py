"""Words compared across articles: which stand in both, and how."""

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.records import Kind, Speaker
from sayso.text.folded import fold

_WORD = re.compile(r"\d[\d,.]*\d|\w+(?:['’]\w+)*")
_FULL_NAME = re.compile(r"[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|de|van|von|bin|al|el|la))* [A-Z][\w’'.-]+")
SMALL = frozenset(
    re.findall(
        r"\w+",
        "the a an of to in and or that this these those was had has have been be is are were it its he his she"
        " her they "
        "their them for on at by with from not no as who whom which would could should will did do does but if there "
        "any all i we you our your my me us him so then than also about after before over under into up out just"
        " more "
        "most",
    )
)
_COUNTED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: str(number) for number, word in enumerate(_COUNTED)}
_TITLES = frozenset(
    re.findall(
        r"\w+",
        "mr mrs ms dr sir dame lord lady prof professor president minister prime senator mayor captain general judge "
        "colonel governor king queen pope",
    )
)


def words(text: str) -> list[str]:
    """The words of a text as they are compared: without case and accents, numbers in figures, one spelling."""
    return [_plain(word) for word in _WORD.findall(text)]


def telling(text: str) -> list[str]:
    """The words that tell what a text is about, each once, in order."""
    return list(dict.fromkeys(word for word in words(text) if word not in SMALL and (len(word) > 2 or word.isdigit())))


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    plain = fold(word).replace("’", "'").removesuffix("'s")
    if plain[0].isdigit():
        return plain.replace(",", "")
    plain = _NUMBERS.get(plain, plain)
    # British and American spellings are one word: house style may change them in a quotation.
    plain = re.sub(r"is(e|ed|es|ing|ation|ations)$", r"iz\1", plain)
    return re.sub(r"(?<=[a-z]{2})our(s|ed|ing|able)?$", r"or\1", plain)


def stem(word: str) -> str:
    """A word without its commonest endings, enough to know it again in another form."""
    return re.sub(r"(?<=\w{3})(?:ations?|ings?|ed|es|s|e|ly)$", "", word)


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """The telling words of a text, without their endings; kept, since texts are compared with many others."""
    return frozenset(stem(word) for word in telling(text))


def contains(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Whether `part` stands in `whole`, word after word."""
    size = len(part)
    return any(list(whole[i : i + size]) == list(part) for i in range(len(whole) - size + 1))


def same_name(one: Speaker, other: Speaker) -> bool:
    """Whether two names may be one speaker's: all telling words of one stand in a name of the other."""
    names = [{w for w in words(name) if w not in SMALL | _TITLES} for name in (one.name, *one.aliases)]
    others = [{w for w in words(name) if w not in SMALL | _TITLES} for name in (other.name, *other.aliases)]
    return any(a and b and (a <= b or b <= a) for a in names for b in others)


def are_two(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers are surely two: both people with full names that have nothing in common."""
    if not all(speaker.kind is Kind.PERSON and _FULL_NAME.fullmatch(speaker.name) for speaker in (one, other)):
        return False
    return not same_name(one, other) and not (set(words(one.name)) & set(words(other.name))) - _TITLES
