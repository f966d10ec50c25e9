"""Every parameter of every route, sent wrong: the answers are Stripe's errors, and name the parameter as Stripe does.

What there is to send is read off `sandbox/stripe/structure.json`, so a new route is tested by being there.
"""

import json
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest
from flask import Flask
from flask.testing import FlaskClient

from sandbox.stripe import params
from sandbox.stripe.app import create_app
from sandbox.stripe.errors import InvalidRequest
from sandbox.stripe.state import State
from sandbox.stripe.store import Store
from sandbox.stripe.structure import operation_key, operations, params_of
from tests.sandbox.stripe_process import session_params

OPERATIONS = sorted(operations())

# Routes of the API that are not in Stripe's public document, or not in the part of it that was at hand, and why they
# are here.
UNDOCUMENTED = {
    "POST /v1/events/{}/retry": "stripe events resend",
    "POST /v1/stripecli/sessions": "stripe listen",
    "GET /v1/payment_pages/{}": "stripe trigger completes sessions",
    "POST /v1/payment_pages/{}/confirm": "stripe trigger completes sessions",
    "POST /v1/invoiceitems": "stripe trigger makes invoices",
    "GET /v1/invoiceitems": "as for all objects",
    "GET /v1/invoiceitems/{}": "as for all objects",
    "DELETE /v1/invoiceitems/{}": "an item that was added in error",
    "GET /v1/invoice_payments": "since 2025-03-31.basil only they tell an invoice's PaymentIntent",
    "GET /v1/invoice_payments/{}": "as for all objects",
}

Where = tuple[str, ...]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(State(Store(tmp_path_factory.mktemp("requests") / "stripe.db"), None))


@pytest.fixture(scope="module")
def client(app: Flask) -> FlaskClient:
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = "Bearer sk_test_any"
    return client


@pytest.fixture(scope="module")
def object_id(client: FlaskClient) -> str:
    """Some id for the path; the parameters are looked at before anything is looked for."""
    return str(client.post("/v1/checkout/sessions", data=encoded(session_params())).get_json()["id"])


def test_every_documented_route_is_in_the_structure(app: Flask) -> None:
    """If this fails: run `extract_structure` again, or give the reason for the route in UNDOCUMENTED."""
    routes = {
        operation_key(method, rule.rule)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule.startswith("/v1/") and "<path:" not in rule.rule
    }
    assert routes - UNDOCUMENTED.keys() == operations().keys()


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_unknown_parameter_is_named(client: FlaskClient, operation: str, object_id: str) -> None:
    for where, _ in hashes((), schema_of(operation)):
        error = error_of(client, operation, object_id, nested((*where, "colour_of_money"), "red"))
        assert error == {
            "type": "invalid_request_error",
            "code": "parameter_unknown",
            "message": f"Received unknown parameter: {spelled((*where, 'colour_of_money'))}",
            "param": spelled((*where, "colour_of_money")),
        }


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_value_of_a_wrong_type_is_named(client: FlaskClient, operation: str, object_id: str) -> None:
    for where, schema in everything((), schema_of(operation)):
        kinds = kinds_of(schema)
        if not kinds:
            continue
        wrong: Any = "wrong"
        if "text" in kinds:
            wrong = ["wrong"] if "object" in kinds else {"wrong": "type"}
        error = error_of(client, operation, object_id, nested(where, wrong))
        assert error["param"] == spelled(where), error
        assert error["message"].startswith("Invalid"), error
        assert error.get("code") == ("parameter_invalid_integer" if "Invalid integer" in error["message"] else None)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_missing_parameter_is_named(client: FlaskClient, operation: str, object_id: str) -> None:
    complete = least(schema_of(operation))
    for where, schema in hashes((), schema_of(operation)):
        required = schema.get("required", ())
        optional = [name for name in schema["properties"] if name not in required]
        fill = {name: some(schema["properties"][name]) for name in optional[:1]}
        for name in required:
            incomplete = fill | {key: value for key, value in least(schema).items() if key != name}
            given = complete | filled(schema_of(operation), where, incomplete) if where else incomplete
            if incomplete or not where:
                error = error_of(client, operation, object_id, given)
                assert (error["code"], error["param"]) == ("parameter_missing", spelled((*where, name)))


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_parameter_that_is_not_covered_is_said_to_be(
    client: FlaskClient, operation: str, object_id: str
) -> None:
    schema = schema_of(operation)
    model = model_of(client, operation, object_id)
    for where, below in everything((), schema):
        if is_covered(where, model, model.get("$defs", {})) or is_unsayable(below):
            continue
        error = error_of(client, operation, object_id, least(schema) | filled(schema, where, some(below)))
        assert error["message"].startswith("The local Stripe does not cover"), error
        assert spelled(where).startswith(error["param"])


