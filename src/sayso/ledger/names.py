"""Names: how they are looked up, compared and shown."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from sayso.ledger.given_names import VARIANTS
from sayso.records import Kind
from sayso.text.folded import fold
from sayso.text.gender import Gender, of_first_name, of_title

NAME_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_TITLE_WORDS = """
mr mrs ms miss mister madam dr doctor prof professor sir dame lord lady baron baroness rev reverend father sister
brother rabbi imam sheikh president prime minister premier chancellor king queen prince princess senator sen rep
congressman congresswoman mp mep mayor governor gov judge justice general gen colonel col major maj captain capt
lieutenant lt sergeant sgt admiral adm commander ambassador secretary minister spokesman spokeswoman spokesperson
chief inspector constable detective councillor cllr herr frau monsieur madame signor señor
"""
_TITLES = frozenset(_TITLE_WORDS.split())
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "kc", "qc", "mp", "obe", "mbe", "cbe", "phd", "md"})
_LONGEST = 200
_ALIKE = 0.9
_SOUNDS = (
    (re.compile(r"dzh|zh|dj"), "j"),
    (re.compile(r"ya|ia"), "ia"),
    (re.compile(r"(?:iy|yy|ij|ii|ey|ie|y|j)$"), "i"),
    (re.compile(r"kh|gh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"(.)\1"), r"\1"),
)


def key(name: str) -> str:
    """The name as it is looked up: without case, accents, punctuation and a leading article."""
    words = re.findall(r"[^\W_]+", fold(name))
    return " ".join(words[1:] if words[:1] == ["the"] and words[1:] else words)[:_LONGEST]


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """A word as it is compared: without case, accents and possessive."""
    return re.sub(r"[’']s?$", "", fold(word))


def parts(name: str) -> tuple[str, ...]:
    """The words of a name without titles and what follows it."""
    words = [folded(word) for word in NAME_WORD.findall(name)]
    words = words[1:] if words[:1] == ["the"] else words
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    return tuple(words)


def sound(name: str, kind: Kind) -> str | None:
    """What names that may be one have in common: of persons the sound of the surname, of bodies the initials."""
    words = parts(name)
    if not words:
        return None
    if kind is Kind.PERSON:
        return _sound(words[-1])[:_LONGEST]
    initials = "".join(word[0] for word in words if word not in {"of", "the", "and", "for"})
    single = len(words) == 1 and NAME_WORD.findall(name)[-1].isupper()
    return words[0] if single else initials if len(words) > 1 else None


def is_proper(name: str) -> bool:
    """Tell whether a name is one, and no description: it begins with a capital, and so do most of its words."""
    words = [
        word for word in NAME_WORD.findall(name) if folded(word) not in {"the", "of", "and", "for", "de", "von", "van"}
    ]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return bool(words) and words[-1][0].isupper() and 2 * capitals > len(words)


def fit(one: str, other: str) -> str | None:
    """How the names of two persons fit: "same", "alike" (another spelling, an initial), "short" (surname alone)."""
    a, b = parts(one), parts(other)
    if not a or not b or _genders(one, a, other, b):
        return None
    if a == b:
        return "same" if len(a) > 1 else "short"
    if not _alike(a[-1], b[-1]):
        return None
    if len(a) == 1 or len(b) == 1:
        return "short"
    if _middles_differ(a[1:-1], b[1:-1]) or not _first_names_fit(a[0], b[0]):
        return None
    return "same" if (a[0], a[-1]) == (b[0], b[-1]) else "alike"


def shown(kind: Kind, names: Sequence[tuple[str, int]]) -> str | None:
    """The name to show of several, given with how often each is used: of a person the fullest, else the most used."""
    used = [(name, uses) for name, uses in names if uses] or list(names)
    proper = [one for one in used if is_proper(one[0])] or used
    return max(proper, key=lambda one: (len(parts(one[0])) if kind is Kind.PERSON else 0, one[1]), default=(None, 0))[0]


def _middles_differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(one) and bool(other) and one[0][0] != other[0][0]


def _first_names_fit(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    initial = len(short) == 1 and long.startswith(short)
    return initial or _alike(a, b) or _one_skeleton(a, b) or any({a, b} <= group for group in VARIANTS)


def _one_skeleton(a: str, b: str) -> bool:
    """Tell whether only vowels differ, as in names from other alphabets: Timur, Temur."""
    bones = [re.sub(r"[aeiouy]", "", _sound(word)) for word in (a, b)]
    return bones[0] == bones[1] and len(bones[0]) > 2 and a[0] == b[0]


@lru_cache(maxsize=8192)
def _alike(a: str, b: str) -> bool:
    if a == b or _sound(a) == _sound(b):
        return True
    return min(len(a), len(b)) > 4 and a[0] == b[0] and JaroWinkler.similarity(_sound(a), _sound(b)) >= _ALIKE + 0.04


@lru_cache(maxsize=8192)
def _sound(word: str) -> str:
    for pattern, plain in _SOUNDS:
        word = pattern.sub(plain, word)
    return word


def _genders(one: str, a: tuple[str, ...], other: str, b: tuple[str, ...]) -> bool:
    """Tell whether titles or first names say that these are a man and a woman."""
    told = {_gender(one, a), _gender(other, b)}
    return {Gender.MALE, Gender.FEMALE} <= told


def _gender(name: str, words: tuple[str, ...]) -> Gender | None:
    title = name[: name.casefold().rfind(words[-1])] if len(words) == 1 else ""
    return of_title(title) or (of_first_name(words[0]) if len(words) > 1 else None)
