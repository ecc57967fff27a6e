"""The text of a .docx file, as it reads once all tracked changes are taken."""

import io
import zipfile
from typing import Any

from sayso.errors import NotAnArticle
from sayso.records import Span

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART = "word/document.xml"
_LARGEST = 20_000_000
_TITLES = {"title", "heading1"}


def docx_text(data: bytes, name: str) -> tuple[str, Span | None]:
    """The paragraphs of a document with blank lines between, and its title, where it has one.

    What is deleted but still tracked is left out, what is inserted is in. Raises `NotAnArticle`.
    """
    paragraphs, titles = [], []
    for paragraph in _document(data, name).iter(f"{_W}p"):
        text = "".join(_runs(paragraph)).strip()
        if text:
            titles.append(_is_title(paragraph))
            paragraphs.append(text)
    headline = None
    if True in titles:
        place = titles.index(True)
        start = sum(len(text) + 2 for text in paragraphs[:place])
        headline = Span(paragraphs[place], start, start + len(paragraphs[place]))
    return "\n\n".join(paragraphs), headline


def _document(data: bytes, name: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_PART) as part:
            # The size that an archive tells of a part is only its word.
            markup = part.read(_LARGEST + 1)
        if len(markup) > _LARGEST:
            raise NotAnArticle(name, f"its text is larger than any article (at most {_LARGEST // 1_000_000} MB)")
        return etree.fromstring(markup, parser)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, NotImplementedError, EOFError, RuntimeError) as error:
        raise NotAnArticle(name, "it is no .docx file, or a damaged one") from error


def _runs(paragraph: Any) -> Any:
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        yield (node.text or "") if node.tag == f"{_W}t" else " "


def _is_title(paragraph: Any) -> bool:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style is not None and style.get(f"{_W}val", "").lower().replace(" ", "") in _TITLES
