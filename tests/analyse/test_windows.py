from hypothesis import given
from hypothesis import strategies as st

from sayso.analyse.windows import tokenize


class Characters:
    """A tokenizer that makes each character a piece."""

    def encode(self, text, add_special_tokens):
        self.ids = self.word_ids = list(range(len(text)))
        self.offsets = [(i, i + 1) for i in range(len(text))]
        return self


def shape(char):
    if char > "\uffff":
        return 0
    return 3 if char.isdigit() else int(char.isupper())


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_shape_is_that_of_the_character(text):
    assert tokenize(text, Characters()).shapes.tolist() == [shape(char) for char in text]
