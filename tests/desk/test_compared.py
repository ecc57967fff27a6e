from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.order import in_time
from sayso.desk.compared import compared
from sayso.desk.copied import copied, runs
from sayso.exports.dossier import numbers
from sayso.ledger.ledger import Ledger
from sayso.text.paragraphs import paragraphs
from tests.desk import crowd

texts = st.lists(st.lists(st.sampled_from(["the", "bridge", "was", "not", "closed", "on", "Monday", "night"]), min_size=1).map(" ".join)).map("\n".join)  # fmt: skip


def side(runs):
    return "".join(text for text, _ in runs)


@given(texts, texts)
def test_both_texts_are_there_in_order_and_whole(before, after):
    rows = compared(before, after)
    for text, shown in ((before, [side(row.before) for row in rows]), (after, [side(row.after) for row in rows])):
        assert [one for one in shown if one] == [text[start:end] for start, end in paragraphs(text)]


def test_what_is_reworded_stands_beside_what_it_was_and_the_rest_as_it_comes():
    before = "It rained.\nThe bridge was closed on Monday night.\nNobody spoke."
    after = "The sun shone.\nThe bridge was closed on Tuesday night.\nMany spoke at length."
    assert [(side(row.before), side(row.after)) for row in compared(before, after)] == list(
        zip(before.split("\n"), after.split("\n"), strict=True)
    )


@given(texts, texts)
def test_copied_words_leave_the_text_whole(text, other):
    found = list(runs(text, other))
    assert side(found) == text
    assert all(len(shared.split()) >= 3 for shared, is_shared in found if is_shared)


def test_a_text_is_named_once_with_all_that_copied_it(tmp_path):
    with Ledger.open(tmp_path / "crowd.db", create=True) as ledger:
        crowd.fill(ledger, tmp_path)
        with ledger.view() as view:
            (claim,) = view.claims()
            found = copied(in_time(view.statements([one.statement for one in claim.positions])))
            assert numbers(claim, view.statements([one.statement for one in claim.positions])) == [
                *("40 articles", "12 distinct texts", "40 outlets", "1 origin")
            ]
    first = found[0]
    assert first.first.article.outlet == crowd.PAPERS[0]
    assert side(first.runs) == first.first.statement.content[0].text
    assert len(first.later) == len(crowd.PAPERS) - 1
    assert all(one.whole for one in first.later)
    assert all(side(one.runs) == one.entry.statement.content[0].text for group in found for one in group.later)
