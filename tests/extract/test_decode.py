import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import NotText
from sayso.extract.decode import decode, decode_page


@pytest.mark.parametrize(
    "text", ["", "plain", "“quoted” – said", "\r\n\r mixed \n\x0b\x85\u2028", "\ufeffmarked", "\x1b[31m red"]
)
def test_utf8_comes_back_unchanged(text):
    assert decode(text.encode(), "a") == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_byte_order_mark_tells_the_encoding(encoding):
    assert decode("“No,” she said.\r\n".encode(encoding), "a") == "“No,” she said.\r\n"


def test_big_endian():
    assert decode(b"\xfe\xff" + "“No”".encode("utf-16-be"), "a") == "“No”"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"caf\xe9 noir", "it is not UTF-8: byte 0xe9 at offset 3 does not belong there"),
        (b"\xed\xa0\x80", "it is not UTF-8: byte 0xed at offset 0 does not belong there"),
        (b"\xff\xfea\x00\x00\xd8", "it is not UTF-16: byte 0x00 at offset 4 does not belong there"),
        (b"GIF89a\x01\x00", "it is not text: there is a NUL byte at offset 7"),
        (b"\x01\x02\x03a", "it is not text: most of it is control characters"),
    ],
)
def test_what_is_no_text(data, problem):
    with pytest.raises(NotText) as caught:
        decode(data, "a.txt")
    assert (caught.value.where, caught.value.problem) == ("a.txt", problem)


def test_other_encoding_is_tried_only_on_what_is_not_utf8():
    assert decode("“é”".encode("cp1252"), "a", otherwise="cp1252") == "“é”"
    assert decode("“é”".encode(), "a", otherwise="cp1252") == "“é”"
    with pytest.raises(NotText, match="CP1252"):
        decode(b"\x81", "a", otherwise="cp1252")


@given(st.binary())
def test_any_bytes_are_read_or_refused(data):
    try:
        text = decode(data, "a")
    except NotText:
        return
    assert data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or text.encode() == data


def test_a_page_may_have_a_stray_byte():
    page = b"<p>It rained on Monday.</p>" * 100
    assert decode_page(page + b"\xff", "a") == page.decode() + "\ufffd"
    assert decode_page(page[:-4] + "é".encode()[:1], "a").endswith("\ufffd")
    with pytest.raises(NotText):
        decode_page(page + b"\xff" * 10, "a")
    with pytest.raises(NotText):
        decode_page(page + b"\0", "a")
