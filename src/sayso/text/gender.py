"""Whether a person is spoken of as *he* or as *she*, as far as title and first name tell."""

import re
from enum import StrEnum
from functools import cache
from importlib.resources import files

from sayso.text.patterns import pattern

_TITLES = {
    "male": r"mr|mister|sir|lord|father|brother|king|prince|herr|monsieur|signor|señor|sheikh|baron|duke|chairman"
    r"|spokesman|congressman|councilman|businessman|actor|husband|ex-husband|son|uncle|nephew|grandfather|widower|policeman|frontman",
    "female": r"ms|mrs|miss|madam|madame|lady|dame|sister|queen|princess|frau|mme|signora|señora|baroness|duchess"
    r"|chairwoman|spokeswoman|congresswoman|councilwoman|businesswoman|actress|wife|daughter|aunt|niece|mother|grandmother|widow"
    r"|policewoman|ex-wife",
}
# Right before the name, perhaps with a comma: "his brother, Ruben".
_TITLE = {gender: pattern(rf"\b(?:{words})\.?,? $", re.IGNORECASE) for gender, words in _TITLES.items()}
_NOUNS = {"male": r"man|men|boy|father|son|husband|brother", "female": r"woman|women|girl|mother|daughter|wife|sister"}
_NOUN = {gender: pattern(rf"\b(?:{_TITLES[gender]}|{_NOUNS[gender]})\b", re.IGNORECASE) for gender in _TITLES}
_WIDTH = 20


class Gender(StrEnum):
    """Which pronoun a person goes by."""

    MALE = "male"
    FEMALE = "female"


def of_title(before: str) -> Gender | None:
    """The gender that the words right before a name tell: *Mr*, *Dame*, *his brother*."""
    return next((Gender(gender) for gender, title in _TITLE.items() if title.search(before[-_WIDTH:])), None)


def of_words(description: str) -> Gender | None:
    """The gender that a description tells: *a spokeswoman*, *the father of two*."""
    return next((Gender(gender) for gender, noun in _NOUN.items() if noun.search(description)), None)


def of_first_name(name: str) -> Gender | None:
    """The gender of most who bear this first name, given without case and accents; `None` where it is not plain.

    From the first names of some sixty languages, see `training/first_names.py`.
    """
    return next((gender for gender in Gender if name in _listed(gender)), None)


@cache
def _listed(gender: Gender) -> frozenset[str]:
    path = files("sayso") / "text" / "first_names" / f"{gender}.txt"
    return frozenset(path.read_text(encoding="ascii").split())
