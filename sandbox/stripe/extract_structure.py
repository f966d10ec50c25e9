"""Make `structure.json` from Stripe's OpenAPI document: the structure of what the local Stripe accepts and returns.

    python -m sandbox.stripe.extract_structure openapi.json

The document is openapi/spec3.json of https://github.com/stripe/openapi (MIT). Run this when a route was added: which
operations are wanted is read off the app. Only facts are taken over (names, types, what is required, which values
there are), as JSON Schema. Objects that are only ever ids here and ways to pay that do not exist here are cut.
"""

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .app import create_app
from .newer import IN_OBJECTS, IN_REQUESTS, RENAMED, Newer
from .objects import API_VERSION, BANK_DEBITS
from .state import State
from .store import Store
from .structure import PATH, Schema, operation_key

REFERENCE = "#/components/schemas/"
FORM = "application/x-www-form-urlencoded"
AS_THEY_ARE = ("type", "enum", "format", "maxLength", "required")

# Objects that no route of their own returns, yet others hold them.
HELD_BY_OTHERS = {
    "balance_transaction",
    "invoice_payment",
    "item",
    "line_item",
    "payment_method",
    "subscription_item",
}


def main() -> None:
    document = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    PATH.write_text("".join(_lines(extracted(document, routes()))), encoding="utf-8")


def routes() -> set[str]:
    """What the app answers, as keys of operations."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "stripe.db")
        rules = list(create_app(State(store, None)).url_map.iter_rules())
        store.close()
    return {operation_key(method, rule.rule) for rule in rules for method in rule.methods or ()}


def extracted(document: Schema, wanted: set[str]) -> Schema:
    found = {
        f"{method.upper()} {path}": operation
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if operation_key(method.upper(), path) in wanted
    }
    returned = {name for operation in found.values() for name in _references(_answer(operation))}
    schemas: Schema = document["components"]["schemas"]
    elsewhere = _elsewhere(schemas, returned)
    operations: Schema = {
        name: {
            "params": _converted(_params(operation), elsewhere, of_request=True),
            "returns": _converted(_answer(operation), elsewhere),
        }
        for name, operation in sorted(found.items())
    }
    _overlay_requests(operations)
    objects = _with_all_that_they_hold(returned | {"error"}, schemas, elsewhere)
    _overlay(objects, IN_OBJECTS)
    versions = {"version": API_VERSION, "made_from": document["info"]["version"]}
    return versions | {"operations": operations, "schemas": objects}


def _answer(operation: Schema) -> Schema:
    answer: Schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    return answer


def _params(operation: Schema) -> Schema:
    """The body and the query, which Stripe does not tell apart."""
    body = operation.get("requestBody", {}).get("content", {}).get(FORM, {}).get("schema", {})
    query = [each for each in operation.get("parameters", ()) if each["in"] == "query"]
    return {
        "type": "object",
        "properties": body.get("properties", {}) | {each["name"]: each["schema"] for each in query},
        "required": [*body.get("required", ()), *(each["name"] for each in query if each.get("required"))],
    }


@dataclass(frozen=True)
class Elsewhere:
    """What Stripe has and the local Stripe has not: objects other than by their id, and ways to pay."""

    objects: set[str]
    payment_methods: set[str]


def _elsewhere(schemas: Schema, returned: set[str]) -> Elsewhere:
    payment_methods = set(schemas["payment_method"]["properties"]["type"]["enum"])
    return Elsewhere(
        {name for name in schemas if _is_object(schemas[name])} - returned - HELD_BY_OTHERS,
        payment_methods - {"card", *BANK_DEBITS.values()},
    )


def _is_object(schema: Schema) -> bool:
    """Whether it is one of Stripe's objects, which have an id, and not a part of one."""
    properties = schema.get("properties", {})
    return "id" in properties and "enum" in properties.get("object", {})


def _with_all_that_they_hold(names: set[str], schemas: Schema, elsewhere: Elsewhere) -> Schema:
    found: Schema = {}
    todo = set(names)
    while todo:
        name = todo.pop()
        found[name] = _converted(schemas[name], elsewhere)
        todo |= set(_references(found[name])) - found.keys()
    return dict(sorted(found.items()))


