"""How words are set on a terminal."""

from sayso.records import Act
from sayso.text.terminal import Console, Text
from sayso.text.visible import visible

ACT_STYLES = {
    Act.DENIES: "bold red",
    Act.CONFIRMS: "bold green",
    Act.DECLINES: "bold yellow",
    Act.QUESTIONS: "bold magenta",
    Act.RETRACTS: "bold cyan",
}
DOT = Text.assemble((" · ", "dim"))


def plain(text: str, style: str = "") -> Text:
    """Words that may come from an article: none of them is read as markup or reaches the terminal as a control."""
    return Text(" ".join(visible(text).split()), style)


def wrapped(console: Console, block: Text, margin: str = "") -> None:
    """Print `block` behind `margin`, which stands beside its first row only."""
    for row in block.wrap(max(console.width - len(margin), 1)):
        console.print(Text.assemble((margin, "dim"), row))
        margin = " " * len(margin)
