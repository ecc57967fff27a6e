import gzip
import json

import pytest

from sayso.extract import lines
from sayso.fetch import disk
from sayso.records import Raw

TEXT = "It rained on Monday."


@pytest.mark.parametrize(
    "line",
    [
        {
            "link": "u",
            "maintext": TEXT,
            "source_domain": "clarion.example",
            "authors": ["Ada Brook", "Tom Reed"],
            "date_publish": "2025-06-09 06:30:00",
        },
        {
            "url": "u",
            "text": TEXT,
            "domain": "clarion.example",
            "authors": ["Ada Brook", "Tom Reed"],
            "publish_date": "06-09-2025",
        },
        {
            "url": "u",
            "content": TEXT,
            "source": "clarion.example",
            "author": "Ada Brook, Tom Reed",
            "published_utc": 1749450600,
        },
        {
            "url": "u",
            "article": TEXT,
            "publication": "clarion.example",
            "author": "Ada Brook, Tom Reed",
            "date": "2025-06-09",
        },
        {
            "url": "u",
            "text": TEXT,
            "source": {"id": 1},
            "domain": "clarion.example",
            "byline": "Ada Brook, Tom Reed",
            "date": 20250609,
        },
    ],
)
def test_names_of_data_sets(line):
    article = lines.article(Raw("file:///a.jsonl", "a.jsonl", json.dumps(line).encode()), 1)
    assert (article.url, article.text, article.outlet, article.byline) == (
        "u",
        TEXT,
        "clarion.example",
        "Ada Brook, Tom Reed",
    )
    assert article.published is None or article.published.startswith("2025-06-09")


def test_our_own_names_come_first():
    line = {"url": "u", "link": "v", "text": TEXT, "body": "x", "publisher": "The Clarion", "domain": "y"}
    article = lines.article(Raw("file:///a.jsonl", "a.jsonl", json.dumps(line).encode()), 1)
    assert (article.url, article.text, article.outlet) == ("u", TEXT, "The Clarion")


def test_lines_may_be_compressed(tmp_path):
    line = json.dumps({"url": "u", "text": TEXT}).encode() + b"\n"
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line * 2))
    assert [raw.number for raw in disk.fetch(tmp_path)] == [1, 2]
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line * 2)[:-9])
    *_, error = disk.fetch(tmp_path)
    assert "cannot be decompressed" in error.problem or "cannot be read" in error.problem
