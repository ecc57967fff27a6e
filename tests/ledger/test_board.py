"""The claims of a ledger page by page, and what stands around them."""

import json

import pytest

from sayso.core import Sayso
from sayso.ledger import migrate
from sayso.ledger.ledger import Ledger
from sayso.records import Decision, Status
from tests.claims.test_grouping import Models, analyse

TEXTS = {
    "2026-03-09": ("The Clarion", "Oona Tresk|says|the link was cut by the cabinet\nPim Rosk|denies|the link was cut"),
    "2026-03-10": ("Grid Weekly", "Oona Tresk|says|the link was cut by night\nAda Lunn|says|the fish were counted"),
    "2026-03-11": ("The Clarion", "Ada Lunn|says|the fish were counted twice"),
}


@pytest.fixture
def view(where, tmp_path):
    sayso = Sayso(analyse, models=Models())
    with Ledger.open(where, create=True) as ledger:
        for number, (day, (outlet, text)) in enumerate(TEXTS.items()):
            line = {"url": f"https://a{number}.example/", "text": text, "publisher": outlet, "published": day}
            path = tmp_path / f"{number}.jsonl"
            path.write_text(json.dumps({**line, "id": f"a{number}", "title": f"Word of the {outlet}"}))
            assert [one.new for one in sayso.add(ledger, path)] == ["article"]
        list(sayso.group(ledger))
        ledger.decide(Decision("rename", "me", "", {"speaker": "ada-lunn", "name": "Dr Ada Lunn"}))
        with ledger.view() as view:
            yield view


def glosses(page):
    return [claim.gloss for claim in page[0]]


def test_a_page_has_what_moved_last_first_and_says_where_the_next_begins(view):
    whole = view.board()
    assert [claim.now.status for claim in whole[0]] == [Status.SINGLE_SOURCE, Status.DISPUTED]
    assert whole[1] is None
    first, following = view.board(limit=1)
    second, end = view.board(limit=1, after=following)
    assert [*first, *second] == whole[0]
    assert end is None


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"status": "disputed"}, ["link"]),
        ({"status": "denied"}, []),
        ({"speaker": "ada-lunn"}, ["fish"]),
        ({"speaker": "pim-rosk"}, ["link"]),
        ({"speaker": "nobody"}, []),
        ({"outlet": "The Clarion"}, ["fish", "link"]),
        ({"outlet": "The clarion"}, []),
        ({"since": "2026-03-10"}, ["fish"]),
        ({"since": "2026-03-12"}, []),
    ],
)
def test_a_page_holds_what_fits(view, asked, expected):
    assert [next(word for word in ("link", "fish") if word in gloss) for gloss in glosses(view.board(**asked))] == (
        expected
    )


def test_what_is_narrowed_is_the_whole_without_the_rest(view):
    whole, _ = view.board()
    held = {claim.id: view.statements([one.statement for one in claim.positions]) for claim in whole}
    for speaker in (None, "ada-lunn", "oona-tresk", "pim-rosk"):
        for outlet in (None, "The Clarion", "Grid Weekly"):
            for status in (None, "disputed", "single-source"):
                fits = [
                    claim
                    for claim in whole
                    if (not status or claim.now.status == status)
                    and (not speaker or speaker in {entry.speaker.id for entry in held[claim.id]})
                    and (not outlet or outlet in {entry.article.outlet for entry in held[claim.id]})
                ]
                assert view.board(speaker=speaker, outlet=outlet, status=status)[0] == fits
                first, following = view.board(speaker=speaker, outlet=outlet, status=status, limit=1)
                assert first == fits[:1]
                assert (following is not None) == (len(fits) > 1)


