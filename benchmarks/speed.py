"""Speed of reading: `python -m benchmarks.speed DATA [--articles 500] [--only PART...]`.

Parts: reading fast html ceiling workers ray memory cold.

Prints a table in Markdown, and `ratio N`: the core seconds of `sayso read` over those of the bare encoder on the same
windows. The two sides of a ratio take turns in one process, and each is the median of its rounds, so that what else
runs on the machine falls on both. DATA holds `data/polnear/{dev,train}/text`.
"""

import argparse
import html
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from sayso.ahead import cores
from sayso.analyse.model import Model
from sayso.analyse.tagger import Tagger
from sayso.analyse.windows import windows
from sayso.core import Sayso
from sayso.exports.format1 import to_json
from sayso.extract import articles as extract
from sayso.fetch import disk
from sayso.records import Raw, Reading
from sayso.text.english import is_english

ROUNDS = 3
COLD_ROUNDS = 11
Row = tuple[str, str]

_COLD = """
import onnxruntime, sys
from pathlib import Path
from sayso.ahead import cores
from sayso.analyse.model import Model
from sayso.analyse.tagger import Tagger
tagger = Tagger(Model.load(), cores())
tokens = tagger.tokenize(Path(sys.argv[1]).read_text(encoding="utf-8"))
tagger.tag(tokens, tagger.look(tokens))
"""


def texts(data: Path, number: int) -> list[Path]:
    """The first `number` articles that are read: those of the development set, then those of the training set."""
    found = [path for split in ("dev", "train") for path in sorted((data / f"data/polnear/{split}/text").glob("*.txt"))]
    if not found:
        sys.exit(f"{data}: there is no data/polnear in it; this benchmark needs its texts")
    return list(islice((path for path in found if is_english(path.read_text(encoding="utf-8"))), number))


def turns(*jobs: Callable[[], object], rounds: int = ROUNDS) -> list[tuple[float, float]]:
    """Seconds on the clock and core seconds of each job: medians of its runs, the jobs taking turns."""
    taken: list[list[tuple[float, float]]] = [[] for _ in jobs]
    for _ in range(rounds):
        for job, times in zip(jobs, taken, strict=True):
            clock, core = time.perf_counter(), time.process_time()
            job()
            times.append((time.perf_counter() - clock, time.process_time() - core))
    medians = [[statistics.median(column) for column in zip(*times, strict=True)] for times in taken]
    return [(clock, core) for clock, core in medians]


def encoder(paths: Iterable[Path], threads: int) -> Callable[[], object]:
    """The bare encoder on the windows of all texts, `threads` side by side."""
    tagger = Tagger(Model.load())
    tokens = [tagger.tokenize(path.read_text(encoding="utf-8")) for path in paths]
    spans = [(t, begin, end) for t in tokens for begin, end in windows(t, tagger.size)]
    each = ThreadPoolExecutor(threads).map if threads > 1 else map
    return lambda: [None for _ in each(lambda span: tagger.encode(*span) and None, spans)]


def read(paths: Iterable[Path], threads: int, *, fast: bool = False) -> Callable[[], object]:
    """`sayso read --jsonl` without the printing."""
    sayso = Sayso(threads=threads, fast=fast)

    def job() -> None:
        for reading in sayso.read_each(paths):
            assert isinstance(reading, Reading), reading
            json.dumps(to_json(reading), ensure_ascii=False)

    return job


def reading(paths: list[Path]) -> Iterator[Row]:
    """What reading plain text costs, over the bare encoder."""
    n, every = len(paths), cores()
    bare, whole, bare_all, whole_all = turns(
        encoder(paths, 1), read(paths, 1), encoder(paths, every), read(paths, every)
    )
    yield f"articles a second, one core ({n} articles)", f"{n / whole[0]:.2f}"
    yield f"articles a second, {every} cores", f"{n / whole_all[0]:.2f}"
    yield "core seconds an article", f"{whole[1] / n:.3f}"
    yield "core seconds an article, bare encoder", f"{bare[1] / n:.3f}"
    yield "end to end : bare encoder, core seconds", f"{whole[1] / bare[1]:.3f}"
    yield f"end to end : bare encoder, on the clock, {every} cores", f"{whole_all[0] / bare_all[0]:.3f}"
    print(f"ratio {whole[1] / bare[1]:.3f}")


def fast(paths: list[Path]) -> Iterator[Row]:
    """How much faster `--fast` reads plain text."""
    (clock, core), (fast_clock, fast_core) = turns(read(paths, 1), read(paths, 1, fast=True))
    yield f"`--fast`: throughput over that without it, core seconds ({len(paths)} articles)", f"{core / fast_core:.2f}"
    yield "`--fast`: throughput over that without it, on the clock, one core", f"{clock / fast_clock:.2f}"


def pages(paths: list[Path], folder: Path) -> Iterator[Row]:
    """What reading HTML costs, over the bare encoder and the extractor alone."""
    made = [_page(path, folder) for path in paths]
    raws = [raw for path in made for raw in disk.fetch(path) if isinstance(raw, Raw)]
    out = folder / "texts"
    out.mkdir()
    extracted = []
    for number, raw in enumerate(raws):
        extracted.append(out / f"{number}.txt")
        extracted[-1].write_text(extract.article(raw).text, encoding="utf-8")
    bare, alone, whole = turns(encoder(extracted, 1), lambda: [extract.article(raw) for raw in raws], read(made, 1))
    yield f"HTML: core seconds an article ({len(paths)} pages)", f"{whole[1] / len(paths):.3f}"
    yield "HTML: core seconds an article, extraction alone", f"{alone[1] / len(paths):.3f}"
    yield "HTML: end to end : encoder and extraction, core seconds", f"{whole[1] / (bare[1] + alone[1]):.3f}"


