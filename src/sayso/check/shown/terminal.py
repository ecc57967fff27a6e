"""Findings for a terminal: each with its sentence, the words underlined, and the words of the ledger."""

from collections.abc import Sequence

from sayso.check.records import Evidence, Finding, Severity
from sayso.check.shown.report import Report
from sayso.text.terminal import Console, Text
from sayso.text.visible import visible

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold blue"}


def show(report: Report, console: Console) -> None:
    """Print all findings of a report, and a blank line behind each."""
    for finding in report.findings:
        line, column = report.place(finding.start)
        style = _STYLES[finding.severity]
        head = (_plain(f"{report.draft.name}:{line}:{column}"), "  ", Text(finding.severity, style), " ")
        _print(console, Text.assemble(*head, Text(finding.rule, "bold"), " ", _plain(finding.message)), "")
        _print(console, _underlined(finding, style), "  │ ")
        for one in finding.evidence[:3]:
            _print(console, _evidence(one), "  ╰ ")
        _print(
            console, Text.assemble(_plain(finding.mend, "italic"), " ", _plain(f"({finding.standard})", "dim")), "  "
        )
        console.print()


def summary(reports: Sequence[Report]) -> str:
    """How many findings there are, by severity, in one line."""
    severities = [finding.severity for report in reports for finding in report.findings]
    if not severities:
        return "No findings."
    counts = (_count(severities.count(severity), severity) for severity in Severity if severity in severities)
    return f"{_count(len(severities), 'finding')}: {', '.join(counts)}"


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 or word == Severity.INFO else f"{number:,} {word}s"


def _underlined(finding: Finding, style: str) -> Text:
    sentence, text = finding.sentence, finding.sentence.text
    start, end = max(0, finding.start - sentence.start), min(len(text), finding.end - sentence.start)
    parts = (_raw(text[:start]), _raw(text[start:end], f"underline {style}"), _raw(text[end:]))
    return Text.assemble(*parts)


def _evidence(one: Evidence) -> Text:
    where = " · ".join(filter(None, (one.outlet, (one.published or "")[:10], one.statement)))
    return Text.assemble(_plain(one.speaker, "bold"), ": ", _plain(one.sentence), " ", _plain(f"[{where}]", "dim"))


def _plain(text: str, style: str = "") -> Text:
    return Text(" ".join(visible(text).split()), style)


def _raw(text: str, style: str = "") -> Text:
    return Text(visible(text), style)


def _print(console: Console, block: Text, margin: str) -> None:
    for row in block.wrap(max(console.width - len(margin), 1)):
        console.print(Text.assemble((margin, "dim"), row))
        margin = " " * len(margin) if "╰" in margin else margin
