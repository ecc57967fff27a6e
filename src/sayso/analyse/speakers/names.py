"""Names that stand for one person or body within an article."""

import re
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sayso.analyse.speakers.relatives import surnames
from sayso.analyse.tagger import Name
from sayso.text.folded import fold
from sayso.text.gender import Gender, of_first_name, of_title
from sayso.text.patterns import pattern

_SPELLING = 0.8
_SMALL = {"the", "of", "and", "for", "a", "an", "de", "la", "in", "at", "on"}
_WORD = pattern(r"[^\W_]+(?:[’'.-][^\W_]+)*")
TITLE = pattern(
    r"\b(?:adm|admiral|ambassador|archbishop|archdeacon|baron|baroness|bishop|capt|captain|cardinal|cllr|col|colonel"
    r"|commander|commissioner|constable|councillor|dame|detective|dr|father|gen|general|gov|governor|inspector|judge|justice"
    r"|lady|lord|lt|maj|major|mayor|minister|miss|mr|mrs|ms|pastor|president|prince|princess|prof|professor|queen|rabbi|rep|rev"
    r"|secretary|sen|senator|sergeant|sgt|sheikh|sheriff|sir|sister|superintendent|ven)\b\.?",
    re.IGNORECASE,
)
# A rank is no part of a full name, as "Dame" and "Lord" are.
_RANK = pattern(
    r"^(?:(?:the )?(?:chief|detective|inspector|superintendent|sergeant|constable|commissioner|councillor|cllr|ven|rev"
    r"|prof|dr)\.? )+(?=\S+ \S)",
    re.IGNORECASE,
)
_BEFORE = 20

Words = tuple[str, ...]


class Entity(NamedTuple):
    """What several names stand for. `names` are numbers of the article's names, in order; `name` is the fullest."""

    name: str
    kind: str
    names: tuple[int, ...]
    aliases: tuple[str, ...]
    gender: Gender | None = None


class _Called(NamedTuple):
    """One name as it stands: its words without a title, the title, and the gender that the title tells."""

    words: Words
    title: str
    gender: Gender | None
    person: bool
    place: bool


def entities(text: str, names: Sequence[Name]) -> list[Entity]:
    """Each person, body and place named in the text, in order of first mention.

    People join by surname and a first name that fits, unless title or first name tell of another gender; a bare surname
    or first name goes to a bearer of the same title, else to the bearer named last. Bodies join by equal words, by a
    part of a longer name, or by its initials. Places join by equal words alone.
    """
    lent = surnames(text, names)
    called = [_called(text, name, lent.get(i)) for i, name in enumerate(names)]
    groups: list[list[int]] = []
    members: list[list[_Called]] = []
    full_first = sorted(range(len(names)), key=lambda i: (len(called[i].words) == 1, i))
    for i in full_first:
        if not called[i].words:
            continue
        home = [n for n, group in enumerate(members) if _fits(called[i], group)]
        if home:
            nearest = max(home, key=lambda n: _nearness(i, groups[n], called, lent))
            groups[nearest].append(i)
            # Who is called as before tells no more.
            if called[i] not in members[nearest]:
                members[nearest].append(called[i])
        else:
            groups.append([i])
            members.append([called[i]])
    return [_entity(text, sorted(group), names, called, lent) for group in sorted(groups, key=min)]


def _called(text: str, name: Name, surname: str | None) -> _Called:
    shown = text[name.span.start : name.span.end]
    inside = TITLE.match(shown)
    inside = inside if inside and shown[inside.end() :].strip() else None
    bare = shown[inside.end() :] if inside else shown
    before = text[max(0, name.span.start - _BEFORE) : name.span.start] + (shown[: inside.end()] + " " if inside else "")
    titles = TITLE.findall(before[-_BEFORE:].rpartition(",")[2])
    words = [re.sub(r"['’]s$", "", fold(match)) for match in _WORD.findall(bare)]
    words = words[1:] if words[:1] == ["the"] else words
    words += [fold(surname)] if surname else []
    person = name.kind == "person"
    gender = (of_title(before) or (of_first_name(words[0]) if len(words) > 1 else None)) if person and words else None
    return _Called(tuple(words), titles[-1].lower().strip(".") if titles else "", gender, person, name.kind == "place")


