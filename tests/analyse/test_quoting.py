import pytest

from sayso.analyse.draft import Draft, Range
from sayso.analyse.quoting import quoting
from sayso.analyse.sentences import Sentences


def read(text, source, cue, content):
    at = lambda words: Range(text.index(words), text.index(words) + len(words))
    draft = Draft(at(source), at(cue), (at(content),), 0.9, 0.9)
    (found,) = quoting(text, [draft], Sentences.of(text, [(0, len(text))]))
    shown = lambda span: text[slice(*span)]
    return shown(found.source), shown(found.content[0]), [shown(carrier) for carrier in found.carriers]


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("The Lark, citing two clerks, reported on Monday that it rained.", ("The Lark", "reported", "it rained")),
        ("The Lark, quoting two clerks, said it rained.", ("quoting two clerks", "said", "it rained")),
        (
            "The Lark reported, quoting two clerks, that it rained.",
            ("The Lark", "quoting", "two clerks, that it rained"),
        ),
        ("Citing two clerks, The Lark also claimed that it rained.", ("The Lark", "claimed", "that it rained")),
        ("The Lark quoted two clerks as saying that it rained.", ("The Lark", "quoted", "two clerks as saying")),
        (
            "The Lark cited two clerks as saying that it rained.",
            ("The Lark", "cited", "two clerks as saying that it rained"),
        ),
    ],
)
def test_what_an_outlet_reports_is_of_whom_it_quotes(text, tagged):
    source, content, carried = read(text, *tagged)
    assert (source, content.removeprefix("that "), carried) == ("two clerks", "it rained", ["The Lark"])


def test_a_quotation_before_is_of_whom_the_outlet_quotes():
    text = "“It rained all night,” the Lark quoted him as saying."
    assert read(text, "the Lark", "quoted", "him as saying") == ("him", "“It rained all night,”", ["the Lark"])


def test_who_quoted_him_carries_what_he_was_quoted_as_saying():
    text = "“It rained,” Orr was quoted by his chaplain as saying."
    found = read(text, "Orr", "was quoted by his chaplain as saying", "“It rained,”")
    assert found == ("Orr", "“It rained,”", ["his chaplain"])


def test_of_what_an_outlet_reports_that_others_speak_in_each_part_stays_by_itself():
    text = "The Lark, citing two clerks, reported that it rained and that Orr had promised to stop it."
    at = lambda words: Range(text.index(words), text.index(words) + len(words))
    outer = Draft(at("The Lark"), at("citing"), (at("two clerks"), at("that it rained")), 0.9, 0.9)
    inner = Draft(at("Orr"), at("had promised"), (at("to stop it"),), 0.9, 0.9)
    theirs = Draft(at("two clerks"), at("citing"), (at("that it rained"),), 0.9, 0.9, carriers=(at("The Lark"),))
    assert quoting(text, [outer, inner], Sentences.of(text, [(0, len(text))])) == [theirs, inner]


def test_what_a_third_told_is_not_of_whom_the_outlet_cites():
    text = "The Lark, citing two clerks, said Orr had told aides that it rained."
    at = lambda words: Range(text.index(words), text.index(words) + len(words))
    draft = Draft(at("Orr"), at("said"), (at("that it rained"),), 0.9, 0.9)
    assert quoting(text, [draft], Sentences.of(text, [(0, len(text))])) == [draft]


def test_a_person_who_cites_speaks_himself():
    text = "She, citing two clerks, said it rained."
    assert read(text, "She", "said", "it rained") == ("She", "it rained", [])


def test_whom_an_outlet_quotes_speaks_even_where_the_tagger_saw_no_statement():
    text = "The Lark quoted two clerks as saying that it rained."
    (found,) = quoting(text, [], Sentences.of(text, [(0, len(text))]))
    parts = (found.source, found.cue, *found.content, *found.carriers)
    assert [text[slice(*part)] for part in parts] == ["two clerks", "as saying", "that it rained", "The Lark"]


@pytest.mark.parametrize(
    "text", ["The Lark cited two clerks.", "The Lark quoted the price as high.", "He cited the law."]
)
def test_not_all_that_is_cited_is_a_statement(text):
    assert quoting(text, [], Sentences.of(text, [(0, len(text))])) == []


def test_what_an_outlet_reports_is_read_where_nothing_was_seen():
    text = "The Lark, citing two clerks, reported that it rained."
    (found,) = quoting(text, [], Sentences.of(text, [(0, len(text))]))
    parts = (found.source, found.cue, *found.content, *found.carriers)
    assert [text[slice(*part)] for part in parts] == ["two clerks", "reported", "that it rained", "The Lark"]


def test_where_others_speak_in_what_an_outlet_reports_nothing_is_made_up():
    text = "The Lark, citing two clerks, reported that Orr had said it rained."
    at = lambda words: Range(text.index(words), text.index(words) + len(words))
    inner = Draft(at("Orr"), at("had said"), (at("it rained"),), 0.9, 0.9)
    assert quoting(text, [inner], Sentences.of(text, [(0, len(text))])) == [inner]