def test_what_stands_no_more_is_on_no_board_and_comes_back(where, view):
    found = [view.board(**asked)[0] for asked in ({}, {"speaker": "pim-rosk"}, {"outlet": "The Clarion"})]
    with Ledger.open(where) as ledger:
        sayso = Sayso(analyse, models=Models())
        (link,) = found[1]
        ids = [one.statement for one in link.positions]
        ledger.decide(Decision("not-a-statement", "me", "", {"statements": ids}))
        list(sayso.group(ledger))
        with ledger.view() as later:
            assert later.board(speaker="pim-rosk") == ([], None)
            assert later.board(outlet="The Clarion")[0] == [one for one in found[2] if one.id != link.id]
        ledger.undo("me", "")
        list(sayso.group(ledger))
        for _ in range(2):
            with ledger.view() as later:
                assert [
                    later.board(**asked)[0] for asked in ({}, {"speaker": "pim-rosk"}, {"outlet": "The Clarion"})
                ] == found
            list(sayso.regroup(ledger))


def test_counts_outlets_and_who_holds_what(view):
    (fish, link), _ = view.board()
    assert view.counts() == {Status.SINGLE_SOURCE: 1, Status.DISPUTED: 1}
    assert view.carried([fish.id, link.id]) == {fish.id: 2, link.id: 2}
    assert view.outlets() == ["Grid Weekly", "The Clarion"]
    held = [position.statement for position in link.positions]
    assert view.holding(held) == {statement: [link.id] for statement in held}
    assert view.claims_by_ids([link.id, "none"]) == {link.id: link}
    assert [entry.statement.id for entry in view.statements(held)] == held


def test_speakers_and_articles_by_beginnings_of_words(view):
    assert [one.id for one in view.speakers_like("oona tr")] == ["oona-tresk"]
    assert [one.name for one in view.speakers_like("lu")] == ["Dr Ada Lunn"]
    assert view.speakers_like("tresk x") == view.speakers_like('"*') == []
    assert [head.id for head in view.titled("word cla")] == ["a2", "a0"]
    assert view.titled("') OR 1") == []
    assert {id: one.name for id, one in view.speakers_by_ids(["pim-rosk", "nobody-7"]).items()} == {
        "pim-rosk": "Pim Rosk"
    }


def test_what_a_speaker_said_and_what_is_new_page_by_page(view):
    first, following = view.said("oona-tresk", limit=1)
    second, end = view.said("oona-tresk", limit=1, after=following)
    assert [entry.article.id for entry in (*first, *second)] == ["a1", "a0"]
    assert end is None
    assert view.said("nobody") == ([], None)
    heads, following = view.newest(limit=2)
    assert [head.id for head in heads] == ["a2", "a1"]
    assert [head.id for head in view.newest(after=following)[0]] == ["a0"]
    assert view.heads(["a0", "none"])["a0"].outlet == "The Clarion"


def test_merged_speakers_are_asked_for_as_one(where, view):
    with Ledger.open(where) as ledger:
        before = view.pulse()
        ledger.decide(Decision("merge", "me", "", {"into": "oona-tresk", "speakers": ["ada-lunn"]}))
        with ledger.view() as later:
            assert later.pulse() != before
            assert len(later.board(speaker="oona-tresk")[0]) == len(later.board(speaker="ada-lunn")[0]) == 2
            assert len(later.said("oona-tresk")[0]) == 4
            assert [one.id for one in later.speakers_like("lunn")] == ["oona-tresk"]


def test_what_moved_before_it_was_written_down_is_found_as_ever(where, view):
    def asked(view):
        return [
            view.board(speaker="pim-rosk"),
            view.board(outlet="The Clarion"),
            view.said("ada-lunn"),
            view.months("ada-lunn"),
        ]

    before = asked(view)
    with Ledger.open(where) as ledger:
        (step,) = [step for step in migrate.steps() if step.name == "quick"]
        with ledger.writing() as connection:
            connection.exec_driver_sql("UPDATE positions SET moved_at = NULL")
            connection.exec_driver_sql("UPDATE readings SET at = NULL")
            for statement in step.statements(connection.dialect.name):
                if statement.startswith("UPDATE"):
                    connection.exec_driver_sql(statement)
        with ledger.view() as later:
            assert asked(later) == before
