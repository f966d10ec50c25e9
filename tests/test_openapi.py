"""/openapi.json and /docs say what the service does: its routes, its answers, what it takes."""

import json
import re
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from flask import Flask
from flask.testing import FlaskClient

from stripe_svc.models import NewOrder
from stripe_svc.openapi import ROUTES, Route, build_document
from tests.contract import check_answer
from tests.service import API_KEY

METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"}
DOCUMENT = build_document("https://pay.example.com")
OPERATIONS = [operation for path in DOCUMENT["paths"].values() for operation in path.values()]


@pytest.fixture
def web(app: Flask) -> FlaskClient:
    return app.test_client()


def test_the_document_has_every_route_and_no_other(app: Flask) -> None:
    served = {
        (method, re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule))
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static" and rule.methods
        for method in rule.methods & METHODS
    }

    assert {(route.method, route.path) for route in ROUTES} == served
    assert {(method.upper(), path) for path, item in DOCUMENT["paths"].items() for method in item} == served


def test_a_route_needs_a_key_exactly_if_the_document_says_so(web: FlaskClient) -> None:
    for route in ROUTES:
        answer = web.open(route.path.replace("{order_id}", "1"), method=route.method)

        assert (answer.status_code == 401) == route.needs_key, route.path
        operation = DOCUMENT["paths"][route.path][route.method.lower()]
        assert operation.get("security") == ([{"key": []}] if route.needs_key else None)
    assert DOCUMENT["components"]["securitySchemes"]["key"]["scheme"] == "bearer"


def test_it_is_served_with_this_installations_address(web: FlaskClient) -> None:
    answer = web.get("/openapi.json")

    assert (answer.status_code, answer.content_type) == (200, "application/json")
    assert answer.get_json() == build_document("http://127.0.0.1:8000")


def test_it_is_built_once(app: Flask) -> None:
    document = app.extensions["openapi"]
    app.test_client().get("/docs")

    assert app.extensions["openapi"] is document


def test_every_error_is_a_problem() -> None:
    for operation in OPERATIONS:
        assert "500" in operation["responses"]
        for status, response in operation["responses"].items():
            assert response["description"]
            if int(status) >= 400:
                schema = response["content"]["application/problem+json"]["schema"]
                assert schema == {"$ref": "#/components/schemas/Problem"}


def test_every_reference_leads_somewhere_and_every_schema_is_used() -> None:
    targets = {target.rpartition("/")[2] for target in references(DOCUMENT)}

    assert targets == set(DOCUMENT["components"]["schemas"])


def test_operations_are_told_apart_and_their_parameters_are_whole() -> None:
    assert DOCUMENT["openapi"].startswith("3.1.")
    assert len({operation["operationId"] for operation in OPERATIONS}) == len(OPERATIONS)
    for path, item in DOCUMENT["paths"].items():
        for operation in item.values():
            declared = {parameter["name"] for parameter in operation["parameters"] if parameter["in"] == "path"}
            assert declared == set(re.findall(r"{(\w+)}", path))
            assert all(parameter["schema"] for parameter in operation["parameters"])
    creation = DOCUMENT["paths"]["/v1/orders"]["post"]
    assert [parameter["name"] for parameter in creation["parameters"]] == ["Idempotency-Key"]


def test_it_only_uses_words_of_json_schema() -> None:
    """pydantic passes on what it does not understand: `ge` instead of `minimum` says nothing to anybody."""
    known = {
        *(
            "$ref",
            "type",
            "enum",
            "const",
            "anyOf",
            "oneOf",
            "items",
            "properties",
            "required",
            "title",
            "description",
        ),
        *("default", "examples", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "minItems"),
        *("maxItems", "maxProperties", "additionalProperties", "patternProperties", "propertyNames"),
    }
    parameters = [parameter["schema"] for operation in OPERATIONS for parameter in operation["parameters"]]

    assert {
        word for schema in [*DOCUMENT["components"]["schemas"].values(), *parameters] for word in words(schema)
    } <= (known)


def test_the_examples_are_taken(web: FlaskClient, db: psycopg.Connection) -> None:
    examples = DOCUMENT["components"]["schemas"]["NewOrder"]["examples"]

    for example in examples:
        assert NewOrder.model_validate_json(json.dumps(example))
        answer = web.post("/v1/orders", json=example, headers={"Authorization": f"Bearer {API_KEY}"})
        assert answer.status_code == 201


def test_an_answer_that_the_document_does_not_promise_is_noticed() -> None:
    """The contract check of the whole test run is itself not asleep."""
    health = json.dumps({"status": "ok"}).encode()
    check_answer("GET", "/healthz", 200, "application/json", health)
    for method, path, status, kind, body in [
        ("GET", "/healthz", 201, "application/json", health),
        ("GET", "/healthz", 200, "text/html", health),
        ("GET", "/healthz", 200, "application/json", b'{"status": "fine"}'),
        ("GET", "/healthz", 200, "application/json", b'{"status": "ok", "more": 1}'),
        ("GET", "/nope", 200, "application/json", health),
        ("GET", "/v1/orders", 422, "application/json", b"{}"),
    ]:
        with pytest.raises((AssertionError, ValueError)):
            check_answer(method, path, status, kind, body)


def test_the_page_shows_every_route_and_schema_and_needs_nothing_from_elsewhere(web: FlaskClient) -> None:
    answer = web.get("/docs")

    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'")
    for route in ROUTES:
        assert f"{route.method} {route.path}</code>" in answer.text
    anchors = re.findall(r'id="(\w+)"', answer.text)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#(\w+)"', answer.text)) <= set(anchors)
    assert set(DOCUMENT["components"]["schemas"]) <= set(anchors)
    assert 'name="viewport"' in answer.text
    loaded = re.findall(r'(?:src|href)="([^"#]+)"', answer.text)
    assert loaded
    assert all(web.get(address).status_code == 200 for address in loaded)
    assert not re.search(r"<script|<style|style=|https?://(?!docs\.stripe\.com)", answer.text)


def test_a_route_lists_its_problems_by_status() -> None:
    route: Route = ROUTES[0]

    assert set(route.problems_by_status()) == {400, 401, 409, 413, 415, 422, 500, 503}


def references(node: Any) -> Iterator[str]:
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else []:
        yield from references(child)
    if isinstance(node, dict) and "$ref" in node:
        yield node["$ref"]


def words(schema: Any) -> Iterator[str]:
    """The keywords of a schema and of those in it."""
    if not isinstance(schema, dict):
        return
    yield from schema
    for name in ("properties", "patternProperties"):
        for child in schema.get(name, {}).values():
            yield from words(child)
    for name in ("items", "additionalProperties", "propertyNames"):
        yield from words(schema.get(name))
    for name in ("anyOf", "oneOf"):
        for child in schema.get(name, []):
            yield from words(child)
