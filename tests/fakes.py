"""A reader small enough to be seen through: `"Words," said Name.` is a statement, and nothing else is."""

import re

from sayso.core import Sayso
from sayso.records import Act, Article, Form, Kind, Reading, Span, Speaker, Statement

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


def sayso() -> Sayso:
    return Sayso(analyse)


if __name__ == "__main__":
    from sayso.cli import main

    main(obj=sayso())
