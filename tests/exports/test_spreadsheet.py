"""The CSV opened by LibreOffice itself: what it takes for a formula."""

import csv
import os
import shutil
import subprocess
from random import Random

import pytest
from lxml import etree

from sayso.exports import table
from tests.exports import ledgers

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
BEFORE = ("", " ", "  ", "\u00a0", "\ufeff", "\u200b", "\t", "\t ", "\r\n")
TEXTS = [f"{space}{sign}{rest}" for space in BEFORE for sign in BEGINNINGS for rest in ("1+1", "SUM(A1:A2)", "=1+1")]


def office():
    found = shutil.which("soffice")
    if found:
        return found
    missing = "LibreOffice is not installed (Debian: libreoffice-calc); nothing is opened in it"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)


def formulas(path, folder):
    """The cells of a CSV file that LibreOffice has for formulas, and how many cells it has at all."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    how = ("--headless", "--norestore", "--convert-to", "fods", "--outdir", str(folder), str(path))
    subprocess.run([office(), profile, *how], check=True, capture_output=True, timeout=300)
    cells = etree.parse(path.with_suffix(".fods"), etree.XMLParser(huge_tree=True)).iter(f"{TABLE}table-cell")
    found = [cell.get(f"{TABLE}formula") for cell in cells]
    return [formula for formula in found if formula], len(found)


def test_libreoffice_takes_no_guarded_text_for_a_formula(tmp_path):
    for name, guard in (("guarded", table.guarded), ("raw", str)):
        with (tmp_path / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([guard(text)] for text in TEXTS)
    assert formulas(tmp_path / "guarded.csv", tmp_path)[0] == []
    # It is looked for in the right place: without the guard there are some.
    assert formulas(tmp_path / "raw.csv", tmp_path)[0]


def test_libreoffice_takes_nothing_of_a_ledger_for_a_formula(tmp_path):
    with ledgers.fresh(tmp_path / "any.db") as ledger:
        chosen = Random(1)
        for _ in range(40):
            ledger.add(ledgers.found(chosen))
        with ledger.view() as view:
            for name, written in (("said", table.as_csv), ("raw", table.as_raw_csv)):
                (tmp_path / f"{name}.csv").write_text("".join(written(view)), encoding="utf-8", newline="")
    found, cells = formulas(tmp_path / "said.csv", tmp_path)
    assert found == []
    assert cells > 1000
    assert formulas(tmp_path / "raw.csv", tmp_path)[0]
