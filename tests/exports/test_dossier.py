"""A claim on a terminal."""

from io import StringIO

import pytest

from sayso.exports.dossier import dossier
from sayso.records import Claim, Kind, Origin, Position, Stance, Standing, Status
from sayso.text.terminal import Console
from tests.claims.entries import article, entry

A1 = article("a1", None, url="file:///home/lene/news/mill%20mould.txt")


def shown(reasons):
    one = entry(A1, "Pim Rosk", "the mill hid mould")
    position = Position(one.statement.id, one.speaker.id, Stance.AFFIRMS, "o1")
    origin = Origin("o1", "Pim Rosk", Kind.PERSON, None, ("a1",), reasons=reasons)
    row = Standing("a1", None, Status.SINGLE_SOURCE, 1, (), "its one origin is Pim Rosk")
    out = StringIO()
    dossier(Claim("c1", "The mill hid mould.", (position,), (origin,), (row,)), [one], Console(100, file=out))
    return out.getvalue()


def test_a_file_goes_by_its_name_and_one_article_is_one():
    printed = shown(())
    assert "Pim Rosk: in 1 article\n" in printed
    assert "carried by mill mould.txt" in printed
    assert "file:" not in printed


@pytest.mark.parametrize(("count", "more"), [(8, None), (9, "1 more reason,"), (20, "12 more reasons,")])
def test_of_many_reasons_a_few_are_shown_and_the_rest_counted(count, more):
    printed = shown(tuple(f"reason {n}" for n in range(count)))
    assert printed.count("one with others: reason") == min(count, 8)
    assert ("more reason" in printed) is (more is not None)
    assert more is None or f"and for {more} which --json has" in printed
