"""How often the table reads the act of a statement right, with the statements given.

    python benchmarks/acts.py DATA_DIR [--misses]

DATA_DIR holds `stories/` (train and dev) and `data/` (`polnear`, `acts` and `speakers`). Where the table leaves the act
open, it counts as *says*. Of `data/acts` the fifth of the articles that no row was written for is shown apart, and so
are the rows there that would fool a look-up of the cue (traps).
"""

import json
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from sayso.analyse.act import act
from sayso.analyse.draft import Range
from sayso.analyse.lead import with_lead
from sayso.records import Act
from training.corpora import Attribution, polnear, stories


@dataclass(frozen=True)
class Case:
    """A statement, the act of its label, and whether it is a trap."""

    text: str
    statement: Attribution
    act: Act
    trap: bool = False

    def read(self) -> Act | None:
        """Read the act as the reader would, had it found just these spans."""
        content = [Range(*span) for span in sorted(self.statement.content)]
        first, *rest = [Range(*span) for span in sorted(self.statement.cue)] or [None]
        words = [with_lead(self.text, first, content), *(self.text[a:b] for a, b in filter(None, rest))]
        return act(" ".join(words), " ".join(self.text[a:b] for a, b in content))


def from_stories(folder: Path) -> Iterator[Case]:
    """Read the statements of every story in `folder`."""
    for document in stories(folder):
        yield from (Case(document.text, a, Act(a.act or "says")) for a in document.attributions or ())


def from_polnear(split: Path, labels: dict[tuple[str, str], tuple[str, bool]]) -> Iterator[tuple[str, Case]]:
    """Read the labelled statements of a split, each with the name of its article."""
    articles = {article for article, _ in labels}
    for document in polnear(split):
        if document.name not in articles:
            continue
        first = sorted((split / "attributions").glob(f"{document.name}_*.ann"))[0]
        keys = re.findall(r"^(E\d+)\t", first.read_text(encoding="utf-8"), re.MULTILINE)
        for key, statement in zip(keys, document.attributions or (), strict=True):
            if (document.name, key) in labels:
                name, trap = labels[document.name, key]
                yield document.name, Case(document.text, statement, Act("says" if name == "thinks" else name), trap)


def acts_labels(path: Path) -> dict[tuple[str, str], tuple[str, bool]]:
    """Read act and trap of each labelled statement, by article and id."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {(row["article"], row["id"]): (row["act"], bool(row["trap"])) for row in rows}


def speakers_labels(path: Path) -> dict[tuple[str, str], tuple[str, bool]]:
    """Read the acts that come with the labelled speakers, but those in doubt."""
    articles = json.loads(path.read_text(encoding="utf-8"))["articles"]
    return {
        (article, row["id"]): (row["act"], False)
        for article, rows in articles.items()
        for row in rows
        if row["act"] and not row.get("doubt")
    }


def held_out(article: str) -> bool:
    """Whether no row of the table was written for this article."""
    return zlib.crc32(article.encode()) % 5 == 0


def measure(name: str, cases: list[Case], misses: bool) -> None:
    """Print how far the table goes on these cases."""
    began = process_time()
    read = [case.read() for case in cases]
    spent = process_time() - began
    pairs = [(case.act, got or Act.SAYS) for case, got in zip(cases, read, strict=True)]
    decided = [got == case.act for case, got in zip(cases, read, strict=True) if got]
    left = [case.act == Act.SAYS for case, got in zip(cases, read, strict=True) if not got]
    print(
        f"\n{name}: {len(cases)} statements, {_share([a == b for a, b in pairs])} right, "
        f"{_share([a == b for a, b in pairs if a != Act.SAYS])} of those that are not says; "
        f"decides {_share([bool(got) for got in read])}, {_share(decided)} of them right; "
        f"{_share(left)} of the rest are says; {1e6 * spent / len(cases):.0f} µs each"
    )
    _confusion(Counter(pairs))
    for case, (gold, got) in zip(cases, pairs, strict=True):
        if misses and gold != got:
            spans = sorted((*case.statement.cue, *case.statement.content))
            print(f"  {gold} read as {got}: {' '.join(case.text[spans[0][0] - 40 : spans[-1][1]].split())[:200]}")


def _share(rows: list[bool]) -> str:
    return f"{100 * sum(rows) / max(1, len(rows)):.1f} %"


def _confusion(counts: Counter[tuple[Act, Act]]) -> None:
    print("  gold \\ read " + "".join(f"{act:>10}" for act in Act))
    for gold in Act:
        print(f"  {gold:12}" + "".join(f"{counts[gold, got]:>10}" for got in Act))


def main(arguments: list[str]) -> int:
    """Measure on every set."""
    places = [argument for argument in arguments if argument != "--misses"]
    root = Path(places[0]) if places else Path()
    if not (places and (root / "stories").is_dir() and (root / "data" / "acts").is_dir()):
        print("skipped: no folder with stories/ and data/ given")
        return 0
    misses = "--misses" in arguments
    for part in ("train", "dev"):
        measure(f"stories {part}", list(from_stories(root / "stories" / part)), misses)
    data = root / "data"
    acts = list(from_polnear(data / "polnear" / "train", acts_labels(data / "acts" / "polnear-train-acts.jsonl")))
    measure("acts, developed on", [case for article, case in acts if not held_out(article)], misses)
    kept = [case for article, case in acts if held_out(article)]
    measure("acts, held out", kept, misses)
    measure("acts, held out, traps", [case for case in kept if case.trap], misses)
    labels = speakers_labels(data / "speakers" / "dev.json")
    measure("speakers dev", [case for _, case in from_polnear(data / "polnear" / "dev", labels)], misses)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
