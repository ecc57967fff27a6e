from pathlib import Path

import pytest

from sayso.errors import SourceError
from sayso.extract import articles
from sayso.records import Raw
from tests.extract.mutations import mutated

PAGES = [path.read_bytes() for path in sorted((Path(__file__).parent / "pages").glob("*.html"))]


@pytest.mark.parametrize("seed", range(60))
def test_broken_pages_are_read_or_named(seed):
    """`python -m benchmarks.broken` does the same 5,000 times, and times it."""
    page = Raw("https://clarion.example/a", "a", mutated(PAGES[seed % len(PAGES)], seed))
    try:
        article = articles.article(page)
    except SourceError:
        return
    assert article.text.strip()
    assert article.text.encode()
