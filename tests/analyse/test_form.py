import pytest

from sayso.analyse.draft import Range
from sayso.analyse.form import form
from sayso.text.paragraphs import paragraphs
from sayso.text.quotes import quotations


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        ("“It rained,” she said.", ["“It rained,”"], "direct"),
        ("“It rained,” she said.", ["It rained"], "direct"),
        ("‘It rained,’ she said. ‘All day.’", ["‘It rained,’", "‘All day.’"], "direct"),
        ("She said it “rained” on them.", ["it “rained” on them"], "mixed"),
        ("She said it rained, “all day”.", ["it rained", "“all day”"], "mixed"),
        ("She said it didn’t rain.", ["it didn’t rain"], "indirect"),
        ("She said the officials' bus was late.", ["the officials' bus was late"], "indirect"),
    ],
)
def test_form_is_read_from_the_marks(text, pieces, expected):
    content = [Range(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    assert form(content, quotations(text, paragraphs(text))) == expected
