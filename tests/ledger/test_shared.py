from sayso.records import Decision
from tests.ledger.sample import article, found

WORDS = (
    "We checked the western pylons and every cable of the bridge",
    "The western pylons will be painted",
    "Every cable has its own number",
    "The eastern pylons were left out",
)


def filled(ledger):
    for number, words in enumerate(WORDS):
        text = f'"{words}," said Anna Brook.'
        ledger.add(found(article(text, id=f"a{number}", url=f"https://clarion.example/{number}")))


def said(ledger, *groups, limit):
    with ledger.view() as view:
        return [WORDS.index(e.statement.content[0].text.strip('",')) for e in view.sharing(groups, limit)]


def test_all_words_of_a_group_must_be_there(ledger):
    filled(ledger)
    assert sorted(said(ledger, ("western", "pylons"), limit=5)) == [0, 1]
    assert said(ledger, ("western", "cable"), limit=5) == [0]
    assert said(ledger, ("southern",), limit=5) == []
    assert said(ledger, ("western pylons",), limit=5)


def test_what_has_most_groups_comes_before_what_is_newer(ledger):
    filled(ledger)
    assert said(ledger, ("pylons",), limit=1) == [3]
    assert said(ledger, ("pylons",), ("every", "cable"), limit=1) == [0]
    # A group that comes twice counts once.
    assert said(ledger, ("pylons",), ("pylons",), limit=1) == [3]


def test_each_statement_comes_once(ledger):
    filled(ledger)
    assert sorted(said(ledger, ("pylons",), ("western",), ("cable",), limit=9)) == [0, 1, 2, 3]


def test_what_was_superseded_or_is_no_statement_is_left_out(ledger):
    filled(ledger)
    with ledger.view() as view:
        (gone,) = view.sharing([("painted",)], 1)
    ledger.decide(Decision("not-a-statement", "ed", "no statement", {"statements": [gone.statement.id]}))
    assert said(ledger, ("western", "pylons"), limit=5) == [0]
