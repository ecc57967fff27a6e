"""Entries made by hand."""

from sayso.records import Act, Article, Entry, Form, Kind, Span, Speaker, Statement

KINDS = {"Tribune": Kind.OUTLET, "Wire": Kind.OUTLET, "sources": Kind.UNNAMED, "officials": Kind.UNNAMED}


def article(id, outlet, published=None, *, text="", url=None, byline=None):
    return Article(id, url or f"https://{outlet}.example/{id}", text or " ", outlet, byline=byline, published=published)


def speaker(name, kind=None):
    return Speaker(name.casefold().replace(" ", "-"), name, kind or KINDS.get(name, Kind.PERSON))


def entry(where, who, content="the link was cut", act=Act.SAYS, via=(), kind=None, id=None):
    text = where.text
    start = max(text.find(content), 0)
    statement = Statement(
        id=id or f"{where.id}/{who}/{content[:12]}",
        form=Form.INDIRECT,
        act=act,
        source=None,
        cue=None,
        content=(Span(content, start, start + len(content)),),
        speaker=who,
        via=tuple(via),
        said=None,
        hedged=False,
        confidence=0.9,
    )
    return Entry(statement, where, speaker(who, kind), tuple(speaker(name) for name in via))
