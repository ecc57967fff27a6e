"""Findings as JSON: an array with an object a draft."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sayso.check.records import Finding
from sayso.check.shown.report import Report


def to_json(reports: Sequence[Report]) -> list[dict[str, Any]]:
    """An object for each draft: its name, its text as the offsets count it, and its findings."""
    return [
        {
            "sayso": 1,
            "draft": report.draft.name,
            "text": report.draft.article.text,
            "findings": [_finding(report, finding) for finding in report.findings],
        }
        for report in reports
    ]


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    line, column = report.place(finding.start)
    return {**asdict(finding), "line": line, "column": column}
