from pathlib import Path

from sayso.check.page import page
from sayso.check.rules import RULES

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_of_these_rules():
    assert (DOCS / "rules.md").read_text(encoding="utf-8") == page(), "python -m sayso.check.page > docs/rules.md"


def test_the_hook_of_the_docs_is_there_and_runs_a_command():
    told = (DOCS / "checking.md").read_text(encoding="utf-8").partition("    hooks:\n")[2]
    hook = (DOCS.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert hook.startswith("- id: sayso\n")
    assert told.startswith("      - id: sayso\n")
    assert "  entry: sayso check\n" in hook


def test_each_rule_has_a_file_of_its_name():
    folder = Path(__file__).parents[2] / "src/sayso/check/rules"
    files = sorted(path.name[:4].upper() for path in folder.glob("[a-z]0*.py"))
    assert files == [rule.id for rule in RULES]
