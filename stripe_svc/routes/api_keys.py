"""`Authorization: Bearer <key>` for everything under /v1."""

import hmac

from flask import current_app, g, request

from stripe_svc.errors import Unauthorized


def require_api_key() -> None:
    """Runs before each request of a blueprint; leaves the client's name in `g.client`. Raises Unauthorized."""
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not given:
        raise Unauthorized("Send a header 'Authorization: Bearer <key>' with one of the keys in API_KEYS.")
    g.client = None
    for name, key in current_app.extensions["settings"].api_keys.items():
        # All are compared, in constant time: how long it takes says nothing about the keys.
        if hmac.compare_digest(given.strip().encode(), key.encode()):
            g.client = name
    if g.client is None:
        raise Unauthorized("This key is none of those in API_KEYS.")
