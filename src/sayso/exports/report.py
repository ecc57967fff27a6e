"""The report: what was read, for a terminal."""

from collections.abc import Iterator

from sayso.exports import wording
from sayso.exports.terminal import ACT_STYLES, DOT, plain, wrapped
from sayso.records import Article, Reading, Statement
from sayso.text.terminal import Console, Text


def report(reading: Reading, console: Console) -> None:
    """Print `reading` and a blank line behind it to `console`, wrapped to its width."""
    for line in _head(reading.article):
        wrapped(console, line)
    console.print()
    digits = len(str(len(reading.statements)))
    for number, statement in enumerate(reading.statements, start=1):
        wrapped(console, _block(reading, statement), f"{number:>{digits}}  ")
        console.print()
    wrapped(console, Text(wording.summary(reading), "bold"))
    console.print()


def explain(reading: Reading, number: int, console: Console) -> None:
    """Print statement `number`, counted from 1, with how its speaker, its act and its date came about."""
    wrapped(console, _block(reading, reading.statements[number - 1]), f"{number}  ")
    for name, words in wording.why(reading, number - 1):
        wrapped(console, plain(words), f"   {name:<10}  ")
    console.print()


def _head(article: Article) -> Iterator[Text]:
    headline = wording.headline(article)
    yield plain(headline, "bold underline")
    for line in (wording.credit(article), wording.dates(article)):
        if line:
            yield plain(line)
    if article.url != headline:
        yield plain(article.url, "dim")
    for note in article.notes:
        yield plain(note.text, "italic")


def _block(reading: Reading, statement: Statement) -> Text:
    doubt = (wording.confidence(statement),) if wording.is_low(statement) else ()
    more = " · ".join(wording.circumstances(statement, ()) + doubt)
    lines = (_who(reading, statement), plain(wording.quote(statement)), plain(more, "dim"))
    return Text("\n").join(line for line in lines if line)


def _who(reading: Reading, statement: Statement) -> Text:
    facts = [plain(statement.cue.text, "italic")] if statement.cue else []
    if statement.act in ACT_STYLES:
        facts.append(Text(statement.act, ACT_STYLES[statement.act]))
    facts.append(Text(statement.form, "dim"))
    standing = wording.standing(reading.speaker(statement))
    facts += [Text(standing, "italic dim")] if standing else []
    return Text.assemble(plain(wording.carried(reading, statement), "bold"), "  ", DOT.join(facts))
