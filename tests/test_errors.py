import copy
import pickle

import pytest

from sayso import errors
from sayso.errors import BadLine, ModelError, SaysoError, SourceError


def below(kind):
    return [kind, *(leaf for child in kind.__subclasses__() for leaf in below(child))]


def example(kind):
    return BadLine("news/a.jsonl", 7, "it is odd") if kind is BadLine else kind("news/a.jsonl", "it is odd")


@pytest.mark.parametrize("kind", below(SourceError))
def test_source_error_is_one_sentence_about_something(kind):
    error = example(kind)
    assert (error.where, error.problem) == ("news/a.jsonl", "it is odd")
    assert str(error) == ("news/a.jsonl, line 7: it is odd" if kind is BadLine else "news/a.jsonl: it is odd")


def test_model_error_is_one_sentence_about_a_model():
    error = ModelError("models/tagger_v1_1", "it is missing")
    assert str(error) == "model models/tagger_v1_1: it is missing"


@pytest.mark.parametrize("kind", [*below(SourceError), ModelError])
@pytest.mark.parametrize("again", [copy.copy, lambda error: pickle.loads(pickle.dumps(error))])
def test_errors_survive_a_copy(kind, again):
    error = again(example(kind))
    assert type(error) is kind
    assert str(error) == str(example(kind))
    assert vars(error) == vars(example(kind))


def test_all_errors_have_one_base_and_a_docstring():
    for kind in vars(errors).values():
        if isinstance(kind, type):
            assert issubclass(kind, SaysoError)
            assert kind.__doc__