def _references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"].rpartition("/")[2]
        schema = list(schema.values())
    if isinstance(schema, list):
        for inner in schema:
            yield from _references(inner)


def _converted(schema: Schema, elsewhere: Elsewhere, *, of_request: bool = False) -> Any:
    """OpenAPI 3.0's schema as JSON Schema, without prose. False is the schema of what does not exist here."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(REFERENCE)
        return False if name in elsewhere.objects else {"$ref": f"#/schemas/{name}"}
    found: Schema = {keyword: schema[keyword] for keyword in AS_THEY_ARE if schema.get(keyword)}
    if "properties" in schema:
        # No object has a way to pay that is not here; a request can name one, and is told that it is not covered.
        cut = {name for name in elsewhere.payment_methods if _is_hash(schema["properties"].get(name, {}))}
        found["properties"] = {
            name: {} if name in cut else _converted(inner, elsewhere, of_request=of_request)
            for name, inner in sorted(schema["properties"].items())
            if of_request or name not in cut
        }
    for keyword in ("items", "additionalProperties"):
        inner = schema.get(keyword)
        if inner:
            found[keyword] = True if inner is True else _converted(inner, elsewhere, of_request=of_request)
    if "anyOf" in schema:
        alternatives = [_converted(inner, elsewhere, of_request=of_request) for inner in schema["anyOf"]]
        found["anyOf"] = [inner for inner in alternatives if inner is not False]
    return _or_null(found) if schema.get("nullable") else found


def _is_hash(schema: Schema) -> bool:
    return "$ref" in schema or schema.get("type") == "object" or any(map(_is_hash, schema.get("anyOf", ())))


def _or_null(schema: Schema) -> Schema:
    if "type" in schema:
        schema["type"] = [schema["type"], "null"]
    if "enum" in schema:
        schema["enum"] = [*schema["enum"], None]
    if "anyOf" in schema:
        schema["anyOf"] = [*schema["anyOf"], {"type": "null"}]
    return schema


def _overlay_requests(operations: Schema) -> None:
    """Also note what an API version from before the renaming has instead; null is what it does not have."""
    before = {name: dict(operation["params"]["properties"]) for name, operation in operations.items()}
    _overlay({name: operation["params"] for name, operation in operations.items()}, IN_REQUESTS)
    for name, operation in operations.items():
        old, new = before[name], operation["params"]["properties"]
        changed = [each for names in RENAMED.items() for each in names if old.get(each) != new.get(each)]
        if changed:
            operation["before_renaming"] = {each: old.get(each) for each in changed}


def _overlay(places: Schema, differences: Iterable[Newer]) -> None:
    for newer in differences:
        if newer.place in places:
            *path, name = newer.name.split(".")
            properties = places[newer.place]["properties"]
            for step in path:
                properties = _hash(properties[step])["properties"]
            _change(properties, name, newer)


def _hash(schema: Schema) -> Schema:
    """The hash that a parameter is, is a list of, or can be."""
    while "properties" not in schema:
        schema = schema["items"] if "items" in schema else next(x for x in schema["anyOf"] if x["type"] != "string")
    return schema


def _change(properties: Schema, name: str, newer: Newer) -> None:
    if newer.was is not None:
        properties[name] = properties.pop(newer.was)
    elif newer.gone:
        del properties[name]
    elif newer.more_values:
        properties[name] = properties[name] | {"enum": [*properties[name]["enum"], *newer.more_values]}
    else:
        properties[name] = newer.schema


def _lines(structure: Schema) -> Iterator[str]:
    """One line an operation or schema: that is compact, and a diff of it says what changed."""
    yield "{\n"
    for index, (name, value) in enumerate(structure.items()):
        yield ",\n" if index else ""
        if not isinstance(value, dict):
            yield f"{json.dumps(name)}: {json.dumps(value)}"
            continue
        inner = ",\n".join(f" {json.dumps(key)}: {json.dumps(each, sort_keys=True)}" for key, each in value.items())
        yield f"{json.dumps(name)}: {{\n{inner}\n}}"
    yield "\n}\n"


if __name__ == "__main__":
    main()
