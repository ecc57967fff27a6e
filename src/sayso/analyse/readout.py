"""The readout: what the model makes of whole statements, once it is settled where their parts stand."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.analyse.draft import Draft, Range
from sayso.analyse.model import Model
from sayso.analyse.pronouns import PRONOUNS
from sayso.analyse.tagger import Tagging, piece_spans
from sayso.analyse.windows import Tokens

Floats = NDArray[np.float32]


class Mention(NamedTuple):
    """A span that stands for somebody, beside the cue it goes with.

    `answers` is whether later mentions may go back to it: not to a pronoun, nor to the words of a cue.
    """

    span: Range
    cue: Range
    content: Range
    answers: bool


class Readout(NamedTuple):
    """For `S` mentions: probabilities of acts (S, 6) and kinds (S, 7), and scores of links (S, 1 + N + S).

    The first column of `links` stands for nobody, then come the names, then the mentions.
    """

    acts: Floats
    kinds: Floats
    links: Floats


def mentions_of(text: str, drafts: Sequence[Draft]) -> list[Mention]:
    """One mention of each draft's speaker (its cue or content where there is none), then one of each carrier."""
    speakers = [_mention(text, draft, draft.cited or draft.source or draft.subject) for draft in drafts]
    return speakers + [_mention(text, draft, carrier) for draft in drafts for carrier in carriers_of(draft)]


def carriers_of(draft: Draft) -> tuple[Range, ...]:
    """Who carried the statement, outermost first: a source that cites another is one of them."""
    return (draft.source, *draft.carriers) if draft.cited and draft.source else draft.carriers


def _mention(text: str, draft: Draft, span: Range | None) -> Mention:
    cue = draft.cue or draft.content[0]
    answers = span is not None and text[span.start : span.end].casefold() not in PRONOUNS
    return Mention(span or cue, cue, draft.content[0], answers)


def read_out(model: Model, tokens: Tokens, tagging: Tagging, mentions: Sequence[Mention]) -> Readout:
    """Run the readout over the mentions of one article."""
    sources = [mention.span for mention in mentions]
    spans = {
        "cues": [mention.cue for mention in mentions],
        "contents": [mention.content for mention in mentions],
        "sources": sources,
        "names": [*(name.span for name in tagging.names), *sources],
    }
    inputs = {key: piece_spans(tokens, values) for key, values in spans.items()}
    acts, kinds, links = model.readout.run(None, {"state": tagging.state, **inputs})
    return Readout(_probabilities(acts), _probabilities(kinds), links)


def _probabilities(scores: Floats) -> Floats:
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Floats = shifted / shifted.sum(axis=1, keepdims=True)
    return result
