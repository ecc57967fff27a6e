import io
import zipfile

import pytest

from sayso.check.drafts import load, of_bytes, of_text
from sayso.errors import MissingSource, NotAnArticle

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = (
    '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>The bridge</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>It is </w:t></w:r><w:ins><w:r><w:t>not </w:t></w:r></w:ins>"
    "<w:del><w:r><w:delText>always </w:delText></w:r></w:del><w:r><w:t>closed.</w:t></w:r></w:p>"
)


def docx(body=BODY, part="word/document.xml"):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return data.getvalue()


def test_markdown_keeps_every_word_in_its_place():
    text = (
        "---\ntitle: The bridge\n---\n\n## Still *open*\n\n> [Ada Borg](https://a.example/x_y) said **no**. `x = 1`\n"
    )
    loaded = of_text(text, "d.md", "file:///d.md", markdown=True)
    bare = loaded.article.text
    assert len(bare) == len(text)
    for word in ("Still", "open", "Ada Borg", "said", "no"):
        assert bare.index(word) == text.index(word)
    assert not set("*[]#>`") & set(bare)
    assert "example" not in bare
    assert loaded.article.title == "The bridge"


def test_the_first_heading_is_the_headline():
    loaded = of_text("# It rained\n\nAll day.\n", "d.md", "file:///d.md", markdown=True)
    assert (loaded.article.title, loaded.headline.start, loaded.headline.end) == ("It rained", 2, 11)


def test_names_with_marks_in_them_stay():
    assert "snake_case 2 * 3" in of_text("The snake_case 2 * 3.", "d.md", "u", markdown=True).article.text


def test_plain_text_is_as_it_is():
    text = "# No heading.\r\n\r\n*Rain*."
    assert of_bytes(text.encode(), "d.txt", "u", ".txt").article.text == text


def test_docx_reads_as_if_all_changes_were_taken():
    loaded = of_bytes(docx(), "d.docx", "u", ".docx")
    assert loaded.article.text == "The bridge\n\nIt is not closed."
    assert loaded.article.title == "The bridge"
    assert not loaded.plain


@pytest.mark.parametrize("data", [b"PK\x03\x04 no", docx(part="other.xml"), docx("<w:p>"), b"PK\x03\x04"])
def test_damaged_docx_is_named(data):
    with pytest.raises(NotAnArticle, match=r"d\.docx: it is no \.docx file"):
        of_bytes(data, "d.docx", "u", ".docx")


def test_docx_that_unpacks_to_too_much_is_named():
    with pytest.raises(NotAnArticle, match="larger than any article"):
        of_bytes(docx(f"<w:p><w:r><w:t>{'a' * 21_000_000}</w:t></w:r></w:p>"), "d.docx", "u", ".docx")


def test_page_with_an_ignore_in_a_comment():
    words = "The mayor of Torvik reportedly left by the back door of the town hall on a rainy afternoon. " * 3
    page = (
        f"<html><body><article><h1>News</h1><p>{words}<!-- sayso: ignore B003 we saw it --></p></article></body></html>"
    )
    loaded = of_bytes(page.encode(), "d.html", "u", ".html")
    assert "sayso" not in loaded.article.text
    (ignore,) = loaded.ignores
    assert (ignore.rules, ignore.reason) == (frozenset({"B003"}), "we saw it")


def test_there_must_be_a_file_of_a_known_kind(tmp_path):
    with pytest.raises(MissingSource):
        load(str(tmp_path / "no.txt"))
    (tmp_path / "a.pdf").write_bytes(b"x")
    with pytest.raises(NotAnArticle, match=r"it is not a \.txt, \.md, \.html or \.docx file"):
        load(str(tmp_path / "a.pdf"))


def test_a_date_in_the_name_is_the_day(tmp_path):
    (tmp_path / "2026-03-09-bridge.md").write_text("It rained.")
    assert load(str(tmp_path / "2026-03-09-bridge.md")).article.published == "2026-03-09"
