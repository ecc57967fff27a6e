"""A reader small enough to be seen through: `"Words," said Name.` is a statement, and nothing else is."""

import re
import zlib

import numpy as np

from sayso.claims.build import Rules, Seen
from sayso.core import Sayso
from sayso.records import Act, Article, Entry, Form, Kind, Reading, Span, Speaker, Statement

_SAID = re.compile(r'(?P<content>"[^"]+") (?P<cue>said) (?P<source>[A-Z]\w+(?: [A-Z]\w+)*)')


def analyse(article: Article) -> Reading:
    matches = list(_SAID.finditer(article.text))
    names = list(dict.fromkeys(match["source"] for match in matches))
    speakers = tuple(Speaker(f"p{number}", name, Kind.PERSON) for number, name in enumerate(names, 1))
    statements = tuple(
        Statement(
            id=f"s{number}",
            form=Form.DIRECT,
            act=Act.SAYS,
            source=_span(match, "source"),
            cue=_span(match, "cue"),
            content=(_span(match, "content"),),
            speaker=f"p{names.index(match['source']) + 1}",
            via=(),
            said=None,
            hedged=False,
            confidence=0.9,
        )
        for number, match in enumerate(matches, 1)
    )
    return Reading(article, speakers, statements)


def _span(match: re.Match[str], group: str) -> Span:
    return Span(match[group], match.start(group), match.end(group))


SIDES = {"affirms": {"bias": 1.0}, "denies": {"act denies": 3.0}, "undecided": {"act declines": 3.0}}


class Models:
    """Models of claims that take statements for alike where they have the same words, and for affirming."""

    rules = Rules({"bias": -5.0, "near": 10.0}, 0.5, {"bias": 5.0}, {"bias": 5.0}, 0.5, {"near": 1.0}, SIDES, 0.1)

    def see(self, entries: list[Entry]) -> Seen:
        points = np.zeros((len(entries), 384))
        for i, entry in enumerate(entries):
            points[i, zlib.crc32(entry.statement.content[0].text.encode()) % 384] = 1
        return Seen(points, np.tile([0.9, 0.05, 0.04, 0.01], (len(entries), 1)))


def sayso() -> Sayso:
    return Sayso(analyse)


if __name__ == "__main__":
    from sayso.cli import main

    main(obj=sayso())
