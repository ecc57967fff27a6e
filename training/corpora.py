"""Reading the corpora, each in its own format, as one kind of record."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """The character spans of one attribution, any of them empty; where the corpus knows them, its act and speaker.

    `speaker` is a key that is equal for equal speakers of one document; `kind` is what that speaker is.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    carrier: tuple[Span, ...] = ()
    act: str | None = None
    speaker: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that stands for the entity `key`; `name` where it does so by name, `noun` where by other words than a pronoun."""

    span: Span
    key: str
    name: bool
    noun: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One annotated text. `None` where a corpus leaves a layer out.

    `names` are spans with their type, which is `unknown` where it is not told whether there is a name.

    `nested` is whether an attribution within another's content is annotated, too.
    """

    name: str
    text: str
    attributions: tuple[Attribution, ...] | None = None
    names: tuple[tuple[Span, str], ...] | None = None
    mentions: tuple[Mention, ...] = ()
    nested: bool = True


def polnear(split: Path, acts: Path | None = None) -> Iterator[Document]:
    """The articles of a PolNeAR split; where several people annotated one, the first file is gold."""
    labelled = _acts(acts) if acts else {}
    for path in sorted((split / "text").glob("*.txt")):
        annotations = sorted((split / "attributions").glob(f"{path.stem}_*.ann"))[0]
        text = path.read_text(encoding="utf-8")
        rows = _brat(annotations.read_text(encoding="utf-8"))
        found = tuple(replace(row, act=labelled.get((path.stem, key))) for key, row in rows)
        yield Document(path.stem, text, found, nested=False)


def _acts(path: Path) -> dict[tuple[str, str], str]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {(row["article"], row["id"]): "says" if row["act"] == "thinks" else row["act"] for row in rows}


def _brat(standoff: str) -> Iterator[tuple[str, Attribution]]:
    spans: dict[str, list[Span]] = {}
    for key, pieces in re.findall(r"^(T\d+)\t\S+ ([\d ;]+)\t", standoff, re.MULTILINE):
        spans[key] = [(int(a), int(b)) for a, b in (piece.split() for piece in pieces.split(";"))]
    for number, relation in re.findall(r"^(E\d+)\t(.+)$", standoff, re.MULTILINE):
        roles: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
        for role, key in re.findall(r"(Source|Cue|Content)\d*:(T\d+)", relation):
            roles[role] += spans[key]
        yield number, Attribution(tuple(roles["Source"]), tuple(roles["Cue"]), tuple(roles["Content"]))


def stories(folder: Path) -> Iterator[Document]:
    """The articles of all stories in `folder`. Gold strings are tied to places: content first, the rest nearest to it."""
    for story in sorted(path for path in folder.iterdir() if path.is_dir()):
        gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
        for line in filter(str.strip, (story / "articles.jsonl").read_text(encoding="utf-8").splitlines()):
            article = json.loads(line)
            rows = [row for row in gold["statements"] if row["article"] == article["id"]]
            text = article["text"]
            placed = tuple(_placed(text, row, gold["speakers"]) for row in rows)
            mentions = tuple(_mentions(text, gold["speakers"], placed))
            named = tuple(_called(text, gold["speakers"], mentions))
            yield Document(f"{story.name}/{article['id']}", text, placed, named, mentions)


def _placed(text: str, row: dict, speakers: dict) -> Attribution:
    content: list[Span] = []
    for piece in row["content"]:
        at = text.find(piece, content[-1][1] if content else 0)
        at = text.find(piece) if at < 0 else at
        content.append((at, at + len(piece)))
    cue = _nearest(text, row["cue"], content)
    source = _nearest(text, row["source"], [*content, *cue])
    carriers = [span for key in row["via"] if (span := _carrier(text, speakers[key], [*cue, *content]))]
    kind = speakers[row["speaker"]]["kind"]
    return Attribution(tuple(source), tuple(cue), tuple(content), tuple(carriers), row["act"], row["speaker"], kind)


