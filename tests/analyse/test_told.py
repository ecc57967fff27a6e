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
        ("Voss told the Marrow Herald that it rained.", ["Marrow Herald"]),
        ("Voss told Ilk Orr of Radio Nine that it rained.", ["Radio Nine"]),
        ("Voss told the agency that it rained.", ["the agency"]),
        ("Voss said on TVN that it rained.", ["TVN"]),
        ("In an interview with Morning Nine with Ilk Orr, Voss said that it rained.", ["Morning Nine"]),
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
