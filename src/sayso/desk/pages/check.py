"""Check a draft: what is found beside the words that it is about. Nothing is stored."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from starlette.requests import Request
from starlette.responses import Response

from sayso.check import Config, Finding, check
from sayso.check.config import with_options
from sayso.check.drafts import of_text
from sayso.check.lookup import lookup
from sayso.check.rules import RULES
from sayso.desk.asked import form
from sayso.desk.desk import Desk, desk_of
from sayso.desk.render import page
from sayso.desk.threads import slowly
from sayso.text.paragraphs import paragraphs


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a draft, and the numbers of the findings about them."""

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of a draft, and the findings that begin in it, each with its number."""

    pieces: tuple[Piece, ...]
    findings: tuple[tuple[int, Finding], ...]


def blank(request: Request) -> Response:
    """The form."""
    return page(request, "check.html", text="", date="", every=False, rows=None, count=0)


async def checked(request: Request) -> Response:
    """The draft with what is found in it."""
    fields = await form(request)
    text, date = ((fields.get(name) or [""])[0].replace("\r\n", "\n") for name in ("text", "date"))
    if not text.strip():
        return blank(request)
    every = "every" in fields
    found, whole = await slowly(_check, desk_of(request), text, date.strip(), every)
    return page(request, "check.html", text=text, date=date, every=every, rows=rows(whole, found), count=len(found))


def _check(desk: Desk, text: str, date: str, every: bool) -> tuple[list[Finding], str]:
    enabled = tuple(rule.id for rule in RULES) if every else ()
    config = with_options(Config(), enable=enabled, disable=(), fail_on=None)
    loaded = of_text(text, "the draft", "desk:draft").dated(date or None, None)
    draft = loaded.read(desk.sayso.analyse)
    with desk.ledger.view() as view:
        return check(draft, lookup(view), config, loaded.ignores), draft.text


def rows(text: str, found: Sequence[Finding]) -> list[Row]:
    """The paragraphs of a draft, cut where findings begin and end. `found` is in the order of the text."""
    numbered = list(enumerate(found, 1))
    bounds = paragraphs(text)
    starts = [0, *(start for start, _ in bounds[1:]), len(text) + 1]
    return [
        Row(
            tuple(_pieces(text, start, end, numbered)),
            tuple((number, one) for number, one in numbered if starts[at] <= one.start < starts[at + 1]),
        )
        for at, (start, end) in enumerate(bounds)
    ]


def _pieces(text: str, start: int, end: int, found: Sequence[tuple[int, Finding]]) -> Iterator[Piece]:
    edges = {edge for _, one in found for edge in (one.start, one.end) if start < edge < end}
    for first, last in pairwise(sorted({start, end, *edges})):
        numbers = (number for number, one in found if one.start < last and first < one.end)
        yield Piece(text[first:last], tuple(numbers))
