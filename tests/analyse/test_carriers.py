import pytest

from sayso.analyse.sentences import Sentences
from sayso.analyse.speakers.carriers import _is_own, _own_names
from sayso.analyse.speakers.context import Choice, Context
from sayso.records import Kind


@pytest.mark.parametrize(
    ("outlet", "text", "told", "own"),
    [
        ("Agency of the South", "It rained.", "AS", True),
        ("Panorrin Wire", "ORR, May 2 (Panwire) - It rained.", "Panwire", True),
        ("Lark Herald", "It rained.", "this newspaper", True),
        ("Lark Herald", "ORR, May 2 (Dove) - It rained.", "Dove", False),
        ("Lark Herald", "It rained.", "TVN", False),
    ],
)
def test_an_outlet_is_known_by_its_short_name(outlet, text, told, own):
    context = Context(text, (), (), (), (), Sentences.of(text, [(0, len(text))]), outlet)
    assert _is_own(context, _own_names(context), Choice(None, told, Kind.OUTLET, "told")) is own
