"""What the local Stripe sends, held against the structure of Stripe's own objects (`sandbox/stripe/structure.json`).

`stripe_process` hands in whatever a test receives over HTTP, and `conftest.py` fails the test whose objects Stripe
would not have sent.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from jsonschema.protocols import Validator

from sandbox.stripe.objects import API_VERSION
from sandbox.stripe.structure import closed, operations, structure

_noted: list[str] = []
_looked_at: set[int] = set()


def taken_notes() -> list[str]:
    """What was wrong with what came since the last look."""
    taken = list(_noted)
    _noted.clear()
    return taken


def check_answer(method: str, url: str, status: int, text: str | bytes) -> None:
    path = urlsplit(url).path
    try:
        _noted.extend(f"{method} {path}: {wrong}" for wrong in _wrong_text(method, path, status, text))
    except ValueError:
        _noted.append(f"{method} {path}: not JSON, but {text[:100]!r}")


def _wrong_text(method: str, path: str, status: int, text: str | bytes) -> Iterator[str]:
    if path.startswith("/v1/"):
        yield from _wrong_answer(method, path, status, json.loads(text))
    elif path.startswith("/_sandbox/") and status == 200:
        yield from wrong_object(json.loads(text))


def _wrong_answer(method: str, path: str, status: int, body: Any) -> Iterator[str]:
    if status != 200:
        yield from complaints("error", body)
        return
    operation = _operation(method, path)
    if body.get("object") == "list":
        body["data"] = [each for each in body["data"] if _is_news(operation, each)]
    yield from wrong_object(body) if operation is None else complaints(operation, body)
    for each in body["data"] if body.get("object") == "list" else [body]:
        if each.get("object") == "event":
            yield from wrong_event(each)


def _is_news(operation: str | None, body: Any) -> bool:
    """Lists show the same again and again; looking at it once saves most of the time."""
    key = hash((operation, json.dumps(body)))
    if key in _looked_at:
        return False
    _looked_at.add(key)
    return True


def check_event(event: Any) -> None:
    """An event that a webhook endpoint received."""
    if event["object"] == "event" and event["api_version"] == API_VERSION:
        _noted.extend(complaints("event", event))
        _noted.extend(wrong_event(event))


def wrong_event(event: Any) -> Iterator[str]:
    """What Stripe's document leaves open: an event holds an object as its own kind describes it."""
    subject, previous = event["data"]["object"], event["data"].get("previous_attributes", {})
    yield from wrong_object(subject)
    known = structure()["schemas"].get(subject["object"], {}).get("properties", previous)
    yield from (f"{event['type']}: {subject['object']} has no {name}" for name in previous if name not in known)


def wrong_object(body: Any) -> Iterator[str]:
    """An object of a route that Stripe's document does not have, by the name that it gives itself."""
    if isinstance(body, dict) and body.get("object") in structure()["schemas"]:
        deleted = "deleted_" if body.get("deleted") is True else ""
        yield from complaints(f"{deleted}{body['object']}", body)


def complaints(name: str, body: Any) -> Iterator[str]:
    """Against a schema or an operation's answer."""
    wrong = best_match(_validator(name).iter_errors(body))
    while wrong is not None and wrong.context:
        wrong = max(wrong.context, key=lambda each: (len(each.path), each.validator != "type"))  # the nearest miss
    if wrong is not None:
        yield f"{name} at {wrong.json_path}: {wrong.message[:300]}"


@cache
def _validator(name: str) -> Validator:
    schemas = structure()["schemas"]
    wanted = schemas[name] if name in schemas else operations()[name]["returns"]
    return Draft202012Validator(closed(wanted) | {"schemas": _schemas()})


@cache
def _schemas() -> dict[str, Any]:
    return {name: closed(schema) for name, schema in structure()["schemas"].items()}


def _operation(method: str, path: str) -> str | None:
    """A path that is spelled out goes before one with an id in its place."""
    found = [key for key, pattern in _patterns() if pattern.fullmatch(f"{method.upper()} {path}")]
    return min(found, key=lambda key: key.count("{}"), default=None)


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(key, re.compile(re.escape(key).replace(r"\{\}", "[^/]+"))) for key in operations()]