@pytest.mark.parametrize("operation", OPERATIONS)
def test_no_model_contradicts_the_structure(client: FlaskClient, operation: str, object_id: str) -> None:
    """What a model names exists at Stripe, with the same type; so it can only be stricter, never other."""
    known, older = schema_of(operation), params_of(operation, "either")
    assert older is not None
    known = known | {"properties": older["properties"] | known["properties"]}
    model = model_of(client, operation, object_id)
    assert list(contradictions((), model, known, model.get("$defs", {}))) == []


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"amont": 5}, ("Received unknown parameter: amont. Did you mean amount?", "parameter_unknown", "amont")),
        ({"a": 5, "b": 6}, ("Received unknown parameters: a, b", "parameter_unknown", "a")),
        ({"amount": "1.5"}, ("Invalid integer: 1.5", "parameter_invalid_integer", "amount")),
        ({"refund_application_fee": "1"}, ("Invalid boolean: 1", None, "refund_application_fee")),
        ({"expand": "charge"}, ("Invalid array", None, "expand")),
        ({"metadata": "order"}, ("Invalid hash", None, "metadata")),
        ({"metadata": {"a": {"b": "c"}}}, ('Invalid string: {"b": "c"}', None, "metadata[a]")),
        (
            {"reason": "fun"},
            ("Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer", None, "reason"),
        ),
        ({"origin": "fun"}, ("Invalid origin: must be customer_balance", None, "origin")),
        ({"customer": "cus_1"}, ("The local Stripe does not cover the parameter customer.", None, "customer")),
    ],
)
def test_errors_are_in_stripes_words(client: FlaskClient, given: Any, error: tuple[str, str | None, str]) -> None:
    found = error_of(client, "POST /v1/refunds", "", given)
    assert (found["message"], found.get("code"), found["param"]) == error


def test_an_empty_text_unsets_only_what_can_be_unset(client: FlaskClient) -> None:
    assert "payment_intent or charge" in error_of(client, "POST /v1/refunds", "", {"metadata": ""})["message"]
    error = error_of(client, "POST /v1/refunds", "", {"amount": ""})
    assert (error["code"], error["param"]) == ("parameter_invalid_empty", "amount")
    assert error["message"].startswith(
        "You passed an empty string for 'amount'. We assume empty values are an attempt"
    )


def schema_of(operation: str) -> dict[str, Any]:
    found = params_of(operation)
    assert found is not None
    return found


def send(client: FlaskClient, operation: str, object_id: str, given: dict[str, Any]) -> Any:
    method, path = operation.replace("{}", object_id).split(" ")
    if method == "POST":
        return client.post(path, data=encoded(given))
    return client.open(path, method=method, query_string=encoded(given))


def error_of(client: FlaskClient, operation: str, object_id: str, given: dict[str, Any]) -> dict[str, Any]:
    answer = send(client, operation, object_id, given)
    assert answer.status_code == 400, f"{operation} with {given}: {answer.get_json()}"
    error: dict[str, Any] = answer.get_json()["error"]
    return error


