import pytest

from sayso.analyse.chains import chained
from sayso.analyse.draft import Draft, Range
from sayso.analyse.sentences import Sentences


def found(text, *drafts):
    """What `chained` makes of drafts (source, cue, content pieces by `…`) as source, cue, content, carriers in words."""

    def at(words):
        return Range(text.index(words), text.index(words) + len(words))

    made = [
        Draft(at(source) if source else None, at(cue), tuple(map(at, content.split("…"))), 0.9, 0.9)
        for source, cue, content in drafts
    ]
    words = lambda span: text[slice(*span)] if span else None
    sentences = Sentences.of(text, (Range(0, len(text)),))
    return [
        (words(d.source), words(d.cue), [words(p) for p in d.content], [words(c) for c in d.carriers])
        for d in chained(text, made, (), sentences)
    ]


@pytest.mark.parametrize(
    ("text", "draft", "expected"),
    [
        (
            "An aide to Orr said the governor believes the dam will hold.",
            ("An aide to Orr", "said", "the governor believes the dam will hold"),
            ("the governor", "believes", "the dam will hold", "An aide to Orr"),
        ),
        (
            "People in her circle say that she considers the price an insult.",
            ("People in her circle", "say", "that she considers the price an insult"),
            ("she", "considers", "the price an insult", "People in her circle"),
        ),
        (
            "Two clerks quoted him as saying that he would resign.",
            ("Two clerks", "quoted", "him as saying that he would resign"),
            ("him", "as saying", "that he would resign", "Two clerks"),
        ),
        (
            "Two clerks quoted her as saying that it was a monument.",
            ("Two clerks", "as saying", "that it was a monument"),
            ("her", "as saying", "that it was a monument", "Two clerks"),
        ),
        (
            "The board would not comment on the remark, the Marrow agency reported.",
            ("the Marrow agency", "reported", "The board would not comment on the remark"),
            ("The board", "would not comment", "on the remark", "the Marrow agency"),
        ),
        (
            "Police had said on Monday, without naming her, that a woman was held, Marrow Wire reported.",
            ("Marrow Wire", "reported", "Police had said on Monday, without naming her, that a woman was held"),
            ("Police", "had said on Monday, without naming her,", "that a woman was held", "Marrow Wire"),
        ),
        (
            "“There is no deal,” mayor Ilk Orr told reporters in Voss, according to the agency.",
            ("the agency", "according to", "“There is no deal,” mayor Ilk Orr told reporters in Voss"),
            ("mayor Ilk Orr", "told reporters", "“There is no deal,”", "the agency"),
        ),
        (
            "It knew of a crack, according to two engineers, and the inspectorate said that nobody had warned it.",
            ("the inspectorate", "said", "that nobody had warned it"),
            ("the inspectorate", "said", "that nobody had warned it", None),
        ),
        (
            "Another said that Ilk Orr, the mayor, had told a meeting that the money was gone.",
            ("Ilk Orr, the mayor", "had told a meeting", "that the money was gone"),
            ("Ilk Orr, the mayor", "had told a meeting", "that the money was gone", "Another"),
        ),
        (
            "Orr, according to two others at the table, began by saying that he was tired.",
            ("two others at the table", "saying", "that he was tired"),
            ("Orr", "saying", "that he was tired", "two others at the table"),
        ),
        (
            "The mayor was told by her own staff that the pier was rotten.",
            ("The mayor", "was told by her own staff", "that the pier was rotten"),
            ("her own staff", "told", "that the pier was rotten", None),
        ),
        (
            "Orr, the governor, believes the dam will hold, a person close to him said.",
            ("Orr, the governor", "believes", "the dam will hold"),
            ("Orr, the governor", "believes", "the dam will hold", "a person close to him"),
        ),
        (
            "The mayor told shop stewards that it was over, one of the men who was in the room has told the Herald.",
            ("The mayor", "told shop stewards", "that it was over"),
            ("The mayor", "told shop stewards", "that it was over", "one of the men who was in the room"),
        ),
        (
            "Her nephew Ilk, who was with her, said a cashier had told them that the bank was shut.",
            ("a cashier", "told them", "that the bank was shut"),
            ("a cashier", "told them", "that the bank was shut", "Her nephew Ilk"),
        ),
        (
            "“He said: get it gone by noon,” the clerk recalled.",
            ("the clerk", "recalled", "“He said: get it gone by noon,”"),
            ("He", "said", "get it gone by noon,”", "the clerk"),
        ),
        (
            "Orr denies the charge, his lawyer said.",
            ("Orr", "denies", "the charge"),
            ("Orr", "denies", "the charge", None),
        ),
        (
            "It did not give a name, but two governors said that it rained.",
            ("It", "did not give", "a name"),
            ("It", "did not give", "a name", None),
        ),
        (
            "The dam leaks, Orr said, citing a letter from the port.",
            ("a letter from the port", "citing", "The dam leaks"),
            ("a letter from the port", "citing", "The dam leaks", "Orr"),
        ),
        (
            "Citing a letter, the agency said the dam leaks.",
            ("a letter", "Citing", "the dam leaks"),
            ("a letter", "Citing", "the dam leaks", "the agency"),
        ),
        (
            "Orr was quoted by the state news service as saying that it rained.",
            ("Orr", "as saying", "that it rained"),
            ("Orr", "as saying", "that it rained", "the state news service"),
        ),
        (
            "A clerk, who asked not to be quoted by name, said that it rained.",
            ("A clerk, who asked not to be quoted by name", "said", "that it rained"),
            ("A clerk, who asked not to be quoted by name", "said", "that it rained", None),
        ),
        (
            "The clinic would not say who had signed, TVN reported.",
            ("The clinic", "would not say", "who had signed"),
            ("The clinic", "would not say", "who had signed", None),
        ),
    ],
)
def test_the_innermost_source_holds_it(text, draft, expected):
    source, cue, content, carrier = expected
    assert found(text, draft) == [(source, cue, [content], [carrier] if carrier else [])]


