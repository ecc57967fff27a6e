"""What an operation of the API is, and how its parameters are read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette.exceptions import HTTPException

from sayso.records import Status

Values = Mapping[str, Any]

_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that a request may ask with: its name, its JSON Schema, and what it means."""

    name: str
    schema: Mapping[str, Any]
    meaning: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked for.

    `answer` names the schema of what comes back; `run` gives it, from the desk and the values asked with. A `body` is
    the name of the schema of what is sent.
    """

    path: str
    summary: str
    answer: str
    run: Callable[..., Mapping[str, Any]]
    parameters: tuple[Parameter, ...] = ()
    method: str = "GET"
    body: str | None = None


_TEXT = {"type": "string", "minLength": 1, "maxLength": _LONGEST}
LIMIT = Parameter("limit", {"type": "integer", "minimum": 1, "maximum": 100, "default": 30}, "How many at most.")
CURSOR = Parameter("cursor", _TEXT, "Where the page begins: `next` of the page before.")
STATUS = Parameter("status", {"type": "string", "enum": [status.value for status in Status]}, "Where claims stand.")
SINCE = Parameter("since", {"type": "string", "format": "date"}, "Only what moved on this day or later.")
OUTLET = Parameter("outlet", _TEXT, "Only what stands in this outlet.")


def text(name: str, meaning: str) -> Parameter:
    """A parameter that is any text."""
    return Parameter(name, _TEXT, meaning)


def read(parameters: tuple[Parameter, ...], given: Mapping[str, str]) -> dict[str, Any]:
    """The values of a request, None where there is none. Raises `HTTPException` when one does not fit."""
    return {one.name: _value(one, given.get(one.name)) for one in parameters}


def _value(parameter: Parameter, given: str | None) -> Any:
    schema, name = parameter.schema, parameter.name
    if given is None:
        return schema.get("default")
    if schema["type"] == "integer":
        if not given.isascii() or not given.isdecimal() or not schema["minimum"] <= int(given[:9]) <= schema["maximum"]:
            raise HTTPException(400, f"“{name}” must be a number from {schema['minimum']} to {schema['maximum']}.")
        return int(given)
    if "enum" in schema and given not in schema["enum"]:
        raise HTTPException(400, f"“{name}” must be one of {', '.join(schema['enum'])}.")
    if schema.get("format") == "date" and not _is_day(given):
        raise HTTPException(400, f"“{name}” must be a day such as 2026-03-09.")
    if "minLength" in schema and not 1 <= len(given) <= _LONGEST:
        raise HTTPException(400, f"“{name}” must have from 1 to {_LONGEST} characters.")
    return given


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
