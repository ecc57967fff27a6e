"""Pictures of every page of the desk: `python -m benchmarks.pictures FOLDER [LEDGER]`.

Each is taken at desktop and at phone width, light and dark, and the claim as it is printed, too; over the example
unless a ledger is named. Of a ledger with a claim that forty outlets carry, add `--crowd`.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sayso.core import Sayso
from sayso.desk import links, pasted
from sayso.desk.serve import settings
from sayso.ledger.ledger import Ledger
from sayso.records import Decision
from tests.desk import crowd
from tests.desk.browsing import PHONE, WIDE, started, tab
from tests.desk.serving import Served, served

SCHEMES = ("light", "dark")
PAPER = (794, 1123)
SIZES = {"desktop": WIDE, "phone": PHONE}
DRAFT = """Officials refuted the report on Tuesday, a spokesman said.

The minister handed in a letter of resignation, according to sources. Nobody else has confirmed it, and 9 of 10 readers doubt it.
"""
TEXT = "“We saw no letter,” said Ada Lunn, who keeps the minister's post.\n\nA spokesman declined to comment."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("ledger", nargs="?")
    parser.add_argument("--crowd", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as spare, started() as browser:
        where = given.ledger or f"{spare}/example.db"
        with Ledger.open(where, create=True) as ledger:
            reader = crowd.reader() if given.crowd else Sayso()
            if given.crowd:
                crowd.fill(ledger, Path(spare))
            elif given.ledger is None:
                example(reader, ledger)
            with served(ledger, reader=reader) as desk:
                whole(browser, desk, given.folder)
        with Ledger.open(f"{spare}/empty.db", create=True) as ledger:
            with served(ledger) as desk:
                every(
                    browser,
                    desk,
                    {"empty": "/", "empty-articles": "/articles", "empty-decisions": "/decisions"},
                    given.folder,
                )
            with served(ledger, settings("0.0.0.0", [], "correct-horse")) as desk:
                every(browser, desk, {"token": "/"}, given.folder)
    print(f"pictures are in {given.folder}")


def example(reader: Sayso, ledger: Ledger) -> None:
    print("reading the example")
    for _ in (*pasted.example(reader, ledger), *reader.group(ledger)):
        pass
    with ledger.view() as view:
        article = next(stored for stored in view.readings() if len(stored.reading.statements) > 1)
    data = {"statements": [article.reading.statements[-1].id]}
    ledger.decide(Decision("not-a-statement", "Ines Holm", "a caption, nobody says it", data))
    speaker = article.speakers[article.reading.statements[0].speaker]
    ledger.decide(
        Decision("rename", "Ines Holm", "as the office signs", {"speaker": speaker, "name": "Office of the day"})
    )
    ledger.undo("Tom Wick", "not how it signs")


def whole(browser: Any, desk: Served, folder: Path) -> None:
    found = pages(desk)
    every(browser, desk, found, folder)
    for size, scheme, name in kinds():
        for what, do in DEEDS.items():
            with tab(browser, desk.url, size, color_scheme=scheme) as page:
                do(page)
                page.wait_for_selector(".scripted")
                page.screenshot(path=folder / f"{what}-{name}.png", full_page=True)
    for what in ("claim", "article"):
        with tab(browser, desk.url, PAPER) as page:
            page.goto(found[what].partition("#")[0])
            page.emulate_media(media="print")
            page.screenshot(path=folder / f"{what}-printed.png", full_page=True)


def pages(desk: Served) -> dict[str, str]:
    with desk.desk.ledger.view() as view:
        claims, _ = view.board(limit=100)
        claim = max(claims, key=lambda one: len(one.positions))
        statement = claim.positions[-1].statement
        entry = view.statements([statement])[0]
        versions = [head.id for head in view.newest(limit=100)[0] if len(view.versions(head.id)) > 1]
    return {
        "board": "/",
        "board-none": "/?status=denied&since=2031-01-01",
        "claim": links.claim(claim.id),
        "article": links.statement(statement),
        "speaker": links.speaker(max((one.speaker for one in claim.positions), key=len)),
        **({"changes": f"{links.article(versions[0])}/changes"} if versions else {}),
        "search": links.search(entry.speaker.name.split()[-1]),
        "search-none": links.search("xylophone"),
        "articles": "/articles",
        "add": "/add",
        "check": "/check",
        "decisions": "/decisions",
        "api": "/api/v1",
        "error": "/claim/none",
    }


def _checked(page: Any) -> None:
    page.goto("/check")
    page.fill("textarea", DRAFT)
    page.check("[name=every]")
    page.click("main button")
    page.wait_for_selector(".finding")


def _opened(page: Any) -> None:
    page.goto("/")
    page.click(".card h2 a")
    page.wait_for_selector(".tools")
    for summary in page.locator("main details > summary").all():
        summary.click()


def _added(page: Any) -> None:
    page.goto("/add")
    page.fill("[name=text]", TEXT)
    page.fill("[name=title]", "Nobody saw a letter")
    page.click("main button")
    page.wait_for_selector("#job")


DEEDS: dict[str, Callable[[Any], None]] = {"checked": _checked, "claim-opened": _opened, "adding": _added}


def kinds() -> Iterator[tuple[tuple[int, int], str, str]]:
    for width, size in SIZES.items():
        for scheme in SCHEMES:
            yield size, scheme, f"{width}-{scheme}"


def every(browser: Any, desk: Served, found: dict[str, str], folder: Path) -> None:
    for size, scheme, name in kinds():
        with missing_is_fine(browser, desk, size, scheme) as page:
            for what, path in found.items():
                page.goto(path)
                page.wait_for_selector(".scripted")
                page.screenshot(path=folder / f"{what}-{name}.png", full_page="#" not in path)


@contextmanager
def missing_is_fine(browser: Any, desk: Served, size: tuple[int, int], scheme: str) -> Iterator[Any]:
    """A page on which an error may be looked at."""
    with browser.new_context(
        viewport={"width": size[0], "height": size[1]}, base_url=desk.url, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        yield context.new_page()


if __name__ == "__main__":
    main()
