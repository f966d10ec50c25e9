"""Checkouts: a Stripe Checkout Session for an order, and never a paid one that we do not know.

The attempt is committed before Stripe is called, so whatever happens after that can be told: dying before
Stripe's answer is healed by calling again (the same idempotency key gives the same session), and an event that
overtakes our own commit names the attempt in its metadata.
"""

import uuid
from datetime import UTC, datetime
from typing import Any

from stripe_svc import dao
from stripe_svc.database import Connection, Database
from stripe_svc.errors import (
    NoOpenCheckout,
    OrderNotFound,
    OrderNotPayable,
    RequestInProgress,
    StripeFailed,
    StripeRefused,
)
from stripe_svc.logs import log
from stripe_svc.services.customers import ensure_customer
from stripe_svc.stripe_api import StripeApi

PAYABLE = {"pending", "failed"}
MADE_BY_MODE = {"payment": "payment_intent_data", "subscription": "subscription_data"}


def start_checkout(database: Database, stripe: StripeApi, public_url: str, order_id: int) -> dict[str, Any]:
    """The order's open Checkout Session, created if there is none: `{order_id, session_id, url, expires_at}`.

    Raises OrderNotFound, OrderNotPayable, and what StripeApi raises.
    """
    customer_id = _customer_of_subscription(database, stripe, order_id)
    with database.transaction() as conn:
        terms = _payable_terms(conn, order_id)
        dao.end_checkout_attempts(conn, order_id)
        dao.insert_checkout_attempt(conn, order_id, _session_request(terms, public_url, customer_id))
        attempt = dao.get_live_checkout_attempt(conn, order_id)

    if attempt is None:
        # It ended between our two statements, by another request.
        raise RequestInProgress(f"The checkout of order {order_id} changed under this request. Try again.")
    if attempt["session_id"] is None:
        attempt = _create_session(database, stripe, order_id, attempt)
    return {
        "order_id": order_id,
        "session_id": attempt["session_id"],
        "url": attempt["url"],
        "expires_at": attempt["expires_at"],
    }


def _payable_terms(conn: Connection, order_id: int) -> dict[str, Any]:
    terms = dao.get_order_terms(conn, order_id)
    if terms is None:
        raise OrderNotFound(f"There is no order {order_id}.")
    if terms["status"] not in PAYABLE:
        raise OrderNotPayable(f"Order {order_id} is {terms['status']}. Create a new order to be paid again.")
    return terms


def _customer_of_subscription(database: Database, stripe: StripeApi, order_id: int) -> str | None:
    """Who subscribes, if the order says: before anything is locked, as Stripe may have to be asked."""
    with database.transaction() as conn:
        terms = _payable_terms(conn, order_id)
    return ensure_customer(database, stripe, terms) if terms["mode"] == "subscription" else None


def expire_checkout(database: Database, stripe: StripeApi, order_id: int) -> None:
    """Ends the order's open Checkout Session at Stripe. The order's status changes when Stripe's event says so.

    Raises OrderNotFound, NoOpenCheckout, and what StripeApi raises.
    """
    with database.transaction() as conn:
        if dao.get_order_terms(conn, order_id) is None:
            raise OrderNotFound(f"There is no order {order_id}.")
        dao.end_checkout_attempts(conn, order_id)
        attempt = dao.get_live_checkout_attempt(conn, order_id)
    if attempt is None or attempt["session_id"] is None:
        raise NoOpenCheckout(f"Order {order_id} has no open checkout that could be expired.")
    stripe.expire_checkout_session(attempt["session_id"], idempotency_key=f"expire-{uuid.uuid4()}")
    with database.transaction() as conn:
        dao.record_checkout_expiry(conn, attempt_id=str(attempt["id"]))
    log("checkout.expired", order_id=order_id, session_id=attempt["session_id"])


def _create_session(database: Database, stripe: StripeApi, order_id: int, attempt: dict[str, Any]) -> dict[str, Any]:
    attempt_id = str(attempt["id"])
    try:
        session = stripe.create_checkout_session(
            _with_attempt(attempt["request"], attempt_id), idempotency_key=f"checkout-{attempt_id}"
        )
    except (StripeRefused, StripeFailed) as error:
        # Stripe would repeat this answer for as long as it keeps the key: the next try needs a new one.
        with database.transaction() as conn:
            dao.record_checkout_refusal(conn, attempt_id=attempt_id, reason=error.detail)
        log("checkout.refused", order_id=order_id, attempt_id=attempt_id, reason=error.detail)
        raise

    with database.transaction() as conn:
        # The order before the attempt, as start_checkout() locks them: the other way round two could deadlock.
        if session.amount_subtotal is not None:
            dao.record_order_amount(conn, order_id=order_id, amount_subtotal=session.amount_subtotal)
        recorded = dao.record_checkout_session(
            conn, attempt_id=attempt_id, session_id=session.id, url=session.url, expires_at=session.expires_at
        )
    if not recorded:
        # Another request of the same attempt was refused and ended it: there may be a newer session by now.
        raise RequestInProgress(f"The checkout of order {order_id} changed under this request. Try again.")
    log("checkout.created", order_id=order_id, session_id=session.id)
    return {
        "session_id": session.id,
        "url": session.url,
        "expires_at": datetime.fromtimestamp(session.expires_at, UTC),
    }


def _session_request(terms: dict[str, Any], public_url: str, customer_id: str | None) -> dict[str, Any]:
    """Stripe's parameters for a session. https://docs.stripe.com/api/checkout/sessions/create"""
    order_id = str(terms["id"])
    metadata = {**terms["metadata"], "order_id": order_id}
    request = {
        "mode": terms["mode"],
        "client_reference_id": order_id,
        # Stripe refuses prices of another one, before a buyer pays what would have to be reviewed.
        "currency": terms["currency"],
        "line_items": [_line_item(item, terms["currency"]) for item in terms["line_items"]],
        "metadata": metadata,
        # What the session makes carries the order's id, too.
        MADE_BY_MODE[terms["mode"]]: {"metadata": metadata},
        "success_url": terms["success_url"] or f"{public_url}/checkout/return?session_id={{CHECKOUT_SESSION_ID}}",
        "cancel_url": terms["cancel_url"],
        "customer": customer_id,
        "customer_email": terms["customer_email"] if customer_id is None else None,
    }
    if terms["trial_period_days"] is not None:
        request["subscription_data"]["trial_period_days"] = terms["trial_period_days"]
    return {name: value for name, value in request.items() if value is not None}


def _line_item(item: dict[str, Any], currency: str) -> dict[str, Any]:
    if "price" in item:
        return {"price": item["price"], "quantity": item["quantity"]}
    price: dict[str, Any] = {
        "currency": currency,
        "unit_amount": item["unit_amount"],
        "product_data": {"name": item["name"]},
    }
    if "recurring" in item:
        price["recurring"] = item["recurring"]
    return {"price_data": price, "quantity": item["quantity"]}


def _with_attempt(request: dict[str, Any], attempt_id: str) -> dict[str, Any]:
    """The stored request with the attempt's id in the metadata of the session and of what it makes."""
    metadata = {**request["metadata"], "checkout_attempt_id": attempt_id}
    made = MADE_BY_MODE[request["mode"]]
    return {**request, "metadata": metadata, made: {**request[made], "metadata": metadata}}
