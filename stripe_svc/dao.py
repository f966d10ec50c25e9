"""The thin DAO: one function for each file in sql/queries/, of the same name. Connection first; nothing commits here.

Each function's docstring is its file's opening comment; see there.
"""

from typing import Any

from psycopg.types.json import Jsonb

from stripe_svc import queries
from stripe_svc.database import Connection

Row = dict[str, Any]

QUERIES = queries.load_queries()


def insert_order(
    conn: Connection,
    *,
    mode: str,
    currency: str,
    amount_subtotal: int | None,
    line_items: list[Row],
    trial_period_days: int | None,
    reference: str | None,
    customer_reference: str | None,
    customer_email: str | None,
    success_url: str | None,
    cancel_url: str | None,
    metadata: dict[str, str],
    client: str,
    idempotency_key: str | None,
    request_fingerprint: bytes | None,
) -> int | None:
    row = conn.execute(
        QUERIES["insert_order"],
        {
            "mode": mode,
            "currency": currency,
            "amount_subtotal": None if amount_subtotal is None else str(amount_subtotal),
            "line_items": Jsonb(line_items),
            "trial_period_days": None if trial_period_days is None else str(trial_period_days),
            "reference": reference,
            "customer_reference": customer_reference,
            "customer_email": customer_email,
            "success_url": success_url,
            "cancel_url": cancel_url,
            "metadata": Jsonb(metadata),
            "client": client,
            "idempotency_key": idempotency_key,
            "request_fingerprint": request_fingerprint,
        },
    ).fetchone()
    return row["id"] if row else None


def get_order_by_idempotency_key(
    conn: Connection, *, client: str, idempotency_key: str, request_fingerprint: bytes
) -> Row | None:
    return conn.execute(
        QUERIES["get_order_by_idempotency_key"],
        {"client": client, "idempotency_key": idempotency_key, "request_fingerprint": request_fingerprint},
    ).fetchone()


def get_order(conn: Connection, order_id: int, *, access_grace_days: int) -> Row | None:
    return conn.execute(
        QUERIES["get_order"], {"order_id": order_id, "access_grace_days": access_grace_days}
    ).fetchone()


def list_orders(
    conn: Connection, *, status: str, reference: str, after: int | None, limit: int, access_grace_days: int
) -> list[Row]:
    return conn.execute(
        QUERIES["list_orders"],
        {
            "status": status,
            "reference": reference,
            "after": "" if after is None else str(after),
            "limit": limit,
            "access_grace_days": access_grace_days,
        },
        # Which index serves it depends on what is asked for: a prepared plan would be the same for all.
        prepare=False,
    ).fetchall()


def get_order_terms(conn: Connection, order_id: int) -> Row | None:
    return conn.execute(QUERIES["get_order_terms"], {"order_id": order_id}).fetchone()


def end_checkout_attempts(conn: Connection, order_id: int) -> None:
    conn.execute(QUERIES["end_checkout_attempts"], {"order_id": order_id})


def insert_checkout_attempt(conn: Connection, order_id: int, request: Row) -> None:
    conn.execute(QUERIES["insert_checkout_attempt"], {"order_id": order_id, "request": Jsonb(request)})


def get_live_checkout_attempt(conn: Connection, order_id: int) -> Row | None:
    return conn.execute(QUERIES["get_live_checkout_attempt"], {"order_id": order_id}).fetchone()


def record_checkout_session(conn: Connection, *, attempt_id: str, session_id: str, url: str, expires_at: int) -> bool:
    row = conn.execute(
        QUERIES["record_checkout_session"],
        {"attempt_id": attempt_id, "session_id": session_id, "url": url, "expires_at": expires_at},
    ).fetchone()
    return row is not None


def record_order_amount(conn: Connection, *, order_id: int, amount_subtotal: int) -> None:
    conn.execute(QUERIES["record_order_amount"], {"order_id": order_id, "amount_subtotal": amount_subtotal})


def record_checkout_refusal(conn: Connection, *, attempt_id: str, reason: str) -> None:
    conn.execute(QUERIES["record_checkout_refusal"], {"attempt_id": attempt_id, "reason": reason})


def record_checkout_expiry(conn: Connection, *, attempt_id: str) -> None:
    conn.execute(QUERIES["record_checkout_expiry"], {"attempt_id": attempt_id})


def list_refundable_payments(conn: Connection, order_id: int) -> list[Row]:
    return conn.execute(QUERIES["list_refundable_payments"], {"order_id": order_id}).fetchall()


