from hypothesis import given
from hypothesis import strategies as st

from sayso.exports.segments import Mark, marks, segments
from tests.exports.readings import every, trade

TEXT_LENGTH = 30


def all_marks() -> st.SearchStrategy[list[Mark]]:
    edge = st.integers(0, TEXT_LENGTH)
    role = st.sampled_from(["source", "cue", "content"])
    return st.lists(st.builds(Mark, st.integers(0, 5), role, edge, edge), max_size=12)


@given(edges=st.sets(st.integers(0, TEXT_LENGTH)), given_marks=all_marks())
def test_segments_follow_on_and_carry_the_marks_that_cover_them(edges: set[int], given_marks: list[Mark]) -> None:
    cut = list(segments(edges, given_marks))
    places = [place for segment in cut for place in range(segment.start, segment.end)]
    assert places == list(range(min(edges, default=0), max(edges, default=0)))
    assert edges <= {segment.start for segment in cut} | {max(edges, default=0)}
    for segment in cut:
        for place in range(segment.start, segment.end):
            covering = {mark for mark in given_marks if mark.start <= place < mark.end}
            assert set(segment.marks) == covering


def test_no_marks_are_one_segment() -> None:
    assert [(s.start, s.end, s.marks) for s in segments((3, 9), [])] == [(3, 9, ())]
    assert list(segments((3, 3), [])) == []
    assert list(segments((), [])) == []


def test_innermost_comes_first() -> None:
    outer, inner = Mark(0, "content", 0, 10), Mark(1, "content", 2, 8)
    cue = Mark(2, "cue", 2, 9)
    assert next(segments((3, 4), [outer, inner, cue])).marks == (cue, inner, outer)


def test_every_part_of_every_statement_is_marked() -> None:
    statements = trade().statements
    found = {(mark.statement, mark.role, mark.start, mark.end) for mark in marks(statements)}
    for place, statement in enumerate(statements):
        assert {(place, "content", piece.start, piece.end) for piece in statement.content} <= found
        assert statement.cue is None or (place, "cue", statement.cue.start, statement.cue.end) in found
        assert statement.source is None or (place, "source", statement.source.start, statement.source.end) in found


def test_the_hand_made_readings_are_pinned() -> None:
    for reading in every():
        for statement in reading.statements:
            for span in (statement.source, statement.cue, *statement.content):
                assert span is None or reading.article.text[span.start : span.end] == span.text
