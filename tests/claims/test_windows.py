"""Articles as word pieces in which statements have their places."""

from dataclasses import replace
from importlib.resources import files

from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from sayso.claims.models import EMBEDDER
from sayso.claims.windows import PIECES, windows
from sayso.records import Span
from tests.claims.entries import article, entry

TOKENIZER = Tokenizer.from_str((files("sayso") / "models" / EMBEDDER / "tokenizer.json").read_text(encoding="utf-8"))
TOKENIZER.no_truncation()
TOKENIZER.no_padding()
TEXT = "The mayor met the miners on Monday. “We shook hands,” Orla Venn said. Her office would not say where."


def words(window, places):
    return TOKENIZER.decode([window.ids[i] for i in places])


def test_a_statement_has_the_pieces_of_its_content_and_of_its_sentence():
    where = article("a1", "Courier", text=TEXT)
    [window] = windows(where, [entry(where, "Venn", "“We shook hands,”").statement], TOKENIZER)
    [content], [sentence] = window.contents, window.sentences
    assert words(window, content) == "“ we shook hands, ”"
    assert words(window, sentence) == "“ we shook hands, ” orla venn said."
    assert [i for i, inside in enumerate(window.inside) if inside] == content


def test_the_headline_stands_before_the_text_and_is_inside_no_statement():
    where = article("a1", "Courier", text=TEXT)
    titled = replace(where, title="Mayor shakes hands")
    [plain] = windows(where, [entry(where, "Venn", "We shook").statement], TOKENIZER)
    [window] = windows(titled, [entry(titled, "Venn", "We shook").statement], TOKENIZER)
    assert len(window.ids) == len(plain.ids) + 3
    assert words(window, range(5)).startswith("mayor shakes hands")
    assert not any(window.inside[:5])


def test_without_statements_there_is_nothing_to_see():
    assert windows(article("a1", "Courier", text=TEXT), [], TOKENIZER) == []


def test_a_far_cue_leaves_no_statement_without_pieces():
    text = "Orla Venn said this. " + "The rain fell on the town. " * 300 + "It was a lie."
    where = article("a1", "Courier", text=text)
    said = entry(where, "Venn", "It was a lie").statement
    far = replace(said, cue=Span("said", 10, 14))
    [window] = windows(where, [far], TOKENIZER)
    assert words(window, window.contents[0]) == "it was a lie"
    assert window.sentences == window.contents


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["rain", "The", "“well”", "mayor.", "unfathomable", "–", "\n\n", "12,400"]), min_size=1, max_size=2500),
       st.lists(st.tuples(st.floats(0, 1), st.integers(1, 200)), min_size=1, max_size=12))  # fmt: skip
def test_each_statement_is_seen_once_with_what_stands_before_it(some, places):
    text = " ".join(some) + " end"
    where = article("a1", "Courier", text=text)
    at = [min(int(share * len(text)), len(text) - 1) for share, _ in places]
    said = [
        entry(where, "Venn", text[start : start + length]).statement
        for start, (_, length) in zip(at, places, strict=True)
    ]
    made = windows(where, said, TOKENIZER)
    assert sorted(number for window in made for number in window.numbers) == list(range(len(said)))
    for window in made:
        assert len(window.ids) == len(window.inside) <= PIECES
        assert len(window.contents) == len(window.sentences) == len(window.numbers)
        for own in (*window.contents, *window.sentences):
            assert own
            assert 0 < min(own) <= max(own) < len(window.ids) - 1


def test_in_a_long_article_a_quarter_of_the_window_stands_before_a_statement():
    text = "The rain fell on the town. " * 400 + "It was a lie. " + "The rain fell on the town. " * 400
    where = article("a1", "Courier", text=text)
    [window] = windows(where, [entry(where, "Venn", "It was a lie").statement], TOKENIZER)
    assert len(window.ids) == PIECES
    assert PIECES / 4 - 5 < window.contents[0][0] < 3 * PIECES / 4
