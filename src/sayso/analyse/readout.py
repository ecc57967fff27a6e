"""The readout: what the model makes of whole statements, once it is settled where their parts stand."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.analyse.draft import Draft, Range
from sayso.analyse.model import Model
from sayso.analyse.tagger import Name, Tagging, piece_spans
from sayso.analyse.windows import Tokens

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that stands for somebody, beside the cue it goes with."""

    span: Range
    cue: Range
    content: Range


@dataclass(frozen=True, slots=True)
class Readout:
    """Probabilities for `S` mentions: acts of their statements (S, 6), kinds (S, 7), and links (S, 1 + N) to N names.

    The first column of `links` stands for no name.
    """

    acts: Floats
    kinds: Floats
    links: Floats


def mentions_of(drafts: Sequence[Draft]) -> list[Mention]:
    """One mention of each draft's speaker (its cue or content where there is none), then one of each carrier."""
    first = [
        _mention(draft, draft.cited or draft.source or draft.subject or draft.cue or draft.content[0])
        for draft in drafts
    ]
    return first + [_mention(draft, carrier) for draft in drafts for carrier in carriers_of(draft)]


def carriers_of(draft: Draft) -> tuple[Range, ...]:
    """Who carried the statement, outermost first: a source that cites another is one of them."""
    return (draft.source, *draft.carriers) if draft.cited and draft.source else draft.carriers


def _mention(draft: Draft, span: Range) -> Mention:
    return Mention(span, draft.cue or draft.content[0], draft.content[0])


def read_out(model: Model, tokens: Tokens, tagging: Tagging, mentions: Sequence[Mention]) -> Readout:
    """Run the readout over the mentions of one article."""
    names = _names(tagging.names)
    spans = {
        "cues": [mention.cue for mention in mentions],
        "contents": [mention.content for mention in mentions],
        "sources": [mention.span for mention in mentions],
        "names": names,
    }
    inputs = {key: piece_spans(tokens, values) for key, values in spans.items()}
    acts, kinds, links = model.readout.run(None, {"state": tagging.state, **inputs})
    return Readout(_probabilities(acts), _probabilities(kinds), _probabilities(links[:, : 1 + len(tagging.names)]))


def _names(names: Sequence[Name]) -> list[Range]:
    """The spans of the names; one of no meaning where there are none, since a graph takes no empty input."""
    return [name.span for name in names] or [Range(0, 1)]


def _probabilities(scores: Floats) -> Floats:
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Floats = shifted / shifted.sum(axis=1, keepdims=True)
    return result
