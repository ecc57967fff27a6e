"""What counts as an attribution, by the scores of a model that a test makes up."""

from types import SimpleNamespace

import numpy as np
import pytest

from sayso.analyse.model import Model
from sayso.analyse.tagger import Tagger

TEXT = "Ada said it rained"
ADA, SAID, IT, RAINED = range(4)
SOURCE, BEGIN, END = ("S-source", "B-content", "E-content")


def tagged(cue, roles):
    """The attributions where the model scores *said* so as a cue, and words around it so in their roles."""
    real = Model.load()
    of_roles, of_cues = (real.config[key] for key in ("role_labels", "cue_labels"))
    scores = np.full((1, 4, len(of_roles)), -9, np.float32)
    scores[..., 0] = 0
    for (word, label), score in roles.items():
        scores[0, word, of_roles.index(label)] = score
    arguments = SimpleNamespace(run=lambda _, inputs: [scores[[0] * len(inputs["cues"])]])
    model = SimpleNamespace(config=real.config, tokenizer=real.tokenizer, arguments=arguments)
    as_cue = np.zeros((4, len(of_cues)), np.float32)
    as_cue[:, 0] = 9
    as_cue[SAID] = [0, -9, -9, -9, cue]
    tagger = Tagger(model)
    tokens = tagger.tokenize(TEXT)
    seen = (as_cue, np.zeros((4, len(real.config["name_labels"])), np.float32), np.zeros((4, 1), np.float32))
    return [
        (
            TEXT[slice(*one.cue)],
            [TEXT[slice(*span)] for span in one.source],
            [TEXT[slice(*span)] for span in one.content],
        )
        for one in tagger.tag(tokens, [seen]).attributions
    ]


def around(content, source=9.0):
    return {(ADA, SOURCE): source, (IT, BEGIN): content, (RAINED, END): content}


ALL = [("said", ["Ada"], ["it rained"])]


@pytest.mark.parametrize(
    ("cue", "roles", "found"),
    [
        (5.0, around(9.0), ALL),
        (-0.5, around(9.0), ALL),
        (-0.5, around(2.0), []),
        (-0.5, around(9.0, source=-9.0), []),
        (-1.5, around(9.0), []),
    ],
    ids=["a cue", "nearly one", "its content is not clear", "it has no source", "no cue at all"],
)
def test_what_is_nearly_a_cue_is_one_beside_a_source_and_clear_content(cue, roles, found):
    assert tagged(cue, roles) == found


@pytest.mark.parametrize(
    ("cue", "roles", "content"),
    [
        (5.0, around(-1.0), ["it rained"]),
        (5.0, around(-3.0), []),
        (1.0, around(-1.0), []),
        (5.0, around(-1.0, source=-9.0), []),
    ],
    ids=["likely content", "hardly any", "the cue is not sure", "there is no source"],
)
def test_a_sure_cue_with_a_source_has_the_likeliest_content(cue, roles, content):
    ((_, _, found),) = tagged(cue, roles)
    assert found == content
