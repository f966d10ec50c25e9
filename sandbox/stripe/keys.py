"""API keys: secret ones may do all, restricted ones (`rk_test_…`) what they were given.

https://docs.stripe.com/keys#limit-access. One that nobody described (POST /_sandbox/keys) may do all, too.
"""

import secrets

from .errors import Forbidden, Unauthorized
from .state import State
from .store import Transaction

KIND = "sandbox.restricted_key"

# The first part of a path below /v1, and what Stripe calls the permission to use it; /write includes /read.
RESOURCES = {
    "billing_portal": "customer_portal",
    "charges": "charge",
    "checkout": "checkout_session",
    "customers": "customer",
    "disputes": "dispute",
    "events": "event",
    "invoice_payments": "invoice",
    "invoiceitems": "invoice",
    "invoices": "invoice",
    "payment_intents": "payment_intent",
    "payment_methods": "payment_method",
    "payment_pages": "checkout_session",
    "prices": "plan",
    "products": "product",
    "refunds": "charge",
    "stripecli": "stripecli_session",
    "subscriptions": "subscription",
    "test_helpers": "billing_clock",
    "webhook_endpoints": "webhook",
}
PERMISSIONS = sorted({f"rak_{name}_{kind}" for name in RESOURCES.values() for kind in ("read", "write")})


def restrict(tx: Transaction, key: str, permissions: list[str]) -> None:
    """From now on the key may do this and nothing else."""
    body = {"id": key, "object": KIND, "permissions": permissions}
    if tx.find(key, KIND) is None:
        tx.insert(body)
    else:
        tx.update(body)


def check(state: State, key: str, method: str, path: str) -> None:
    """Raise unless a request with the key may be answered."""
    if not key:
        raise Unauthorized("You did not provide an API key.")
    if state.api_key is None:
        is_known = key.startswith(("sk_test_", "rk_test_"))
    else:
        is_known = secrets.compare_digest(key.encode(), state.api_key.encode())
    if not is_known:
        raise Unauthorized(f"Invalid API Key provided: {key[:8]}****")
    if key.startswith("rk_"):
        _check_permission(state, key, method, path)


def _check_permission(state: State, key: str, method: str, path: str) -> None:
    with state.store.snapshot() as tx:
        found = tx.find(key, KIND)
    name = RESOURCES.get(path.removeprefix("/v1/").partition("/")[0])
    if found is None or name is None:
        return
    write = f"rak_{name}_write"
    needed = f"rak_{name}_read" if method == "GET" else write
    if not {needed, write} & set(found["permissions"]):
        raise Forbidden(
            f"The provided key '{key[:8]}****' does not have the required permissions for this endpoint. Having the"
            f" '{needed}' permission would allow this request to continue."
        )
