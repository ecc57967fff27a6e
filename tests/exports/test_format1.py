import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sayso.exports import format1
from sayso.records import (
    Act,
    Article,
    Credit,
    Form,
    Kind,
    Note,
    NoteKind,
    Reading,
    Said,
    Span,
    Speaker,
    Statement,
)
from tests.fakes import analyse

VALIDATOR = Draft202012Validator(format1.schema())

STATEMENT = Statement(
    id="s1",
    form=Form.DIRECT,
    act=Act.DENIES,
    source=Span("She", 0, 3),
    cue=Span("denied", 4, 10),
    content=(Span("it", 11, 13), Span("all", 14, 17)),
    speaker="p1",
    via=("p2",),
    said=Said("2025-06-09", "on Monday", 18, 27),
    hedged=False,
    confidence=0.5,
    candidates=("Olive Tarn", "Tarn Bay"),
)
READING = Reading(
    article=Article(
        id="a1",
        url="file:///a.txt",
        text="She denied it all on Monday.",
        outlet="The Clarion",
        title="Mayor denies deal",
        byline="Ada Brook",
        published="2025-06-09",
        updated="2025-06-10",
        language="en",
        credits=(Credit("Insular Press", 0, 3),),
        notes=(Note(NoteKind.CORRECTION, "She", 0, 3),),
    ),
    speakers=(
        Speaker("p1", "Olive Tarn", Kind.PERSON, ("Tarn", "the mayor")),
        Speaker("p2", "an aide", Kind.UNNAMED, heard_by="The Clarion", anonymity=Span("on Monday", 18, 27)),
    ),
    statements=(STATEMENT,),
)


def test_every_key_in_its_order():
    assert format1.dumps(READING) == json.dumps(
        {
            "sayso": 1,
            "article": {
                "id": "a1",
                "url": "file:///a.txt",
                "outlet": "The Clarion",
                "title": "Mayor denies deal",
                "byline": "Ada Brook",
                "published": "2025-06-09",
                "updated": "2025-06-10",
                "language": "en",
                "text": "She denied it all on Monday.",
                "credits": [{"name": "Insular Press", "start": 0, "end": 3}],
                "notes": [{"kind": "correction", "text": "She", "start": 0, "end": 3}],
            },
            "speakers": [
                {
                    "id": "p1",
                    "name": "Olive Tarn",
                    "kind": "person",
                    "aliases": ["Tarn", "the mayor"],
                    "heard_by": None,
                    "anonymity": None,
                },
                {
                    "id": "p2",
                    "name": "an aide",
                    "kind": "unnamed",
                    "aliases": [],
                    "heard_by": "The Clarion",
                    "anonymity": {"text": "on Monday", "start": 18, "end": 27},
                },
            ],
            "statements": [
                {
                    "id": "s1",
                    "form": "direct",
                    "act": "denies",
                    "source": {"text": "She", "start": 0, "end": 3},
                    "cue": {"text": "denied", "start": 4, "end": 10},
                    "content": [{"text": "it", "start": 11, "end": 13}, {"text": "all", "start": 14, "end": 17}],
                    "speaker": "p1",
                    "via": ["p2"],
                    "said": {"date": "2025-06-09", "text": "on Monday", "start": 18, "end": 27},
                    "hedged": False,
                    "confidence": 0.5,
                    "candidates": ["Olive Tarn", "Tarn Bay"],
                }
            ],
        }
    )


def test_schema_is_a_schema():
    Draft202012Validator.check_schema(format1.schema())


def with_statement(**changes):
    return replace(READING, statements=(replace(STATEMENT, **changes),))


@pytest.mark.parametrize(
    "reading",
    [
        READING,
        Reading(Article("a1", "u", "x"), (), ()),
        with_statement(source=None, cue=None, said=None, via=()),
        *(with_statement(form=form) for form in Form),
        *(with_statement(act=act) for act in Act),
        *(replace(READING, speakers=(Speaker("p1", "x", kind),)) for kind in Kind),
        *(replace(READING, article=replace(READING.article, notes=(Note(kind, "x", 0, 1),))) for kind in NoteKind),
    ],
)
def test_every_output_is_valid(reading):
    VALIDATOR.validate(format1.to_json(reading))


def objects(value):
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(child)


def test_no_object_may_lack_a_key_or_have_another():
    whole = format1.to_json(READING)
    for one in list(objects(whole)):
        one["more"] = 1
        assert not VALIDATOR.is_valid(whole)
        del one["more"]
        for key, value in list(one.items()):
            del one[key]
            assert not VALIDATOR.is_valid(whole), key
            one[key] = value
    VALIDATOR.validate(whole)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_one_line_without_controls_and_comes_back(text):
    line = format1.dumps(analyse(Article("a1", "u", f'{text} "It rained," said Ann Lee.')))
    assert len(line.splitlines()) == 1
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in line)
    loaded = json.loads(line)
    VALIDATOR.validate(loaded)
    for statement in loaded["statements"]:
        for span in (statement["source"], statement["cue"], *statement["content"]):
            assert loaded["article"]["text"][span["start"] : span["end"]] == span["text"]


def test_indent():
    assert json.loads(format1.dumps(READING, indent=2)) == format1.to_json(READING)
    assert format1.dumps(READING, indent=2).startswith('{\n  "sayso": 1,\n')
