"""How the fields of a reading are put into words; the report and the page say them alike."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import unquote

from sayso.records import Article, Form, Kind, Reading, Speaker, Statement

_LOW_CONFIDENCE = 0.5


def headline(article: Article) -> str:
    """Name the article: by its title, or else by its address."""
    return article.title or place(article)


def place(article: Article) -> str:
    """Give the address as a reader knows it: a file goes by its name alone."""
    if article.url.startswith("file:"):
        return unquote(article.url.rpartition("/")[2])
    return article.url


def credit(article: Article) -> str:
    """Name outlet and author, as far as known."""
    return " · ".join(part for part in (article.outlet, article.byline) if part)


def dates(article: Article) -> str:
    """Say when the article was published and updated, as far as known."""
    known = (("published", article.published), ("updated", article.updated))
    return ", ".join(f"{word} {moment(date)}" for word, date in known if date)


def moment(date: str) -> str:
    """Write an ISO date as it reads best: to the minute, in the time zone it was given in."""
    if len(date) <= len("2026-03-09"):
        return date
    try:
        return datetime.fromisoformat(date).isoformat(" ", "minutes")
    except ValueError:
        return date


def quote(statement: Statement) -> str:
    """Join the pieces of the content."""
    return " … ".join(piece.text for piece in statement.content)


def attribution(article: Article, statement: Statement) -> str:
    """Join source and cue as they stand in the text."""
    spans = sorted((span for span in (statement.source, statement.cue) if span), key=lambda span: span.start)
    between = article.text[spans[0].end : spans[-1].start] if spans else ""
    if any(map(str.isalnum, between)):
        return " … ".join(span.text for span in spans)
    return article.text[spans[0].start : max(span.end for span in spans)] if spans else ""


def more(reading: Reading, statement: Statement) -> tuple[str, ...]:
    """Say what else is known: the carriers, outermost first, the date and the hedge."""
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    return circumstances(statement, [names[carrier] for carrier in statement.via])


def carried(reading: Reading, statement: Statement) -> str:
    """Name the carriers, outermost first, and the speaker: *The Tribune → two officials*."""
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    return " → ".join(names[key] for key in (*statement.via, statement.speaker))


def standing(speaker: Speaker) -> str:
    """Say that a speaker is unnamed or unknown; empty for all others."""
    return (
        speaker.kind.value if speaker.kind in (Kind.UNNAMED, Kind.UNKNOWN) and not speaker.name.startswith("(") else ""
    )


def why(reading: Reading, number: int) -> tuple[tuple[str, str], ...]:
    """Say how the parts of statement `number`, counted from 0, came about: each with its reason."""
    statement, reason = reading.statements[number], reading.why[number]
    speaker = reading.speaker(statement)
    given = (
        ("speaker", f"{carried(reading, statement)}: {reason.speaker}"),
        ("may be", " or ".join(statement.candidates)),
        ("heard by", speaker.heard_by or ""),
        ("unnamed", f"“{speaker.anonymity.text}”" if speaker.anonymity else ""),
        ("act", f"{statement.act}: {reason.act}"),
        ("date", f"{statement.said.date if statement.said else 'none'}: {reason.said}"),
        ("confidence", f"{statement.confidence:.0%} that a careful reader marks it too"),
    )
    return tuple((name, words) for name, words in given if words)


def circumstances(statement: Statement, carriers: Sequence[str]) -> tuple[str, ...]:
    """The same, where the names of the carriers are at hand."""
    said = statement.said
    parts = (
        f"via {' → '.join(carriers)}" if carriers else "",
        f"said {said.date} (“{said.text}”)" if said else "",
        "hedged" if statement.hedged else "",
    )
    return tuple(part for part in parts if part)


def confidence(statement: Statement) -> str:
    """Write the confidence in whole per cent."""
    word = "confidence only" if is_low(statement) else "confidence"
    return f"{word} {statement.confidence:.0%}"


def is_low(statement: Statement) -> bool:
    """Whether a careful reader would more likely leave the statement out."""
    return statement.confidence < _LOW_CONFIDENCE


def summary(reading: Reading) -> str:
    """Sum up in one line what was found."""
    if not reading.statements:
        return "No statements found in this article."
    forms = Counter(statement.form for statement in reading.statements)
    speakers = len({statement.speaker for statement in reading.statements})
    parts = ", ".join(f"{forms[form]} {form}" for form in Form)
    return f"{count(len(reading.statements), 'statement')}: {parts}; {count(speakers, 'speaker')}"


def count(number: int, noun: str) -> str:
    """Write `1 statement`, `2 statements`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
