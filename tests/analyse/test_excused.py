"""What a refusal gives as its reason."""

import pytest

from sayso.analyse.draft import Draft, Range
from sayso.analyse.excused import excused
from sayso.analyse.sentences import Sentences


def _drafts(text: str, *parts: tuple[str, str, str, str | None]) -> list[Draft]:
    at = lambda words: Range(text.index(words), text.index(words) + len(words))
    return [
        Draft(at(who), at(cue), (at(content),), 0.9, 0.9, cited=at(cited) if cited else None)
        for who, cue, content, cited in parts
    ]


@pytest.mark.parametrize("refusal", ["declined to comment", "refused to say when", "declines any comment on it"])
def test_a_reason_is_no_source(refusal):
    text = f"An aide {refusal}, citing the audit."
    said = _drafts(
        text, ("An aide", refusal.split()[0], refusal, "the audit"), ("An aide", "citing", "the audit", None)
    )
    [left] = excused(text, said, Sentences.of(text, [Range(0, len(text))]))
    assert left.cited is None
    assert text[slice(*left.content[0])] == refusal


@pytest.mark.parametrize(
    "text",
    ["The Lark said it rained, citing the audit.", "An aide declined. The Lark said it rained, citing the audit."],
)
def test_who_is_cited_for_a_statement_is_a_source(text):
    said = _drafts(text, ("The Lark", "said", "it rained", "the audit"))
    assert excused(text, said, Sentences.of(text, [Range(0, len(text))])) == said
