"""Versions are read by hand here: what counts is the comparison."""

from dataclasses import replace

import pytest

from sayso.extract.notes import notes
from sayso.ledger.diff import Kind, Mark, diff, note_mark
from sayso.ledger.records import Stored
from sayso.records import Act, Article, Form, Made, Reading, Span, Speaker, Statement
from sayso.records import Kind as SpeakerKind

MINISTER = "the ferry will not sail before the first of May"


def statement(text, content, source="", cue="", act=Act.SAYS, hedged=False):
    def span(words):
        return Span(words, text.index(words), text.index(words) + len(words)) if words else None

    return Statement(
        id=f"s{text.index(content)}",
        form=Form.INDIRECT,
        act=act,
        source=span(source),
        cue=span(cue),
        content=(span(content),),
        speaker=source or "nobody",
        via=(),
        said=None,
        hedged=hedged,
        confidence=1.0,
    )


def version(text, *statements, number=1):
    names = {one.speaker for one in statements}
    speakers = tuple(Speaker(name, name, SpeakerKind.PERSON) for name in sorted(names))
    reading = Reading(Article("a", "https://a.example/", text, notes=notes(text)), speakers, statements)
    return Stored(reading, Made("m", "1"), version=number, at="2026", speakers={name: name for name in names})


OLD_TEXT = f"Anna Brook said {MINISTER}. It rained."
OLD = version(OLD_TEXT, statement(OLD_TEXT, MINISTER, "Anna Brook", "said"))


def changes(new_text, *statements, old=OLD):
    return [(c.kind, c.marks) for c in diff(old, version(new_text, *statements, number=2)).changes]


def test_what_only_moved_has_not_changed():
    text = f"It rained.\n\nAnna Brook said {MINISTER}."
    assert changes(text, statement(text, MINISTER, "Anna Brook", "said")) == []


def test_added_and_removed():
    text = "Tom Reed said nobody would pay for it. It rained."
    new = statement(text, "nobody would pay for it", "Tom Reed", "said")
    assert changes(text, new) == [(Kind.ADDED, ()), (Kind.REMOVED, ())]


def test_reworded():
    words = MINISTER.replace("the first", "the tenth")
    text = f"Anna Brook said {words}."
    assert changes(text, statement(text, words, "Anna Brook", "said")) == [(Kind.REWORDED, ())]


def test_another_cue_is_reworded():
    text = f"Anna Brook claimed {MINISTER}."
    assert changes(text, statement(text, MINISTER, "Anna Brook", "claimed")) == [(Kind.REWORDED, ())]


def test_attribution_removed():
    assert changes(f"{MINISTER.capitalize()}. It rained.") == [(Kind.REMOVED, (Mark.ATTRIBUTION_REMOVED,))]


def test_attribution_added():
    bare = version(f"{MINISTER.capitalize()}. It rained.")
    text = OLD_TEXT
    new = statement(text, MINISTER, "Anna Brook", "said")
    assert changes(text, new, old=bare) == [(Kind.ADDED, (Mark.ATTRIBUTION_ADDED,))]


def test_denial_added():
    text = OLD_TEXT + " Tom Reed denied that anybody had asked."
    denial = statement(text, "that anybody had asked", "Tom Reed", "denied", act=Act.DENIES)
    same = statement(text, MINISTER, "Anna Brook", "said")
    assert changes(text, same, denial) == [(Kind.ADDED, (Mark.DENIAL_ADDED,))]


@pytest.mark.parametrize(
    ("changed", "mark"),
    [
        ({"act": Act.DENIES}, Mark.DENIAL_ADDED),
        ({"act": Act.CONFIRMS}, Mark.ACT_CHANGED),
        ({"hedged": True}, Mark.HEDGE_ADDED),
        ({"speaker": "Tom Reed"}, Mark.SPEAKER_CHANGED),
    ],
)
def test_turns_are_named_both_ways(changed, mark):
    old = statement(OLD_TEXT, MINISTER, "Anna Brook", "said")
    new = replace(old, **changed)
    assert changes(OLD_TEXT, new) == [(Kind.REWORDED, (mark,))]
    back = {Mark.DENIAL_ADDED: Mark.DENIAL_REMOVED, Mark.HEDGE_ADDED: Mark.HEDGE_REMOVED}.get(mark, mark)
    assert changes(OLD_TEXT, old, old=version(OLD_TEXT, new)) == [(Kind.REWORDED, (back,))]


def test_added_notes_are_named():
    text = OLD_TEXT + "\n\nCorrection: the ferry is the Alba."
    found = diff(OLD, version(text, statement(text, MINISTER, "Anna Brook", "said")))
    assert [note_mark(note) for note in found.notes] == ["correction note added"]
    assert diff(found.after, found.after).notes == ()
