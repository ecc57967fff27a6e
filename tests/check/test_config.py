import pytest

from sayso.check import config
from sayso.check.config import Config
from sayso.check.records import Severity
from sayso.check.rules import RULES
from sayso.errors import ConfigError

RULE = next(rule for rule in RULES if rule.id == "B003")


def written(tmp_path, text):
    path = tmp_path / "sayso.toml"
    path.write_text(text)
    return path


def test_what_it_may_say(tmp_path):
    text = """
        [check]
        enable = ["B003"]
        disable = ["E003"]
        fail-on = "warning"
        ledger = "news.db"
        outlet = "The Clarion"
        severity = {B003 = "error"}
        allow = {C002 = ["familiar with the matter"]}
    """
    found = config.load(written(tmp_path, text))
    assert found.ledger == str(tmp_path / "news.db")
    assert found.outlet == "The Clarion"
    assert found.runs(RULE)
    assert found.severity_of(RULE) is Severity.ERROR
    assert [found.fails(severity) for severity in Severity] == [True, True, False]
    assert found.allow["C002"] == ("familiar with the matter",)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[check]\nenabel = []", "no key 'enabel'"),
        ('[check]\nenable = ["B999"]', "no rule 'B999'"),
        ('[check]\nfail-on = "often"', "'often'"),
        ('[check]\nseverity = {B003 = "high"}', "'high'"),
        ("[check", "it cannot be read"),
        ("check = 3", "sayso.toml"),
        ("[check]\nenable = 3", "sayso.toml"),
        ("[check]\nallow = 3", "sayso.toml"),
    ],
)
def test_what_it_may_not_say(tmp_path, text, problem):
    with pytest.raises(ConfigError, match=problem):
        config.load(written(tmp_path, text))


def test_the_nearest_one_holds(tmp_path):
    path, below = written(tmp_path, ""), tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert config.find(below) == path
    (tmp_path / "a" / "sayso.toml").write_text("")
    assert config.find(below) == tmp_path / "a" / "sayso.toml"


def test_the_command_line_has_the_last_word():
    own = Config(enable=frozenset({"B003"}), disable=frozenset({"E003"}))
    told = config.with_options(own, enable=["E003"], disable=["B003"], fail_on="never")
    assert (told.enable, told.disable) == ({"E003"}, {"B003"})
    assert not told.fails(Severity.ERROR)
    with pytest.raises(ConfigError, match="no rule 'B999'"):
        config.with_options(own, enable=["B999"])


def test_rules_that_were_not_measured_to_be_precise_are_off():
    figures = config.measured()["rules"]
    for rule in RULES:
        precision = figures.get(rule.id, {}).get("precision")
        assert Config().runs(rule) == (precision is not None and precision >= config.BARS[rule.severity])
