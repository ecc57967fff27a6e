import pytest

from sayso.analyse.draft import Range
from sayso.analyse.speakers.names import entities
from sayso.analyse.speakers.whole import whole_names
from sayso.analyse.tagger import Name


def named(text, *names):
    """Names given as "kind:words", found in the order of the text."""
    found, at = [], 0
    for item in names:
        kind, words = item.split(":")
        start = text.index(words, at)
        at = start + len(words)
        found.append(Name(Range(start, at), kind))
    return entities(text, found)


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Ada Voss spoke. Voss left.", ["person:Ada Voss", "person:Voss"], ["Ada Voss"]),
        ("Voss spoke. Ada Voss left.", ["person:Voss", "person:Ada Voss"], ["Ada Voss"]),
        ("Ada Voss met Bela Orr.", ["person:Ada Voss", "person:Bela Orr"], ["Ada Voss", "Bela Orr"]),
        ("Ada Voss met Bela Voss.", ["person:Ada Voss", "person:Bela Voss"], ["Ada Voss", "Bela Voss"]),
        ("Dimitri Olenko, or Dmitri Olenko", ["person:Dimitri Olenko", "person:Dmitri Olenko"], ["Dimitri Olenko"]),
        ("A. Voss is Ada Voss.", ["person:A. Voss", "person:Ada Voss"], ["A. Voss"]),
        (
            "The Marrow Harbour Board met. The MHB voted. The Harbour Board left.",
            ["organization:Marrow Harbour Board", "organization:MHB", "organization:Harbour Board"],
            ["Marrow Harbour Board"],
        ),
        ("North Marrow and Marrow", ["place:North Marrow", "place:Marrow"], ["North Marrow", "Marrow"]),
        ("Orr and Orr Mills", ["person:Orr", "organization:Orr Mills"], ["Orr", "Orr Mills"]),
        ("Detective Inspector Ada Voss", ["person:Inspector Ada Voss"], ["Ada Voss"]),
        ("Ilk Pell spoke. Lord Pell left.", ["person:Ilk Pell", "person:Pell"], ["Ilk Pell", "Pell"]),
        ("Lord Ilk Pell spoke. Lord Pell left.", ["person:Ilk Pell", "person:Pell"], ["Ilk Pell"]),
        ("Cardinal reported it.", ["organization:Cardinal"], ["Cardinal"]),
        ("José Peña and Jose Pena", ["person:José Peña", "person:Jose Pena"], ["José Peña"]),
    ],
)
def test_names_that_stand_for_one(text, names, expected):
    assert [entity.name for entity in named(text, *names)] == expected


def test_a_bare_surname_goes_to_the_bearer_named_last():
    text = "Ada Voss spoke first. Bela Voss spoke next. Voss sat down."
    ada, bela = named(text, "person:Ada Voss", "person:Bela Voss", "person:Voss")
    assert ada.names == (0,)
    assert bela.names == (1, 2)


def test_aliases_are_the_other_names():
    (entity,) = named("Voss spoke. Ada Voss left. Ms Voss", "person:Voss", "person:Ada Voss", "person:Voss")
    assert entity.aliases == ("Voss",)


@pytest.mark.parametrize(
    ("text", "tagged", "expected"),
    [
        ("Ada Voss spoke.", ["person:oss"], ["Ada Voss"]),
        ("Her brother Paul Voss spoke.", ["person:Voss"], ["Paul Voss"]),
        ("Then Bishop Voss spoke.", ["person:Voss"], ["Voss"]),
        ("Dame Ada Voss - Petra's sister - spoke.", ["person:Dame Ada Voss - Petra"], ["Dame Ada Voss"]),
        ("Ada Voss spoke.", ["person:Ada V", "organization:oss"], ["Ada Voss"]),
    ],
)
def test_names_are_taken_in_full(text, tagged, expected):
    spans = [(kind, text.index(words), len(words)) for kind, words in (item.split(":") for item in tagged)]
    names = [Name(Range(start, start + length), kind) for kind, start, length in spans]
    assert [text[slice(*name.span)] for name in whole_names(text, names)] == expected


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Ada Voss left. Her brother, Paul, stayed.", ["Ada Voss", "Paul"], ["Ada Voss", "Paul Voss"]),
        ("Ada Voss left. Voss’s husband Paul stayed.", ["Ada Voss", "Voss", "Paul"], ["Ada Voss", "Paul Voss"]),
        ("Ada Voss met Ilk Orr. Ada’s mum, Rosa, stayed.", ["Ada Voss", "Ilk Orr", "Ada", "Rosa"], ["Ada Voss", "Ilk Orr", "Rosa Voss"]),
        ("Mr Ilk Orr met Ms Ada Voss. His sister, Rosa, left.", ["Ilk Orr", "Ada Voss", "Rosa"], ["Ilk Orr", "Ada Voss", "Rosa Orr"]),
        ("Ada Voss met her cousin, Paul.", ["Ada Voss", "Paul"], ["Ada Voss", "Paul"]),
        ("Ada Voss met the brother of Paul.", ["Ada Voss", "Paul"], ["Ada Voss", "Paul"]),
        ("Ada Voss left. Her husband, Paul, stayed. Mr Voss slept.", ["Ada Voss", "Paul", "Voss"], ["Ada Voss", "Paul Voss"]),
        ("Ilk Mol died. His widow, Rosa, stayed. Mol had drawn it.", ["Ilk Mol", "Rosa", "Mol"], ["Ilk Mol", "Rosa Mol"]),
    ],
)  # fmt: skip
def test_relatives_called_by_their_first_name(text, names, expected):
    assert [entity.name for entity in named(text, *(f"person:{name}" for name in names))] == expected


def test_a_relative_whom_the_model_missed():
    text = "His mum, Rosa, says so."
    assert [text[slice(*name.span)] for name in whole_names(text, [])] == ["Rosa"]
