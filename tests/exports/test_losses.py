from tests.exports import losses
from tests.exports.test_docs import DOCS


def test_the_table_of_the_docs_is_what_the_exports_keep(tmp_path):
    page = (DOCS / "exports.md").read_text(encoding="utf-8")
    table = page.partition("<!-- losses -->")[2].partition("<!-- /losses -->")[0].strip()
    assert table == losses.table(tmp_path), "python -m tests.exports.losses prints the table"
