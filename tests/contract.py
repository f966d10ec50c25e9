"""Holds answers against the OpenAPI document's table: known status, known content type, the promised shape."""

import re
from typing import Any

from pydantic import BaseModel, TypeAdapter

from stripe_svc.models import Problem
from stripe_svc.openapi import ROUTES, Route

PROBLEM = "application/problem+json"


def check_answer(method: str, path: str, status: int, content_type: str, body: bytes) -> None:
    """Raises if the document does not promise this answer."""
    path = path.partition("?")[0]
    if path.startswith("/static/") or method in {"HEAD", "OPTIONS"}:
        return
    kind = content_type.partition(";")[0]
    route = _route(method, path)
    if route is None:
        assert status in {401, 404, 405}, f"{method} {path} is not in the document and answers {status}"
        assert kind == PROBLEM
        _check(Problem, body)
        return

    assert status in route.statuses, f"{method} {route.path} does not promise {status}"
    if kind == PROBLEM:
        assert status in route.problems_by_status()
        _check(Problem, body)
        return
    promised: dict[str, Any] = {
        model if isinstance(model, str) else "application/json": model for model in route.answers.get(status, [])
    }
    assert kind in promised, f"{method} {route.path} does not promise {kind}"
    if not isinstance(promised[kind], str):
        _check(promised[kind], body)


def _route(method: str, path: str) -> Route | None:
    for route in ROUTES:
        pattern = re.sub(r"\\{\w+\\}", "[^/]+", re.escape(route.path)) + "/?"
        if route.method == method and re.fullmatch(pattern, path):
            return route
    return None


def _check(model: type[BaseModel], body: bytes) -> None:
    # By alias, strictly, and without any field that the model does not name.
    TypeAdapter(model).validate_json(body, strict=True, extra="forbid", by_alias=True, by_name=False)
