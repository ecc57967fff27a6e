import copy
import json

import pytest
from click.testing import CliRunner

from sayso.cli import main
from sayso.score.figures import b_cubed
from sayso.score.gold import stories
from sayso.score.match import pairs, same_speaker
from tests.score.world import GOLD, PERFECT, READ_LINE, TEXT, laid_out


@pytest.fixture
def place(tmp_path):
    return laid_out(tmp_path)


def run(*arguments):
    return CliRunner().invoke(main, ["score", *map(str, arguments)])


def shares(place, export):
    (place / "read.json").write_text(json.dumps(export), encoding="utf-8")
    done = run(place / "story", place / "read.json", "--json")
    assert done.exit_code == 0, done.output
    return {figure["name"]: figure["share"] for figure in json.loads(done.stdout)["figures"]}


def test_what_is_right_in_all_has_full_marks(place):
    assert set(shares(place, PERFECT).values()) <= {1.0, None}


@pytest.mark.parametrize(
    ("part", "wrong", "figure"),
    [
        (("statements", 0, "speaker"), "p2", "speaker"),
        (("statements", 0, "act"), "denies", "act"),
        (("statements", 0, "via"), ["p2"], "carriers"),
        (("statements", 0, "said"), None, "date, where there is one"),
        (("statements", 1, "content", 0, "end"), 45, "statements found"),
        (("claims", 0, "positions", 0, "stance"), "denies", "stance, in a claim"),
        (("claims", 0, "history", 0, "status"), "denied", "status after each article"),
        (("claims", 0, "history", 0, "origins"), 2, "independent origins"),
    ],
)
def test_what_is_wrong_costs_its_figure(place, part, wrong, figure):
    export = copy.deepcopy(PERFECT)
    at = export
    for key in part[:-1]:
        at = at[key]
    at[part[-1]] = wrong
    assert shares(place, export)[figure] < 1


def test_claims_that_fall_apart_cost_recall(place):
    export = copy.deepcopy(PERFECT)
    export["claims"].append({**export["claims"][0], "id": "c2", "positions": [export["claims"][0]["positions"].pop()]})
    assert shares(place, export)["claims, B-cubed"] < 1


def test_readings_alone_are_scored_without_claims(place):
    (place / "read.jsonl").write_text(json.dumps(READ_LINE) + "\n", encoding="utf-8")
    done = run(place / "story", place / "read.jsonl")
    assert done.exit_code == 0, done.output
    assert "right in every part            100.0  (2 of 2)" in done.stdout
    assert "claims" not in done.stdout


def test_a_folder_has_a_file_for_each_story(place):
    (place / "out").mkdir()
    missing = run(place, place / "out")
    assert missing.exit_code == 1
    assert "there is no story.json" in missing.stderr
    (place / "out" / "story.json").write_text(json.dumps(PERFECT), encoding="utf-8")
    assert run(place, place / "out").exit_code == 0


def test_misses_are_listed(place):
    export = copy.deepcopy(PERFECT)
    export["statements"].pop()
    export["statements"][0]["act"] = "denies"
    (place / "read.json").write_text(json.dumps(export), encoding="utf-8")
    lines = run(place / "story", place / "read.json", "--misses").stdout.splitlines()
    assert lines[0].startswith("story/a1: wrong in act: tresk [said]")
    assert lines[1].startswith("story/a1: missed rosk [denied]")


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("gold.json", "{}", "it lacks speakers, claims, statements, status"),
        ("gold.json", "[]", "it is not a JSON object"),
        ("gold.json", "{", "it is not JSON"),
        ("articles.jsonl", "{}\n{\n", "line 2"),
        ("articles.jsonl", "\n", "statements of articles that are not there"),
    ],
)
def test_broken_gold_is_named(place, name, content, problem):
    if problem == "line 2":
        content = content.replace("{}", json.dumps({"id": "a1"}))
    (place / "story" / name).write_text(content, encoding="utf-8")
    (place / "read.json").write_text(json.dumps(PERFECT), encoding="utf-8")
    done = run(place / "story", place / "read.json")
    assert done.exit_code == 1
    assert problem in done.stderr


def test_something_else_is_named(place):
    (place / "read.json").write_text('{"articles": []}', encoding="utf-8")
    done = run(place / "story", place / "read.json")
    assert done.exit_code == 1
    assert "neither an export nor readings" in done.stderr


def test_b_cubed_by_hand():
    figure = b_cubed("", [("a", "1"), ("a", "1"), ("a", "2"), ("b", "2")])
    assert figure.precision == pytest.approx(0.75)
    assert figure.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


def test_a_statement_is_in_one_pair():
    gold = GOLD["statements"][0]
    found = PERFECT["statements"][0]
    assert pairs([gold, gold], [found], TEXT) in ([(0, 0)], [(1, 0)])


def test_an_unnamed_speaker_is_known_by_a_word():
    gold = {"kind": "unnamed", "name": "two officials at the port"}
    assert same_speaker(gold, {"kind": "unnamed", "name": "port officials"})
    assert not same_speaker(gold, {"kind": "unnamed", "name": "a diplomat"})
    assert not same_speaker(gold, {"kind": "group", "name": "two officials at the port"})


def test_stories_are_found_below_a_folder(place):
    assert [story.name for story in stories(place)] == ["story"]
