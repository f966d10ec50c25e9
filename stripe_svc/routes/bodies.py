"""Request bodies: read whole or refused; what nobody read is taken off the connection."""

import json
import time
from typing import Any

from flask import Response, request
from werkzeug.exceptions import RequestEntityTooLarge

from stripe_svc.errors import RequestMalformed, UnsupportedMediaType

# How much, and for how long, a client may go on sending what is not wanted.
MAX_DRAIN = 16 * 1024 * 1024
DRAIN_SECONDS = 5


def read_body(limit: int) -> bytes:
    """The whole body. Raises RequestEntityTooLarge over `limit` bytes, RequestMalformed if some of it is missing."""
    # One byte more: werkzeug cuts a chunked body off at the maximum and says nothing.
    request.max_content_length = limit + 1
    try:
        body = request.get_data(cache=False)
    except RequestEntityTooLarge:
        raise RequestEntityTooLarge(f"The body is larger than {limit} bytes.") from None
    if len(body) > limit:
        raise RequestEntityTooLarge(f"The body is larger than {limit} bytes.")
    if len(body) < (request.content_length or 0):
        raise RequestMalformed("The connection ended before the body did.")
    return body


def read_json(limit: int) -> bytes:
    """The same, if its content type is JSON. Raises UnsupportedMediaType as well."""
    if request.mimetype != "application/json":
        raise UnsupportedMediaType("Send JSON, with the header 'Content-Type: application/json'.")
    return read_body(limit)


def read_optional_json(limit: int) -> bytes:
    """The same; a request without a body is as one with an empty object."""
    return read_json(limit) if _has_body() or request.content_type else b"{}"


def _has_body() -> bool:
    return bool(request.content_length) or "chunked" in request.headers.get("Transfer-Encoding", "").lower()


def refuse_repeated_names(body: bytes) -> None:
    """Raises RequestMalformed if an object in this valid JSON names a member twice: which of them counts?"""
    json.loads(body, object_pairs_hook=_unique)


def _unique(members: list[tuple[str, Any]]) -> None:
    names = [name for name, _ in members]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise RequestMalformed(f"{twice[:100]} is there twice in one object.")


def drain_unread_body(response: Response) -> Response:
    """Before a refusal: takes what the client still sends, within bounds, so that it gets to see the answer.

    Closing a connection that holds unread bytes resets it, and a reset takes back an answer that was not read yet.
    Afterwards would be too late on a connection that stays open: the next request may stand behind the body then.
    """
    if response.status_code >= 400 and _has_body():
        _drain(request.environ)
    return response


def _drain(environ: dict[str, Any]) -> None:
    stream, connection = environ["wsgi.input"], environ.get("gunicorn.socket")
    deadline, left = time.monotonic() + DRAIN_SECONDS, MAX_DRAIN
    try:
        if connection:
            connection.settimeout(DRAIN_SECONDS)
        while left > 0 and time.monotonic() < deadline and (chunk := stream.read(min(left, 64 * 1024))):
            left -= len(chunk)
    except (OSError, ValueError):
        pass  # the client has gone, or stopped sending
    finally:
        if connection:
            connection.settimeout(None)
