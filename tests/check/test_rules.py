"""Every rule on its table of fixtures: where it must find something, and where it must not."""

import pytest

from sayso.check.check import findings
from sayso.check.config import Config
from sayso.check.draft import Draft
from sayso.check.records import Known
from sayso.check.rules import RULES
from sayso.extract.build import build
from sayso.records import Reading
from tests.check.tables import table

ALONE = [rule for rule in RULES if not rule.needs_ledger]


def found(rule, text, date=None):
    draft = Draft(Reading(build("draft", "draft", text, published=date), (), ()))
    return [
        finding.rule
        for finding in findings(draft, Known(), Config(enable=frozenset({rule.id})))
        if finding.rule == rule.id
    ]


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.id)
def test_finds_what_it_is_for(rule):
    rows = table(rule.id)
    assert [text for text in rows["found"] if not found(rule, text, rows.get("date"))] == []


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.id)
def test_is_silent_otherwise(rule):
    rows = table(rule.id)
    assert [text for text in rows["silent"] if found(rule, text, rows.get("date"))] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_has_enough_fixtures(rule):
    rows = table(rule.id)
    assert len(rows["found"]) >= 30
    assert len(rows["silent"]) >= 60
    assert not set(rows["found"]) & set(rows["silent"])
