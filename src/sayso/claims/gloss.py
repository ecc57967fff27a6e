"""A claim in words: the plainest content among its statements, with the speaker's name and dates filled in."""

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.records import Act, Entry, Form, Kind, Stance
from sayso.text.dates import time_expressions

_I = re.compile(r"\b(I|me|my|we|us|our|you|your)\b")
_PRONOUN = re.compile(r"^(he|she|it|they)\b ", re.IGNORECASE)
_POINTS = re.compile(r"^(this|that|these|those|there|so|such)\b", re.IGNORECASE)
_JOINING = re.compile(r",?\s+(?:and|but|or)\s+")
_NAMED = (Kind.PERSON, Kind.ORGANIZATION, Kind.STATE, Kind.GROUP)
_FIT = range(6, 31)
_LONGEST = 240


def gloss(entries: Sequence[Entry], stances: Mapping[str, Stance], central: Mapping[str, float]) -> str:
    """The gloss of a claim with these statements, in order of time; `central` says how near each is to the others."""
    for wanted in (Stance.AFFIRMS, Stance.DENIES, Stance.UNDECIDED):
        fit = [entry for entry in entries if stances[entry.statement.id] is wanted]
        if fit:
            return words(max(fit, key=lambda entry: plainness(entry) + central[entry.statement.id]))
    return ""


def plainness(entry: Entry) -> float:
    """How well the content stands alone: a whole clause of its own words, that says who and what."""
    content = _content(entry)
    count = len(content.split())
    named = len(re.findall(r"(?<!^)\b[A-Z]\w+", content))
    return (
        (0.3 if count in _FIT else -0.03 * max(_FIT.start - count, (count - _FIT.stop) / 4, 0))
        + 0.08 * min(named, 4)
        - 0.2 * bool(_I.search(content))
        - 0.2 * bool(_POINTS.match(content))
        - 0.1 * (entry.statement.form is Form.DIRECT)
        - 0.15 * (entry.statement.act not in (Act.SAYS, Act.CONFIRMS))
        - 0.1 * bool(_PRONOUN.match(content) and entry.speaker.kind not in _NAMED)
    )


def words(entry: Entry) -> str:
    """The content of `entry` as a sentence of its own."""
    text = _dated(entry, _content(entry))
    if _PRONOUN.match(text) and entry.speaker.kind in _NAMED and entry.statement.form is not Form.DIRECT:
        text = f"{entry.speaker.name} {_PRONOUN.sub('', text, count=1)}"
    text = text.strip(" ,;:“”\"'’‘")
    if len(text) > _LONGEST:
        text = text[: text.rfind(" ", 0, _LONGEST)] + " …"
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…")) else ".")


def _content(entry: Entry) -> str:
    joined = " ".join("".join(_pieces(entry)).split())
    return re.sub(r"^that\b\s+", "", joined.strip('“”"‘’ ,'))


def _pieces(entry: Entry) -> Iterator[str]:
    """The pieces of the content, and the *and* or *but* that joins two of them in the text."""
    pieces, text = entry.statement.content, entry.article.text
    yield pieces[0].text
    for one, other in itertools.pairwise(pieces):
        between = text[one.end : other.start]
        yield between if _JOINING.fullmatch(between) else " "
        yield other.text


def _dated(entry: Entry, text: str) -> str:
    """The text with days of the week and the like replaced by dates."""
    published = entry.article.published
    if not published:
        return text
    out = text
    for found in reversed(time_expressions(text, dt.datetime.fromisoformat(published).date())):
        if found.date and found.at and not re.search(r"\d", text[found.start : found.end]):
            out = f"{out[: found.start]}on {found.date.day} {found.date:%B %Y}{out[found.end :]}"
    return out
