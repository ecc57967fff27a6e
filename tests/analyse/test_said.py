"""Days are those of June 2024, when the 12th was a Wednesday."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analyse.draft import Draft, Range
from sayso.analyse.said import said_dates
from sayso.analyse.sentences import Sentences
from sayso.records import Article, Kind, Speaker
from sayso.text.paragraphs import paragraphs


def nearest(text, words, piece):
    places = [Range(*match.span()) for match in re.finditer(re.escape(words), text)]
    apart = lambda place: "\n" in text[min(place.end, piece.end) : max(place.start, piece.start)]
    return min(places, key=lambda place: (bool(place.overlap(piece)), apart(place), place.gap(piece)))


def draft(text, source, cue, content):
    piece = Range(text.index(content), text.index(content) + len(content))
    part = lambda words: nearest(text, words, piece) if words else None
    return Draft(part(source), part(cue), (piece,), 0.9, 0.9)


def dates(text, drafts, speakers, article):
    whole = paragraphs(text)
    return said_dates(text, drafts, speakers, article, whole, Sentences.of(text, whole))


def days(text, *statements, published="2024-06-12", **known):
    """The day and the words of each statement, given as (speaker, source, cue, content)."""
    article = Article("a1", "", text, published=published, **known)
    drafts = [draft(text, *parts) for _, *parts in statements]
    speakers = [Speaker(speaker, speaker.title(), Kind.PERSON) for speaker, *_ in statements]
    given = dates(text, drafts, speakers, article)
    assert all(said is None or text[said.start : said.end] == said.text for said in given)
    return [said and (said.date[-5:], said.text) for said in given]


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("Voss said on Monday that it rained.", "said", "that it rained", ("06-10", "on Monday")),
        ("Voss said that it rained on Monday.", "said", "that it rained on Monday", None),
        ("Voss said that it rained on Wednesday.", "said", "that it rained on Wednesday", ("06-12", "on Wednesday")),
        ("The mill shut, two days after Voss said yes.", "said", "yes", ("06-10", "two days after")),
        ("The mill shut on 3 June, a week before Voss said yes.", "said", "yes", ("06-10", "a week before")),
        ("Voss has just told us yes.", "told us", "yes", ("06-12", "has just told")),
        ("Voss said a fortnight ago that it rained.", "said", "that it rained", ("05-29", "a fortnight ago")),
        ("On Monday, Voss said that it rained.", "said", "that it rained", ("06-10", "On Monday")),
        ("“It rained,” Voss told the radio last night.", "told the radio", "“It rained,”", ("06-11", "last night")),
        ("Voss on Sunday dismissed the report as “wet”.", "dismissed", "the report as “wet”", ("06-09", "on Sunday")),
        ("Asked on Monday if it rained, Voss said yes.", "said", "yes", ("06-10", "on Monday")),
        ("Voss, reached by phone on Monday, said yes.", "said", "yes", ("06-10", "on Monday")),
        ("The letter by Voss, dated 3 June, says yes.", "says", "yes", ("06-03", "3 June")),
        ("Voss, who retired on Monday, said yes.", "said", "yes", None),
        ("Voss, sacked on Monday, said yes.", "said", "yes", None),
        ("Voss accused the mill on Monday of lying.", "accused", "the mill on Monday of lying", ("06-10", "on Monday")),
        ("Voss, who will leave on Friday, said yes.", "said", "yes", None),
        ("Voss, in office since Monday, said yes.", "said", "yes", None),
        ("Voss said in July that it rained.", "said", "that it rained", None),
        ("Voss said that it rained.", "said", "that it rained", None),
        ("OSSA, June 11 (Lark) - Voss said that it rained.", "said", "that it rained", None),
    ],
)
def test_the_words_that_date_a_statement(text, cue, content, expected):
    assert days(text, ("voss", "Voss", cue, content)) == [expected]


def test_an_expression_dates_the_nearest_statement_only():
    text = "Voss, who on Monday said it rained, told the radio today that it had not."
    first, second = ("voss", "Voss", "said", "it rained"), ("voss", "Voss", "told the radio", "that it had not")
    assert days(text, first, second) == [("06-10", "on Monday"), ("06-12", "today")]


def test_two_statements_of_one_cue_share_their_date():
    text = "Voss said on Monday that it rained and that it snowed."
    statements = [("voss", "Voss", "said", "that it rained"), ("voss", "Voss", "said", "that it snowed")]
    assert days(text, *statements) == [("06-10", "on Monday")] * 2


def test_the_same_speaker_goes_on():
    text = "Voss told the radio on Monday that it rained. She added that it snowed.\n\n“It froze,” she said."
    statements = [
        ("voss", "Voss", "told the radio", "that it rained"),
        ("voss", "She", "added", "that it snowed"),
        ("voss", "she", "said", "“It froze,”"),
    ]
    assert days(text, *statements) == [("06-10", "on Monday")] * 3


def test_someone_else_does_not():
    text = "Voss said on Monday that it rained. Ilk wrote that it snowed."
    statements = [("voss", "Voss", "said", "that it rained"), ("ilk", "Ilk", "wrote", "that it snowed")]
    assert days(text, *statements) == [("06-10", "on Monday"), None]


def test_the_event_that_a_report_opens_with_dates_what_was_said_of_it():
    text = "The council sacked its warden on Monday.\n\nVoss wrote that it rained. Ilk left in May, 2019. Orr called it late."
    statements = [("voss", "Voss", "wrote", "that it rained"), ("orr", "Orr", "called", "it late")]
    assert days(text, *statements) == [("06-10", "on Monday"), ("06-10", "on Monday")]
    moved_on = text.replace("in May, 2019", "on Sunday")
    assert days(moved_on, *statements) == [("06-10", "on Monday"), None]


def test_the_day_of_what_is_told_is_not_that_of_the_telling():
    text = "The prince rang Ossa on Friday, officials said.\n\nAn aide wrote that it rained."
    statements = [
        ("officials", "officials", "said", "The prince rang Ossa on Friday"),
        ("aide", "An aide", "wrote", "that it rained"),
    ]
    assert days(text, *statements) == [None, None]


def test_those_named_in_a_dated_opening_spoke_that_day():
    text = "Voss said on Monday that Ilk grew beets. It was cold.\n\nIlk wrote that it snowed."
    statements = [("voss", "Voss", "said", "that Ilk grew beets"), ("ilk", "Ilk", "wrote", "that it snowed")]
    assert days(text, *statements)[1] == ("06-10", "on Monday")


@pytest.mark.parametrize("cue", ["has denied", "denies", "now says", "still believes", "had said"])
def test_what_is_held_for_good_was_not_said_on_the_occasion(cue):
    text = f"Voss said on Monday that it rained. She {cue} that it snowed."
    statements = [("voss", "Voss", "said", "that it rained"), ("voss", "She", cue, "that it snowed")]
    assert days(text, *statements)[1] is None


def test_a_back_story_passes_no_date_on():
    text = "Voss, who on Monday said it rained, declined to comment. She called it a long story."
    statements = [("voss", "Voss", "said", "it rained"), ("voss", "She", "called", "it a long story")]
    assert days(text, *statements) == [("06-10", "on Monday"), None]


def test_a_sentence_that_sets_the_scene():
    text = "Voss was in Ossa last night. She told a packed hall that it rained."
    assert days(text, ("voss", "She", "told a packed hall", "that it rained")) == [("06-11", "last night")]


def test_what_is_said_before_one_public():
    text = "Voss told the court on Monday that it rained.\n\nIlk told the judge that it snowed."
    statements = [
        ("voss", "Voss", "told the court", "that it rained"),
        ("ilk", "Ilk", "told the judge", "that it snowed"),
    ]
    assert days(text, *statements) == [("06-10", "on Monday")] * 2


def test_a_headline_takes_the_date_of_its_story():
    text = "Voss: it rained.\n\nIt was a long week in Ossa.\n\nVoss said on Monday that the mill was flooded."
    statements = [("voss", "Voss", ":", "it rained"), ("voss", "Voss", "said", "that the mill was flooded")]
    assert days(text, *statements) == [("06-10", "on Monday")] * 2


def test_speech_under_the_lead_of_an_agency_report():
    text = "OSSA, June 12 (Lark) - The mill on Monday denied a flood.\n\n“No drop,” the miller, Ilk, said."
    statements = [("mill", "The mill", "denied", "a flood"), ("ilk", "Ilk", "said", "“No drop,”")]
    assert days(text, *statements) == [("06-10", "on Monday")] * 2


def test_a_later_version_is_seen_from_its_own_day():
    text = "Voss said on Monday that it rained."
    statement = ("voss", "Voss", "said", "that it rained")
    assert days(text, statement, updated="2024-06-20T09:00:00+02:00") == [("06-17", "on Monday")]


def test_the_dateline_tells_the_writers_day():
    text = "OSSA, June 11 (Lark) - Voss said today that it rained."
    statement = ("voss", "Voss", "said", "that it rained")
    assert days(text, statement, published="2024-06-12T03:00:00Z") == [("06-11", "today")]


def test_a_dateline_far_off_does_not():
    text = "OSSA, June 1 (Lark) - Voss said today that it rained."
    assert days(text, ("voss", "Voss", "said", "that it rained")) == [("06-12", "today")]


def test_an_outlet_that_takes_back_its_words_does_so_today():
    text = "On 3 June we said that it rained. We withdraw the report."
    statements = [("lark", "we", "said", "that it rained"), ("lark", "We", "withdraw", "the report")]
    assert days(text, *statements) == [("06-03", "On 3 June"), ("06-12", "withdraw")]


def test_what_an_outlet_calls_wrong_it_calls_wrong_now():
    text = "On 3 June we said that it rained. That was wrong: it snowed. We withdraw the report."
    statements = [("lark", "we", "said", "that it rained"), ("lark", "We", "was wrong", "it snowed")]
    assert days(text, *statements) == [("06-03", "On 3 June"), ("06-12", "was wrong")]


def test_an_outlet_that_speaks_for_itself_does_so_today():
    text = "It rained, the Lark can reveal. It snowed, the Owl can reveal."
    statements = [("lark", "the Lark", "can reveal", "It rained"), ("owl", "the Owl", "can reveal", "It snowed")]
    assert days(text, *statements, outlet="The Ossa Lark") == [("06-12", "can reveal"), None]


def test_what_the_outlet_understands_it_understands_today():
    text = "It rained, the Lark understands. It snowed, the mayor understands."
    statements = [("lark", "the Lark", "understands", "It rained"), ("mayor", "the mayor", "understands", "It snowed")]
    assert days(text, *statements, outlet="The Ossa Lark") == [("06-12", "understands"), None]


@pytest.mark.parametrize("published", [None, "", "yesterday"])
def test_an_article_without_a_day_has_only_full_dates(published):
    text = "Voss said on Monday that it rained.\n\nIlk said on 3 June 2023 that it snowed."
    statements = [("voss", "Voss", "said", "that it rained"), ("ilk", "Ilk", "said", "that it snowed")]
    assert days(text, *statements, published=published) == [None, ("06-03", "on 3 June 2023")]


def test_a_statement_without_a_cue():
    text = "Voss said on Monday that it rained.\n\n“It snowed.”"
    assert days(text, ("voss", "Voss", "said", "that it rained"), ("voss", None, None, "“It snowed.”"))[1]


def test_nothing_to_date():
    assert days("") == []


@given(st.text(max_size=80), st.data())
def test_any_text_and_any_spans(text, data):
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: Range(*sorted(pair)))
    maybe = st.none() | spans
    rows = data.draw(st.lists(st.tuples(maybe, maybe, spans), max_size=4))
    drafts = [Draft(source, cue, (content,), 0.5, 0.5) for source, cue, content in rows]
    article = Article("a1", "", text, published="2024-06-12")
    assert len(dates(text, drafts, [Speaker("voss", "Voss", Kind.PERSON)] * len(drafts), article)) == len(drafts)


def test_what_is_said_by_the_way_is_said_then():
    text = "The port withdrew the figure on Monday, blaming a clerk."
    assert days(text, ("port", None, "blaming", "a clerk")) == [("06-10", "on Monday")]


def test_a_count_of_days_back_dates_no_other_statement():
    text = "Voss told the radio, two days after she said yes, that it rained. She said that it froze."
    statements = [("voss", "she", "said", "yes"), ("voss", "She", "said", "that it froze")]
    assert days(text, *statements) == [("06-10", "two days after"), None]


def test_the_speaker_dates_it_further_on_in_the_paragraph():
    text = "Ilk said on Sunday that it froze. Voss denied that it rained. “It is dry,” she said on Monday."
    statements = [
        ("voss", "Voss", "denied", "that it rained"),
        ("voss", "she", "said", "“It is dry,”"),
    ]
    assert days(text, *statements) == [("06-10", "on Monday")] * 2


def test_a_sentence_that_names_who_speaks_next_sets_the_scene():
    text = "On Monday, Voss threw a ball in the park. The park, Voss said, was shut."
    assert days(text, ("voss", "Voss", "said", "The park,")) == [("06-10", "On Monday")]


def test_what_an_outlet_told_in_its_first_version():
    text = "We said that the mill had burned. It had not, and we withdraw that."
    statements = [("lark", "We", "said", "that the mill had burned"), ("lark", "we", "withdraw", "that.")]
    told = days(text, *statements, published="2024-06-04", updated="2024-06-12", outlet="Lark")
    assert told == [("06-04", "said"), ("06-12", "withdraw")]


def test_a_document_speaks_on_the_day_it_bears():
    text = "A memo seen by the Lark on Monday says it rained. The memo, dated 3 June, also says it froze."
    article = Article("a1", "", text, published="2024-06-12")
    drafts = [draft(text, "A memo", "says", "it rained"), draft(text, "The memo", "also says", "it froze")]
    memo = Speaker("memo", "A memo", Kind.DOCUMENT)
    assert [said.date for said in dates(text, drafts, [memo, memo], article)] == ["2024-06-03"] * 2


def test_a_day_before_what_is_said_by_the_way_dates_both():
    text = "Voss praised the mill in comments made on Monday, calling it a jewel."
    statements = [("voss", "Voss", "praised", "the mill"), ("voss", None, "calling", "it a jewel")]
    assert days(text, *statements) == [("06-10", "on Monday")] * 2


def test_what_an_outlet_can_tell_today_dates_no_other_words():
    text = "The Lark understands that the mill is sold.\n\nVoss called it a pity."
    statements = [("lark", "The Lark", "understands", "that the mill is sold"), ("voss", "Voss", "called", "it a pity")]
    assert days(text, *statements, outlet="The Lark") == [("06-12", "understands"), None]
