"""Marked stories: what stands between the marks is the text, and each mark says where its statement is."""

import pytest

from training.gold_stories import CORPUS
from training.marked_stories import HELD, MARKED, marked_stories, marked_story

STORY = """\
# reservoir-key

key: The key of the sluice was missing on the night of the flood.
call: Warden Ilse Torm called the mayor that night.

## The Dale Post | 2027-03-04T08:00:00+00:00 | Who had the key?

[[key+|says|Warden Ilse Torm|“The hook was empty,”]] Warden Ilse Torm said. [[&|“I looked twice.”]]

The mayor [[call-|says|Mayor Abel Roke|slept until seven, with his telephone in the kitchen]], he said. He [[0|says|Mayor Abel Roke|thanked the firemen]].
"""


def written(folder, text):
    path = folder / "reservoir-key.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_story_is_its_text_without_marks_and_its_statements_with_labels(tmp_path):
    story = marked_story(written(tmp_path, STORY))
    [article] = story.articles
    assert article.text.startswith("“The hook was empty,” Warden Ilse Torm said. “I looked twice.”\n\nThe mayor slept")
    assert (article.outlet, article.title) == ("The Dale Post", "Who had the key?")
    first, second, third = story.entries
    assert [piece.text for piece in first.statement.content] == ["“The hook was empty,”", "“I looked twice.”"]
    assert all(article.text[p.start : p.end] == p.text for e in story.entries for p in e.statement.content)
    assert second.speaker.name == "Mayor Abel Roke"
    assert [(label.claim, label.stance) for label in story.labels] == [
        ("key", "affirms"),
        ("call", "denies"),
        (None, None),
    ]
    assert third.statement.act == "says"
    assert list(story.glosses) == ["key", "call"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[[key+|", "[[lock+|", "has lock\\+, which is no claim"),
        ("[[call-|", "[[call|", "has call, which is no claim"),
        ("|thanked the firemen]]", "|thanked [[the firemen]]", "a mark that is none"),
        ("[[key+|says|Warden Ilse Torm|“The", "[[&|“The", "goes on with a statement before there is one"),
        ("[[0|says|", "[[0|hums|", "hums"),
    ],
)
def test_what_is_marked_wrongly_is_told_with_its_place(tmp_path, old, new, words):
    assert old in STORY
    with pytest.raises(ValueError, match=words):
        marked_story(written(tmp_path, STORY.replace(old, new)))


@pytest.mark.parametrize("folder", [MARKED, HELD], ids=lambda folder: folder.name)
def test_the_readme_has_the_numbers_of_marked_stories(folder):
    told = marked_stories(folder)
    counts = [
        len(told),
        sum(len(story.articles) for story in told),
        sum(len(article.text.split()) for story in told for article in story.articles),
        sum(len({entry.speaker.name for entry in story.entries}) for story in told),
        sum(len(story.entries) for story in told),
        sum(len(story.glosses) for story in told),
        0,
    ]
    line = f"| `marked/{folder.name}/` | " + " | ".join(f"{count:,}" for count in counts) + " |"
    assert line in (CORPUS / "README.md").read_text(encoding="utf-8")


def test_the_marked_stories_of_the_project_can_be_read_and_none_is_both_trained_on_and_held_back():
    trained, held = marked_stories(MARKED), marked_stories(HELD)
    assert len(trained) > 5 * len(held) > 0
    assert not {story.name for story in trained} & {story.name for story in held}
    assert all(len(story.glosses) >= 3 and len(story.entries) >= 20 for story in (*trained, *held))
