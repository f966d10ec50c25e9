"""Events about Checkout Sessions in the shape and size in which Stripe sends them (API version of the pinned SDK)."""

import itertools
import json
import secrets
import time
import uuid
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

from stripe_svc import dao
from stripe_svc.database import Connection
from stripe_svc.handlers import facts_of, personal_of
from stripe_svc.handlers.event import parse_event

_numbers = itertools.count(1)


def event(type: str, obj: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """An event around an object."""
    return {
        "id": f"evt_{secrets.token_hex(12)}",
        "object": "event",
        "api_version": "2026-10-28.endive",
        "created": int(time.time()),
        "data": {"object": obj},
        "livemode": False,
        "pending_webhooks": 1,
        "request": {"id": None, "idempotency_key": None},
        "type": type,
        **changes,
    }


def columns_of(sent: dict[str, Any]) -> dict[str, Any]:
    """An event as dao.receive_event() and dao.record_event_failure() take it."""
    parsed = parse_event(json.dumps(sent))
    return {
        "event_id": parsed.id,
        "event_type": parsed.type,
        "object_id": parsed.object["id"],
        "api_version": parsed.api_version,
        "livemode": parsed.livemode,
        "account": parsed.account,
        "created": parsed.created,
        "source": "webhook",
        "payload": parsed.payload,
    }


def receive(conn: Connection, sent: dict[str, Any]) -> str:
    """Has the event take effect in this connection's transaction, by the statement that the service runs."""
    parsed = parse_event(json.dumps(sent))
    facts, personal = facts_of(parsed), personal_of(parsed)
    return dao.receive_event(
        conn,
        columns_of(sent),
        facts=json.dumps(facts) if facts else None,
        personal=json.dumps(personal) if personal else None,
        quarantine_reason=None,
    )


def session(order_id: int, attempt_id: str | None, **changes: Any) -> dict[str, Any]:
    """A completed and paid Checkout Session of 1,998 cents in EUR, unless `changes` say otherwise."""
    metadata = {"order_id": str(order_id)}
    if attempt_id:
        metadata["checkout_attempt_id"] = attempt_id
    return {
        "id": f"cs_test_{secrets.token_hex(29)}",
        "object": "checkout.session",
        "adaptive_pricing": {"enabled": True},
        "after_expiration": None,
        "allow_promotion_codes": None,
        "amount_subtotal": 1998,
        "amount_total": 1998,
        "automatic_tax": {"enabled": False, "liability": None, "provider": None, "status": None},
        "billing_address_collection": None,
        "cancel_url": "https://shop.example.com/cart",
        "client_reference_id": str(order_id),
        "client_secret": None,
        "consent": None,
        "created": int(time.time()),
        "currency": "eur",
        "currency_conversion": None,
        "custom_fields": [],
        "custom_text": {"after_submit": None, "shipping_address": None, "submit": None},
        "customer": None,
        "customer_creation": "if_required",
        "customer_details": {
            "address": {"city": None, "country": "DE", "line1": None, "postal_code": None, "state": None},
            "email": "buyer@example.com",
            "name": "Zoë Müller",
            "phone": None,
            "tax_exempt": "none",
            "tax_ids": [],
        },
        "customer_email": "buyer@example.com",
        "discounts": [],
        "expires_at": int(time.time()) + 86400,
        "invoice": None,
        "livemode": False,
        "locale": None,
        "metadata": metadata,
        "mode": "payment",
        "payment_intent": f"pi_{next(_numbers):024}",
        "payment_link": None,
        "payment_method_collection": "if_required",
        "payment_method_types": ["card"],
        "payment_status": "paid",
        "phone_number_collection": {"enabled": False},
        "shipping_cost": None,
        "shipping_options": [],
        "status": "complete",
        "submit_type": None,
        "subscription": None,
        "success_url": "https://shop.example.com/thanks",
        "total_details": {"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0},
        "ui_mode": "hosted_page",
        "url": None,
        **changes,
    }


def insert_order(db: psycopg.Connection, *, amount: int | None = 1998, currency: str = "eur") -> int:
    """An order of 1,998 cents, as `POST /v1/orders` leaves it."""
    lines = Jsonb([{"name": "Tea", "unit_amount": 999, "quantity": 2}])
    row = db.execute(
        "INSERT INTO orders (mode, currency, amount_subtotal, line_items, client) "
        "VALUES ('payment', %s, %s, %s, 'tests') RETURNING id",
        [currency, amount, lines],
    ).fetchone()
    assert row
    return int(row[0])


def insert_attempt(db: psycopg.Connection, order_id: int) -> str:
    """An attempt that Stripe has not answered yet; earlier ones of the order end."""
    db.execute(
        "UPDATE checkout_attempts SET ended_at = now(), end_reason = 'expired' "
        "WHERE order_id = %s AND ended_at IS NULL",
        [order_id],
    )
    attempt_id = str(uuid.uuid4())
    db.execute("INSERT INTO checkout_attempts (id, order_id, request) VALUES (%s, %s, '{}')", [attempt_id, order_id])
    return attempt_id


def new_session(db: psycopg.Connection, **changes: Any) -> dict[str, Any]:
    """A paid session of a new order's new attempt."""
    order_id = insert_order(db)
    return session(order_id, insert_attempt(db, order_id), **changes)


def payment_intent(paid: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """The PaymentIntent of a session, succeeded unless `changes` say otherwise."""
    return {
        "id": paid["payment_intent"],
        "object": "payment_intent",
        "amount": paid["amount_total"],
        "amount_received": paid["amount_total"],
        "created": paid["created"],
        "currency": paid["currency"],
        "latest_charge": charge_id(paid),
        "livemode": False,
        "metadata": paid["metadata"],
        "status": "succeeded",
        **changes,
    }


def charge(paid: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """The charge that paid a session; fully refunded unless `changes` say otherwise."""
    return {
        "id": charge_id(paid),
        "object": "charge",
        "amount": paid["amount_total"],
        "amount_captured": paid["amount_total"],
        "amount_refunded": paid["amount_total"],
        "created": paid["created"],
        "currency": paid["currency"],
        "livemode": False,
        "metadata": paid["metadata"],
        "paid": True,
        "payment_intent": paid["payment_intent"],
        "refunded": True,
        "status": "succeeded",
        **changes,
    }


def refund(paid: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A succeeded refund of all that a session brought, unless `changes` say otherwise."""
    return {
        "id": f"re_{next(_numbers):024}",
        "object": "refund",
        "amount": paid["amount_total"],
        "charge": charge_id(paid),
        "created": paid["created"],
        "currency": paid["currency"],
        "metadata": {},
        "payment_intent": paid["payment_intent"],
        "reason": "requested_by_customer",
        "status": "succeeded",
        **changes,
    }


def dispute(paid: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """An open dispute of all that a session brought, unless `changes` say otherwise."""
    return {
        "id": f"du_{next(_numbers):024}",
        "object": "dispute",
        "amount": paid["amount_total"],
        "charge": charge_id(paid),
        "created": paid["created"],
        "currency": paid["currency"],
        "is_charge_refundable": False,
        "livemode": False,
        "metadata": {},
        "payment_intent": paid["payment_intent"],
        "reason": "fraudulent",
        "status": "needs_response",
        **changes,
    }


def charge_id(paid: dict[str, Any]) -> str:
    """The id of the charge that paid a session."""
    return str(paid["payment_intent"]).replace("pi_", "ch_")
