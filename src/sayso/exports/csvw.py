"""What the columns of the table are, as CSV on the Web (CSVW) has it: read by its tools from a file beside the CSV."""

import json
from enum import StrEnum
from typing import Any

from sayso.exports.table import BETWEEN, COLUMNS
from sayso.records import Act, Form, Kind

_WHOLE = "nonNegativeInteger"
_DATATYPES: dict[str, Any] = {
    "version": _WHOLE,
    "start": _WHOLE,
    "end": _WHOLE,
    "hedged": "boolean",
    "confidence": {"base": "decimal", "minimum": 0, "maximum": 1},
    "said": {"base": "date", "format": "yyyy-MM-dd"},
}
_WORDS: dict[str, type[StrEnum]] = {"speaker_kind": Kind, "form": Form, "act": Act}
_ALWAYS = {"statement", "article", "version", "url", "speaker", "speaker_name", "speaker_kind", "form", "act"}


def metadata(name: str) -> str:
    """The metadata of the CSV file `name`, as JSON."""
    table = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": name,
        "dc:title": "Who said what",
        "dc:description": "A row a statement. start and end are offsets in code points into the text of the article.",
        "tableSchema": {"columns": [_column(name) for name in COLUMNS], "primaryKey": "statement"},
    }
    return json.dumps(table, ensure_ascii=False, indent=2) + "\n"


def _column(name: str) -> dict[str, Any]:
    column: dict[str, Any] = {"name": name, "titles": name, "datatype": _datatype(name), "required": name in _ALWAYS}
    return column | ({"separator": BETWEEN} if name == "via" else {})


def _datatype(name: str) -> Any:
    if name in _WORDS:
        return {"base": "string", "format": "|".join(_WORDS[name])}
    return _DATATYPES.get(name, "string")
