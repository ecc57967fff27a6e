import pytest

from sayso.analyse.draft import Draft, Range
from sayso.analyse.owned import owned


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The Lark's two sources", "The Lark"),
        ("Lark’s memo", "Lark"),
        ("an unsigned paper published by Radio Orrin", "Radio Orrin"),
        ("The Lark's editor", None),
        ("The Lark's legal correspondent", None),
        ("two clerks", None),
    ],
)
def test_a_source_hangs_on_its_outlet(source, expected):
    text = f"{source} said it rained."
    end = len(source)
    draft = Draft(Range(0, end), Range(end + 1, end + 5), (Range(end + 6, len(text)),), 0.9, 0.9)
    assert [text[slice(*who)] for who in owned(text, draft).carriers] == ([expected] if expected else [])
