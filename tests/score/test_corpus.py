"""The corpus keeps what its README says."""

from pathlib import Path

import pytest

from sayso.records import Act, Form, Kind, Stance, Status
from sayso.score.gold import stories

CORPUS = Path(__file__).parents[2] / "corpus"
PARTS = ("train", "dev", "more", "test")
STORIES = [story for part in PARTS for story in stories(CORPUS / part)]
WITH_STATUS = [story for part in ("train", "dev") for story in stories(CORPUS / part)]
_KINDS = {kind.value for kind in Kind} - {Kind.UNKNOWN}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_every_span_is_in_its_text_and_every_key_is_there(story):
    for row in story.statements:
        text = story.articles[row["article"]]["text"]
        assert row["content"]
        for words in (row["source"], row["cue"], *row["content"]):
            assert words is None or words in text
        assert all(text.count(words) == 1 for words in row["content"])
        assert {row["speaker"], *row["via"]} <= set(story.speakers)
        assert row["claim"] is None or row["claim"] in story.claims
        assert (row["claim"] is None) == (row["stance"] is None)
        assert Form(row["form"])
        assert Act(row["act"])
        assert row["stance"] is None or Stance(row["stance"])


@pytest.mark.parametrize("story", WITH_STATUS, ids=lambda story: story.name)
def test_every_claim_has_a_row_after_each_article_from_its_first_on(story):
    order = list(story.articles)
    assert {speaker["kind"] for speaker in story.speakers.values()} <= _KINDS
    assert all(Status(row["status"]) for row in story.status)
    for claim in story.claims:
        rows = [row["after"] for row in story.status if row["claim"] == claim]
        assert rows == order[order.index(rows[0]) :]


def test_no_story_is_in_two_parts():
    assert len({story.name for story in STORIES}) == len(STORIES)


@pytest.mark.parametrize("part", PARTS)
def test_the_readme_has_the_numbers(part):
    told = stories(CORPUS / part)
    words = sum(len(article["text"].split()) for story in told for article in story.articles.values())
    counts = [
        len(told),
        sum(len(story.articles) for story in told),
        words,
        *(sum(len(getattr(s, name)) for s in told) for name in ("speakers", "statements", "claims", "status")),
    ]
    line = f"| `{part}/` | " + " | ".join(f"{count:,}" for count in counts) + " |"
    assert line in (CORPUS / "README.md").read_text(encoding="utf-8")
