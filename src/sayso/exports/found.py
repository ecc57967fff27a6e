"""Statements of any articles, for a terminal."""

from collections.abc import Sequence

from sayso.exports import wording
from sayso.exports.terminal import ACT_STYLES, DOT, plain, wrapped
from sayso.ledger.records import Spoken
from sayso.records import Entry
from sayso.text.terminal import Console, Text

_MARGIN = "  "


def spoken(one: Spoken, console: Console) -> None:
    """Print a speaker and all that it said, under the article that each stands in."""
    speaker = one.speaker
    wrapped(
        console,
        Text.assemble(
            plain(speaker.name, "bold"), "  ", DOT.join([plain(speaker.kind, "dim"), plain(speaker.id, "dim")])
        ),
    )
    if speaker.aliases:
        wrapped(console, plain("also " + ", ".join(speaker.aliases), "dim"))
    if speaker.heard_by:
        wrapped(console, plain(f"heard by {speaker.heard_by}", "dim"))
    articles = len({entry.article.url for entry in one.entries})
    wrapped(
        console, plain(f"{wording.count(len(one.entries), 'statement')} in {wording.count(articles, 'article')}", "dim")
    )
    console.print()
    last = None
    for entry in one.entries:
        if entry.article.id != last:
            wrapped(console, _heading(entry))
            last = entry.article.id
        wrapped(console, _block(entry, named=False), _MARGIN)
        console.print()


def found(entries: Sequence[Entry], console: Console) -> None:
    """Print statements, each with its speaker and its article."""
    for entry in entries:
        wrapped(console, _block(entry, named=True))
        wrapped(console, _heading(entry), _MARGIN)
        console.print()


def _heading(entry: Entry) -> Text:
    article = entry.article
    date = article.updated or article.published
    parts = (wording.moment(date) if date else "", article.outlet or "", wording.headline(article), article.id)
    return DOT.join([plain(part, "dim") for part in parts if part])


def _block(entry: Entry, *, named: bool) -> Text:
    statement = entry.statement
    facts = [plain(wording.attribution(entry.article, statement), "italic")]
    if statement.act in ACT_STYLES:
        facts.append(Text(statement.act, ACT_STYLES[statement.act]))
    facts.append(Text(statement.form, "dim"))
    first = DOT.join([fact for fact in facts if fact])
    if named:
        first = Text.assemble(plain(entry.speaker.name, "bold"), "  ", first)
    more = " · ".join(wording.circumstances(statement, [speaker.name for speaker in entry.via]))
    lines = (first, plain(wording.quote(statement)), plain(more, "dim"))
    return Text("\n").join(line for line in lines if line)
