import pytest

from sayso.analyse.draft import Draft, Range
from sayso.analyse.reported import reported
from sayso.analyse.sentences import Sentences


def read(text, drafts=()):
    found = reported(text, drafts, Sentences.of(text, [(0, len(text))]))
    shown = lambda span: text[slice(*span)]
    return [(shown(draft.source), shown(draft.cue), shown(draft.content[0])) for draft in found]


@pytest.mark.parametrize(
    ("text", "who", "cue"),
    [
        ("The Lark reported last Friday that it rained.", "The Lark", "reported"),
        ("But Ostry's state radio, OSR, said late on Monday, without naming a source, that it rained.", None, "said"),
        ("It was cold. Bea Orr, the deputy governor, told A Ponte that it rained.", None, "told A Ponte"),
        ("She told her fellow students, in a message of Monday, that it rained.", "She", "told her fellow students"),
        ("One detective has told the Lens that it rained.", "One detective", "told the Lens"),
    ],
)
def test_a_plain_report_that_was_not_seen_is_read(text, who, cue):
    ((source, said, content),) = read(text)
    assert (said, content) == (cue, "that it rained")
    assert source == who or (who is None and source.endswith(("OSR", "governor")))


@pytest.mark.parametrize(
    "text",
    [
        "Orr resigned after the board that she told us of said that it rained.",
        "What the Lark reported was that it rained.",
        "The Lark would have said that it rained.",
        "It rained on all that had been said.",
    ],
)
def test_what_is_no_plain_report_is_left(text):
    assert read(text) == []


def test_a_sentence_with_a_statement_is_left_as_it_was():
    text = "The Lark reported on Friday that it rained."
    seen = Draft(Range(0, 8), Range(9, 17), (Range(28, 42),), 0.9, 0.9)
    assert reported(text, [seen], Sentences.of(text, [(0, len(text))])) == [seen]
