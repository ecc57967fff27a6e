"""From a ledger to its lines, and from the lines to a ledger again."""

from pathlib import Path
from random import Random

from sayso.exports import whole
from sayso.extract import readings
from sayso.ledger.ledger import Ledger
from sayso.records import Decision, Raw
from tests.exports import ledgers


def lines(ledger: Ledger) -> list[str]:
    with ledger.view() as view:
        return list(whole.as_lines(view))


def again(path: Path, exported: list[str]) -> list[str]:
    """The lines of the ledger that is made from lines."""
    with ledgers.fresh(path) as copy:
        for number, line in enumerate(exported, 1):
            one = readings.found(Raw("file:///ledger.jsonl", "ledger.jsonl", line.encode()), number)
            if isinstance(one, Decision):
                copy.decide(one)
            else:
                copy.add(one)
        return lines(copy)


def of_random(folder: Path, chosen: Random) -> tuple[list[str], list[str]]:
    """The lines of a random ledger, and those of its copy."""
    with ledgers.fresh(folder / "one.db") as ledger:
        ledgers.fill(ledger, chosen)
        first = lines(ledger)
    return first, again(folder / "two.db", first)
