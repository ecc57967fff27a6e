"""The forms that a whole ledger is written in: one module of this folder each, loaded when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    # Names and purposes are wanted for a line of help, which no database should hold up.
    from sayso.ledger.view import View


@dataclass(frozen=True, slots=True)
class Format:
    """A form: what makes it, and what it is for.

    `made_by` names a module of this folder and a function: from a view to parts of a text, or, where it is `binary`,
    one that writes to a stream. `beside` names one that makes, from the name of the file, what tells others of it.
    """

    made_by: str
    purpose: str
    binary: bool = False
    beside: str | None = None


FORMATS = {
    "json": Format("whole:as_json", "one object: articles, speakers, statements, claims"),
    "jsonl": Format("whole:as_lines", "an object a line and reading, from which the same ledger can be made again"),
    "csv": Format("table:as_csv", "a row a statement, for spreadsheets", beside="csvw:metadata"),
    "parquet": Format("table:write_parquet", "the same rows, for programs", binary=True),
    "jsonld": Format("jsonld:as_graph", "linked data: schema.org, CiTO and PROV"),
    "webannotation": Format("webannotation:as_page", "an annotation a statement, for annotation tools"),
    "ftm": Format("ftm:as_entities", "entities of FollowTheMoney, for Aleph and the like"),
    "atom": Format("feeds:as_atom", "what moved last, for feed readers"),
    "jsonfeed": Format("feeds:as_json_feed", "the same as a JSON Feed"),
    "html": Format("board:as_page", "the board and all claims as one page, readable without sayso"),
    "sqlite": Format("tables:write_database", "tables, views and facets for Datasette", True, "tables:metadata"),
}
RAW = {"csv": Format("table:as_raw_csv", "every text as it is", beside="csvw:metadata")}
"""Forms that are made otherwise when every text is to be left as it is."""


def write(form: Format, view: "View", stream: IO[bytes]) -> None:
    """Write all that `view` shows to `stream`. Raises `SaysoError` when a library for it is missing."""
    make = _function(form.made_by)
    if form.binary:
        make(view, stream)
        return
    for part in make(view):
        stream.write(part.encode())


def beside(form: Format, name: str) -> str | None:
    """The text that lies beside the file `name` in this form and tells others what is in it, where there is one."""
    return str(_function(form.beside)(name)) if form.beside else None


def _function(path: str) -> Callable[..., Any]:
    module, _, name = path.partition(":")
    made: Callable[..., Any] = getattr(import_module(f"sayso.exports.{module}"), name)
    return made
