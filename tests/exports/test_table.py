import csv
import io

import pytest

from sayso.exports import table
from sayso.ledger.ledger import Ledger
from tests.ledger.sample import article, found


@pytest.fixture
def view(tmp_path):
    with Ledger.open(tmp_path / "sayso.db", create=True) as ledger:
        ledger.add(found())
        text = '"+1 for, the ferry" said Tom Reed. "No" said Anna Brook.'
        ledger.add(
            found(
                article(text, id="=b", url="https://b.example/", title="\t=1+1", byline=" @x", published="2026-03-09")
            )
        )
        with ledger.view() as view:
            yield view


def as_csv(view):
    return list(csv.DictReader(io.StringIO("".join(table.as_csv(view)), newline="")))


def test_csv_has_a_row_a_statement(view):
    rows = as_csv(view)
    assert [(row["statement"], row["speaker"], row["version"]) for row in rows][:2] == [
        ("a1:0-38", "anna-brook", "1"),
        ("a1:57-82", "tom-reed", "1"),
    ]
    assert rows[0]["content"] == '"There was no call at all that night,"'
    assert (rows[0]["hedged"], rows[0]["via"], rows[0]["title"]) == ("false", "", "")


def test_no_cell_is_a_formula(view):
    row = as_csv(view)[2]
    assert (row["article"], row["title"], row["byline"]) == ("'=b", "'\t=1+1", "' @x")


def test_parquet_has_the_same_rows_as_they_are(view):
    import pyarrow.parquet as pq

    stream = io.BytesIO()
    table.write_parquet(view, stream)
    read = pq.read_table(io.BytesIO(stream.getvalue()))
    assert read.column_names == list(table.COLUMNS)
    assert read.to_pylist() == list(table.rows(view))
    assert read.to_pylist()[2]["title"] == "\t=1+1"
