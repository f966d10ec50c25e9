"""How an invoice is collected: at once or an hour after it was drafted, then again after days, then no more.

https://docs.stripe.com/billing/revenue-recovery/smart-retries; here the days are fixed.
"""

from .. import attempts, clock, payment_methods
from ..errors import Refused
from ..events import NO_REQUEST, Cause, change, emit
from ..objects import Object
from ..store import Transaction
from . import invoices, standing

HOUR = 3600
DAY = 24 * HOUR
RETRY_AFTER_DAYS = (3, 5, 7)


def go_on(tx: Transaction, invoice: Object) -> None:
    """Its time has come: a draft is finalized, and what is due is tried."""
    if invoice["status"] == "draft":
        finalize_and_collect(tx, invoice, NO_REQUEST)
    elif invoice["status"] == "open":
        collect(tx, invoice, NO_REQUEST, is_retry=True)


def finalize_and_collect(tx: Transaction, invoice: Object, cause: Cause) -> None:
    invoices.finalize(tx, invoice, cause)
    subscription = standing.of_invoice(tx, invoice)
    if invoice["status"] == "open":
        collect(tx, invoice, cause)
    elif subscription is not None:
        standing.paid(tx, subscription, invoice, cause)


def collect(
    tx: Transaction, invoice: Object, cause: Cause, method: Object | None = None, *, is_retry: bool = False
) -> Object:
    """One attempt, by the PaymentMethod given or the default one. Returns the PaymentIntent.

    The first attempt counts, then only those that the schedule makes: nobody loses retries by trying to pay.
    """
    if invoice["status"] not in ("open", "uncollectible"):
        raise Refused(f"You can only pay an invoice that is open; this one is {invoice['status']}.")
    intent = invoices.intent_of(tx, invoice)
    method = method or default_method(tx, invoice)
    counts = is_retry or invoice["attempt_count"] == 0
    if counts:
        change(tx, invoice, attempt_count=invoice["attempt_count"] + 1, attempted=True)
        change(tx, invoice, next_payment_attempt=_retry_at(invoice))
        tx.set_due(invoice["id"], invoice["next_payment_attempt"])
    if method is not None and intent["status"] != "processing":
        attempts.attempt(tx, intent, method, cause, off_session=True)
    go_on_after(tx, invoice, intent, cause, is_last=is_retry and invoice["next_payment_attempt"] is None)
    return intent


def invoice_pending(tx: Transaction, subscription: Object, reason: str, cause: Cause) -> Object | None:
    """A draft of what waits for the subscription's next invoice, if anything does."""
    customer = tx.get(subscription["customer"])
    if not invoices.pending(tx, customer["id"], subscription["currency"], subscription):
        return None
    return invoices.draft(
        tx,
        customer,
        [],
        cause,
        currency=subscription["currency"],
        reason=reason,
        subscription=subscription,
        auto_advance=True,
    )


def default_method(tx: Transaction, invoice: Object) -> Object | None:
    """The invoice's own, else the subscription's, else the customer's."""
    return _own(tx, invoice) or method_of(tx, standing.of_invoice(tx, invoice) or invoice)


def method_of(tx: Transaction, subscription: Object) -> Object | None:
    """The subscription's default PaymentMethod, else the customer's."""
    return _own(tx, subscription) or payment_methods.default_of(tx, tx.get(subscription["customer"]))


def _own(tx: Transaction, payer: Object) -> Object | None:
    """The default of an invoice or a subscription, unless it was detached since."""
    own = tx.find(payer["default_payment_method"] or "", "payment_method")
    return own if own is not None and own["customer"] == payer["customer"] else None


def go_on_after(
    tx: Transaction, invoice: Object, intent: Object, cause: Cause = NO_REQUEST, *, is_last: bool = False
) -> None:
    """What an attempt means for the invoice and its subscription; after the last one that one ends."""
    subscription = standing.of_invoice(tx, invoice)
    if invoice["attempt_count"] == 0:  # it was confirmed without us
        change(tx, invoice, attempt_count=1, attempted=True)
    if intent["status"] == "succeeded":
        invoices.paid(tx, invoice, cause)
    if intent["status"] in ("succeeded", "processing"):
        if subscription is not None:
            standing.paid(tx, subscription, invoice, cause)
        attempts.aftermath(tx, intent)
        return
    if intent["status"] == "requires_action":
        emit(tx, "invoice.payment_action_required", invoice, cause)
    emit(tx, "invoice.payment_failed", invoice, cause)
    if subscription is not None:
        standing.failed(tx, subscription, invoice, cause, is_last=is_last)


def _retry_at(invoice: Object) -> int | None:
    """Nobody is asked again for a subscription's first invoice, nor for one that is not collected by itself."""
    if not invoice["auto_advance"] or invoice["billing_reason"] == "subscription_create":
        return None
    days = RETRY_AFTER_DAYS[invoice["attempt_count"] - 1 : invoice["attempt_count"]]
    return int(clock.now()) + days[0] * DAY if days else None
