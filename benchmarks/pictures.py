"""Pictures of every page of the desk: `python -m benchmarks.pictures FOLDER [LEDGER]`.

Each is taken at desktop and at phone width, light and dark, over the example unless a ledger is named.
"""

import sys
import tempfile
from pathlib import Path

from sayso.core import Sayso
from sayso.desk import links, pasted
from sayso.ledger.ledger import Ledger
from tests.desk.browsing import PHONE, WIDE, started, tab
from tests.desk.serving import Served, served

SCHEMES = ("light", "dark")


def main(folder: str, where: str | None = None) -> None:
    with tempfile.TemporaryDirectory() as spare, Ledger.open(where or f"{spare}/example.db", create=True) as ledger:
        reader = Sayso()
        if where is None:
            print("reading the example")
            for _ in (*pasted.example(reader, ledger), *reader.group(ledger)):
                pass
        with served(ledger, reader=reader) as desk, started() as browser:
            for name, path in pages(desk).items():
                for width, size in (("desktop", WIDE), ("phone", PHONE)):
                    for scheme in SCHEMES:
                        take(browser, desk, path, size, scheme, Path(folder) / f"{name}-{width}-{scheme}.png")
    print(f"pictures are in {folder}")


def pages(desk: Served) -> dict[str, str]:
    with desk.desk.ledger.view() as view:
        claims, _ = view.board(limit=100)
        claim = max(claims, key=lambda one: len(one.positions))
        statement = claim.positions[-1].statement
        entry = view.statements([statement])[0]
        versions = [head.id for head in view.newest(limit=100)[0] if len(view.versions(head.id)) > 1]
    return {
        "board": "/",
        "claim": links.claim(claim.id),
        "article": links.statement(statement),
        "speaker": links.speaker(max((one.speaker for one in claim.positions), key=len)),
        **({"changes": f"{links.article(versions[0])}/changes"} if versions else {}),
        "search": links.search(entry.speaker.name.split()[-1]),
        "articles": "/articles",
        "add": "/add",
        "decisions": "/decisions",
        "api": "/api/v1",
    }


def take(browser: object, desk: Served, path: str, size: tuple[int, int], scheme: str, file: Path) -> None:
    with tab(browser, desk.url, size, color_scheme=scheme) as page:
        page.goto(path)
        page.wait_for_selector(".scripted")
        page.screenshot(path=file, full_page="#" not in path)


if __name__ == "__main__":
    main(*sys.argv[1:])
