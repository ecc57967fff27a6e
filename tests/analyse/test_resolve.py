"""Who is meant by a source that names several, or nobody."""

import pytest

import sayso


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A tester with long experience, who asked not to be named because Orrin Motors is a customer, said that the seats were weak.", "A tester with long experience"),
        ("A spokesman for Kell Bank declined to comment, and Orrin “does not comment on rumours”, a spokeswoman said.", "Orrin"),
        ("The panel's chairman, Rep. Jonas Hale (R-Ohio), said that the files were gone.", "Jonas Hale"),
        ("Kell Bank met the Salt Board in May. The Salt Board disputed that. “We are no thieves,” a spokeswoman said.", "Salt Board"),
        ("Kell Bank met Tessaly. Tessaly disputed that account. “We never said so,” a spokeswoman said.", "Tessaly"),
        ("Kell Bank met Orrin in May. Kell Bank warned of losses. It blamed the war.", "Kell Bank"),
        ("The Salt Board met. The council said that the files were gone.", "The council"),
        ("The Fair Salt Panel met the World Salt Union. The World Salt Union was calm. The panel declined to say whether it rained.", "Fair Salt Panel"),
        ("The harbour board declined to comment. The council said it had learned of the rise “from a fishmonger”.", "The council"),
        ("An internal memo seen by the Lark says it rained. The four-page document warns that it will freeze.", "An internal memo"),
        ("Two former salesmen said that it rained. “It froze,” one recalled.", "one of two former salesmen"),
        ("Two former salesmen said that it rained. “It froze,” one of them recalled.", "one of two former salesmen"),
        ("Museum bosses were last night accused of hiding the files.", "(unstated)"),
        ("Ada Voss met the directors. Ada Voss accused them of hiding the files.", "Ada Voss"),
        ("The insurer, Marrow Mutual, said that the files were gone.", "Marrow Mutual"),
        ("A federal judge said that the files were gone.", "A federal judge"),
        ("A clerk at Kell Bank, which on Monday said that it had no interest, left.", "Kell Bank"),
        ("Her words contradict the Marrow Gazette, whose diplomatic source said that the border was open.", "diplomatic source"),
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


def test_the_agency_is_no_body_that_is_no_outlet():
    text = "The Council of Nine met in Voss. “There is no deal,” the mayor, Ilk Orr, told reporters, according to the agency."
    reading = sayso.read_text(text)
    assert "Council of Nine" not in {speaker.name for speaker in reading.speakers}


def test_what_was_told_to_us_was_not_told_to_another():
    text = (
        "The harbour board told the Marrow Gazette on Monday that it had no money. "
        "The harbour board told Lark News that it had not opened an inquiry."
    )
    reading = sayso.read_text(text, outlet="Lark News")
    assert [len(statement.via) for statement in reading.statements] == [1, 0]