def insert_refund_request(
    conn: Connection,
    *,
    order_id: int,
    payment_intent_id: str,
    amount: int,
    currency: str,
    reason: str | None,
    client: str,
    idempotency_key: str,
    request_fingerprint: bytes,
) -> None:
    conn.execute(
        QUERIES["insert_refund_request"],
        {
            "order_id": order_id,
            "payment_intent_id": payment_intent_id,
            "amount": amount,
            "currency": currency,
            "reason": reason,
            "client": client,
            "idempotency_key": idempotency_key,
            "request_fingerprint": request_fingerprint,
        },
    )


def get_refund_request(
    conn: Connection, *, client: str, idempotency_key: str, request_fingerprint: bytes
) -> Row | None:
    return conn.execute(
        QUERIES["get_refund_request"],
        {"client": client, "idempotency_key": idempotency_key, "request_fingerprint": request_fingerprint},
    ).fetchone()


def record_refund_try(conn: Connection, *, request_id: str, tries: int) -> None:
    conn.execute(QUERIES["record_refund_try"], {"request_id": request_id, "tries": tries})


def record_refund(conn: Connection, *, request_id: str, refund_id: str, status: str) -> None:
    conn.execute(QUERIES["record_refund"], {"request_id": request_id, "refund_id": refund_id, "status": status})


def record_refund_refusal(conn: Connection, *, request_id: str, reason: str) -> None:
    conn.execute(QUERIES["record_refund_refusal"], {"request_id": request_id, "reason": reason})


def get_order_id_by_session(conn: Connection, session_id: str) -> int | None:
    row = conn.execute(QUERIES["get_order_id_by_session"], {"session_id": session_id}).fetchone()
    return row["order_id"] if row else None


def get_customer_access(conn: Connection, *, customer_reference: str, access_grace_days: int) -> Row:
    row = conn.execute(
        QUERIES["get_customer_access"],
        {"customer_reference": customer_reference, "access_grace_days": access_grace_days},
    ).fetchone()
    assert row  # it has no FROM
    return row


def insert_customer(conn: Connection, *, customer_reference: str, request: Row) -> None:
    conn.execute(QUERIES["insert_customer"], {"customer_reference": customer_reference, "request": Jsonb(request)})


def get_customer(conn: Connection, customer_reference: str) -> Row | None:
    return conn.execute(QUERIES["get_customer"], {"customer_reference": customer_reference}).fetchone()


def record_customer(conn: Connection, *, customer_id: str, stripe_customer_id: str) -> None:
    conn.execute(QUERIES["record_customer"], {"customer_id": customer_id, "stripe_customer_id": stripe_customer_id})


def record_customer_refusal(conn: Connection, *, customer_id: str) -> None:
    conn.execute(QUERIES["record_customer_refusal"], {"customer_id": customer_id})


def get_subscription(conn: Connection, subscription_id: str) -> Row | None:
    return conn.execute(QUERIES["get_subscription"], {"subscription_id": subscription_id}).fetchone()


def claim_subscription_refetch(conn: Connection) -> Row | None:
    return conn.execute(QUERIES["claim_subscription_refetch"]).fetchone()


def record_refetch_delay(conn: Connection, *, subscription_id: str) -> None:
    conn.execute(QUERIES["record_refetch_delay"], {"subscription_id": subscription_id})


def record_refetch_failure(conn: Connection, *, subscription_id: str, error: str) -> None:
    conn.execute(QUERIES["record_refetch_failure"], {"subscription_id": subscription_id, "error": error})


def record_refetch_refusal(conn: Connection, *, subscription_id: str, error: str) -> None:
    conn.execute(QUERIES["record_refetch_refusal"], {"subscription_id": subscription_id, "error": error})


def receive_event(
    conn: Connection, event: Row, *, facts: str | None, personal: str | None, quarantine_reason: str | None
) -> str:
    return conn.execute_prepared(
        QUERIES["receive_event"],
        {
            **event,
            "livemode": str(event["livemode"]),
            "created": str(event["created"]),
            "facts": facts,
            "personal": personal,
            "quarantine_reason": quarantine_reason,
        },
    )


def record_event_failure(conn: Connection, event: Row, *, error: str) -> int | None:
    row = conn.execute(QUERIES["record_event_failure"], {**event, "error": error}).fetchone()
    return row["attempts"] if row else None


def get_readiness(conn: Connection) -> Row:
    row = conn.execute(QUERIES["get_readiness"]).fetchone()
    assert row  # an aggregate returns one row
    return row


queries.check_names(QUERIES, globals())
