"""Findings as SARIF 2.1.0, which code hosts and editors open."""

import hashlib
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sayso.check.records import Finding, Rule, Severity
from sayso.check.rules import RULES
from sayso.check.shown.report import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def to_sarif(reports: Sequence[Report]) -> dict[str, Any]:
    """A log with one run: the rules, and a result for each finding. Columns count code points."""
    driver = {"name": "sayso", "version": version("sayso"), "rules": [_rule(rule) for rule in RULES]}
    results = [_result(report, finding) for report in reports for finding in report.findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    about = " ".join(rule.about.split("\n\n")[0].split())
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": about},
        "fullDescription": {"text": rule.about.strip()},
        "help": {"text": f"{rule.about.strip()}\n\nStandard: {rule.standard}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(report: Report, finding: Finding) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": _location(report, finding)}],
        "partialFingerprints": {"sayso/v1": _fingerprint(finding)},
    }


def _message(finding: Finding) -> str:
    rows = [f"{one.speaker}: {one.sentence} ({one.outlet or one.url}, {one.statement})" for one in finding.evidence[:3]]
    return "\n".join([f"{finding.message} {finding.mend}", *rows])


def _location(report: Report, finding: Finding) -> dict[str, Any]:
    where: dict[str, Any] = {"artifactLocation": {"uri": _uri(report.draft.name)}}
    if report.draft.plain:
        (line, column), (last, end) = report.place(finding.start), report.place(finding.end)
        where["region"] = {"startLine": line, "startColumn": column, "endLine": last, "endColumn": end}
        where["region"]["snippet"] = {"text": finding.text}
    return where


def _uri(name: str) -> str:
    return "stdin" if name == "-" else quote(Path(name).as_posix())


def _fingerprint(finding: Finding) -> str:
    """The same for the same words in the same sentence, wherever that stands."""
    return hashlib.sha256(f"{finding.rule}\0{finding.text}\0{finding.sentence.text}".encode()).hexdigest()[:24]
