import pytest

from sayso.analyse.draft import Draft, Range
from sayso.analyse.leaked import leaked
from sayso.analyse.sentences import Sentences

MEMO = "The pier is rotten, according to an internal memo seen by the Lark. "


@pytest.mark.parametrize(
    ("text", "source", "cue", "expected"),
    [
        (f"{MEMO}Ilk Orr writes that it rained.", "Ilk Orr", "writes", "an internal memo"),
        (
            f"{MEMO}Ilk Orr is recorded as saying that it rained.",
            "Ilk Orr",
            "is recorded as saying",
            "an internal memo",
        ),
        (f"{MEMO}In it Orr says that it rained.", "Orr", "says", "an internal memo"),
        (f"{MEMO}Ilk Orr said that it rained.", "Ilk Orr", "said", None),
        (f"{MEMO}It asks that it rained.", "It", "asks", None),
        ("In a message to staff seen by the Lark, he says that it rained.", "he", "says", "a message to staff"),
        ("In a letter, which the Lark has seen, he says that it rained.", "he", "says", "a letter"),
        ("In a letter to the board, he says that it rained.", "he", "says", None),
        ("In a letter read out by the priest, he says that it rained.", "he", "says", None),
    ],
)
def test_a_paper_that_came_to_light_carries_its_words(text, source, cue, expected):
    at = lambda words: Range(
        text.index(words, text.rfind(". ") + 1), text.index(words, text.rfind(". ") + 1) + len(words)
    )
    sentences = Sentences.of(text, ((0, len(text)),))
    draft = Draft(at(source), at(cue), (at("that it rained"),), 0.9, 0.9)
    (got,) = leaked(text, [draft], sentences)
    assert [text[slice(*carrier)] for carrier in got.carriers] == ([expected] if expected else [])
