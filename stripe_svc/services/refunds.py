"""Refunds: asked of Stripe here, true once Stripe's event says so, and never made twice.

The amount is reserved before Stripe is called. Retry with the same Idempotency-Key after a timeout; it resumes the
earlier attempt. An event that overtakes Stripe's answer names the request in its metadata.
"""

from typing import Any

from stripe_svc import dao
from stripe_svc.database import Database
from stripe_svc.errors import (
    IdempotencyConflict,
    NothingToRefund,
    OrderNotFound,
    RequestInvalid,
    StripeFailed,
    StripeRefused,
)
from stripe_svc.logs import log
from stripe_svc.models import NewRefund
from stripe_svc.services.idempotency import fingerprint
from stripe_svc.stripe_api import Refund, StripeApi


def create_refund(
    database: Database, stripe: StripeApi, order_id: int, new: NewRefund, *, client: str, idempotency_key: str
) -> tuple[dict[str, Any], bool]:
    """Refunds a payment of the order, or a part of it; or returns the refund that the same key and request made.

    Returns the refund and whether it is a repetition. Raises OrderNotFound, NothingToRefund, RequestInvalid,
    IdempotencyConflict, and what StripeApi raises.
    """
    key: dict[str, Any] = {
        "client": client,
        "idempotency_key": idempotency_key,
        "request_fingerprint": fingerprint(new, order_id=order_id),
    }
    with database.transaction() as conn:
        # Locked to the end of the transaction: two requests at once see each other's claim on the money.
        order = dao.get_order_terms(conn, order_id)
        if order is None:
            raise OrderNotFound(f"There is no order {order_id}.")
        earlier = request = dao.get_refund_request(conn, **key)
        if request is None:
            claim = _claim(order, dao.list_refundable_payments(conn, order_id), new)
            dao.insert_refund_request(conn, order_id=order_id, reason=new.reason, **claim, **key)
        elif request["same_request"] and request["outdated"] and request["refund_id"] is None:
            dao.record_refund_try(conn, request_id=request["id"], tries=request["tries"])
        request = dao.get_refund_request(conn, **key)
        if request and earlier and earlier["outdated"]:
            request["wait_seconds"] = 0  # nothing of a day ago is still under way

    if request is None or not request["same_request"]:
        raise IdempotencyConflict(
            f"Idempotency-Key {idempotency_key} was used for another refund. Use a new key for a new refund."
        )
    if request["refund_id"] is None and request["refusal"]:
        raise StripeRefused(request["refusal"])
    if request["refund_id"] is None:
        refund = _refund_at_stripe(database, stripe, request)
        request |= {"refund_id": refund.id, "status": refund.status}
    shown = {field: request[field] for field in ("order_id", "payment_intent", "amount", "currency", "reason")}
    return {
        "id": request["refund_id"],
        **shown,
        "status": request["status"],
        "created_at": request["created_at"],
    }, earlier is not None


def _claim(order: dict[str, Any], payments: list[dict[str, Any]], new: NewRefund) -> dict[str, Any]:
    """Which payment is to be refunded, and how much of it."""
    if not payments:
        raise NothingToRefund(f"Order {order['id']} is {order['status']}: there is no payment to refund.")
    if new.payment_intent:
        payments = [payment for payment in payments if payment["payment_intent_id"] == new.payment_intent]
        if not payments:
            raise _invalid("payment_intent", f"{new.payment_intent} is no payment of order {order['id']}")
    # Another program's session can name this order, too. Its money is never chosen: it has to be named.
    chosen = [payment for payment in payments if payment["is_ours"] or new.payment_intent]
    refundable = [payment for payment in chosen if payment["amount_left"] > 0]
    if not refundable:
        raise NothingToRefund(f"All that was paid for order {order['id']} went back or was asked for already.")
    if len(refundable) > 1:
        listed = ", ".join(f"{each['payment_intent_id']} ({each['amount_left']} left)" for each in refundable)
        raise _invalid("payment_intent", f"order {order['id']} has more than one payment; name one: {listed}")
    [payment] = refundable
    amount = payment["amount_left"] if new.amount is None else new.amount
    if amount > payment["amount_left"]:
        left, paid = payment["amount_left"], payment["amount_paid"]
        raise _invalid("amount", f"only {left} of the {paid} that were paid can still be refunded")
    return {
        "payment_intent_id": payment["payment_intent_id"],
        "amount": amount,
        "currency": payment["currency"],
    }


def _invalid(field: str, message: str) -> RequestInvalid:
    return RequestInvalid(f"{field}: {message}.", errors=[{"field": field, "message": message}])


def _refund_at_stripe(database: Database, stripe: StripeApi, request: dict[str, Any]) -> Refund:
    request_id = str(request["id"])
    # The try before this one may have succeeded after all, and its key no longer tells.
    refund = stripe.find_refund(request["payment_intent"], request_id) if request["tries"] > 1 else None
    if refund is None and request["wait_seconds"]:
        raise StripeFailed("Stripe failed, and may still be at it. Try again.", retry_after=request["wait_seconds"])
    try:
        refund = refund or stripe.create_refund(
            payment_intent=request["payment_intent"],
            amount=request["amount"],
            reason=request["reason"],
            metadata={"order_id": str(request["order_id"]), "refund_request_id": request_id},
            idempotency_key=f"refund-{request_id}-{request['tries']}",
        )
    except StripeRefused as error:
        with database.transaction() as conn:
            dao.record_refund_refusal(conn, request_id=request_id, reason=error.detail)
        log("refund.refused", order_id=request["order_id"], request_id=request_id, reason=error.detail)
        raise
    except StripeFailed as error:
        # Stripe would repeat this answer for as long as it keeps the key; the next one waits for what is under way.
        with database.transaction() as conn:
            dao.record_refund_try(conn, request_id=request_id, tries=request["tries"])
        log("refund.failed", order_id=request["order_id"], request_id=request_id, reason=error.detail)
        raise
    with database.transaction() as conn:
        dao.record_refund(conn, request_id=request_id, refund_id=refund.id, status=refund.status)
    log("refund.created", order_id=request["order_id"], refund_id=refund.id, amount=request["amount"])
    return refund
