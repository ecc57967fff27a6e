"""The report: what was read, for a terminal."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from sayso.exports import wording
from sayso.records import Act, Article, Reading, Statement
from sayso.text.visible import visible

_ACT_STYLES = {
    Act.DENIES: "bold red",
    Act.CONFIRMS: "bold green",
    Act.DECLINES: "bold yellow",
    Act.QUESTIONS: "bold magenta",
    Act.RETRACTS: "bold cyan",
}
_DOT = Text.assemble((" · ", "dim"))


def report(reading: Reading, console: Console) -> None:
    """Print `reading` and a blank line behind it to `console`, wrapped to its width."""
    for line in _head(reading.article):
        _print(console, line)
    console.print()
    digits = len(str(len(reading.statements)))
    for number, statement in enumerate(reading.statements, start=1):
        _print(console, _block(reading, statement), f"{number:>{digits}}  ")
        console.print()
    _print(console, Text(wording.summary(reading), "bold"))
    console.print()


def _head(article: Article) -> Iterator[Text]:
    headline = wording.headline(article)
    yield _text(headline, "bold underline")
    for line in (wording.credit(article), wording.dates(article)):
        if line:
            yield _text(line)
    if article.url != headline:
        yield _text(article.url, "dim")
    for note in article.notes:
        yield _text(note.text, "italic")


def _block(reading: Reading, statement: Statement) -> Text:
    doubt = (wording.confidence(statement),) if wording.is_low(statement) else ()
    more = " · ".join(wording.more(reading, statement) + doubt)
    lines = (_who(reading, statement), _text(wording.quote(statement)), _text(more, "dim"))
    return Text("\n").join(line for line in lines if line)


def _who(reading: Reading, statement: Statement) -> Text:
    facts = [_text(statement.cue.text, "italic")] if statement.cue else []
    if statement.act in _ACT_STYLES:
        facts.append(Text(statement.act, _ACT_STYLES[statement.act]))
    facts.append(Text(statement.form, "dim"))
    return Text.assemble(_text(reading.speaker(statement).name, "bold"), "  ", _DOT.join(facts))


def _text(text: str, style: str = "") -> Text:
    """Words that may come from an article: none of them is read as markup or reaches the terminal as a control."""
    return Text(" ".join(visible(text).split()), style)


def _print(console: Console, block: Text, margin: str = "") -> None:
    """Print `block` behind `margin`, which stands beside its first row only."""
    for row in block.wrap(console, max(console.width - len(margin), 1), overflow="fold"):
        row.rstrip()
        console.print(Text.assemble((margin, "dim"), row))
        margin = " " * len(margin)