@pytest.mark.parametrize(
    ("text", "draft"),
    [
        ("Orr said he believes the dam will hold.", ("Orr", "said", "he believes the dam will hold")),
        ("Orr said he did not believe the report.", ("Orr", "said", "he did not believe the report")),
        ("Police said a man suspected of theft had left.", ("Police", "said", "a man suspected of theft had left")),
        ("Orr said the town's suspected losses grew.", ("Orr", "said", "the town's suspected losses grew")),
        ("Orr said what he believed was known.", ("Orr", "said", "what he believed was known")),
    ],
)
def test_a_source_that_speaks_of_itself_is_no_carrier(text, draft):
    assert found(text, draft) == [(*draft[:2], [draft[2]], [])]


def test_outlet_and_its_source_carry_what_a_third_told():
    text = "The paper, citing a person in the room, said Orr had told aides that it was over."
    (statement,) = found(text, ("Orr", "said", "that it was over"))
    assert statement == ("Orr", "had told aides", ["that it was over"], ["The paper", "a person in the room"])


def test_what_an_agency_is_credited_for_describing_is_the_speakers():
    text = "Voss denied it, describing the report as a song, according to the Marrow agency."
    got = found(
        text, ("Voss", "denied", "it"), ("the Marrow agency", "according to", "describing the report as a song")
    )
    assert got[1] == ("Voss", "describing", ["the report as a song"], ["the Marrow agency"])


def test_credit_gives_back_the_rest_of_the_words():
    text = "Voss denied it, dismissing as “invention” a report that she fled, the Marrow news agency says."
    got = found(
        text,
        ("Voss", "denied", "it"),
        (None, "dismissing", "as “invention”"),
        ("the Marrow news agency", "says", "a report that she fled"),
    )
    assert got[1] == (None, "dismissing", ["as “invention”", "a report that she fled"], ["the Marrow news agency"])
    assert len(got) == 2


def test_letters_can_be_credited():
    text = "The clinic would not say who had signed, TVN reported."
    got = found(text, ("The clinic", "would not say", "who had signed"), ("TVN", "reported", "who had signed"))
    assert got == [("The clinic", "would not say", ["who had signed"], ["TVN"])]


def test_hearsay_before_a_cue_is_part_of_it():
    text = "Orr is said to have replied that he was tired."
    got = found(
        text, (None, "is said", "Orr…to have replied that he was tired"), ("Orr", "replied", "that he was tired")
    )
    assert got == [("Orr", "is said to have replied", ["that he was tired"], [])]
