"""How a subscription stands: what its payments, and those who end it, make of it.

https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .. import clock
from ..events import NO_REQUEST, Cause, before, change, emit
from ..objects import Object
from ..store import Selection, Transaction
from . import objects

ENDED = ("canceled", "incomplete_expired")


def set_to(tx: Transaction, subscription: Object, cause: Cause = NO_REQUEST, **changes: Any) -> None:
    """Change it and tell; nothing is told of one that has not been announced itself."""
    previous = change(tx, subscription, **changes)
    if previous and tx.private(subscription["id"])["is_announced"]:
        emit(tx, "customer.subscription.updated", subscription, cause, previous)


@contextmanager
def told_once(tx: Transaction, subscription: Object, cause: Cause) -> Iterator[None]:
    """Of all that changes in this block one update tells, at its end; the end of a subscription has been told."""
    was = dict(subscription)
    tx.remember(subscription["id"], is_announced=False)
    yield
    tx.remember(subscription["id"], is_announced=True)
    previous = before(was, subscription)
    if previous and subscription["status"] != "canceled":
        emit(tx, "customer.subscription.updated", subscription, cause, previous)


def announce(tx: Transaction, subscription: Object, cause: Cause) -> None:
    tx.remember(subscription["id"], is_announced=True)
    emit(tx, "customer.subscription.created", subscription, cause)


def of_invoice(tx: Transaction, invoice: Object) -> Object | None:
    return tx.find(objects.subscription_of(invoice) or "", "subscription")


def paid(tx: Transaction, subscription: Object, invoice: Object, cause: Cause) -> None:
    """An invoice was paid, or a debit for it is under way."""
    if subscription["status"] in ("incomplete", "past_due", "unpaid") and _is_latest(subscription, invoice):
        set_to(tx, subscription, cause, status="active")


def failed(tx: Transaction, subscription: Object, invoice: Object, cause: Cause, *, is_last: bool) -> None:
    """A payment failed; after the last attempt the subscription ends, which at Stripe is a setting."""
    if tx.private(subscription["id"]).get("is_signing_up"):  # its buyer is still there, and can try again
        return
    if subscription["status"] in ("active", "trialing") and _is_latest(subscription, invoice):
        set_to(tx, subscription, cause, status="past_due")
    if is_last and subscription["status"] == "past_due":
        end(tx, subscription, "payment_failed", cause)


def _is_latest(subscription: Object, invoice: Object) -> bool:
    return bool(subscription["latest_invoice"] == invoice["id"])


def end(tx: Transaction, subscription: Object, reason: str | None, cause: Cause, **more: Any) -> None:
    """For good, now. What it still owes is not collected any more."""
    now = int(clock.now())
    details = subscription["cancellation_details"] | {"reason": reason} | more
    change(
        tx, subscription, canceled_at=now, cancel_at=None, cancel_at_period_end=False, cancellation_details=details
    )
    end_as_asked(tx, subscription, cause)


def end_as_asked(tx: Transaction, subscription: Object, cause: Cause = NO_REQUEST) -> None:
    """Its last day has come; when and how it was canceled stays as it is."""
    change(tx, subscription, status="canceled", ended_at=int(clock.now()))
    tx.set_due(subscription["id"], None)
    stop_collecting(tx, {"parent.subscription_details.subscription": subscription["id"]})
    emit(tx, "customer.subscription.deleted", subscription, cause)


def stop_collecting(tx: Transaction, of: dict[str, str]) -> None:
    """Of the newest thousand invoices; older ones are long paid or given up."""
    for invoice in tx.page(Selection("invoice", limit=1000, fields=of)).data:
        if invoice["status"] in ("draft", "open"):
            change(tx, invoice, auto_advance=False, automatically_finalizes_at=None, next_payment_attempt=None)
            tx.set_due(invoice["id"], None)
