import pytest
from sqlalchemy import event

from sayso.ledger import dropped, migrate
from sayso.records import Act, Decision, Made
from tests.ledger import sample
from tests.ledger.sample import article, found


@pytest.fixture
def view(ledger):
    texts = {
        "a": ("2026-03-09", '"There was no call at all that night," said Anna Brook. "We sailed," said Tom Reed.'),
        "b": ("2026-03-11", '"Nobody has been calling anybody," said Anna Brook.'),
        "c": (
            "2026-03-10",
            '"The ferries are sailing," said Ada Brook. "The naïve may call it a ferry," said Tom Reed.',
        ),
    }
    for id, (day, text) in texts.items():
        ledger.add(found(article(text, id=id, url=f"https://{id}.example/", published=day)))
    with ledger.view() as view:
        yield view


def said(entries):
    return [(entry.article.id, entry.speaker.name, entry.statement.content[0].text) for entry in entries]


def test_who_gives_all_of_one_speaker_newest_first(view):
    (one,) = view.who("anna brook")
    assert one.speaker.id == "anna-brook"
    assert said(one.entries) == [
        ("b", "Anna Brook", '"Nobody has been calling anybody,"'),
        ("a", "Anna Brook", '"There was no call at all that night,"'),
    ]
    assert view.who("anna-brook") == [one]
    assert [(len(one.entries), one.total) for one in view.who("brook", 2)] == [
        (1, one.total) for one in view.who("brook")
    ]


def test_who_keeps_speakers_apart(view):
    assert [one.speaker.name for one in view.who("brook")] == ["Anna Brook", "Ada Brook"]
    assert [one.speaker.name for one in view.who("bro")] == ["Anna Brook", "Ada Brook"]
    assert view.who("rook") == view.who("nobody") == view.who("%") == view.who("") == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("call", {"a", "b", "c"}),
        ("no call", {"a"}),
        ("sailing ferries", {"c"}),
        ("ferry -naive", {"c"}),
        ('"no call at all"', {"a"}),
        ('"call no"', set()),
        ("naïve", {"c"}),
        ("NAIVE", {"c"}),
        ("Reed ferry", {"c"}),
        ("-call", set()),
        ('" ( AND NEAR* :', set()),
        ("", set()),
    ],
)
def test_search_finds_words_in_any_form(view, query, expected):
    assert {entry.article.id for entry in view.search(query)} == expected


def test_search_stops_at_its_limit(view):
    assert len(view.search("call", 2)) == 2


def test_superseded_readings_are_not_found(ledger):
    ledger.add(found())
    ledger.add(found(made=Made("fake_v2_0", "0.1.0")))
    with ledger.view() as view:
        assert len(view.search("call")) == 1
        assert len(view.who("Anna Brook")[0].entries) == 1


def test_words_that_two_versions_share_are_found_once(ledger):
    ledger.add(found(article(published="2026-03-09")))
    ledger.add(found(article(sample.TEXT + "\n\nIt rained.", id="a2", published="2026-03-09", updated="2026-03-10")))
    with ledger.view() as view:
        assert len(view.search("call")) == 1
        assert len(view.who("Anna Brook")[0].entries) == 1
        assert [version.reading.article.id for version in view.versions("a1")] == ["a1", "a2"]
        assert view.versions("http://clarion.example/call/?utm_source=x") == view.versions("a2")
        assert view.versions("https://clarion.example/no") == []


def test_counts(view):
    stats = view.stats()
    assert (stats.articles, stats.versions, stats.outlets, stats.documents) == (3, 3, 1, 3)
    assert (stats.first, stats.last) == ("2026-03-09", "2026-03-11")
    assert (stats.acts, stats.forms) == ({Act.SAYS: 5}, {"direct": 5})
    assert (stats.speakers, stats.readings, stats.superseded) == ({"person": 3}, {"fake_v1_0": 3}, 0)


def test_counts_of_nothing(ledger):
    with ledger.view() as view:
        assert (view.stats().articles, view.stats().first) == (0, None)


