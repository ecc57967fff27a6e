"""Fetches bombs of 1 MB to 1 GB from a server on loopback, one process each: how long they take, and what they cost.

python -m benchmarks.bombs
"""

import resource
import subprocess
import sys
import time

from sayso.errors import NotFetched
from sayso.fetch.web import Web
from tests.fetch import bombs
from tests.fetch.outside import Canary, FakeClock, Outside, Site

_SIZES = (1, 100, 1_000)


def fetch(name: str, megabytes: int) -> None:
    """Fetch one bomb; the server runs in this process, too, so what it holds counts before."""
    encoding, body = bombs.bombs(megabytes)[name]
    site, outside = Site(), Outside(Canary())
    outside.host(site, "clarion.example")
    site.pages = {"clarion.example/a": "x", "clarion.example/bomb": (200, {"Content-Encoding": encoding}, body)}
    web = Web(outside, FakeClock())
    web.get("http://clarion.example/a")
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    try:
        outcome = f"{len(web.get('http://clarion.example/bomb').body or b''):,} bytes"
    except NotFetched as error:
        outcome = error.problem
    seconds = time.monotonic() - started
    assert web.get("http://clarion.example/a").body == b"x"
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(
        f"{name:20} {megabytes:5} MB in {len(body):11,} bytes: {seconds:5.2f} s, +{grown:.0f} MB, {outcome}", flush=True
    )
    if seconds > 5 or grown > 100:
        sys.exit(1)


def main() -> None:
    if len(sys.argv) == 3:
        fetch(sys.argv[1], int(sys.argv[2]))
        return
    failed = 0
    for name in bombs.bombs(0):
        for megabytes in _SIZES:
            failed += subprocess.run([sys.executable, "-m", "benchmarks.bombs", name, str(megabytes)]).returncode
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
