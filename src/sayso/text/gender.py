"""Whether a person is spoken of as *he* or as *she*, as far as title and first name tell."""

from enum import StrEnum
from functools import cache
from importlib.resources import files

from sayso.text.patterns import pattern

_TITLES = {
    "male": "mr mister sir lord father brother king prince herr monsieur signor señor sheikh baron duke chairman"
    " spokesman congressman councilman businessman actor husband son uncle nephew grandfather widower policeman"
    " frontman",
    "female": "ms mrs miss madam madame lady dame sister queen princess frau mme signora señora baroness duchess"
    " chairwoman spokeswoman congresswoman councilwoman businesswoman actress wife daughter aunt niece mother"
    " grandmother widow policewoman",
}
_NOUNS = {"male": "man men boy", "female": "woman women girl"}
_TITLE = {gender: frozenset(words.split()) for gender, words in _TITLES.items()}
_NOUN = {gender: _TITLE[gender].union(words.split()) for gender, words in _NOUNS.items()}
# Right before the name, perhaps with a comma: "his brother, Ruben".
_BEFORE = pattern(r"(\w+)\.?,? $")
_WORD = pattern(r"\w+")
_WIDTH = 20


class Gender(StrEnum):
    """Which pronoun a person goes by."""

    MALE = "male"
    FEMALE = "female"


def of_title(before: str) -> Gender | None:
    """The gender that the words right before a name tell: *Mr*, *Dame*, *his brother*."""
    last = _BEFORE.search(before[-_WIDTH:])
    word = last[1].casefold() if last else ""
    return next((Gender(gender) for gender, titles in _TITLE.items() if word in titles), None)


def of_words(description: str) -> Gender | None:
    """The gender that a description tells: *a spokeswoman*, *the father of two*."""
    words = _WORD.findall(description.casefold())
    return next((Gender(gender) for gender, nouns in _NOUN.items() if not nouns.isdisjoint(words)), None)


def of_first_name(name: str) -> Gender | None:
    """The gender of most who bear this first name, given without case and accents; `None` where it is not plain.

    From the first names of some sixty languages, see `training/first_names.py`.
    """
    return next((gender for gender in Gender if name in _listed(gender)), None)


@cache
def _listed(gender: Gender) -> frozenset[str]:
    path = files("sayso") / "text" / "first_names" / f"{gender}.txt"
    return frozenset(path.read_text(encoding="ascii").split())
