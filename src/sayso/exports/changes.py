"""What changed between versions, for a terminal and as JSON."""

from typing import Any

from sayso.exports import wording
from sayso.exports.format1 import note_json, statement_json
from sayso.exports.terminal import plain, wrapped
from sayso.ledger.diff import Change, Diff, Kind, note_mark
from sayso.ledger.records import Stored
from sayso.records import Statement
from sayso.text.terminal import Console, Text

_STYLES = {Kind.ADDED: "green", Kind.REMOVED: "red", Kind.REWORDED: "yellow"}
_SIGNS = {Kind.ADDED: "+", Kind.REMOVED: "-", Kind.REWORDED: "~"}


def changes(diff: Diff, console: Console) -> None:
    """Print what a version changed."""
    before, after = diff.before, diff.after
    wrapped(console, plain(f"version {before.version} → {after.version}", "bold"))
    wrapped(console, plain(f"{_when(before)} → {_when(after)}", "dim"))
    console.print()
    for note in diff.notes:
        wrapped(console, Text(note_mark(note), "bold magenta"), "! ")
        wrapped(console, plain(note.text), "  ")
        console.print()
    for change in diff.changes:
        _change(diff, change, console)
    if not diff.changes:
        wrapped(console, plain("No statement has changed.", "dim"))
        console.print()


def to_json(diff: Diff) -> dict[str, Any]:
    """The same as an object; `before` and `after` of a change are statements of those versions, or null."""
    return {
        "before": {"article": diff.before.reading.article.id, "version": diff.before.version, "at": diff.before.at},
        "after": {"article": diff.after.reading.article.id, "version": diff.after.version, "at": diff.after.at},
        "notes": [{**note_json(note), "mark": note_mark(note)} for note in diff.notes],
        "changes": [
            {
                "kind": change.kind.value,
                "marks": [mark.value for mark in change.marks],
                "before": change.before and _statement(diff.before, change.before),
                "after": change.after and _statement(diff.after, change.after),
            }
            for change in diff.changes
        ],
    }


def _change(diff: Diff, change: Change, console: Console) -> None:
    style = _STYLES[change.kind]
    words = f"{change.kind.value}: {', '.join(change.marks)}" if change.marks else change.kind.value
    wrapped(console, Text(words, f"bold {style}"), f"{_SIGNS[change.kind]} ")
    for version, statement, sign in ((diff.before, change.before, "- "), (diff.after, change.after, "+ ")):
        if statement:
            wrapped(console, _line(version, statement), sign if change.kind is Kind.REWORDED else "  ")
    console.print()


def _line(version: Stored, statement: Statement) -> Text:
    name = version.reading.speaker(statement).name
    said = wording.attribution(version.reading.article, statement)
    return Text.assemble(plain(name, "bold"), "  ", plain(said, "italic"), "\n", plain(wording.quote(statement)))


def _when(version: Stored) -> str:
    article = version.reading.article
    return wording.moment(article.updated or article.published or version.at)


def _statement(version: Stored, statement: Statement) -> dict[str, Any]:
    return {
        **statement_json(statement),
        "speaker": version.speakers[statement.speaker],
        "via": [version.speakers[carrier] for carrier in statement.via],
    }
