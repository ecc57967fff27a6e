import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.analyse.model import Model
from sayso.analyse.reader import Reader
from sayso.errors import ModelError
from sayso.extract.build import build

WORDS = st.sampled_from(
    [
        "Ada Voss",
        " said",
        "“",
        "”",
        '"',
        ", ",
        ". ",
        "\n\n",
        "\r\n",
        "told",
        "it rained",
        "she ",
        "’s",
        "é",
        "\U0001f600",
    ]
)
TEXTS = st.lists(
    st.one_of(WORDS, st.text(st.characters(exclude_categories=["Cs"]), max_size=6)), min_size=1, max_size=60
)


@settings(max_examples=60)
@given(TEXTS.map("a {}".format) | TEXTS.map(lambda parts: "a" + "".join(parts)))
def test_every_span_is_the_text(text):
    reading = sayso.read_text(text)
    known = {speaker.id for speaker in reading.speakers}
    for statement in reading.statements:
        assert {statement.speaker, *statement.via} <= known
        for span in (statement.source, statement.cue, statement.said, *statement.content):
            assert span is None or text[span.start : span.end] == span.text


def test_threads_change_nothing():
    sentence = "Ada Voss, the harbour master of Marrow, said on Monday that the ferry of {}:00 was late.\n\n"
    article = build("a", "a", "".join(sentence.format(hour) for hour in range(60)))
    one, two, eight = (Reader.load(threads)(article) for threads in (1, 2, 8))
    assert len(one.statements) == 60
    assert one == two == eight


def test_who_said_what():
    text = (
        "Ada Voss, the harbour master of Marrow, said on Monday that the ferry was late.\n\n"
        "“It was the fog,” she told reporters. “Nobody could see the pier.”\n\n"
        "The ministry denied that the pier was closed."
    )
    reading = sayso.read_text(text, published="2026-03-10")
    speakers = {speaker.id: speaker.name for speaker in reading.speakers}
    told = [(speakers[s.speaker], s.form.value, s.act.value) for s in reading.statements]
    assert told[0] == ("Ada Voss", "indirect", "says")
    assert told[1] == ("Ada Voss", "direct", "says")
    assert told[-1][1:] == ("indirect", "denies")
    assert reading.statements[0].said.date == "2026-03-09"


def test_he_is_not_the_unstated_source_of_a_rumour():
    text = (
        "Matteo Bruhn chairs the guild.\n\nBruhn, 61, is understood to be considering a lawsuit. "
        "“We are not thinking of it,” he told Radio Nine on Friday."
    )
    reading = sayso.read_text(text)
    assert [reading.speaker(s).name for s in reading.statements] == ["(unstated)", "Matteo Bruhn"]


def test_a_missing_model_is_named():
    with pytest.raises(ModelError, match=r"config\.json is missing"):
        Model.load("tagger_v0_0")


def test_what_is_left_unsaid_is_no_statement():
    text = (
        "“We were told to wait,” one of the engineers said. The Post, which had quoted three engineers, removed one of "
        "them from its story on Monday without saying why."
    )
    assert [statement.cue.text for statement in sayso.read_text(text).statements] == ["said"]


def test_an_outlet_called_by_the_end_of_its_name_is_no_other():
    text = (
        "The harbour board denied on Tuesday that it had sold the pier, after the Sill Courier reported that a deal was "
        "signed last month.\n\nTwo people familiar with the talks told the Courier that a price had been agreed."
    )
    speakers = sayso.read_text(text).speakers
    assert [speaker.name for speaker in speakers if "Courier" in speaker.name] == ["Sill Courier"]
