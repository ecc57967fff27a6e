import pytest

from sayso.analyse.draft import Draft, Range
from sayso.analyse.through import through


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Through a deckhand he let it be known that it rained.", "let it be known", "a deckhand"),
        ("Orr, through her press secretary, said that it rained.", "said", "her press secretary"),
        ("Orr said through his chaplain that it rained.", "said", "his chaplain"),
        ("In a message read out by the chair, Ilk Voss, she said that it rained.", "said", "the chair, Ilk Voss"),
        ("Orr told staff in an email that it rained.", "told staff", "an email"),
        ("In a message to all employees, Orr said that it rained.", "said", "a message to all employees"),
        ("Orr, through his solicitor, said that it rained.", "said", None),
        ("Orr shouted through the letterbox that it rained.", "shouted", None),
        ("Orr said in an email that it rained.", "said", None),
    ],
)
def test_through_whom_or_what_it_came(text, cue, expected):
    at = lambda words: Range(text.index(words), text.index(words) + len(words))
    draft = through(text, Draft(None, at(cue), (at("that it rained"),), 0.9, 0.9), Range(0, len(text)))
    assert [text[slice(*carrier)] for carrier in draft.carriers] == ([expected] if expected else [])
