"""Marked stories: invented news with every statement marked in its text, for what a model of claims is to learn.

A file is a story: `# name`, a line `key: gloss` for each claim, then articles, each `## Outlet | date | Headline` and its
text, where `[[KEY SIGN|act|speaker|content]]` (the key and the sign of the stance without a space; `0` for no position)
marks a statement and `[[&|content]]` goes on with the last one.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from sayso.extract.build import build
from sayso.records import Act, Article, Entry, Form, Kind, Span, Speaker, Statement
from training.gold_stories import CORPUS, Label, Story

MARKED, HELD = CORPUS / "marked/train", CORPUS / "marked/held"
"""Stories of the project that are marked, not annotated: without sources, cues, carriers, dates and statuses.

Models are trained on the first; the second is held back, to look at what they make of stories of this kind.
"""

SIGNS = {"+": "affirms", "-": "denies", "?": "undecided"}
_GLOSS = re.compile(r"^([a-z][a-z0-9]*): (.+)$", re.MULTILINE)
_MARK = re.compile(r"\[\[(?:&|(?P<of>[^|\[\]]+)\|(?P<act>\w+)\|(?P<who>[^|\[\]]+))\|(?P<content>[^\[\]]+)\]\]")


@dataclass(slots=True)
class _Said:
    of: str
    act: Act
    who: str
    places: list[tuple[int, int]] = field(default_factory=list)


def marked_story(path: Path) -> Story:
    """Read the story at `path`. Raises `ValueError` where a mark, an act or a claim is none."""
    head, *parts = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    glosses = dict(_GLOSS.findall(head))
    articles, entries, labels = [], [], []
    for number, part in enumerate(parts, 1):
        top, _, body = part.partition("\n")
        text, said = _unmarked(f"{path}: article {number}", body.strip())
        article = _article(f"{path.stem}-{number}", top, text)
        articles.append(article)
        entries += [_entry(f"{article.id}.{i}", one, article) for i, one in enumerate(said, 1)]
        labels += [_label(f"{path}: article {number}", one.of, glosses) for one in said]
    return Story(path.stem, tuple(articles), tuple(entries), tuple(labels), glosses)


def marked_stories(folder: Path = MARKED) -> list[Story]:
    """All marked stories in `folder` and below, by name."""
    return [marked_story(path) for path in sorted(folder.rglob("*.txt"), key=lambda path: path.stem)]


def _unmarked(where: str, body: str) -> tuple[str, list[_Said]]:
    text, said, end = "", list[_Said](), 0
    for mark in _MARK.finditer(body):
        text += body[end : mark.start()]
        if mark["of"]:
            said.append(_Said(mark["of"], Act(mark["act"]), mark["who"].strip()))
        elif not said:
            raise ValueError(f"{where} goes on with a statement before there is one")
        said[-1].places.append((len(text), len(text) + len(mark["content"])))
        text += mark["content"]
        end = mark.end()
    text += body[end:]
    if "[[" in text or "]]" in text:
        raise ValueError(f"{where} has a mark that is none: {text[max(0, text.find('[[')) :][:60]}")
    return text, said


def _article(id: str, top: str, text: str) -> Article:
    outlet, date, title = (part.strip() for part in top.split("|", 2))
    return build(id, f"https://marked.example/{id}", text, id=id, outlet=outlet, title=title, published=date)


def _entry(id: str, said: _Said, article: Article) -> Entry:
    content = tuple(Span(article.text[a:b], a, b) for a, b in said.places)
    speaker = Speaker(said.who, said.who, Kind.UNKNOWN, ())
    statement = Statement(
        id=id, form=Form.INDIRECT, act=said.act, source=None, cue=None, content=content, speaker=said.who, via=(),
        said=None, hedged=False, confidence=1.0,
    )  # fmt: skip
    return Entry(statement, article, speaker, ())


def _label(where: str, of: str, glosses: dict[str, str]) -> Label:
    if of == "0":
        return Label(None, None)
    key, sign = of[:-1], of[-1]
    if key not in glosses or sign not in SIGNS:
        raise ValueError(f"{where} has {of}, which is no claim of the story with a sign")
    return Label(key, SIGNS[sign])
