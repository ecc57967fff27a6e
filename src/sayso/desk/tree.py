"""Where a claim comes from: each origin, who carried it on, and the outlets it reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.desk import words
from sayso.ledger.records import Head
from sayso.records import Claim, Entry, Origin


@dataclass(frozen=True, slots=True)
class Node:
    """A carrier or an outlet, what it passed on to, and its own articles."""

    name: str
    children: tuple["Node", ...]
    articles: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """An origin, and who has it from there."""

    origin: Origin
    children: tuple[Node, ...]
    outlets: int


Paths = dict[str, "Branch"]


class Branch:
    """A node while it grows."""

    def __init__(self) -> None:
        self.children: Paths = {}
        self.articles: dict[str, Head] = {}


def roots(claim: Claim, entries: Sequence[Entry], heads: Mapping[str, Head]) -> list[Root]:
    """The origins of `claim` with their trees; `entries` are its positions', `heads` all articles that are named."""
    by_id = {entry.statement.id: entry for entry in entries}
    return [_root(origin, claim, by_id, heads) for origin in claim.origin_list]


def _root(origin: Origin, claim: Claim, by_id: Mapping[str, Entry], heads: Mapping[str, Head]) -> Root:
    grown = Branch()
    reached = set()
    for position in claim.positions:
        entry = by_id.get(position.statement)
        if position.origin == origin.id and entry and entry.article.id in heads:
            _grow(grown, _path(entry), heads[entry.article.id])
            reached.add(entry.article.id)
    for id in origin.articles:
        if id in heads and id not in reached:
            _grow(grown, [_name(heads[id])], heads[id])
    outlets = {_name(heads[id]) for id in (*origin.articles, *reached) if id in heads}
    return Root(origin, _nodes(grown), len(outlets))


def _path(entry: Entry) -> list[str]:
    """From the innermost carrier to the article's outlet; who is named twice in a row is there once."""
    names = [carrier.name for carrier in reversed(entry.via)] + [words.outlet(entry.article)]
    return [name for i, name in enumerate(names) if not i or name.casefold() != names[i - 1].casefold()]


def _grow(branch: Branch, path: Sequence[str], article: Head) -> None:
    for name in path:
        branch = branch.children.setdefault(name, Branch())
    branch.articles[article.id] = article


def _nodes(branch: Branch) -> tuple[Node, ...]:
    return tuple(Node(name, _nodes(child), tuple(child.articles.values())) for name, child in branch.children.items())


def _name(head: Head) -> str:
    return head.outlet or head.url
