"""The board and the dossier of every claim as one HTML page that needs nothing else, on the screen or on paper."""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.exports.claim_svg import svg
from sayso.exports.dossier import day, origins, turns
from sayso.exports.naming import web
from sayso.exports.page import asset, environment, policy, styles
from sayso.exports.wording import quote
from sayso.ledger.records import Head
from sayso.ledger.view import View
from sayso.records import Claim, Entry, Origin, Stance, Standing, Status, Verdict

_SIDES = {Stance.AFFIRMS: "For", Stance.DENIES: "Against", Stance.UNDECIDED: "Neither"}


@dataclass(frozen=True, slots=True)
class Voice:
    """What one statement puts forward on a claim, in words, and where it stands."""

    name: str
    via: str
    act: str
    words: str
    outlet: str
    day: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Turn:
    """A row of a claim's history at which something changed."""

    day: str
    standing: str
    status: Status
    outlet: str
    reason: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim as the page shows it."""

    claim: Claim
    standing: str
    moved: str
    sides: tuple[tuple[str, tuple[Voice, ...]], ...]
    origins: tuple[tuple[str, str, tuple[str, ...]], ...]
    turns: tuple[Turn, ...]
    drawing: str
    verdicts: tuple[Verdict, ...]


def as_page(view: View) -> Iterator[str]:
    """All claims of a ledger, in parts."""
    counts = Counter(claim.now.status for claim in view.claims())
    return page("Where the claims stand", view.claims(), view, [(status, counts[status]) for status in Status])


def of_claim(claim: Claim, view: View) -> str:
    """One claim alone."""
    return "".join(page("Where one claim stands", [claim], view, ()))


def page(title: str, claims: Iterable[Claim], view: View, counts: Sequence[tuple[Status, int]]) -> Iterator[str]:
    """A page with `claims`, in parts."""
    style = styles(asset("board.css"))
    shown = (_shown(claim, view) for claim in claims)
    template = environment().get_template("board.html")
    return template.generate(title=title, claims=shown, counts=counts, style=style, policy=policy(style))


def _shown(claim: Claim, view: View) -> Shown:
    entries = {entry.statement.id: entry for entry in view.statements([p.statement for p in claim.positions])}
    articles = {article for origin in claim.origin_list for article in origin.articles}
    heads = view.heads([*articles, *(row.article for row in claim.history)])
    steps = turns(claim.history)
    drawn = svg(claim, [entry.article for entry in entries.values()])
    return Shown(
        claim,
        f"{claim.now.status.value}, {origins(claim.now)}",
        day(steps[-1].at),
        tuple((words, tuple(_voices(claim, side, entries))) for side, words in _SIDES.items()),
        tuple(
            (_name(origin), "; ".join(origin.reasons), _outlets(origin.articles, heads)) for origin in claim.origin_list
        ),
        tuple(_turn(row, heads) for row in steps),
        f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}",
        tuple(view.verdicts(claim)),
    )


def _voices(claim: Claim, side: Stance, entries: dict[str, Entry]) -> Iterator[Voice]:
    for position in claim.positions:
        entry = entries.get(position.statement)
        if entry and position.stance is side:
            article = entry.article
            yield Voice(
                entry.speaker.name,
                ", ".join(carrier.name for carrier in entry.via),
                entry.statement.act.value,
                quote(entry.statement),
                article.outlet or article.url,
                day(article.updated or article.published),
                web(article.url),
            )


def _name(origin: Origin) -> str:
    heard = f", heard by {origin.heard_by}" if origin.heard_by else ""
    return f"{origin.name}{heard}{', withdrawn' * origin.withdrawn}{', not shown who' * origin.undetermined}"


def _outlets(articles: Sequence[str], heads: dict[str, Head]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(heads[id].outlet or heads[id].url for id in articles if id in heads))


def _turn(row: Standing, heads: dict[str, Head]) -> Turn:
    head = heads.get(row.article)
    outlet = (head.outlet or head.url) if head else row.article
    return Turn(day(row.at), f"{row.status.value}, {origins(row)}", row.status, outlet, row.reason)
