"""The Flask app: which parts there are, and the guards in front of all of them.

Nothing here may be reached from another site's page in the developer's browser: requests must name a loopback
host (against DNS rebinding), and a POST that a browser sends must come from our own pages.
"""

import ipaddress
import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request
from werkzeug.exceptions import HTTPException

from . import (
    api,
    controls,
    dashboard,
    developers,
    endpoint_routes,
    listener_routes,
    money,
    pages,
    payment_routes,
)
from .answering import DROP
from .billing import portal_pages
from .billing import routes as billing_routes
from .errors import InvalidRequest, NotFound, ServerError
from .state import EXTENSION, State

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

MAX_BODY_BYTES = 1024 * 1024
SECURITY_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


def create_app(state: State) -> Flask:
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    app.config["MAX_FORM_MEMORY_SIZE"] = MAX_BODY_BYTES
    app.extensions[EXTENSION] = state
    app.jinja_env.filters["money"] = money.readable
    app.jinja_env.filters["typed"] = money.typed
    app.before_request(refuse_strangers)
    app.after_request(add_security_headers)
    app.register_error_handler(HTTPException, answer_http_error)
    app.register_blueprint(api.bp)
    app.register_blueprint(payment_routes.bp)
    app.register_blueprint(billing_routes.bp)
    app.register_blueprint(endpoint_routes.bp)
    app.register_blueprint(listener_routes.bp)
    app.register_blueprint(listener_routes.websocket_bp)
    app.register_blueprint(pages.bp)
    app.register_blueprint(portal_pages.bp)
    app.register_blueprint(dashboard.bp)
    app.register_blueprint(developers.bp)
    app.register_blueprint(controls.bp)
    app.wsgi_app = dropping_responses(app.wsgi_app)  # type: ignore[method-assign, assignment]
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    return app


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def refuse_strangers() -> None:
    if not is_loopback(urlsplit(f"//{request.host}").hostname or ""):
        abort(403, "The local Stripe answers only to a loopback host name.")
    if request.method in {"GET", "HEAD"}:
        return
    origin = request.headers.get("Origin")
    elsewhere = request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}
    if elsewhere or (origin is not None and origin != request.host_url.rstrip("/")):
        abort(403, "This form was sent from another site.")


def answer_http_error(error: HTTPException) -> HTTPException | tuple[dict[str, Any] | str, int]:
    """SDKs expect Stripe's error object, also of API versions that are not here at all, and of our own failures."""
    status = error.code or 500
    if not request.path.startswith(("/v1", "/v2", "/_sandbox")):
        return ("There is no such page.", 404) if status == 404 else error
    if status in {404, 405}:
        return NotFound(f"The local Stripe does not cover {request.method} {request.path}.").body(), status
    return (ServerError if status >= 500 else InvalidRequest)(error.description or error.name).body(), status


def add_security_headers(response: Response) -> Response:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def dropping_responses(wsgi_app: "WSGIApplication") -> "WSGIApplication":
    """Close the connection without an answer where a fault asks for it; the server takes it for a lost client."""

    def wrapped(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        held: list[tuple[Any, ...]] = []

        def hold(*args: Any) -> Any:
            held.append(args)
            return lambda _: None

        body = wsgi_app(environ, hold)
        if environ.get(DROP):
            raise ConnectionAbortedError("asked to drop the response")
        for args in held:
            start_response(*args)
        return body

    return wrapped
