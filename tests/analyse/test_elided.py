"""Verbs that go on without a subject of their own."""

import pytest

import sayso


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Orrin confirmed it had held talks but called the sum “imaginary”. Ada Voss, an analyst at Kell, said the price was fair.", ["Orrin", "Orrin", "Ada Voss"]),
        ("Orrin confirmed it had held talks. Ada Voss called the sum “imaginary”.", ["Orrin", "Ada Voss"]),
    ],
)  # fmt: skip
def test_who_goes_on(text, speakers):
    reading = sayso.read_text(text)
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    assert [names[statement.speaker] for statement in reading.statements] == speakers
