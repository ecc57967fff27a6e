import csv
import io
import warnings
from random import Random

import pytest

from sayso.exports import table
from sayso.exports.csvw import metadata
from sayso.ledger.ledger import Ledger
from tests.exports import ledgers
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


@pytest.mark.parametrize("seed", range(4))
def test_no_cell_of_any_ledger_is_a_formula_and_raw_ones_are_as_they_were(tmp_path, seed):
    with ledgers.fresh(tmp_path / "any.db") as ledger:
        ledgers.fill(ledger, Random(seed))
        with ledger.view() as view:
            guarded, raw = as_csv(view), list(csv.DictReader(io.StringIO("".join(table.as_raw_csv(view)), newline="")))
            rows = list(table.rows(view))
    # What LibreOffice and Excel take for a formula; they pass over space before it.
    assert not [
        cell for row in guarded for cell in row.values() if cell.strip(" \xa0")[:1] in set("=+-@\t\r\n\0＝＋－＠")
    ]
    texts = [name for name in table.COLUMNS if name not in table._NUMBERS and name != "via"]
    assert [[row[name] for name in texts] for row in raw] == [[row[name] or "" for name in texts] for row in rows]


def test_metadata_are_held_against_the_cells(view, tmp_path):
    csvw = pytest.importorskip("csvw")
    path = tmp_path / "said.csv"
    path.with_name("said.csv-metadata.json").write_text(metadata("said.csv"), encoding="utf-8")
    text = "".join(table.as_csv(view))
    for told, valid in ((text, True), (text.replace(",says,", ",rejects,"), False)):
        path.write_text(told, encoding="utf-8", newline="")
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            assert csvw.CSVW(str(path.with_name("said.csv-metadata.json")), validate=True).is_valid is valid
