"""Orders: created by the app, read by anybody with a key."""

from typing import Any

from stripe_svc import dao
from stripe_svc.database import Database
from stripe_svc.errors import IdempotencyConflict, OrderNotFound, SessionNotFound
from stripe_svc.logs import log
from stripe_svc.models import NewOrder, OrderQuery
from stripe_svc.services.idempotency import fingerprint


def create_order(
    database: Database, new: NewOrder, *, client: str, idempotency_key: str | None, access_grace_days: int
) -> tuple[dict[str, Any], bool]:
    """Creates an order; or returns the one that this client created with the same key and the same request.

    Returns the order and whether it is a repetition. Raises IdempotencyConflict if the key was used for another
    request.
    """
    request_fingerprint = fingerprint(new) if idempotency_key else None
    with database.transaction() as conn:
        order_id = dao.insert_order(
            conn,
            mode=new.mode,
            currency=new.currency,
            amount_subtotal=new.amount_subtotal,
            line_items=[item.model_dump(exclude_none=True) for item in new.line_items],
            trial_period_days=new.trial_period_days,
            reference=new.reference,
            customer_reference=new.customer_reference,
            customer_email=new.customer_email,
            success_url=new.success_url,
            cancel_url=new.cancel_url,
            metadata=new.metadata,
            client=client,
            idempotency_key=idempotency_key,
            request_fingerprint=request_fingerprint,
        )
        replayed = order_id is None
        if order_id is None:
            assert idempotency_key  # only a taken key keeps the row out
            assert request_fingerprint
            earlier = dao.get_order_by_idempotency_key(
                conn, client=client, idempotency_key=idempotency_key, request_fingerprint=request_fingerprint
            )
            if earlier is None or not earlier["same_request"]:
                raise IdempotencyConflict(
                    f"Idempotency-Key {idempotency_key} was used with another body. Use a new key for a new order."
                )
            order_id = earlier["id"]
        order = dao.get_order(conn, order_id, access_grace_days=access_grace_days)
    assert order  # orders with a checkout cannot be deleted, and this one was here a moment ago
    log("order.replayed" if replayed else "order.created", order_id=order_id, client=client)
    return order, replayed


def get_order(database: Database, order_id: int, *, access_grace_days: int) -> dict[str, Any]:
    """One order. Raises OrderNotFound."""
    with database.autocommit() as conn:
        order = dao.get_order(conn, order_id, access_grace_days=access_grace_days)
    if order is None:
        raise OrderNotFound(f"There is no order {order_id}.")
    return order


def get_order_by_session(database: Database, session_id: str, *, access_grace_days: int) -> dict[str, Any]:
    """The order that a Checkout Session is for. Raises SessionNotFound."""
    with database.transaction() as conn:
        order_id = dao.get_order_id_by_session(conn, session_id)
        order = order_id and dao.get_order(conn, order_id, access_grace_days=access_grace_days)
    if not order:
        raise SessionNotFound("This checkout is not known here.")
    return order


def list_orders(database: Database, query: OrderQuery, *, access_grace_days: int) -> dict[str, Any]:
    """A page of orders, newest first: `{data, has_more, next_after}`."""
    with database.autocommit() as conn:
        orders = dao.list_orders(
            conn,
            status=query.status or "",
            reference=query.reference or "",
            after=query.after,
            limit=query.limit + 1,
            access_grace_days=access_grace_days,
        )
    page = orders[: query.limit]
    has_more = len(orders) > query.limit
    return {"data": page, "has_more": has_more, "next_after": page[-1]["id"] if has_more else None}
