import datetime as dt

import pytest

from sayso.analyse.speakers import bodies, documents, outlets, sorts, words
from sayso.text.gender import Gender, of_first_name, of_title, of_words


@pytest.mark.parametrize(
    ("source", "whom"),
    [
        ("a spokeswoman for the port", "the port"),
        ("a harbour board spokesman", "harbour board"),
        ("A prosecutor's office spokeswoman", "prosecutor's office"),
        ("a spokesman", None),
        ("the port", None),
    ],
)
def test_whom_a_spokesperson_speaks_for(source, whom):
    assert bodies.spoken_for(source) == whom


@pytest.mark.parametrize(
    ("source", "whom"),
    [
        ("the firm’s website", "the firm"),
        ("a statement from the firm", "the firm"),
        ("the firm’s lawyer", None),
        ("a website", None),
    ],
)
def test_whose_channel_speaks(source, whom):
    assert bodies.channel_owner(source) == whom


@pytest.mark.parametrize(
    ("source", "some", "plural"),
    [
        ("two officials", True, False),
        ("some at the club", True, False),
        ("shareholders", False, True),
        ("local media", False, True),
        ("the shareholders", False, False),
        ("the mayor", False, False),
    ],
)
def test_some_and_all(source, some, plural):
    assert words.is_some(source) is some
    assert some or words.is_bare_plural(source) is plural


def test_how_a_document_came_to_light_is_no_part_of_its_name():
    assert documents.without_detail("an internal memo seen by the Herald, dated 3 March") == "an internal memo"
    assert documents.without_detail("a leaked document") == "a leaked document"


@pytest.mark.parametrize(
    ("name", "outlet"), [("Marrow Herald", True), ("TVN", True), ("Orlo", False), ("Marrow", False)]
)
def test_names_like_those_of_outlets(name, outlet):
    assert outlets.is_like_outlet(name) is outlet


def test_the_end_of_the_outlets_own_name():
    assert outlets.is_short_for("the Herald", "Marrow Herald")
    assert not outlets.is_short_for("the herald", "Marrow Herald")
    assert not outlets.is_short_for("the Marrow", "Marrow Herald")


def test_genders():
    assert of_title("said Mr ") is Gender.MALE
    assert of_title("his wife, ") is Gender.FEMALE
    assert of_title("her ex-husband ") is Gender.MALE
    assert of_title("a fatherly ") is None
    assert of_title("the mayor ") is None
    assert of_first_name("elena") is Gender.FEMALE
    assert of_first_name("marrow") is None
    assert of_words("a spokeswoman for the port") is Gender.FEMALE
    assert of_words("a Policewoman, 40") is Gender.FEMALE
    assert of_words("a nurse") is None


def test_the_platform_is_no_part_of_who_posts():
    assert bodies.channel_owner("A post by the mayor, Ilk Orr, on the network Perch") == "the mayor, Ilk Orr"


def test_one_of_a_body_is_no_body():
    assert bodies.is_one_of_a_body("A duty forecaster at the institute")
    assert not bodies.is_one_of_a_body("The institute at Voss")


def test_people_in_general_may_open_a_sentence():
    assert words.is_bare_plural("People in her party")
    assert not words.is_bare_plural("The people of Voss")


def test_an_office_is_spoken_for_not_whose_it_is():
    assert bodies.spoken_for("A coroner's office spokeswoman") == "coroner's office"
    assert bodies.channel_owner("A coroner's office spokeswoman") is None


def test_whose_report_it_is():
    assert bodies.report_of("A first report by the Salt Board, seen by the Lark") == "the Salt Board"
    assert bodies.report_of("a study by Marrow and the University of Ossa") is None


def test_a_source_goes_without_the_time_it_was_taken_for_part_of():
    assert words.plain("The salt ministry on Friday") == "The salt ministry"
    assert words.plain("a poll released last week") == "a poll released last week"


@pytest.mark.parametrize(
    ("said", "name", "another"),
    [
        ("The dockers’ union", "Krug & Sons", True),
        ("The builder", "Krug & Sons", False),
        ("The council", "Marrow Salt Board", True),
        ("The council", "Marrow city council", False),
        ("a member of the council", "Marrow Salt Board", False),
        ("The army", "United Monitors", True),
        ("The directorate", "Salters' Union", True),
        ("the union", "Guild of Salters", False),
        ("the company", "Salters' League", True),
        ("the company", "Orrin Motors", False),
        ("the company", "Orrin", False),
        ("the insurer", "Ministry of Salt", True),
    ],
)
def test_bodies_of_two_sorts_are_two(said, name, another):
    assert sorts.is_another_body(said, name) is another


@pytest.mark.parametrize(
    ("said", "name", "named"),
    [
        ("The panel", "Fair Salt Panel", True),
        ("the board", "Board of Salters", True),
        ("The salt board", "Marrow Salt Board", True),
        ("The salt board", "Marrow School Board", False),
        ("The bank", "National Bank", False),
        ("The state", "Marrow State", False),
    ],
)
def test_what_a_name_ends_in(said, name, named):
    assert sorts.is_named_with(said, (name,)) is named


def test_a_place_is_no_museum():
    assert sorts.is_no_place("The museum")
    assert not sorts.is_no_place("The club")
    assert not sorts.is_no_place("The government")


@pytest.mark.parametrize(
    ("said", "name", "may_be"),
    [
        ("the newspaper", "Marrow Herald", True),
        ("the newspaper", "TVN", False),
        ("the newspaper", "Marrow Press Agency", False),
        ("the agency", "MPA", True),
        ("the agency", "KTV", False),
        ("the station", "Marrow Radio", True),
        ("the station", "Marrow Herald", False),
        ("the website", "Marrow Herald", True),
    ],
)
def test_what_an_outlet_may_be_called(said, name, may_be):
    assert outlets.may_be_called(said, name) is may_be


def test_what_fits_any_document():
    assert documents.is_any_document("The four-page document, marked “secret”")
    assert not documents.is_any_document("The letter, marked “secret”")


def test_a_document_goes_by_the_day_that_it_is_brought_in_with():
    today = dt.date(2025, 10, 6)
    assert documents.document_name("A memo seen by the Lark, dated 3 March", today) == "A memo of 3 March 2025"
    assert documents.document_name("a letter dated 11 March 2021", None) == "a letter of 11 March 2021"
    assert documents.document_name("The letter, dated 3 March", today) == "The letter"
    assert documents.document_name("a leaked document", today) == "a leaked document"
