import pytest

from sayso.extract.credits import credits

BODY = "The council met on Monday.\n\nIt rained, said Ann Lee (Labour)."


def names(text):
    found = credits(text)
    assert all(text[credit.start : credit.end] == credit.name for credit in found)
    return [credit.name for credit in found]


@pytest.mark.parametrize(
    ("opening", "credited"),
    [
        ("DUNMERE, March 9 (Northwire) - The council met.", ["Northwire"]),
        ("DUNMERE (NW) — The council met.", ["NW"]),
        ("(Northwire) -- The council met.", ["Northwire"]),
        ("The council (Labour) met - and how.", []),
        ("Olive Tarn (Labour) – the mayor – met the council.", []),
        ("The mayor (Olive Tarn) - 54 - met the council.", []),
    ],
)
def test_dateline(opening, credited):
    assert names(f"{opening}\n\n{BODY}") == credited


@pytest.mark.parametrize(
    ("closing", "credited"),
    [
        ("(Northwire)", ["Northwire"]),
        ("It snowed, too. (Northwire)", ["Northwire"]),
        ("It snowed, too. (NW, Coast Press)", ["NW", "Coast Press"]),
        ("“It snowed.” (NW/ANB)", ["NW", "ANB"]),
        ("With Northwire", ["Northwire"]),
        ("— With reporting by Coast Press and Northwire.", ["Coast Press", "Northwire"]),
        ("With files from The Coast Press", ["The Coast Press"]),
        ("With inputs from NW", ["NW"]),
        ("Additional sources • NW", ["NW"]),
        ("Additional sources: NW, Northwire", ["NW", "Northwire"]),
        ("Source: Northwire", ["Northwire"]),
        ("Agencies: NW, ANB", ["NW", "ANB"]),
        ("The Coast Press contributed to this report.", ["The Coast Press"]),
        ("Northwire and the Harbour Post contributed to this story", ["Northwire", "the Harbour Post"]),
        ("Coast Press writer Ida Holm contributed to this report.", ["Coast Press"]),
        ("This article was first published by the Harbour Post.", ["the Harbour Post"]),
        ("Originally published in The Harbour Post", ["The Harbour Post"]),
        # People are no outlets, and words of the article no credit.
        ("Ida Holm contributed to this report.", []),
        ("(Reporting by Ida Holm; Editing by Rolf Brandt)", []),
        ("It rained, said Ann Lee (Labour).", []),
        ("With Northwire ahead, the race is open.", []),
        ("The source: Ann Lee, who saw it all, said it rained.", []),
        ("He spoke of a source of Northwire.", []),
    ],
)
def test_closing(closing, credited):
    assert names(f"{BODY}\n\n{closing}") == credited


def test_middle_paragraphs_credit_nobody():
    assert names("\n\n".join(["One.", "Two.", "With Northwire", "Three.", "Four.", "Five.", "Six."])) == []


def test_hostile_paragraph_is_quick():
    assert names("A" + ", A B C" * 40 + "\n\n" + "With " + "A " * 140) == []
