"""Checks a draft against the rules of sourcing and against a ledger: `check(draft, ledger, config)` gives findings."""

from sayso.check.check import check
from sayso.check.config import Config
from sayso.check.records import Evidence, Finding, Severity

__all__ = ["Config", "Evidence", "Finding", "Severity", "check"]
