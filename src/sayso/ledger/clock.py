"""Times, as the ledger keeps them: ISO 8601 in UTC, so that their order is that of their letters."""

from datetime import UTC, datetime


def now() -> str:
    """The time, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def in_utc(given: str) -> str:
    """The ISO 8601 date or time `given`, in UTC; what names no zone is taken as UTC, and a date stays one."""
    if len(given) <= len("2026-03-09"):
        return given
    time = datetime.fromisoformat(given)
    return (time.astimezone(UTC) if time.tzinfo else time).strftime("%Y-%m-%dT%H:%M:%SZ")
