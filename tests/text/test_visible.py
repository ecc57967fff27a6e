import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("“naïve” – 東京 Ω ½", "“naïve” – 東京 Ω ½"),
        ("e\N{COMBINING ACUTE ACCENT}", "e\N{COMBINING ACUTE ACCENT}"),
        ("10\N{NO-BREAK SPACE}000", "10\N{NO-BREAK SPACE}000"),
        ("two\nlines\r\nand a\ttab", "two lines  and a tab"),
        ("a\N{LINE SEPARATOR}b\N{PARAGRAPH SEPARATOR}c\x85d", "a b c d"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("nul\x00 del\x7f csi\x9b", "nul\\x00 del\\x7f csi⟨U+009B⟩"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}gnp\N{POP DIRECTIONAL FORMATTING}", "⟨U+202E⟩gnp⟨U+202C⟩"),
        ("\N{LEFT-TO-RIGHT ISOLATE}x\N{POP DIRECTIONAL ISOLATE}", "⟨U+2066⟩x⟨U+2069⟩"),
        ("zero\N{ZERO WIDTH SPACE}width", "zero⟨U+200B⟩width"),
        ("\N{ZERO WIDTH NO-BREAK SPACE}bom", "⟨U+FEFF⟩bom"),
        ("half \ud83d", "half ⟨U+D83D⟩"),
        ("tag \U000e0041", "tag ⟨U+E0041⟩"),
    ],
)
def test_shows_what_would_act_unseen(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_leaves_nothing_unseen(text: str) -> None:
    shown = visible(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert visible(shown) == shown
    shown.encode()


@given(st.text(st.characters()), st.text(st.characters()))
def test_does_not_depend_on_where_a_text_is_cut(left: str, right: str) -> None:
    assert visible(left + right) == visible(left) + visible(right)
