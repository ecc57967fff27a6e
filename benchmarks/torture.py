"""Does to ledgers what they must survive: `python -m benchmarks.torture [--kills 200] [--failures 50] [--files 100]`.

Kills `sayso add` at random points, lets the disk be full or writing fail, has processes add at once, and gives damaged
and foreign files for ledgers. Ends with an error at the first thing that is lost, doubled or halved. A fake reader
stands in for the model.
"""

import argparse
import random
import tempfile
import threading
import time
from itertools import pairwise
from pathlib import Path

from sayso.errors import LedgerError
from sayso.ledger.ledger import Ledger
from tests.ledger import torture


def kills(folder: Path, points: int) -> None:
    for done in torture.kill_at_random_points(folder, points):
        print(f"\rkilled {done} of {points}", end="", flush=True)
    print(": nothing acknowledged was lost, and every ledger came to be the same")


def failures(folder: Path, points: int) -> None:
    complaints = list(torture.fail_at_random_points(folder, points))
    full = sum("disk is full" in complaint for complaint in complaints)
    failed = sum("I/O error" in complaint for complaint in complaints)
    print(f"disk full at {full} points, I/O error at {failed}, of {points}: nothing acknowledged was lost")


def refusal(path: Path) -> str:
    """What is said of a file that is no ledger."""
    try:
        Ledger.open(path, create=True).close()
    except LedgerError as error:
        return str(error)
    raise AssertionError(f"{path} was taken for a ledger")


def files(folder: Path, count: int) -> None:
    sound = folder / "sound.db"
    assert torture.run(torture.command(sound, torture.feed(folder / "sound.jsonl", 10)))[0] == 0
    for what, data in torture.spoiled(sound, count):
        path = folder / "spoiled" / "x.db"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        assert refusal(path).count("\n") == 0, what
        assert path.read_bytes() == data
        assert list(path.parent.iterdir()) == [path]
    print(f"{count} damaged, cut off or foreign files: all refused, none changed")


def crowd(folder: Path, processes: int, articles: int, where: str | None) -> None:
    """Processes that add overlapping feeds at once, beside readers; times are between acknowledgements of one."""
    ledger = where or str(folder / "crowd.db")
    lines = torture.feed(folder / "crowd.jsonl", articles).read_text().splitlines(keepends=True)
    waits: list[float] = []
    complaints: list[str] = []

    def add(number: int) -> None:
        mine = lines[:]
        random.Random(number).shuffle(mine)
        feed = folder / f"crowd{number}.jsonl"
        feed.write_text("".join(mine))
        process = torture.start(torture.command(ledger, feed))
        times = [time.perf_counter() for _ in process.stdout]
        waits.extend(later - earlier for earlier, later in pairwise(times))
        complaints.append(process.communicate()[1])

    def look() -> None:
        while any(thread.is_alive() for thread in adding):
            try:
                with Ledger.open(ledger) as opened, opened.view() as view:
                    view.search("ferry")
                    view.stats()
            except LedgerError as error:
                if "there is none" not in str(error):
                    complaints.append(str(error))
            time.sleep(0.05)

    adding = [threading.Thread(target=add, args=(number,)) for number in range(processes)]
    looking = [threading.Thread(target=look) for _ in range(2)]
    for thread in adding + looking:
        thread.start()
    for thread in adding + looking:
        thread.join()
    assert not any(complaints), complaints
    found = torture.exported(ledger)["articles"]
    assert len({(one["url"], one["text"]) for one in found}) == len(found) == len(set(lines))
    waits.sort()
    p99, most = waits[int(len(waits) * 0.99)], waits[-1]
    print(
        f"{processes} processes, {len(waits)} writes: no complaint, none double; p99 {p99:.2f} s, longest {most:.2f} s"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--failures", type=int, default=50)
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--ledger", help="a PostgreSQL database for the processes; a file unless given")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folders = {part: Path(name) / part for part in ("files", "crowd", "failures", "kills")}
        for folder in folders.values():
            folder.mkdir()
        files(folders["files"], args.files)
        crowd(folders["crowd"], args.processes, 150, args.ledger)
        failures(folders["failures"], args.failures)
        kills(folders["kills"], args.kills)


if __name__ == "__main__":
    main()
