"""Where the articles of a batch lie: which are versions of one, in what order they came, and in which month."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sayso.batch.near import Kin, name
from sayso.batch.rows import Row
from sayso.batch.settle import Member
from sayso.batch.store import Store
from sayso.claims.matters import months_around
from sayso.text import addresses

_COLUMNS = ("url", "addresses", "article", "other", "text", "at", "point", "names")


@dataclass(frozen=True, slots=True)
class Located:
    """The articles of a batch in the order in which they came, which is their number.

    `versions` has the numbers of the earlier versions of an article, `months` how many articles each month has.
    """

    members: list[Member] = field(default_factory=list)
    versions: Kin = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)


def located(store: Store, parts: Sequence[int]) -> Located:
    """Find it out as a ledger does to which the parts are added in order, and write down the places of each month."""
    found, places = Located(), dict[str, list[Row]]()
    known = _Versions()
    for part in parts:
        for number, row in enumerate(store.read("sights", part, _COLUMNS)):
            if new := known.add(row, len(found.members)):
                id, earlier = new
                _place(row, len(found.members), places)
                if earlier:
                    found.versions[len(found.members)] = earlier
                found.members.append(Member(part, number, id))
    for month, rows in places.items():
        store.put("places", name(month), rows)
        found.months[month] = len(rows)
    return found


def _place(row: Row, number: int, places: dict[str, list[Row]]) -> None:
    months = months_around(row["at"])
    seconds = datetime.fromisoformat(row["at"]).timestamp() if row["at"] else None
    own = {"number": number, "seconds": seconds, "point": row["point"], "names": row["names"]}
    places.setdefault(months[len(months) // 2], []).append(own)


class _Versions:
    """The versions that came so far, by the addresses and the texts of their articles."""

    def __init__(self) -> None:
        self._articles: dict[str, int] = {}
        self._numbers: list[list[int]] = []
        self._texts: set[tuple[int, str]] = set()
        self._ids: set[str] = set()

    def add(self, row: Row, number: int) -> tuple[str, list[int]] | None:
        """The id of a new version and the numbers of the earlier ones; nothing where the text is known."""
        keys = [addresses.key(url) for url in (row["url"], *row["addresses"])]
        article = next((self._articles[key] for key in keys if key in self._articles), len(self._numbers))
        if article == len(self._numbers):
            self._numbers.append([])
        for key in keys:
            self._articles.setdefault(key, article)
        if (article, row["text"]) in self._texts:
            return None
        self._texts.add((article, row["text"]))
        id = row["other"] if row["article"] in self._ids else row["article"]
        self._ids.add(id)
        earlier = list(self._numbers[article])
        self._numbers[article].append(number)
        return id, earlier
