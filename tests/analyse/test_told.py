import pytest

from sayso.analyse.draft import Draft, Range
from sayso.analyse.told import told


def listener(text, source, cue, content):
    at = lambda words: Range(text.index(words), text.index(words) + len(words))
    draft = told(text, Draft(at(source), at(cue), (at(content),), 0.9, 0.9), Range(0, len(text)))
    return [text[slice(*span)] for span in draft.carriers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voss told friends that it rained.", ["friends"]),
        ("Voss told the Marrow Herald that it rained.", ["Marrow Herald"]),
        ("Voss told Ilk Orr of Radio Nine that it rained.", ["Radio Nine"]),
        ("Voss told the agency that it rained.", ["the agency"]),
        ("Voss said on TVN that it rained.", ["TVN"]),
        ("In an interview with Morning Nine with Ilk Orr, Voss said that it rained.", ["Morning Nine"]),
        ("Voss told Ossan state television that it rained.", ["Ossan state television"]),
        ("Voss told local television that it rained.", ["local television"]),
        ("Voss told the wire ABN that it rained.", ["ABN"]),
        ("Voss told a Senate panel that it rained.", []),
        ("Voss told reporters that it rained.", []),
        ("Voss said on Monday that it rained.", []),
        ("Voss said in August that it rained.", []),
        ("Voss told her that it rained.", []),
    ],
)
def test_to_whom_it_was_told(text, expected):
    cue = "told" if "told" in text else "said"
    assert listener(text, "Voss", cue, "that it rained") == expected


def test_whom_the_words_themselves_name_was_not_told():
    assert listener("Voss said that it rained on Radio Nine.", "Voss", "said", "that it rained on Radio Nine") == []


def test_a_sentence_tells_whom_each_of_its_cues_was_told_to():
    text = "Voss, who called it talk, told Radio Nine that it rained."
    assert listener(text, "Voss", "called", "it talk") == []
    assert listener(text, "Voss", "told", "that it rained") == ["Radio Nine"]


def test_a_network_carries_no_post():
    text = "Voss wrote on Perch that it rained."
    assert listener(text, "Voss", "wrote", "that it rained") == []