def _carrier(text: str, speaker: dict, anchors: list[Span]) -> Span | None:
    """Where a carrier stands by name in the paragraph of the statement."""
    start = text.rfind("\n", 0, min(a for a, _ in anchors)) + 1
    end = text.find("\n", max(b for _, b in anchors))
    paragraph = text[start : end if end >= 0 else len(text)]
    for name in sorted(_names(speaker), key=len, reverse=True):
        places = _nearest(paragraph, name, [(a - start, b - start) for a, b in anchors])
        if places:
            return places[0][0] + start, places[0][1] + start
    return None


def _names(speaker: dict) -> list[str]:
    return [name for name in (speaker["name"], *speaker.get("aliases", ())) if not name.startswith("(")]


def _mentions(text: str, speakers: dict, placed: tuple[Attribution, ...]) -> Iterator[Mention]:
    taken: set[int] = set()
    named = [
        (name, key) for key, s in speakers.items() if s["kind"] != "unnamed" for name in _names(s) if _is_title(name)
    ]
    for name, key in sorted(named, key=lambda pair: -len(pair[0])):
        for match in re.finditer(rf"\b{re.escape(name)}\b", text):
            if taken.isdisjoint(range(*match.span())):
                taken |= set(range(*match.span()))
                yield Mention(match.span(), key, name=True)
    for match in re.finditer(r"\b[A-Z][\w’'-]+(?: (?:of |de |van )?[A-Z][\w’'-]+)*", text):
        if taken.isdisjoint(range(*match.span())) and " " in match.group():
            yield Mention(match.span(), f"other-{match.group()}", name=True)
    for attribution in placed:
        if attribution.source and attribution.speaker:
            span = attribution.source[0]
            yield Mention(span, attribution.speaker, name=False, noun=not is_pronoun(text[span[0] : span[1]]))


_TYPES = {"person": "person", "organization": "organization", "outlet": "organization", "state": "place"}


def _called(text: str, speakers: dict, mentions: tuple[Mention, ...]) -> Iterator[tuple[Span, str]]:
    """The names that stand for speakers, with their types; whatever else is capital may be a name or not."""
    named = [(m.span, speakers[m.key]) for m in mentions if m.name and m.key in speakers]
    lower = set(re.findall(r"\b[a-z’']+\b", text))
    spans = ((_bare(text, span, speaker), speaker["kind"]) for span, speaker in named)
    known = {span: kind for span, kind in spans if text[span[0] : span[1]].lower() not in lower}
    taken = {i for start, end in known for i in range(start, end)}
    yield from ((span, _TYPES.get(kind, "unknown")) for span, kind in known.items())
    for match in re.finditer(r"\b[A-Z][\w’'-]*", text):
        common = match.group().lower() in lower or match.group().lower() in _PRONOUNS
        if taken.isdisjoint(range(*match.span())) and not common:
            yield match.span(), "unknown"


def _bare(text: str, span: Span, speaker: dict) -> Span:
    """A name without role and title, as corpora of names mark it: of a person, what also stands in the full name."""
    full = set(re.findall(r"[\w’'-]+", speaker["name"]))
    words = [m.span() for m in re.finditer(r"[\w’'-]+", text[span[0] : span[1]])]
    own = [w for w in words if text[span[0] + w[0] : span[0] + w[1]] in full]
    if speaker["kind"] == "person" and own:
        return span[0] + own[0][0], span[0] + own[-1][1]
    return (span[0] + 4, span[1]) if text[span[0] : span[0] + 4].lower() == "the " else span


_JOINING = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "de",
        "da",
        "do",
        "dos",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "al",
        "du",
        "&",
        "y",
    ]
)
_OPENING = frozenset(["a", "an", "his", "her", "its", "their", "our", "my", "this", "that"])


def _is_title(words: str) -> bool:
    """Whether words can stand as a name: all of them capital but those that join, and no pronoun among the first."""
    parts = [part.strip(',.()“”"') for part in words.split()]
    if not parts or is_pronoun(parts[0]) or parts[0].casefold() in _OPENING or len(parts) > 8:
        return False
    return words[0].isupper() and all(p[:1].isupper() or p[:1].isdigit() or p in _JOINING for p in parts if p)