def test_the_last_word_may_be_unfinished(view):
    def found(query):
        return {entry.article.id for entry in view.search(query, unfinished=True)}

    assert found("sailing fer") == found("fer") == {"c"}
    assert found("nobod") == {"b"}
    assert found("nobod -ferry") == found("no callx") == found('"*') == set()
    assert view.search("fer") == []


def test_what_is_no_statement_is_not_found_until_that_is_undone(ledger, view):
    (one,) = view.search("nobody")
    ledger.decide(Decision("not-a-statement", "me", "", {"statements": [one.statement.id]}))
    with ledger.view() as later:
        assert later.search("nobody") == later.search("nobody", limit=1) == []
    ledger.undo("me", "")
    with ledger.view() as later:
        assert [entry.statement.id for entry in later.search("nobody")] == [one.statement.id]


def shown(view, speaker):
    """What tells of the statements of a speaker: exports, versions, counts, months, pages."""
    return (
        [one.id for stored in view.readings() for one in stored.reading.statements],
        [one.id for one in view.versions("b")[0].reading.statements],
        view.stats().acts,
        view.stats().forms,
        sum(view.months(speaker).values()),
        [entry.statement.id for entry in view.said(speaker)[0]],
        view.who(speaker)[0].total,
    )


def test_what_is_no_statement_is_counted_nowhere_and_stays_in_the_whole_article(ledger, view):
    (one,) = view.search("nobody")
    id, speaker = one.statement.id, one.speaker.id
    before = shown(view, speaker)
    ledger.decide(Decision("not-a-statement", "me", "", {"statements": [id]}))
    ledger.decide(Decision("not-a-statement", "you", "", {"statements": [id]}))
    with ledger.view() as later:
        after = shown(later, speaker)
        assert [id in str(part) for part in before] == [True, True, False, False, False, True, False]
        assert after[0] == [key for key in before[0] if key != id]
        assert after[1] == [key for key in before[1] if key != id]
        assert (after[2], after[3]) == ({"says": before[2]["says"] - 1}, {"direct": before[3]["direct"] - 1})
        assert (after[4], after[6]) == (before[4] - 1, before[6] - 1)
        assert later.statements([id]) == []
        (whole,) = later.versions("b", whole=True)
        assert whole.dropped == {id}
        assert id in {statement.id for statement in whole.reading.statements}
        assert [stored.reading for stored in later.log() if hasattr(stored, "reading")] == [
            stored.reading for stored in view.log() if hasattr(stored, "reading")
        ]
    ledger.undo("me", "", 1)
    with ledger.view() as later:
        assert shown(later, speaker) == after
    ledger.undo("me", "", 2)
    with ledger.view() as later:
        assert shown(later, speaker) == before


def test_what_was_no_statement_before_there_was_a_table_for_it_is_none_in_it(ledger, view):
    (one,) = view.search("nobody")
    for by in ("me", "you"):
        ledger.decide(Decision("not-a-statement", by, "", {"statements": [one.statement.id, "other"]}))
    ledger.undo("me", "", 2)
    with ledger.writing() as connection:
        dropped.restore(connection, 1)
        assert dropped.among(connection, [one.statement.id]) == set()
        (step,) = [step for step in migrate.steps() if step.name == "dropped"]
        connection.exec_driver_sql(step.statements(connection.dialect.name)[-1])
        assert dropped.among(connection, [one.statement.id, "other", "x"]) == {one.statement.id, "other"}


def test_many_names_that_people_gave_cost_no_more_than_one(ledger, view):
    def asked():
        statements = []

        def note(connection, cursor, statement, parameters, context, many):
            statements.append(statement)

        event.listen(ledger._engine, "before_cursor_execute", note)
        with ledger.view() as later:
            name = later.speakers_by_ids(["tom-reed"])["tom-reed"].name
        event.remove(ledger._engine, "before_cursor_execute", note)
        return name, len(statements)

    ledger.decide(Decision("rename", "me", "", {"speaker": "tom-reed", "name": "T. Reed"}))
    _, once = asked()
    for number in range(20):
        ledger.decide(Decision("rename", "me", "", {"speaker": "tom-reed", "name": f"Reed {number}"}))
        ledger.decide(Decision("rename", "me", "", {"speaker": "anna-brook", "name": f"Brook {number}"}))
    assert asked() == ("Reed 19", once)
