import numpy as np
import pytest

from sayso.analyse.acts import acts
from sayso.analyse.draft import Draft, Range
from sayso.records import Act

ORDER = list(Act)


def read(cue, content, **probabilities):
    """The act of a statement, given what the model holds likely of it; the rest goes to *says*."""
    scores = np.array([probabilities.get(act.value, 0.0) for act in ORDER])
    scores[ORDER.index(Act.SAYS)] += 1 - scores.sum()
    draft = Draft(None, Range(0, 1), (Range(0, len(content)),), 0.9, 0.9)
    return acts(content, [draft], [cue], scores[None], ORDER)[0][0].value


@pytest.mark.parametrize(
    ("cue", "content", "likely", "expected"),
    [
        ("denied", "that it rained", {}, "denies"),
        ("said", "it rained", {}, "says"),
        ("said", "it rained", {"denies": 0.6}, "denies"),
        ("said", "the mill had paid", {"denies": 0.4}, "denies"),
        ("said", "the mill had not paid", {"denies": 0.2}, "denies"),
        ("said", "the mill had paid", {"denies": 0.2}, "says"),
        ("said", "the mill had not paid", {"denies": 0.05}, "says"),
        ("also claimed", "that the mill had paid", {"denies": 0.9}, "says"),
        ("also claimed", "that the mill had not paid", {"denies": 0.9}, "denies"),
        ("has claimed", "otherwise", {"denies": 0.9}, "denies"),
        ("told reporters", "“It was the fog.”", {"questions": 0.9}, "says"),
        ("told reporters", "“Was it the fog?”", {"questions": 0.9}, "questions"),
        ("said", "“I am having lunch.”", {"declines": 0.9}, "says"),
        ("said", "“Not today.”", {"declines": 0.9}, "declines"),
        ("puzzled over", "the fog", {"questions": 0.9}, "questions"),
    ],
)
def test_the_act(cue, content, likely, expected):
    assert read(cue, content, **likely) == expected