def _nearest(text: str, wanted: str | None, anchors: list[Span]) -> list[Span]:
    if not wanted:
        return []
    places = [(m.start(), m.start() + len(wanted)) for m in re.finditer(re.escape(wanted), text)]
    whole = [(a, b) for a, b in places if _is_whole(text, a, b)]
    if not places:
        return []
    return [min(whole or places, key=lambda place: min(_gap(place, anchor) for anchor in anchors))]


def _is_whole(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not (before or after)


def _gap(a: Span, b: Span) -> int:
    """Characters between two spans; an overlap is worse than any gap, since roles of one statement rarely share text."""
    apart = max(a[0] - b[1], b[0] - a[1])
    return apart if apart >= 0 else 10_000


def names(path: Path, chunk: int = 12) -> Iterator[Document]:
    """A CoNLL file of names (word, tab or blank, tag), some sentences to a document."""
    types = {
        "person": "person",
        "politician": "person",
        "organisation": "organization",
        "politicalparty": "organization",
    }
    types |= {"location": "place", "country": "place"}
    sentences = [s for s in path.read_text(encoding="utf-8").split("\n\n") if s.strip()]
    for at in range(0, len(sentences), chunk):
        rows = [line.split() for line in "\n".join(sentences[at : at + chunk]).splitlines() if line.strip()]
        text, places = _joined([row[0] for row in rows])
        found: list[tuple[Span, str]] = []
        for (start, end), (_, tag) in zip(places, rows, strict=True):
            if tag.startswith("B-"):
                found.append(((start, end), types.get(tag[2:], "other")))
            elif tag.startswith("I-") and found:
                found[-1] = ((found[-1][0][0], end), found[-1][1])
        yield Document(f"{path.stem}-{at}", text, None, tuple(found))


def coreference(folder: Path) -> Iterator[Document]:
    """CoNLL coreference files: the word in the third or fourth column, brackets of clusters in the last."""
    for path in sorted(folder.glob("*.conll")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
        rows = [row for row in rows if len(row) > 2]
        text, places = _joined([row[3] if len(row) > 4 else row[1] for row in rows])
        mentions = tuple(_clusters([row[-1] for row in rows], places, text))
        yield Document(path.stem, text, None, None, mentions)


def _clusters(column: list[str], places: list[Span], text: str) -> Iterator[Mention]:
    opened: dict[str, list[int]] = {}
    for cell, (start, end) in zip(column, places, strict=True):
        for before, key, after in re.findall(r"(\(?)(\d+)(\)?)", cell):
            if before:
                opened.setdefault(key, []).append(start)
            if after and opened.get(key):
                span = (opened[key].pop(), end)
                words = text[span[0] : span[1]]
                named = _is_name(words)
                yield Mention(span, key, named, noun=not named and not is_pronoun(words))


_PRONOUNS = frozenset(
    [
        "i",
        "me",
        "my",
        "mine",
        "myself",
        "we",
        "us",
        "our",
        "ours",
        "ourselves",
        "you",
        "your",
        "yours",
        "yourself",
        "he",
        "him",
        "his",
        "himself",
        "she",
        "her",
        "hers",
        "herself",
        "it",
        "its",
        "itself",
        "they",
        "them",
        "their",
        "theirs",
        "themselves",
        "who",
        "whom",
        "whose",
        "which",
        "that",
        "this",
        "these",
        "those",
        "one",
        "both",
        "neither",
    ]
)


def is_pronoun(words: str) -> bool:
    """Whether a mention is a pronoun alone."""
    return words.casefold().strip() in _PRONOUNS


def _is_name(words: str) -> bool:
    parts = words.split()
    big = [part[0].isupper() or part in {"of", "the", "de", "van", "von"} for part in parts]
    return len(parts) <= 5 and not is_pronoun(parts[0]) and parts[0] != "The" and all(big)


def _joined(words: list[str]) -> tuple[str, list[Span]]:
    """Words as running text: no blank before closing marks or behind opening ones."""
    text, places = "", []
    for word in words:
        glued = not text or re.fullmatch(r"[,.;:!?)\]%]+|['’](s|re|ve|ll|d|m)?|n['’]t|”", word) or text[-1] in "([“$£"
        text += word if glued else " " + word
        places.append((len(text) - len(word), len(text)))
    return text, places
