"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from collections.abc import Iterator, Sequence

from sayso.check.records import Finding, Severity
from sayso.check.shown.report import Report
from sayso.text.visible import visible

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def to_github(reports: Sequence[Report]) -> Iterator[str]:
    """A line for each finding."""
    for report in reports:
        for finding in report.findings:
            yield _line(report, finding)


def _line(report: Report, finding: Finding) -> str:
    fields = {"file": report.draft.name, "title": f"{finding.rule} {finding.name}"}
    if report.draft.plain:
        (line, column), (last, end) = report.place(finding.start), report.place(finding.end)
        fields |= {"line": str(line), "endLine": str(last)}
        fields |= {"col": str(column), "endColumn": str(end)} if line == last else {}
    told = ",".join(f"{key}={_property(value)}" for key, value in fields.items())
    return f"::{_LEVELS[finding.severity]} {told}::{_data(f'{finding.message} {finding.mend}')}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
