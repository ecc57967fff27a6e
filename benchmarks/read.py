"""Accuracy and speed of `sayso read`: `python -m benchmarks.read DATA`.

DATA holds `data/polnear/dev` (texts and brat annotations), `stories/dev` and the scorers in `eval/`. Speeds are taken on
this machine and vary with what else runs on it; the ratio of end to end to bare encoder is taken in one process, turn by
turn, and is the figure to compare. `python -m benchmarks.speed` measures more of it.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.speed import encoder, read
from sayso.ahead import cores
from sayso.analyse.model import Model
from sayso.analyse.tagger import Tagger

ROUNDS = 5


def accuracy(data: Path) -> str:
    """What the scorer prints of PolNeAR dev."""
    split = data / "data/polnear/dev"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.jsonl"
        with out.open("wb") as file:
            subprocess.run([sys.executable, "-m", "sayso", "read", "--jsonl", split / "text"], stdout=file, check=True)
        scored = subprocess.run(
            [sys.executable, data / "eval/score_polnear.py", split, out], capture_output=True, text=True, check=True
        )
    return scored.stdout


def speed(folder: Path) -> dict[str, float]:
    """Articles and word pieces a second on all cores, and the ratio of end to end to bare encoder, on `folder`."""
    paths = sorted(folder.glob("*.txt"))
    tagger = Tagger(Model.load())
    pieces = sum(len(tagger.tokenize(path.read_text(encoding="utf-8")).ids) for path in paths)
    best = fastest([encoder(paths, cores()), read(paths, cores())])
    return {
        "articles a second, end to end": len(paths) / best[1],
        "word pieces a second, bare encoder": pieces / best[0],
        "end to end : bare encoder": best[1] / best[0],
    }


def fastest(jobs: list[Callable[[], object]]) -> list[float]:
    """The fastest of `ROUNDS` runs of each job in seconds, the jobs taking turns."""
    best = [float("inf")] * len(jobs)
    for _ in range(ROUNDS):
        for i, job in enumerate(jobs):
            begun = time.perf_counter()
            job()
            best[i] = min(best[i], time.perf_counter() - begun)
    return best


def cold_start(*arguments: str) -> float:
    """Seconds of the fastest of `ROUNDS` runs of the command line in a new process."""
    command = [sys.executable, "-m", "sayso", *arguments]
    return fastest([lambda: subprocess.run(command, capture_output=True, check=True)])[0]


def peak_memory(folder: Path) -> float:
    """Megabytes that a process reading all of `folder` held at most."""
    subprocess.run([sys.executable, "-m", "sayso", "read", "--jsonl", folder], capture_output=True, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    texts = data / "data/polnear/dev/text"
    if not texts.is_dir():
        sys.exit(f"{texts}: not there; this benchmark needs PolNeAR dev")
    print(f"peak memory of reading {len(list(texts.glob('*.txt')))} articles: {peak_memory(texts):.0f} MB")
    print(accuracy(data))
    for name, value in speed(texts).items():
        print(f"{name}: {value:.2f}")
    print(f"sayso --help: {cold_start('--help'):.2f} s")
    print(f"sayso read, one article: {cold_start('read', str(min(texts.glob('*.txt')))):.2f} s")


if __name__ == "__main__":
    main()
