"""Reads a WARC file of a gigabyte into a ledger, killed half way and started again.

    python -m benchmarks.archive [MEGABYTES]

The file holds made-up pages of 1 MB, most of it script. A regular expression reads them in the place of the model.
"""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sayso.ledger.ledger import Ledger
from tests.fetch.warcs import record

_ADD = "import sys; from tests.fakes import sayso; from sayso.cli import main; main(obj=sayso())"


def make(path: Path, megabytes: int) -> int:
    """Write pages of noise around a sentence each until the file is as large as it should be; gives their number."""
    chance, count, size = random.Random(1), 0, 0
    words = [f"{chance.getrandbits(40):x} " for _ in range(5_000)]
    with path.open("wb") as file:
        while size < megabytes * 1_000_000:
            noise = "".join(chance.choices(words, k=90_000))
            body = (
                f'<html lang=en><head><script>var x = "{noise}"</script></head><body><article><p>"It rained {count} times on the harbour,"'
                " said Ann Lee, who had been there.</p></article></body></html>"
            )
            size += file.write(record(count, body.encode()))
            count += 1
    return count


def add(path: Path, ledger: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", _ADD, "add", "--jsonl", "--ledger", str(ledger), str(path)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def held(ledger: Path) -> list[str]:
    with Ledger.open(ledger) as opened, opened.view() as view:
        return [stored.reading.article.url for stored in view.readings()]


def main() -> None:
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as folder:
        path, ledger = Path(folder) / "a.warc", Path(folder) / "s.db"
        count = make(path, megabytes)
        started = time.monotonic()
        first = add(path, ledger)
        for _ in range(count // 2):
            first.stdout.readline()
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
        half, killed = len(held(ledger)), time.monotonic()
        again = add(path, ledger)
        output, _ = again.communicate()
        urls = held(ledger)
        largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(
            json.dumps(
                {
                    "pages": count,
                    "held when killed": half,
                    "held in the end": len(urls),
                    "doubled": len(urls) - len(set(urls)),
                    "seconds": [round(killed - started), round(time.monotonic() - killed)],
                    "largest MB": round(largest),
                    "passed over the second time": output.count(b'"nothing"'),
                }
            )
        )
        if len(urls) != count or len(set(urls)) != count or largest > 400:
            sys.exit(1)


if __name__ == "__main__":
    main()
