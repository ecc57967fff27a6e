import pytest

from sayso.extract.notes import notes
from sayso.records import NoteKind

BODY = "The council met on Monday.\n\nIt rained, said Ann Lee."
UPDATE, CORRECTION, RETRACTION = NoteKind.UPDATE, NoteKind.CORRECTION, NoteKind.RETRACTION


@pytest.mark.parametrize("place", ["first", "last"])
@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("This article was updated on Tuesday with the mayor's answer.", UPDATE),
        ("This story has been updated throughout.", UPDATE),
        ("• This story has since been updated to add comment.", UPDATE),
        ("Update, 4.30 p.m.: The mayor has answered.", UPDATE),
        ("UPDATE (March 9, 2026): The mayor has answered.", UPDATE),
        ("Editor’s note: This story has been updated.", UPDATE),
        ("Editor's Note: The names of two witnesses have been left out.", UPDATE),
        ("Correction: It snowed; an earlier version said that it rained.", CORRECTION),
        ("CORRECTION (March 9): It snowed.", CORRECTION),
        ("Correction, March 9, 2026: It snowed.", CORRECTION),
        ("Corrections and clarifications: It snowed.", CORRECTION),
        ("Clarification – the meeting was closed.", CORRECTION),
        ("• This article was amended on 9 March 2026. It snowed.", CORRECTION),
        ("An earlier version of this article misstated the weather.", CORRECTION),
        ("A previous version of this story gave another date.", CORRECTION),
        ("This post originally said that it rained.", CORRECTION),
        ("Editor's note: An earlier version of this report named the wrong road.", CORRECTION),
        ("Correction\nAn earlier version of this article misstated the weather.", CORRECTION),
        ("Editor's note\nThe weather in this article is now right. This article was corrected.", CORRECTION),
        ("This story has been retracted.", RETRACTION),
        ("The Clarion has withdrawn this report.", RETRACTION),
        ("Retraction: we could not stand the story up.", RETRACTION),
        ("Editor's note: This article has been retracted because it was wrong.", RETRACTION),
    ],
)
def test_notes(note, kind, place):
    text = f"{note}\n\n{BODY}" if place == "first" else f"{BODY}\n\n{note}"
    [found] = notes(text)
    assert (found.kind, found.text) == (kind, note)
    assert text[found.start : found.end] == note


@pytest.mark.parametrize(
    "paragraph",
    [
        "Corrections officers said: it rained.",
        "The minister said this article was updated.",
        "“This story has been updated,” said Ann Lee.",
        "Update your browser.",
        "He said that an earlier version of the deal was better.",
        "The correction: markets fell by a fifth.",
        "Clarification was sought by the court.",
        "Officials have removed the report of the inquiry from their site, said Ann Lee.",
    ],
)
def test_sentences_of_news_are_no_notes(paragraph):
    assert notes(f"{BODY}\n\n{paragraph}\n\n{BODY}") == ()


def test_label_alone_does_not_swallow_the_lead():
    assert notes(f"Updated\n\n{BODY}") == ()