def _nearness(
    i: int, group: list[int], called: Sequence[_Called], lent: Container[int]
) -> tuple[bool, bool, bool, int]:
    """How much speaks for a group: whoever is named in full comes before a relative who is not."""
    full = any(j not in lent for j in group)
    titled = bool(called[i].title) and any(called[j].title == called[i].title for j in group)
    before = [j for j in group if j < i]
    return (full, titled, True, max(before)) if before else (full, titled, False, -min(group))


def _fits(one: _Called, group: Sequence[_Called]) -> bool:
    if one.person is not group[0].person and one.words not in [other.words for other in group]:
        return False
    if one.person and one.gender and any(other.gender and other.gender is not one.gender for other in group):
        return False
    if _is_peer(one, group):
        return False
    if any(one.words == other.words for other in group):
        return True
    if one.person != group[0].person:
        return False
    if one.person:
        return any(_same_person(one.words, words) for words in {other.words for other in group})
    return not one.place and any(_same_body(one.words, words) for words in {o.words for o in group if not o.place})


def _is_peer(one: _Called, group: Sequence[_Called]) -> bool:
    """Whether a title makes another of a bearer of the surname: Lord Voss is not Ilk Voss, who is never called Lord."""
    if one.title not in ("lord", "lady") or len(one.words) > 1:
        return False
    return any(len(other.words) > 1 for other in group) and all(other.title != one.title for other in group)


@lru_cache(maxsize=16384)
def _same_person(a: Words, b: Words) -> bool:
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return len(long) > 1 and (_alike(short[0], long[-1]) or short[0] == long[0])
    return _alike(a[-1], b[-1]) and (_alike(a[0], b[0]) or _initial(a[0], b[0]) or set(short) <= set(long))


def _alike(a: str, b: str) -> bool:
    if a == b or min(len(a), len(b)) <= 3 or a[0] != b[0]:
        return a == b
    from difflib import SequenceMatcher

    return SequenceMatcher(None, a, b).ratio() >= _SPELLING


def _initial(a: str, b: str) -> bool:
    short, long = sorted((a.rstrip("."), b.rstrip(".")), key=len)
    return len(short) == 1 and long.startswith(short)


@lru_cache(maxsize=16384)
def _same_body(a: Words, b: Words) -> bool:
    short, long = sorted((a, b), key=len)
    if len(short) == len(long):
        return False
    if len(short) == 1 and len(short[0]) > 1:
        initials = "".join(word[0] for word in long if word not in _SMALL)
        if short[0].replace(".", "") == initials:
            return True
    return short[0] not in _SMALL and any(long[k : k + len(short)] == short for k in range(len(long)))


def _entity(
    text: str, group: list[int], names: Sequence[Name], called: Sequence[_Called], lent: Mapping[int, str]
) -> Entity:
    written = [_RANK.sub("", " ".join(text[names[i].span.start : names[i].span.end].split())) for i in group]
    shown = [f"{words} {lent[i]}" if i in lent else words for i, words in zip(group, written, strict=True)]
    fullest = max(range(len(group)), key=lambda k: (len(called[group[k]].words), not shown[k].isupper(), -k))
    kinds = [names[i].kind for i in group]
    genders = [called[i].gender for i in group if called[i].gender]
    return Entity(
        name=shown[fullest],
        kind=max(dict.fromkeys(kinds), key=kinds.count),
        names=tuple(group),
        aliases=tuple(dict.fromkeys(name for name in (*shown, *written) if name != shown[fullest])),
        gender=max(dict.fromkeys(genders), key=genders.count, default=None),
    )
