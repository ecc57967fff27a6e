"""Names that stand for one person or body within an article."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sayso.analyse.tagger import Name

_SPELLING = 0.8
_SMALL = {"the", "of", "and", "for", "a", "an", "de", "la", "in", "at", "on"}
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Entity:
    """What several names stand for. `names` are numbers of the article's names, in order; `name` is the fullest."""

    name: str
    kind: str
    names: tuple[int, ...]
    aliases: tuple[str, ...]


def entities(text: str, names: Sequence[Name]) -> list[Entity]:
    """Each person, body and place named in the text, in order of first mention.

    People join by surname and a first name that fits; a bare surname or first name goes to the bearer named last.
    Bodies join by equal words, by a part of a longer name, or by its initials. Places join by equal words alone.
    """
    words = [_words(text, name) for name in names]
    groups: list[list[int]] = []
    full_first = sorted(range(len(names)), key=lambda i: (len(words[i]) == 1, i))
    for i in full_first:
        if not words[i]:
            continue
        home = [g for g in groups if _fits(i, g, names, words)]
        if home:
            max(home, key=lambda g: _nearness(i, g)).append(i)
        else:
            groups.append([i])
    return [_entity(text, sorted(group), names, words) for group in sorted(groups, key=min)]


def fold(word: str) -> str:
    """A word without case and accents."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _words(text: str, name: Name) -> list[str]:
    words = [fold(match) for match in _WORD.findall(text[name.span.start : name.span.end])]
    words = [re.sub(r"['’]s$", "", word) for word in words]
    return words[1:] if words[:1] == ["the"] else words


def _nearness(i: int, group: list[int]) -> tuple[bool, int]:
    before = [j for j in group if j < i]
    return (True, max(before)) if before else (False, -min(group))


def _fits(i: int, group: list[int], names: Sequence[Name], words: Sequence[list[str]]) -> bool:
    if any(words[i] == words[j] for j in group):
        return True
    person = names[i].kind == "person"
    if person != (names[group[0]].kind == "person"):
        return False
    if person:
        return any(_same_person(words[i], words[j]) for j in group)
    return names[i].kind != "place" and any(_same_body(words[i], words[j]) for j in group if names[j].kind != "place")


def _same_person(a: list[str], b: list[str]) -> bool:
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return len(long) > 1 and (_alike(short[0], long[-1]) or short[0] == long[0])
    return _alike(a[-1], b[-1]) and (_alike(a[0], b[0]) or _initial(a[0], b[0]) or set(short) <= set(long))


def _alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) > 3 and a[0] == b[0] and SequenceMatcher(None, a, b).ratio() >= _SPELLING)


def _initial(a: str, b: str) -> bool:
    short, long = sorted((a.rstrip("."), b.rstrip(".")), key=len)
    return len(short) == 1 and long.startswith(short)


def _same_body(a: list[str], b: list[str]) -> bool:
    short, long = sorted((a, b), key=len)
    if len(short) == len(long):
        return False
    if len(short) == 1 and len(short[0]) > 1:
        initials = "".join(word[0] for word in long if word not in _SMALL)
        if short[0].replace(".", "") == initials:
            return True
    return short[0] not in _SMALL and any(long[k : k + len(short)] == short for k in range(len(long)))


def _entity(text: str, group: list[int], names: Sequence[Name], words: Sequence[list[str]]) -> Entity:
    shown = [" ".join(text[names[i].span.start : names[i].span.end].split()) for i in group]
    fullest = max(range(len(group)), key=lambda k: (len(words[group[k]]), not shown[k].isupper(), -k))
    kinds = [names[i].kind for i in group]
    return Entity(
        name=shown[fullest],
        kind=max(dict.fromkeys(kinds), key=kinds.count),
        names=tuple(group),
        aliases=tuple(dict.fromkeys(name for name in shown if name != shown[fullest])),
    )
