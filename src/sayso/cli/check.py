"""`sayso check`: a draft against the ledger and the rules of sourcing."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli import ledger as ledgers
from sayso.cli.complain import complain
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.check.config import Config
    from sayso.check.lookup import Lookup
    from sayso.check.shown.report import Report
    from sayso.core import Sayso

FORMATS = ("terminal", "json", "sarif", "github")
_EXAMPLES = """\b
Examples:
  sayso check draft.md
  sayso check --ledger news.db --format sarif draft.txt > sayso.sarif
  sayso check --enable B005 --disable E003 drafts/*.md
  pbpaste | sayso check -
"""


@click.command("check", short_help="Check a draft against the ledger and the rules of sourcing.", epilog=_EXAMPLES)
@click.argument("drafts", metavar="DRAFT...", nargs=-1)
@click.option("--ledger", "where", metavar="FILE", envvar="SAYSO_LEDGER", show_envvar=True,
              help="The ledger to check against; sayso.db unless given. Without one, few rules run.")  # fmt: skip
@click.option("--config", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="The sayso.toml to go by; the nearest above the draft unless given.")  # fmt: skip
@click.option("--enable", metavar="RULE", multiple=True, help="Run this rule, which is off; all for all.")
@click.option("--disable", metavar="RULE", multiple=True, help="Do not run this rule.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="terminal", show_default=True,
              help="How to print the findings.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON, as --format json.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "info", "never"]),
              help="The severity at which the exit status is 1; error unless given.")  # fmt: skip
@click.option("--date", metavar="DATE", help="The day of the draft (2026-03-09), where its name does not tell it.")
@click.option("--rules", "list_rules", is_flag=True, help="List the rules and which are on, and end.")
@ledgers.color
@click.pass_context
def command(
    ctx: click.Context,
    drafts: tuple[str, ...],
    where: str | None,
    config: Path | None,
    enable: tuple[str, ...],
    disable: tuple[str, ...],
    form: str,
    as_json: bool,
    fail_on: str | None,
    date: str | None,
    list_rules: bool,
    color: bool | None,
) -> None:
    """Check drafts against the ledger and the rules of sourcing.

    DRAFT is a .txt, .md, .html or .docx file, or - for standard input. `[sayso: ignore B003 the reason]` in a line, or
    alone in the line above, passes a finding over.

    Exit status: 0 nothing found, 1 findings of the severity of --fail-on, 2 a draft or the ledger cannot be read, or
    wrong usage.
    """
    if bool(drafts) == list_rules:
        raise click.UsageError("Name a draft, or - for standard input." if not drafts else "--rules takes no draft.")
    from sayso.core import Sayso

    given = {"enable": enable, "disable": disable, "fail_on": fail_on}
    sayso = ctx.find_object(Sayso) or Sayso()
    try:
        if list_rules:
            _list(_config(config, "-", given))
            return
        reports, failures = _check_all(sayso, drafts, where, config, given, date)
    except SaysoError as error:
        complain(error)
        ctx.exit(2)
    _show([report for report, _ in reports], "json" if as_json else form, color)
    fails = any(settled.fails(finding.severity) for report, settled in reports for finding in report.findings)
    ctx.exit(2 if failures else int(fails))


def _check_all(
    sayso: "Sayso",
    drafts: tuple[str, ...],
    where: str | None,
    path: Path | None,
    given: dict[str, Any],
    date: str | None,
) -> "tuple[list[tuple[Report, Config]], int]":
    """A report for each draft with the config it was made by, and how many drafts cannot be read."""
    found, failures = [], 0
    with ExitStack() as stack:
        known: dict[str, Lookup | None] = {}
        for place in drafts:
            settled = _config(path, place, given)
            ledger = where or settled.ledger or ledgers.DEFAULT
            if ledger not in known:
                known[ledger] = _lookup(stack, sayso, ledger, must=bool(where or settled.ledger))
            try:
                found.append((_report(sayso, place, known[ledger], settled, date), settled))
            except SaysoError as error:
                complain(error)
                failures += 1
    return found, failures


def _report(sayso: "Sayso", place: str, known: "Lookup | None", config: "Config", date: str | None) -> "Report":
    from sayso.check.check import check
    from sayso.check.drafts import load
    from sayso.check.shown.report import Report

    loaded = load(place).dated(date, config.outlet)
    return Report(loaded, tuple(check(loaded.read(sayso.analyse), known, config, loaded.ignores)))


def _lookup(stack: "ExitStack", sayso: "Sayso", where: str, *, must: bool) -> "Lookup | None":
    from sayso.check.lookup import lookup

    if not must and not Path(where).exists():
        click.echo("sayso: there is no ledger here, so only the rules that need none are run", err=True)
        return None
    return lookup(stack.enter_context(ledgers.view(where)))


def _config(path: Path | None, place: str, given: dict[str, Any]) -> "Config":
    from sayso.check import config

    path = path or config.find(Path.cwd() if place == "-" else Path(place).resolve().parent)
    found = config.load(path) if path else config.Config()
    return config.with_options(found, **given)


def _show(reports: "list[Report]", form: str, color: bool | None) -> None:
    if form == "json":
        from sayso.check.shown.as_json import to_json

        ledgers.print_json(to_json(reports))
    elif form == "sarif":
        from sayso.check.shown.sarif import to_sarif

        ledgers.print_json(to_sarif(reports))
    elif form == "github":
        from sayso.check.shown.github import to_github

        for line in to_github(reports):
            click.echo(line)
    else:
        from sayso.check.shown import terminal
        from sayso.text.terminal import Console

        for report in reports:
            terminal.show(report, Console.standard(color))
        click.echo(terminal.summary(reports))


def _list(config: "Config") -> None:
    from sayso.check.rules import RULES

    for rule in RULES:
        on = "on " if config.runs(rule) else "off"
        click.echo(f"{rule.id}  {on}  {rule.severity:<7}  {rule.name}")
