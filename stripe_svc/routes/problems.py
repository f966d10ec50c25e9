"""Errors as `application/problem+json` (RFC 9457): the one place that knows both our errors and HTTP."""

import logging

from flask import Flask, Response, json
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from stripe_svc.errors import RequestInvalid, RequestMalformed, ServiceError
from stripe_svc.logs import log

_DETAILS = {
    400: "The request cannot be read.",
    404: "There is no such route. GET /docs lists the routes.",
    405: "This route does not take this method; the Allow header names those that it does.",
}
MAX_ERRORS = 50
MAX_FIELD = 100
# Unions name their members in an error's place; the caller did not write those.
_UNION_TAGS = {"new", "priced"}


def register_problems(app: Flask) -> None:
    app.register_error_handler(ServiceError, _service_problem)
    app.register_error_handler(ValidationError, _validation_problem)
    app.register_error_handler(HTTPException, _http_problem)
    app.register_error_handler(Exception, _unexpected_problem)


def _service_problem(error: ServiceError) -> Response:
    response = _problem(
        status=error.status,
        slug=_slug(type(error).__name__),
        title=_title(error),
        detail=error.detail,
        errors=list(error.errors),
    )
    if error.retry_after:
        response.headers["Retry-After"] = str(error.retry_after)
    if error.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    log(
        "request.refused" if error.status < 500 else "request.failed",
        status=error.status,
        detail=error.detail,
    )
    return response


def _validation_problem(error: ValidationError) -> Response:
    problems = error.errors(include_url=False, include_context=False)
    if problems[0]["type"] == "json_invalid":
        return _service_problem(RequestMalformed(f"{problems[0]['msg']}."))
    errors = [
        {"field": _field(problem["loc"]), "message": problem["msg"].removeprefix("Value error, ")}
        for problem in problems[:MAX_ERRORS]
    ]
    first = errors[0]
    detail = f"{first['field']}: {first['message']}" if first["field"] else first["message"]
    return _service_problem(RequestInvalid(f"{detail}.", errors=errors))


def _field(path: tuple[int | str, ...]) -> str:
    """('line_items', 0, 'new', 'name') -> line_items.0.name; ('metadata', 'colour', '[key]') -> metadata.colour"""
    if path[:1] == ("line_items",):
        path = tuple(part for part in path if part not in _UNION_TAGS)
    if path[-1:] == ("[key]",):
        path = path[:-1]
    return ".".join(str(part) for part in path)[:MAX_FIELD]


def _http_problem(error: HTTPException) -> Response:
    status = error.code or 500
    detail = _DETAILS.get(status) or error.description or error.name
    response = _problem(status=status, slug=_slug(type(error).__name__), title=error.name, detail=detail)
    for name, value in error.get_headers():
        if name.lower() not in {"content-type", "content-length"}:
            response.headers[name] = value
    return response


def _unexpected_problem(error: Exception) -> Response:
    log("request.crashed", logging.ERROR, error=f"{type(error).__name__}: {error}")
    logging.getLogger("stripe_svc").debug("request.traceback", exc_info=error)
    return _service_problem(ServiceError("An unexpected error; the log has the details."))


def _problem(*, status: int, slug: str, title: str, detail: str, errors: list[object] | None = None) -> Response:
    body = {"type": f"urn:stripe-svc:problem:{slug}", "title": title, "status": status, "detail": detail}
    if errors:
        body["errors"] = errors
    return Response(json.dumps(body), status, mimetype="application/problem+json")


def _title(error: ServiceError) -> str:
    return (type(error).__doc__ or "").splitlines()[0].rstrip(".")


def _slug(name: str) -> str:
    """OrderNotFound -> order-not-found"""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")
