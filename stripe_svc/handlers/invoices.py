"""Facts in `invoice.*` events. https://docs.stripe.com/api/invoices/object

Since API version 2025-03-31 an invoice names its subscription in `parent.subscription_details`, and an InvoicePayment
(`invoice_payment.paid`) its PaymentIntent; before that it named both itself.
"""

from collections.abc import Mapping
from typing import Any

from stripe_svc.handlers import values
from stripe_svc.handlers.event import Event
from stripe_svc.handlers.values import Report


def created(event: Event) -> Report:
    """A draft, to which the shop may still add."""
    return _report(event, status="draft")


def finalized(event: Event) -> Report:
    """From now on it is owed."""
    return _report(event, status="open")


def paid(event: Event) -> Report:
    """The money came, or none was due: the periods of its lines are paid for."""
    return _report(event, status="paid", paid_through=_paid_through(event))


def payment_failed(event: Event) -> Report:
    """An attempt failed. Stripe tries again: this ends nothing."""
    return _report(event, status="open", payment_failed=True)


def payment_action_required(event: Event) -> Report:
    """The customer's bank asks them first."""
    return _report(event, status="open")


def voided(event: Event) -> Report:
    """As if it had never been owed."""
    return _report(event, status="void")


def marked_uncollectible(event: Event) -> Report:
    """Nobody expects it to be paid any more; it still can be."""
    return _report(event, status="uncollectible")


def payment_paid(event: Event) -> Report:
    """A payment of an invoice, which says which PaymentIntent it was."""
    payment = event.object.get("payment") or {}
    payment_intent_id = values.id_of(payment, "payment_intent")
    invoice_id = values.id_of(event.object, "invoice")
    if payment_intent_id is None or invoice_id is None:
        return None
    fact = {
        "id": invoice_id,
        "status": "open",
        "currency": None,
        "amount_paid": None,
        "billing_reason": None,
        "paid_through": None,
        "payment_failed": False,
        "subscription_id": None,
        "customer_id": None,
        "payment_intent_id": payment_intent_id,
        "created_at": values.time({"created": event.created} | event.object, "created"),
    }
    return {"invoices": [fact]}


def _report(event: Event, *, status: str, paid_through: int | None = None, payment_failed: bool = False) -> Report:
    # The status comes from the event's type: that is what the event says, whatever happened since.
    invoice = event.object
    return {
        "invoices": [
            {
                "id": values.text(invoice, "id"),
                "status": status,
                "currency": invoice.get("currency"),
                "amount_paid": values.amount(invoice, "amount_paid"),
                "billing_reason": invoice.get("billing_reason"),
                "paid_through": None if paid_through is None else values.moment(paid_through),
                "payment_failed": payment_failed,
                "subscription_id": _subscription_of(invoice),
                "customer_id": values.id_of(invoice, "customer"),
                "payment_intent_id": values.id_of(invoice, "payment_intent"),
                "created_at": values.moment(_created(event)),
            }
        ]
    }


def _subscription_of(invoice: Mapping[str, Any]) -> str | None:
    details = (invoice.get("parent") or {}).get("subscription_details") or {}
    return values.id_of(details, "subscription") or values.id_of(invoice, "subscription")


def _created(event: Event) -> int:
    # The first invoices called it date.
    return values.timestamp({"created": event.object.get("date", event.created)} | event.object, "created")


def _paid_through(event: Event) -> int | None:
    """Until when it pays, if that can be seen: an event shows ten lines at most, and usage is paid for afterwards."""
    periods: list[int] = []
    prorations: list[int] = []
    for line in (event.object.get("lines") or {}).get("data") or []:
        parent = line.get("parent") or {}
        details = parent.get("subscription_item_details") or parent.get("invoice_item_details") or line
        end = values.timestamp(line["period"], "end")
        # What has no subscription has no period, what is credited is not paid for, and what is over is not ahead.
        is_of_subscription = details.get("subscription") or line.get("type") == "subscription"
        if is_of_subscription and line.get("amount", 0) >= 0 and end > _created(event):
            (prorations if details.get("proration") else periods).append(end)
    # Of items with periods of their own the first to end is renewed first; a change within a period is prorated only.
    return min(periods, default=max(prorations, default=None))
