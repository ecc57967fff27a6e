"""Who is meant by a source that names several, or nobody."""

import pytest

import sayso


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A tester with long experience, who asked not to be named because Orrin Motors is a customer, said that the seats were weak.", "A tester with long experience"),
        ("A spokesman for Kell Bank declined to comment, and Orrin “does not comment on rumours”, a spokeswoman said.", "Orrin"),
        ("Ada Voss leads Marrow. In Port Ossa the foreign ministry said that the border was open.", "the foreign ministry"),
    ],
)  # fmt: skip
def test_who_is_meant(text, expected):
    reading = sayso.read_text(text)
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    assert names[reading.statements[-1].speaker] == expected


def test_who_made_a_document_does_not_speak_in_its_stead():
    text = "The paper apologised. An internal review led by the deputy editor, Ilka Moss, found that a code had been missed."
    reading = sayso.read_text(text)
    assert "Ilka Moss" not in {speaker.name for speaker in reading.speakers}
