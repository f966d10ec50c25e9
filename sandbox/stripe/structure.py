"""The structure of Stripe's API as far as it is spoken here: `structure.json`, which `extract_structure` makes.

Per operation the parameters and what it returns, and the schemas of the objects, all as JSON Schema. In it, as in
Stripe's document, a property that is not named does not exist; only JSON Schema has to be told, by `closed`.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

PATH = Path(__file__).with_name("structure.json")

Schema = dict[str, Any]

# Which names of parameters are meant: of the API version spoken here, of one from before, or either.
Spelling = Literal["new", "old", "either"]


def operation_key(method: str, path: str) -> str:
    """`GET /v1/refunds/{}`: what Stripe and Flask call an id in a path is no part of the operation's name."""
    return f"{method} {re.sub(r'<[^>]*>|{[^}]*}', '{}', path)}"


@cache
def structure() -> Schema:
    found: Schema = json.loads(PATH.read_text(encoding="utf-8"))
    return found


@cache
def operations() -> dict[str, Schema]:
    return {operation_key(*name.split(" ")): operation for name, operation in structure()["operations"].items()}


@cache
def params_of(key: str, spelling: Spelling = "new") -> Schema | None:
    """What an operation accepts, or None if it is not in Stripe's document. See `newer.RENAMED`."""
    operation = operations().get(key)
    if operation is None:
        return None
    params: Schema = operation["params"]
    old = operation.get("before_renaming")
    if old is not None and spelling != "new":
        gone = [name for name, schema in old.items() if schema is None and spelling == "old"]
        properties = params["properties"] | {name: schema for name, schema in old.items() if schema is not None}
        params = params | {"properties": {name: each for name, each in properties.items() if name not in gone}}
    closed_params: Schema = closed(params)
    return closed_params


def closed(schema: Any) -> Any:
    """The same schema, refusing properties that it does not name."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    found = {
        keyword: {name: closed(inner) for name, inner in value.items()} if keyword == "properties" else closed(value)
        for keyword, value in schema.items()
    }
    if "properties" in found:
        found.setdefault("additionalProperties", False)
    return found
