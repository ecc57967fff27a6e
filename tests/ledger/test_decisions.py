import pytest

from sayso.errors import LedgerError, NotInLedger
from sayso.exports import whole
from sayso.extract import readings
from sayso.ledger.ledger import Ledger
from sayso.records import Decision, Found, Raw
from tests.ledger.sample import article, found

SAID = {"a": "Anna Brook", "b": "Al Brook", "c": "Anna Brook", "d": "Ada Lind"}


@pytest.fixture
def ledger(ledger):
    for id, name in SAID.items():
        ledger.add(found(article(f'"We sailed," said {name}.', id=id, url=f"https://{id}.example/")))
    return ledger


def held(ledger):
    """Who holds the statement of each article."""
    with ledger.view() as view:
        return {one.reading.article.id: one.speakers["p1"] for one in view.readings()}


def names(ledger):
    with ledger.view() as view:
        return {speaker.id: (speaker.name, speaker.aliases) for speaker in view.speakers()}


def said(ledger, name):
    with ledger.view() as view:
        return {entry.article.id for one in view.who(name) for entry in one.entries}


def decide(ledger, kind, **data):
    return ledger.decide(Decision(kind, "ed", "because", data))


START = {"a": "anna-brook", "b": "al-brook", "c": "anna-brook", "d": "ada-lind"}


def test_merged_speakers_are_one(ledger):
    assert held(ledger) == START
    decide(ledger, "merge", into="anna-brook", speakers=["al-brook"])
    assert held(ledger)["b"] == "anna-brook"
    assert said(ledger, "Al Brook") == said(ledger, "al-brook") == said(ledger, "anna brook") == {"a", "b", "c"}
    assert names(ledger) == {"anna-brook": ("Anna Brook", ("Al Brook",)), "ada-lind": ("Ada Lind", ())}


def test_split_speakers_are_two(ledger):
    decide(ledger, "split", speaker="anna-brook", articles=["https://c.example/?utm_source=x"])
    assert held(ledger) == {**START, "c": "anna-brook-2"}
    assert said(ledger, "anna-brook") == {"a"}
    assert names(ledger)["anna-brook-2"] == ("Anna Brook", ())


def test_renamed_speaker_keeps_its_id(ledger):
    decide(ledger, "rename", speaker="al-brook", name="Aline Brook")
    assert names(ledger)["al-brook"] == ("Aline Brook", ("Al Brook",))
    assert said(ledger, "Aline Brook") == {"b"}


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("merge", {"into": "anna-brook", "speakers": ["al-brook", "ada-lind"]}),
        ("split", {"speaker": "anna-brook", "articles": ["c"]}),
        ("rename", {"speaker": "anna-brook", "name": "Anne Brook"}),
    ],
)
def test_undone_it_is_as_before_and_undoing_can_be_undone(ledger, kind, data):
    before = held(ledger), names(ledger)
    number = decide(ledger, kind, **data)
    after = held(ledger), names(ledger)
    assert after != before
    undo = ledger.undo("ed", "wrong")
    emptied = {id: one for id, one in names(ledger).items() if id != "anna-brook-2"}
    assert (held(ledger), emptied) == before
    ledger.undo("ed", "right after all", undo.number)
    assert (held(ledger), names(ledger)) == after
    with ledger.view() as view:
        assert [(one.kind, one.number, one.undone) for one in view.decisions()] == [
            (kind, number, False),
            ("undo", number + 1, True),
            ("undo", number + 2, False),
        ]


def test_decisions_are_undone_in_any_order(ledger):
    first = decide(ledger, "split", speaker="anna-brook", articles=["c"])
    decide(ledger, "merge", into="anna-brook-2", speakers=["anna-brook"])
    ledger.undo("ed", "", first)
    assert held(ledger)["c"] == held(ledger)["a"] == "anna-brook-2"
    ledger.undo("ed", "")
    assert held(ledger) == START


def test_new_articles_follow_decisions(ledger):
    decide(ledger, "merge", into="ada-lind", speakers=["anna-brook"])
    ledger.add(found(article('"Gone," said Anna Brook.', id="e", url="https://e.example/")))
    assert held(ledger)["e"] == "ada-lind"


@pytest.mark.parametrize(
    ("kind", "data", "problem"),
    [
        ("merge", {"into": "anna-brook", "speakers": ["nobody"]}, "no speaker 'nobody'"),
        ("merge", {"into": "anna-brook", "speakers": ["anna-brook"]}, "one speaker already"),
        ("split", {"speaker": "anna-brook", "articles": ["d"]}, "does not appear"),
        ("split", {"speaker": "anna-brook", "articles": ["a", "c"]}, "nothing would be left"),
        ("rename", {"speaker": "nobody", "name": "x"}, "no speaker"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_no_trace(ledger, kind, data, problem):
    with pytest.raises(LedgerError, match=problem):
        decide(ledger, kind, **data)
    with ledger.view() as view:
        assert view.decisions() == []
    assert held(ledger) == START


def test_there_must_be_something_to_undo(ledger):
    with pytest.raises(NotInLedger):
        ledger.undo("ed", "")
    with pytest.raises(NotInLedger):
        ledger.undo("ed", "", 7)


def test_decisions_come_along_with_the_lines(ledger, tmp_path):
    decide(ledger, "split", speaker="anna-brook", articles=["c"])
    decide(ledger, "merge", into="ada-lind", speakers=["anna-brook"])
    ledger.undo("ed", "", 1)
    ledger.add(found(article('"Gone," said Anna Brook.', id="e", url="https://e.example/")))
    with ledger.view() as view:
        lines = list(whole.as_lines(view))
    with Ledger.open(tmp_path / "copy.db", create=True) as copy:
        for number, line in enumerate([*lines, *lines]):
            one = readings.found(Raw("file:///x", "x", line.encode()), number)
            if isinstance(one, Found):
                copy.add(one)
            else:
                copy.decide(one)
        with copy.view() as view:
            assert list(whole.as_lines(view)) == lines
        assert held(copy) == held(ledger)
        assert names(copy) == names(ledger)
