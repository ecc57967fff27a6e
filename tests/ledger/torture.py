"""What is done to ledgers that they must survive. Tests do a little of it, `benchmarks/torture.py` all."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from sayso.exports import whole
from sayso.ledger.ledger import Ledger

NAMES = ("Anna Brook", "Tom Reed", "Ada Lind", "Ilya Frost", "Mara Quill", "Otto Vane")
WORDS = ("ferry", "bridge", "night", "harbour", "council", "tide", "ballot", "winter", "engine", "market", "signal")
ROOT = Path(__file__).parents[2]


def feed(path: Path, articles: int, *, seed: int = 1, pad: int = 20) -> Path:
    """Write a feed of articles with statements by a few people; every tenth comes a second time, changed."""
    chosen = random.Random(seed)
    lines = []
    for number in range(articles):
        said = [f'"{_sentence(chosen)[:-1]}," said {chosen.choice(NAMES)}.' for _ in range(3)]
        text = "\n\n".join([*said, " ".join(_sentence(chosen) for _ in range(pad // 10))])
        line = {"url": f"https://clarion.example/{number}", "text": text, "published": "2026-03-09"}
        lines.append(line)
        if number % 10 == 9:
            lines.append({**line, "text": text + "\n\nIt rained.", "updated": "2026-03-10"})
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def _sentence(chosen: random.Random) -> str:
    a, b, c, d = chosen.choices(WORDS, k=4)
    return f"The {a} was not in the {b} when it was said that the {c} would be with the {d} on {chosen.randrange(999)}."


def command(ledger: Path | str, source: Path, *limits: object) -> list[str]:
    """The command that adds `source` with the fake reader; `limits` are those of `tests.ledger.limited`."""
    module = ["tests.ledger.limited", *map(str, limits)] if limits else ["tests.fakes"]
    return [sys.executable, "-m", *module, "add", "--ledger", str(ledger), "--jsonl", str(source)]


def start(words: list[str]) -> "subprocess.Popen[str]":
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def run(words: list[str]) -> tuple[int, list[dict], str]:
    """Run to the end: the exit status, what was acknowledged, and what was complained about."""
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, acknowledged(done.stdout), done.stderr


def acknowledged(printed: str) -> list[dict]:
    return [json.loads(line) for line in printed.splitlines(keepends=True) if line.endswith("\n")]


def killed(words: list[str], after: int, delay: float) -> list[dict]:
    """Run until `after` articles are acknowledged and `delay` seconds more, then kill -9. What was acknowledged."""
    process = start(words)
    lines = []
    for line in process.stdout:
        lines.append(line)
        if len(lines) >= after:
            time.sleep(delay)
            process.kill()
            break
    rest, _ = process.communicate()
    return acknowledged("".join([*lines, rest]))


def exported(ledger: Path | str) -> dict:
    with Ledger.open(ledger) as opened, opened.view() as view:
        return json.loads("".join(whole.as_json(view)))


def by_article(export: dict) -> dict[str, tuple[str, list[str]]]:
    """The text of each version and the contents of its statements."""
    contents: dict[str, list[str]] = {article["id"]: [] for article in export["articles"]}
    for statement in export["statements"]:
        contents[statement["article"]].append(statement["content"][0]["text"])
    return {article["id"]: (article["text"], contents[article["id"]]) for article in export["articles"]}


def check(ledger: Path | str, acked: list[dict], reference: dict) -> None:
    """Nothing acknowledged is lost, nothing is there twice, nothing is there by half."""
    export = exported(ledger)
    found, whole_ = by_article(export), by_article(reference)
    assert len(found) == len(export["articles"])
    assert {one["id"] for one in acked} <= found.keys()
    assert found.items() <= whole_.items()


def kill_at_random_points(folder: Path, points: int, articles: int = 60, seed: int = 7) -> Iterator[int]:
    """Kill `sayso add` at random points and go on from what is left; yields how often it has been killed."""
    chosen = random.Random(seed)
    source = feed(folder / "feed.jsonl", articles)
    assert run(command(folder / "whole.db", source))[0] == 0
    reference = exported(folder / "whole.db")
    kills = rounds = 0
    while kills < points:
        ledger, rounds = folder / f"killed{rounds}.db", rounds + 1
        acked: list[dict] = []
        for _ in range(min(4, points - kills)):
            # What is known already is acknowledged, too, so this is anywhere in what is left.
            after = chosen.randint(len(acked) and len({one["id"] for one in acked}), articles)
            acked += killed(command(ledger, source), max(after, 1), chosen.choice((0, 0, chosen.random() * 0.02)))
            kills += 1
            check(ledger, acked, reference)
            yield kills
        assert run(command(ledger, source))[0] == 0
        assert exported(ledger) == reference


def fail_at_random_points(folder: Path, points: int, articles: int = 60, seed: int = 7) -> Iterator[str]:
    """Let the disk be full, or writing fail, at random points; yields what was complained about."""
    chosen = random.Random(seed)
    source = feed(folder / "feed.jsonl", articles, pad=400)
    assert run(command(folder / "whole.db", source))[0] == 0
    reference = exported(folder / "whole.db")
    size = (folder / "whole.db").stat().st_size
    for number in range(points):
        ledger = folder / f"limited{number}.db"
        with Ledger.open(ledger, create=True):
            pass
        least = ledger.stat().st_size
        limit = chosen.randint(least + 4096, size - 16_384)
        kind = ("pages", limit // 4096) if number % 2 else ("bytes", limit // 2 + least)
        status, acked, complaint = run(command(ledger, source, *kind))
        check(ledger, acked, reference)
        if status:
            assert complaint.count("\n") == 1, complaint
            assert complaint.startswith("sayso: ledger "), complaint
        assert run(command(ledger, source))[0] == 0
        assert exported(ledger) == reference
        yield complaint


def spoiled(ledger: Path, count: int, seed: int = 7) -> Iterator[tuple[str, bytes]]:
    """Files that are no ledger, or no longer: what was done to each, and its bytes."""
    chosen, data = random.Random(seed), ledger.read_bytes()
    pages = len(data) // 4096
    others = {
        "empty": b"",
        "text": b"On Monday the ferry sailed.\n" * 100,
        "header alone": data[:100],
        "another magic": b"SQLite format 2\0" + data[16:],
        "another application": data[:68] + b"\0\0\0\0" + data[72:],
        "later version": data[:60] + (9999).to_bytes(4, "big") + data[64:],
        "noise": chosen.randbytes(20_000),
        "zeros": bytes(8192),
        "zip": b"PK\x03\x04" + chosen.randbytes(5000),
        "noise behind the header": data[:100] + chosen.randbytes(len(data) - 100),
    }
    yield from others.items()
    for number in range(count - len(others)):
        if number % 2:
            length = chosen.randrange(1, len(data))
            yield f"cut at {length}", data[:length]
        else:
            page = chosen.randrange(pages) * 4096
            yield f"noise in page {page // 4096}", data[:page] + chosen.randbytes(4096) + data[page + 4096 :]
