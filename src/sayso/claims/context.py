"""A statement in its context: what a model must see, since the content alone ("pure invention") means nothing."""

from dataclasses import dataclass

from sayso.records import Article, Entry, Statement
from sayso.text.paragraphs import paragraphs
from sayso.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Context:
    """The parts of a statement as a model sees it: what was said, by whom and how, and what stands around it."""

    content: str
    who: str
    sentence: str
    before: str
    title: str


class Sentences:
    """The sentences of one article, to be asked for many statements."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._title = article.title or ""
        self._spans = list(sentences(article.text, paragraphs(article.text)))

    def context(self, entry: Entry) -> Context:
        """The context of `entry`, a statement of this article."""
        statement = entry.statement
        here = self._place(statement)
        return Context(
            content=_flat(" ".join(piece.text for piece in statement.content)),
            who=f"{entry.speaker.name} {statement.act.value}",
            sentence=self._words(here),
            before=self._words(here - 1),
            title=self._title,
        )

    def around(self, statement: Statement) -> tuple[int, int]:
        """Where the sentence of `statement`, one of this article, begins and ends."""
        return self._spans[self._place(statement)]

    def _place(self, statement: Statement) -> int:
        at = statement.cue or statement.content[0]
        return next((i for i, (_, end) in enumerate(self._spans) if at.start < end), len(self._spans) - 1)

    def _words(self, i: int) -> str:
        if not 0 <= i < len(self._spans):
            return ""
        start, end = self._spans[i]
        return _flat(self._text[start:end])


def contexts(entries: list[Entry]) -> list[Context]:
    """The context of each entry, in their order."""
    read: dict[str, Sentences] = {}
    for entry in entries:
        if entry.article.id not in read:
            read[entry.article.id] = Sentences(entry.article)
    return [read[entry.article.id].context(entry) for entry in entries]


def _flat(text: str) -> str:
    return " ".join(text.split())
