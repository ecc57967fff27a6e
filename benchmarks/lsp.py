"""How soon an editor has findings: `python -m benchmarks.lsp --ledger FILE [--edits 40] [--all]`.

FILE is a ledger that `benchmarks.check --ledger FILE` made. Opens a draft of 1,000 words in the language server, types a
word in a paragraph drawn at random, waits for the findings, and so on: the time from the last keystroke to the findings,
the pause after which a draft is checked included, and what the server takes of the processor meanwhile.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from random import Random

from benchmarks.check import draft_text
from sayso.check.lsp import PAUSE
from tests.check.editor import Editor, opened, talk, typed

_TICKS = 100


def processor(editor: Editor) -> float:
    """Seconds that the server has taken of the processor."""
    fields = Path(f"/proc/{editor._server.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


async def measured(editor: Editor, uri: str, edits: int) -> tuple[list[tuple[float, float]], float]:
    """For each edit the seconds until the findings come and those of the processor; and the seconds for the first."""
    chosen, paragraphs = Random(1), draft_text().split("\n\n")
    begun = time.perf_counter()
    opened(editor, uri, "\n\n".join(paragraphs))
    await editor.told.get()
    first, times = time.perf_counter() - begun, []
    for number in range(2, edits + 2):
        place = chosen.randrange(len(paragraphs))
        words = paragraphs[place].split(" ")
        words.insert(chosen.randrange(len(words)), chosen.choice(["not", "yesterday", "the", "denied"]))
        paragraphs[place] = " ".join(words)
        before = processor(editor)
        typed(editor, uri, number, "\n\n".join(paragraphs))
        begun = time.perf_counter()
        while (await editor.told.get()).version != number:
            pass
        times.append((time.perf_counter() - begun, processor(editor) - before))
    return times, first


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger", required=True)
    parser.add_argument("--edits", type=int, default=40)
    parser.add_argument("--all", action="store_true", help="with the rules that are off, those on claims among them")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sayso.toml").write_text("[check]\n" + 'enable = ["all"]\n' * args.all)
        say = lambda editor, uri: measured(editor, uri, args.edits)
        where = ("--ledger", str(Path(args.ledger).resolve()))
        times, first = asyncio.run(talk(folder, say, *where, seconds=600))
    print(
        f"{len(draft_text().split()):,} words; first findings after {first:.1f} s, then a pause of {PAUSE * 1000:.0f} ms and:"
    )
    for what, own in zip(("wait", "processor"), zip(*times, strict=True), strict=True):
        own = sorted(1000 * one for one in own)
        print(f"{what:<10} median {statistics.median(own):5.0f} ms, 19 of 20 within {own[-1 - len(own) // 20]:5.0f} ms")


if __name__ == "__main__":
    main()
