"""Every command of the docs is a command, and what the tutorial and the how-to pages tell to run runs, in its order."""

import json
import os
import re
import shlex
import shutil
from functools import cache
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from sayso.cli import main
from sayso.core import Sayso

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
RUN = [
    ROOT / "docs" / name
    for name in (
        "tutorial.md", "how-to/newsroom.md", "how-to/fact-check-desk.md", "how-to/research.md", "how-to/monitoring.md",
    )
]  # fmt: skip
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"^ {4}(sayso [^\n]+)", re.MULTILINE)
_INLINE = re.compile(r"`(sayso [^`\n]+)`")
_CLAIM = re.compile(r"\bc[0-9a-f]{8}\b")


def commands(page: Path) -> list[str]:
    """All commands of sayso on a page, without what a shell makes of them."""
    text = page.read_text(encoding="utf-8")
    blocks = [line for kind, block in _BLOCK.findall(text) if kind == "sh" for line in block.splitlines()]
    found = [*blocks, *_INDENTED.findall(text), *_INLINE.findall(_BLOCK.sub("", text))]
    parts = [part.strip() for line in found for part in re.split(r"&&|\||(?<!\S)#", line)]
    return [part for part in parts if part.startswith("sayso ")]


def words(command: str) -> list[str]:
    return shlex.split(command.partition(">")[0])[1:]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_is_one(page):
    for command in commands(page):
        name, *rest = [word for word in words(command) if word != "…"]
        group: click.Command | None = main.get_command(click.Context(main), name)
        assert group, command
        # What is only named in running text may lack what it needs, but may have no option that there is not.
        options = {option for one in group.params for option in (*one.opts, *one.secondary_opts)} | {"--help"}
        assert not [word for word in rest if word.startswith("--") and word.partition("=")[0] not in options], command


@pytest.mark.parametrize("page", RUN, ids=lambda page: page.stem)
def test_what_a_page_tells_to_run_runs(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_LEDGER", raising=False)
    shutil.copytree(ROOT / "examples" / "the-call", "the-call")
    Path("draft.txt").write_text("The mayor said there was no call.", encoding="utf-8")
    ran = 0
    for kind, block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind == "python":
            exec(compile(block, page.name, "exec"), {})
        for line in block.splitlines() if kind == "sh" else ():
            run(line)
            ran += 1
    assert ran > 3


def run(line: str) -> None:
    """Run a line of a page. It may name a claim as the example's board has it: here that is the first on the board."""
    into = line.partition(" > ")[2].strip()
    told = [claim() if _CLAIM.fullmatch(word) else word for word in words(line)]
    done = CliRunner().invoke(main, told, obj=sayso())
    assert done.exit_code == 0, (line, done.output, done.exception)
    if into:
        Path(into).write_text(done.stdout, encoding="utf-8")


def claim() -> str:
    done = CliRunner().invoke(main, ["claims", "--json"], obj=sayso())
    return str(json.loads(done.stdout)[0]["id"])


@cache
def sayso() -> Sayso:
    return Sayso()


def test_the_site_can_be_built(tmp_path, monkeypatch):
    missing = "mkdocs is not installed (uv sync --group docs); the site is not built"
    try:
        from mkdocs.commands.build import build
        from mkdocs.config import load_config
    except ImportError:
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path), strict=True))
    assert "sayso export" in (tmp_path / "reference/commands/index.html").read_text(encoding="utf-8")
    assert "heard_by" in (tmp_path / "reference/json/index.html").read_text(encoding="utf-8")
    assert "read_text" in (tmp_path / "reference/python/index.html").read_text(encoding="utf-8")


def test_what_the_readme_shows_is_what_is_printed():
    (shown,) = re.findall(r"<!-- output -->\n```\n(.*?)```", PAGES[0].read_text(encoding="utf-8"), re.DOTALL)
    printed = CliRunner().invoke(main, ["read", str(ROOT / "examples/the-call")]).output
    assert shown in printed