def _page(path: Path, folder: Path) -> Path:
    paragraphs = "".join(
        f"<p>{html.escape(line)}</p>\n" for line in path.read_text(encoding="utf-8").splitlines() if line
    )
    links = "".join(f'<li><a href="/{n}">Section number {n}</a></li>' for n in range(60))
    page = folder / f"{path.stem}.html"
    page.write_text(
        f"<!doctype html><html lang=en><head><title>{html.escape(path.stem)}</title></head><body><nav><ul>{links}</ul>"
        f"</nav><article><h1>{html.escape(path.stem)}</h1>\n{paragraphs}</article><footer>{links}</footer></body></html>",
        encoding="utf-8",
    )
    return page


def ceiling(paths: list[Path]) -> Iterator[Row]:
    """How much faster two processes are than one that do nothing but encode: what the machine gives at most."""
    # Half of the texts each, or all of them; loading is not counted.
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom benchmarks.speed import encoder\n"
        "job = encoder(map(Path, sys.argv[1:]), 1)\nprint(flush=True)\ninput()\njob()"
    )
    paces = []
    for shares in ([paths], [paths[::2], paths[1::2]]):
        start = lambda share: subprocess.Popen(
            [sys.executable, "-c", code, *share], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        running = [start(share) for share in shares]
        for one in running:
            assert one.stdout
            one.stdout.readline()
        clock = time.perf_counter()
        for one in running:
            assert one.stdin
            one.stdin.write(b"\n")
            one.stdin.close()
        for one in running:
            one.wait()
        paces.append(len(paths) / (time.perf_counter() - clock))
    yield "bare encoder in 2 processes over 1", f"{paces[1] / paces[0]:.2f}"


def workers(paths: list[Path], folder: Path, engine: str) -> Iterator[Row]:
    """How much faster a batch is with two workers than with one, and what a worker takes."""
    paces: dict[int, list[float]] = {1: [], 2: []}
    for turn in range(2):
        for number, times in paces.items():
            out = folder / f"{engine}-{number}-{turn}"
            command = ["batch", *paths, "--out", out, "--workers", number, "--engine", engine]
            clock = time.perf_counter()
            subprocess.run([sys.executable, "-m", "sayso", *map(str, command)], check=True, stdout=subprocess.DEVNULL)
            times.append(len(paths) / (time.perf_counter() - clock))
    one, two = (max(times) for times in paces.values())
    yield f"batch, {engine}, 1 worker: articles a second", f"{one:.2f}"
    yield f"batch, {engine}, 2 workers: articles a second", f"{two:.2f}"
    yield f"batch, {engine}: 2 workers over 1", f"{two / one:.2f}"


def memory(paths: list[Path]) -> Iterator[Row]:
    """What one worker holds at most."""
    # Not `ru_maxrss`: a new process inherits that of its parent.
    code = (
        "import sys\nfrom sayso.core import Sayso\nsayso = Sayso(threads=1)\n"
        "for _ in sayso.read_each(sys.argv[1:]): pass\n"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    ran = subprocess.run([sys.executable, "-c", code, *paths], capture_output=True, text=True, check=True)
    yield f"peak memory of a worker, {len(paths)} articles", f"{float(ran.stdout) / 1024:.0f} MB"


def cold(path: Path) -> Iterator[Row]:
    """A cold `sayso read`, over what it cannot do without: importing onnxruntime, loading the weights, one pass.

    Both from compiled bytecode, which an installer, or the first run, leaves behind.
    """
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    run = lambda *command: subprocess.run([sys.executable, *command], check=True, capture_output=True, env=env)
    jobs = (
        lambda: run("-c", _COLD, str(path)),
        lambda: run("-m", "sayso", "read", str(path)),
        lambda: run("-m", "sayso", "--help"),
    )
    for job in jobs:
        job()
    (least, _), (whole, _), (help_, _) = turns(*jobs, rounds=COLD_ROUNDS)
    yield "cold `sayso read article.txt`", f"{whole:.2f} s"
    yield "cold: read over onnxruntime, weights and one pass", f"{whole / least:.2f}"
    yield "cold `sayso --help`", f"{help_:.2f} s"


def machine() -> str:
    """The machine in words."""
    cpu = Path("/proc/cpuinfo")
    names = [line for line in cpu.read_text().splitlines() if line.startswith("model name")] if cpu.exists() else []
    name = names[0].partition(":")[2].strip() if names else platform.processor()
    return f"{name}, {cores()} cores, {platform.system()}, Python {platform.python_version()}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--only", nargs="+", default=["reading", "fast", "html", "workers", "memory", "cold"])
    args = parser.parse_args()
    paths = texts(args.data, args.articles)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts = {
            "reading": lambda: reading(paths),
            "fast": lambda: fast(paths),
            "html": lambda: pages(paths, folder),
            "ceiling": lambda: ceiling(paths),
            "workers": lambda: workers(paths, folder, "local"),
            "ray": lambda: workers(paths, folder, "ray"),
            "memory": lambda: memory(paths),
            "cold": lambda: cold(paths[0]),
        }
        print(f"{machine()}\n\n| | |\n|---|---|")
        for only in args.only:
            for label, value in parts[only]():
                print(f"| {label} | {value} |", flush=True)


if __name__ == "__main__":
    main()
