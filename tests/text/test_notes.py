import pytest

from sayso.text.notes import notes

BODY = "The mayor said the ferry would sail.\n\n"


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("Correction, 20 March: we named the director as Otto Brandt.", "correction"),
        ("*Correction: the price was £9.8m.", "correction"),
        ("Clarification: the vote was held on Monday.", "correction"),
        ("This article was amended on 4 May to remove a name.", "correction"),
        ("An earlier version of this story misstated the toll.", "correction"),
        ("This report has been corrected to say that three ships sailed.", "correction"),
        ("UPDATE (14:20): adds comment from the ministry.", "update"),
        ("Updated at 9pm with the reply of the union.", "update"),
        ("[This story has been updated.]", "update"),
        ("Editor’s note: the photograph was replaced.", "update"),
        ("Retraction: we withdraw the report of 3 May.", "retraction"),
        ("This article has been withdrawn.", "retraction"),
    ],
)
def test_notes_are_found_where_they_stand(paragraph, kind):
    text = BODY + paragraph
    (note,) = notes(text)
    assert (note.kind.value, note.text, text[note.start : note.end]) == (kind, paragraph, paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The paper ran a correction yesterday, on page 22.",
        "Corrections officers said the prison was full.",
        "Corrected proofs are at the printer, the publisher said.",
        "Updated figures showed that 30 had died.",
        "The story was amended later.",
        "This article of the treaty was never signed, she said.",
    ],
)
def test_what_is_told_of_others_is_no_note(paragraph):
    assert notes(BODY + paragraph) == ()
