"""Claims for a terminal: the board of all, and the dossier of one."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.claims.copies import copies
from sayso.claims.order import in_time
from sayso.exports.wording import count, place
from sayso.records import Article, Claim, Entry, Kind, Origin, Stance, Standing, Status, Verdict
from sayso.text.terminal import Console, Text
from sayso.text.visible import visible

_STYLES = {
    Status.DISPUTED: "bold red",
    Status.DENIED: "red",
    Status.RETRACTED: "magenta",
    Status.CONFIRMED: "bold green",
    Status.CORROBORATED: "green",
    Status.SINGLE_SOURCE: "yellow",
}
_SIDES = {Stance.AFFIRMS: "For", Stance.DENIES: "Against", Stance.UNDECIDED: "Neither"}
_DAY = 10
_MOST_REASONS = 8


def board(claims: Iterable[Claim], console: Console) -> int:
    """Print a paragraph for each claim, and give back how many there were."""
    printed = 0
    for claim in claims:
        now = claim.now
        head = Text.assemble((now.status.value, _STYLES[now.status]), "  ", (_clean(claim.gloss), "bold"))
        _print(console, head, "")
        sides = " · ".join(f"{_count(claim, side)} {words}" for side, words in _COUNTED if _count(claim, side))
        facts = [claim.id, sides, origins(now), f"moved {day(_moved(claim))}"]
        _print(console, Text(" · ".join(filter(None, facts)), "dim"), "  ")
        _print(console, Text(_clean(now.reason)), "  ")
        console.print()
        printed += 1
    return printed


_COUNTED = ((Stance.AFFIRMS, "for"), (Stance.DENIES, "against"), (Stance.UNDECIDED, "neither"))


def dossier(claim: Claim, entries: Sequence[Entry], console: Console, verdicts: Sequence[Verdict] = ()) -> None:
    """Print who affirms, denies and leaves a claim open, its origins, how it went, and what others concluded."""
    by_id = {entry.statement.id: entry for entry in entries}
    articles = {entry.article.id: entry.article for entry in entries}
    now = claim.now
    _print(console, Text(_clean(claim.gloss), "bold underline"), "")
    _print(console, Text.assemble((now.status.value, _STYLES[now.status]), f": {_clean(now.reason)}"), "")
    _print(console, Text(" · ".join(numbers(claim, entries)), "dim"), "")
    for side, words in _SIDES.items():
        mine = [by_id[p.statement] for p in claim.positions if p.stance is side and p.statement in by_id]
        if mine:
            console.print()
            _print(console, Text(words, "bold"), "")
            for line in _voices(mine):
                _print(console, line, "  ")
    console.print()
    _print(console, Text("Where it comes from", "bold"), "")
    for origin in claim.origin_list:
        for line in _origin(origin, articles):
            _print(console, line, "  ")
    console.print()
    _print(console, Text("How it went", "bold"), "")
    for row in turns(claim.history):
        outlet = articles[row.article].outlet if row.article in articles else None
        turn = f"{day(row.at)}  {row.status.value}, {origins(row)}  ({outlet or row.article}): {row.reason}"
        _print(console, Text(_clean(turn)), "  ")
    if verdicts:
        console.print()
        _print(console, Text("What others concluded", "bold"), "")
    for verdict in verdicts:
        where = ", ".join(filter(None, (verdict.published and day(verdict.published), verdict.url)))
        _print(console, Text(_clean(f"{verdict.author}: “{verdict.rating}”, on “{verdict.claim}”")), "  ")
        _print(console, Text(_clean(where), "dim"), "  ")


def _voices(entries: Sequence[Entry]) -> Iterator[Text]:
    """A line for each speaker with what he said first, and how many times more."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        key = entry.speaker.name if entry.speaker.kind in (Kind.UNNAMED, Kind.UNKNOWN) else entry.speaker.id
        groups.setdefault(key, []).append(entry)
    for mine in groups.values():
        first = mine[0]
        said = " … ".join(piece.text for piece in first.statement.content)
        through = "".join(f", through {carrier.name}" for carrier in first.via)
        where = f"{first.article.outlet or place(first.article)}, {day(first.article.published)}"
        more = f"; {len(mine) - 1} more" if len(mine) > 1 else ""
        act = first.statement.act.value
        yield Text.assemble(
            (_clean(first.speaker.name), "bold"),
            f" {act}: {_clean(said)} ",
            (_clean(f"({where}{through}{more})"), "dim"),
        )


def _origin(origin: Origin, articles: dict[str, Article]) -> Iterator[Text]:
    heard = f", heard by {origin.heard_by}" if origin.heard_by else ""
    marks = "".join((", withdrawn" * origin.withdrawn, ", not shown who" * origin.undetermined))
    outlets = dict.fromkeys(articles[a].outlet or place(articles[a]) for a in origin.articles if a in articles)
    found = count(len(origin.articles), "article")
    yield Text.assemble((_clean(origin.name), "bold"), _clean(f"{heard}{marks}: in {found}"))
    yield Text(_clean("   carried by " + ", ".join(outlets)), "dim")
    for reason in origin.reasons[:_MOST_REASONS]:
        yield Text(_clean(f"   one with others: {reason}"), "dim")
    if more := len(origin.reasons[_MOST_REASONS:]):
        yield Text(f"   and for {count(more, 'more reason')}, which --json has", "dim")


def numbers(claim: Claim, entries: Iterable[Entry]) -> list[str]:
    """The four numbers in words: articles, distinct texts, outlets and origins.

    An article is a text of its own when it has something to say on the claim that is no near-copy from elsewhere.
    """
    held = {position.statement for position in claim.positions}
    mine = in_time(entry for entry in entries if entry.statement.id in held)
    copied = copies(mine)
    articles = {entry.article.id for entry in mine}
    texts = {entry.article.id for entry in mine if entry.statement.id not in copied}
    outlets = {entry.article.outlet or entry.article.url for entry in mine}
    counted = ((articles, "article"), (texts, "distinct text"), (outlets, "outlet"))
    return [*(count(len(found), noun) for found, noun in counted), origins(claim.now)]


def turns(history: Sequence[Standing]) -> list[Standing]:
    """The rows of a history at which something changed."""
    out: list[Standing] = []
    for row in history:
        if not out or (row.status, row.origins, row.by) != (out[-1].status, out[-1].origins, out[-1].by):
            out.append(row)
    return out


def origins(row: Standing) -> str:
    """The number of origins in words: never more than is shown to be independent."""
    if row.origins == 0:
        return "no origin standing"
    return "1 origin" if row.origins == 1 else f"at most {row.origins} origins"


def day(at: str | None) -> str:
    """The day of a time, or that it is not known."""
    return at[:_DAY] if at else "undated"


def _moved(claim: Claim) -> str | None:
    return turns(claim.history)[-1].at


def _count(claim: Claim, side: Stance) -> int:
    return len({p.speaker for p in claim.positions if p.stance is side})


def _clean(text: str) -> str:
    return " ".join(visible(text).split())


def _print(console: Console, block: Text, margin: str) -> None:
    for row in block.wrap(max(console.width - len(margin), 1)):
        console.print(Text.assemble(margin, row))
