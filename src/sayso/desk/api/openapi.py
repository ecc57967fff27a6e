"""The API described in OpenAPI 3.1, from the table of its operations and the JSON Schemas of the formats."""

import json
from functools import cache
from importlib.metadata import version
from typing import Any

from sayso.desk.api.operations import Operation
from sayso.desk.api.table import OPERATIONS, PREFIX, REQUIRED
from sayso.exports import format1, whole
from sayso.extract.build import LONGEST as LONGEST_TEXT
from sayso.fetch.urls import LONGEST as LONGEST_URL

_TEXT = {"type": "string"}
_MAYBE = {"type": ["string", "null"]}


@cache
def document() -> dict[str, Any]:
    """The whole document."""
    paths: dict[str, Any] = {}
    for operation in OPERATIONS:
        paths.setdefault(PREFIX + operation.path, {})[operation.method.lower()] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "sayso",
            "version": version("sayso"),
            "description": "Who said what, on whose authority, and who denies it. Nothing here says what is true.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {
            "schemas": schemas(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }


@cache
def schemas() -> dict[str, Any]:
    """All schemas by name: those of the formats, and the lists that the API makes of them."""
    known = {**_definitions(format1.schema(), "Read"), **_definitions(whole.schema(), "")}
    speakers, statements = _many("speaker"), _many("statement")
    return {
        **known,
        "head": _object(id=_TEXT, url=_TEXT, outlet=_MAYBE, title=_MAYBE, published=_MAYBE, at=_TEXT),
        "Claims": _page(claims=_many("claim")),
        "ClaimAlone": _object(claim=_one("claim"), statements=statements, speakers=speakers),
        "Statements": _page(statements=statements, speakers=speakers),
        "StatementAlone": _object(statements=statements, speakers=speakers, claims={"type": "array", "items": _TEXT}),
        "Speakers": _page(speakers=speakers),
        "SpeakerAlone": _object(speaker=_one("speaker")),
        "Articles": _page(articles=_many("head")),
        "ArticleAlone": _object(
            article=_one("article"),
            speakers=speakers,
            statements=statements,
            versions={"type": "array", "items": _TEXT},
        ),
        "Fitting": _object(claims=_many("claim"), statements=statements, speakers=speakers, articles=_many("head")),
        "Reading": _reading(),
        "ToRead": _to_read(),
        "Error": _error(),
    }


def _operation(operation: Operation) -> dict[str, Any]:
    described: dict[str, Any] = {
        "summary": operation.summary,
        "operationId": operation.run.__name__,
        "parameters": [
            *({"name": "id", "in": "path", "required": True, "schema": _TEXT} for _ in operation.path.split("{")[1:]),
            *(
                {
                    "name": one.name,
                    "in": "query",
                    "required": (operation.path, one.name) in REQUIRED,
                    "description": one.meaning,
                    "schema": dict(one.schema),
                }
                for one in operation.parameters
            ),
        ],
        "responses": {
            "200": {"description": "Found.", "content": _json(operation.answer)},
            **{
                status: {"description": meaning, "content": _json("Error")}
                for status, meaning in _problems(operation).items()
            },
        },
    }
    if operation.body:
        described["requestBody"] = {"required": True, "content": _json(operation.body)}
    return described


def _problems(operation: Operation) -> dict[str, str]:
    problems = {
        "400": "What was asked with does not fit.",
        "401": "The token is missing or wrong.",
        "409": "The ledger cannot be read at present.",
        "421": "The desk does not go by that name.",
    }
    if "{" in operation.path:
        problems["404"] = "There is no such thing."
    if operation.body:
        problems |= {
            "403": "This was sent from a page of another site.",
            "413": "That is larger than any article.",
            "415": "The body is not said to be JSON.",
            "422": "No article can be read there.",
        }
    return dict(sorted(problems.items()))


def _definitions(schema: dict[str, Any], prefix: str) -> dict[str, Any]:
    moved = json.dumps(schema["$defs"]).replace("#/$defs/", f"#/components/schemas/{prefix}")
    return {f"{prefix}{name}": found for name, found in json.loads(moved).items()}


def _reading() -> dict[str, Any]:
    kept = {key: value for key, value in format1.schema().items() if not key.startswith("$")}
    loaded: dict[str, Any] = json.loads(json.dumps(kept).replace("#/$defs/", "#/components/schemas/Read"))
    return loaded


def _to_read() -> dict[str, Any]:
    day = {**_MAYBE, "description": "ISO 8601."}
    properties = {
        "url": {"type": "string", "minLength": 1, "maxLength": LONGEST_URL, "description": "An address of the web."},
        "text": {
            "type": "string",
            "minLength": 1,
            "maxLength": LONGEST_TEXT,
            "description": "The text; then the address is not fetched.",
        },
        "title": _MAYBE,
        "outlet": _MAYBE,
        "byline": _MAYBE,
        "published": day,
        "updated": day,
    }
    either = [{"required": ["url"]}, {"required": ["text"]}]
    return {"type": "object", "properties": properties, "anyOf": either, "additionalProperties": False}


def _error() -> dict[str, Any]:
    inner = {"type": "object", "required": ["status", "message"], "additionalProperties": False}
    inner["properties"] = {"status": {"type": "integer"}, "message": _TEXT}
    return {"type": "object", "properties": {"error": inner}, "required": ["error"], "additionalProperties": False}


def _page(**properties: Any) -> dict[str, Any]:
    return _object(
        **properties, next={**_MAYBE, "description": "The cursor of the next page; null when it was the last."}
    )


def _object(**properties: Any) -> dict[str, Any]:
    whole = {"sayso": {"const": 1}, **properties} if "at" not in properties else properties
    return {"type": "object", "properties": whole, "required": list(whole), "additionalProperties": False}


def _many(name: str) -> dict[str, Any]:
    return {"type": "array", "items": _one(name)}


def _one(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _json(name: str) -> dict[str, Any]:
    return {"application/json": {"schema": _one(name)}}