def model_of(client: FlaskClient, operation: str, object_id: str) -> dict[str, Any]:
    """The JSON Schema of the model that the route parses its parameters by; of no parameters if there is none."""
    models: list[Any] = []

    def parse(model: Any, _given: Any) -> NoReturn:
        models.append(model)
        raise InvalidRequest("Only the model was wanted.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(params, "parse", parse)
        send(client, operation, object_id, least(schema_of(operation)))
    found: dict[str, Any] = models[0].model_json_schema() if models else {"type": "object", "properties": {}}
    return found


def encoded(given: dict[str, Any]) -> dict[str, str]:
    """The form encoding: one pair a leaf."""
    return {spelled(where): value for where, value in leaves((), given)}


def leaves(where: Where, value: Any) -> Iterator[tuple[Where, str]]:
    if isinstance(value, list):
        value = {str(index): item for index, item in enumerate(value)}
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves((*where, key), inner)
    else:
        yield where, value if isinstance(value, str) else json.dumps(value)


def spelled(where: Where) -> str:
    return where[0] + "".join(f"[{part}]" for part in where[1:])


def nested(where: Where, value: Any) -> Any:
    """A hash in which the value stands there."""
    for part in reversed(where):
        value = {part: value}
    return value


def everything(where: Where, schema: dict[str, Any]) -> Iterator[tuple[Where, dict[str, Any]]]:
    """All parameters below, however deep, with their schemas. Of alternative hashes the first stands for all."""
    found = alternatives(schema)
    others = [each for each in found if "properties" in each][1:]
    for each in (each for each in found if each not in others):
        inner = {(*where, name): value for name, value in each.get("properties", {}).items()}
        if "items" in each:
            inner[(*where, "0")] = each["items"]
        if isinstance(each.get("additionalProperties"), dict):
            inner[(*where, "key")] = each["additionalProperties"]
        for path, below in inner.items():
            yield path, below
            yield from everything(path, below)


def hashes(where: Where, schema: dict[str, Any]) -> Iterator[tuple[Where, dict[str, Any]]]:
    """All hashes with named parameters: the request itself, and those below."""
    yield where, schema
    for path, below in everything(where, schema):
        found = [each for each in alternatives(below) if "properties" in each]
        if len(found) == 1:
            yield path, found[0]


def alternatives(schema: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = schema.get("anyOf", [schema])
    return found


def kinds_of(schema: dict[str, Any]) -> set[str]:
    """`text` is a string that can be anything."""
    return {
        "text" if each["type"] == "string" and "enum" not in each else each["type"]
        for each in alternatives(schema)
        if "type" in each
    }


def least(schema: dict[str, Any]) -> Any:
    """The smallest value that Stripe's structure allows."""
    schema = next(each for each in alternatives(schema) if each.get("enum") != [""])
    kind = schema.get("type")
    if kind == "object":
        return {name: some(schema["properties"][name]) for name in schema.get("required", ())}
    if kind == "array":
        return [some(schema["items"])]
    if "enum" in schema:
        return next(value for value in schema["enum"] if value)
    if schema.get("format") == "currency":
        return "eur"
    return {"integer": 1, "number": 1, "boolean": True, "string": "1"}.get(str(kind))


def filled(schema: dict[str, Any], where: Where, value: Any) -> Any:
    """A hash in which the value stands there, complete on the way to it."""
    if not where:
        return value
    name, *rest = where
    for each in alternatives(schema):
        if name in each.get("properties", {}):
            return least(each) | {name: filled(each["properties"][name], tuple(rest), value)}
        if "items" in each or isinstance(each.get("additionalProperties"), dict):
            return {name: filled(each.get("items") or each["additionalProperties"], tuple(rest), value)}
    raise KeyError(where)


def is_covered(where: Where, model: Any, defined: dict[str, Any]) -> bool:
    """Whether a model's JSON Schema names the parameter."""
    model = defined[model["$ref"].rpartition("/")[2]] if "$ref" in model else model
    if not where:
        return True
    name, *rest = where
    inner = [*model.get("anyOf", ())]
    if inner:
        return any(is_covered(where, each, defined) for each in inner)
    if name in model.get("properties", {}):
        return is_covered(tuple(rest), model["properties"][name], defined)
    below = model.get("items" if name == "0" else "additionalProperties")
    return isinstance(below, dict) and is_covered(tuple(rest), below, defined)


def some(schema: dict[str, Any]) -> Any:
    """A value as small as form encoding can say it, which has no empty hashes."""
    value = least(schema)
    if value:
        return value
    path, below = next(everything((), schema), ((), schema))
    return {path[0]: some(below)} if path else "1"


def is_unsayable(schema: dict[str, Any]) -> bool:
    """A hash without names, which form encoding cannot send, or that is unset by an empty text only."""
    kinds = [each for each in alternatives(schema) if each.get("enum") != [""]]
    return all(each.get("type") == "object" and not each.get("properties") for each in kinds)


def contradictions(where: Where, model: Any, known: Any, defined: dict[str, Any]) -> Iterator[str]:
    """Of a model's JSON Schema to Stripe's, whose nulls are empty texts."""
    model = defined[model["$ref"].rpartition("/")[2]] if "$ref" in model else model
    if "anyOf" in model:
        for each in model["anyOf"]:
            if each != {"type": "null"}:
                yield from contradictions(where, each, known, defined)
        return
    if not known:
        return
    values = set(model.get("enum", ())) | ({model["const"]} if "const" in model else set())
    kind = "boolean" if values and values <= {"true", "false"} else model["type"]
    kinds = [each for each in alternatives(known) if each.get("type") == kind]
    if not kinds:
        yield f"{where} is a {kind}"
    properties = {name: inner for each in kinds for name, inner in each.get("properties", {}).items()}
    for name, inner in model.get("properties", {}).items():
        if name in properties:
            yield from contradictions((*where, name), inner, properties[name], defined)
        else:
            yield f"{(*where, name)} is unknown to Stripe"
    if "items" in model and kinds:
        yield from contradictions((*where, "0"), model["items"], kinds[0]["items"], defined)
    known_values = {value for each in kinds for value in each.get("enum", ())}
    if known_values and values - known_values:
        yield f"{where} can be {values - known_values}"
