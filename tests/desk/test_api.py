"""The API keeps to what it says of itself."""

import os
import re

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from sayso.desk.api.openapi import document
from sayso.desk.api.routes import routes
from sayso.desk.api.table import OPERATIONS, PREFIX

_EXAMPLES = int(os.environ.get("SAYSO_API_EXAMPLES", "12"))


def known(served):
    claim = served.ask("/api/v1/claims").json["claims"][0]
    return {
        "/claims/{id}": claim["id"],
        "/statements/{id}": claim["positions"][0]["statement"],
        "/speakers/{id}": "ada-lunn",
        "/articles/{id}": "a1",
    }


@pytest.mark.parametrize("operation", [one for one in OPERATIONS if not one.body], ids=lambda one: one.path)
def test_each_answer_is_as_it_is_described(shared, operation):
    path = operation.path.replace("{id}", known(shared).get(operation.path, ""))
    answer = shared.ask(f"{PREFIX}{path}?speaker=ada-lunn&name=lun&q=link")
    assert answer.status == 200
    described = document()
    reference = {"$ref": f"#/components/schemas/{operation.answer}", "components": described["components"]}
    jsonschema.Draft202012Validator(reference).validate(answer.json)
    assert any(value for key, value in answer.json.items() if key not in ("sayso", "next"))


def test_every_route_of_the_api_is_described():
    described = {(method.upper(), path) for path, methods in document()["paths"].items() for method in methods}
    served = {
        (method, re.sub(r":\w+}", "}", route.path))
        for route in routes()
        for method in route.methods
        if method != "HEAD" and route.path not in (PREFIX, f"{PREFIX}/openapi.json")
    }
    assert served == described


def test_a_text_is_read_and_not_stored(shared):
    before = shared.ask("/api/v1/articles").json
    body = '{"text": "Ada Lunn|denies|the fish were counted", "title": "Fish"}'
    answer = shared.ask("/api/v1/read", "POST", body=body, **{"Content-Type": "application/json"})
    assert answer.json["statements"][0]["act"] == "denies"
    assert shared.ask("/api/v1/articles").json == before


@pytest.mark.parametrize(
    ("path", "status"),
    [("/api/v1/claims?status=x", 400), ("/api/v1/claims?limit=0", 400), ("/api/v1/claims?cursor=x", 400),
     ("/api/v1/search", 400), ("/api/v1/claims/none", 404), ("/api/v1/nothing", 404), ("/api/v1/read", 405)],
)  # fmt: skip
def test_errors_have_one_shape(shared, path, status):
    answer = shared.ask(path)
    assert answer.status == answer.json["error"]["status"] == status
    assert re.match(r"[A-Z“].*\.$", answer.json["error"]["message"])


@pytest.mark.parametrize(
    ("body", "type", "status"),
    [("{", "application/json", 400), ("[]", "application/json", 400), ("{}", "application/json", 400),
     ('{"text": 7}', "application/json", 400), ('{"text": "It rained.", "x": 1}', "application/json", 400),
     ('{"text": "It rained."}', "text/plain", 415), ('{"url": "file:///etc/passwd"}', "application/json", 400),
     ('{"url": "http://127.0.0.1:1/"}', "application/json", 422), ('{"text": " "}', "application/json", 422)],
)  # fmt: skip
def test_what_cannot_be_read_is_said(shared, body, type, status):
    assert shared.ask("/api/v1/read", "POST", body=body, **{"Content-Type": type}).status == status


schema = schemathesis.openapi.from_dict(document())


@schema.parametrize()
@settings(
    max_examples=_EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_nothing_undocumented_comes_back(shared, case):
    # A cursor is any text to JSON Schema, and yet only one that was given out will do; and no text need be an article.
    case.call_and_validate(base_url=shared.url, excluded_checks=[positive_data_acceptance])
