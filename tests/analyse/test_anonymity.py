import pytest

from sayso.analyse.draft import Range
from sayso.analyse.speakers.anonymity import anonymity


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "An aide, who asked not to be named because he feared for his post, said so.",
            "because he feared for his post",
        ),
        ("An aide, speaking on condition of anonymity to discuss private talks, said so.", "to discuss private talks"),
        ("An aide who is not authorised to speak said so.", "not authorised to speak"),
        ("An aide, who asked not to be named, said so.", None),
        ("An aide said so because he was asked.", None),
    ],
)
def test_why_somebody_is_not_named(text, why):
    found = anonymity(text, Range(0, len(text)))
    assert (found and text[slice(*found)]) == why
