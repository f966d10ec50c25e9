"""Events about a subscription, its invoices and its customer, in the two shapes in which Stripe sends them.

`OLD`, before API version 2025-03-31: the period is the subscription's, an invoice names its subscription and its
PaymentIntent. `NEW`, since then: each item has a period, an invoice's parent names the subscription, and an
InvoicePayment names the PaymentIntent.
"""

import itertools
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

from tests import stripe_events
from tests.stripe_events import insert_attempt, session

OLD, NEW = "2024-06-20", "2026-10-28.endive"
SHAPES = [OLD, NEW]

HOUR = 3600
DAY = 24 * HOUR
MONTH = 30 * DAY

Object = dict[str, Any]

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Sold:
    """A subscription that an order was checked out for. Times are seconds after it `began`."""

    shape: str
    began: int
    order_id: int
    attempt_id: str
    customer_reference: str
    id: str = field(default_factory=lambda: f"sub_{next(_numbers):024}")
    customer: str = field(default_factory=lambda: f"cus_{next(_numbers):014}")

    def event(self, type: str, obj: Object, at: int) -> Object:
        """An event around an object, so long after the beginning."""
        return stripe_events.event(type, obj, created=self.began + at, api_version=self.shape)

    def session(self, **changes: Any) -> Object:
        """The Checkout Session that it began with: it names no PaymentIntent, whatever the shape."""
        about = {
            "id": f"cs_test_{self.attempt_id}",
            "mode": "subscription",
            "payment_intent": None,
            "subscription": self.id,
            "customer": self.customer,
        }
        return session(self.order_id, self.attempt_id, **about | {"created": self.began} | changes)

    def completed(self, **changes: Any) -> Object:
        """The event that the buyer went through with it."""
        return self.event("checkout.session.completed", self.session(**changes), 2)

    def subscription(self, status: str = "active", *, period: tuple[int, int] = (0, MONTH), **changes: Any) -> Object:
        """The subscription, with one item. Times among the changes are seconds after the beginning, too."""
        times = {
            "current_period_start": self.began + period[0],
            "current_period_end": self.began + period[1],
        }
        is_new = self.shape == NEW
        item = {
            "id": self.id.replace("sub_", "si_"),
            "object": "subscription_item",
            "created": self.began,
            "quantity": 2,
            "subscription": self.id,
            **(times if is_new else {}),
        }
        for name in {"trial_start", "trial_end", "cancel_at", "canceled_at", "ended_at"} & set(changes):
            changes[name] = None if changes[name] is None else self.began + changes[name]
        return {
            "id": self.id,
            "object": "subscription",
            "billing_cycle_anchor": self.began,
            "cancel_at": None,
            "cancel_at_period_end": False,
            "canceled_at": None,
            "collection_method": "charge_automatically",
            "created": self.began,
            "currency": "eur",
            **({} if is_new else times),
            "customer": self.customer,
            "ended_at": None,
            "items": {"object": "list", "data": [item], "has_more": False, "total_count": 1},
            "latest_invoice": None,
            "livemode": False,
            "metadata": {"order_id": str(self.order_id), "checkout_attempt_id": self.attempt_id},
            "pause_collection": None,
            "start_date": self.began,
            "status": status,
            "trial_end": None,
            "trial_start": None,
            **changes,
        }

    def created(self, status: str = "active", at: int = 1, **changes: Any) -> Object:
        """The event that it was created."""
        return self.event("customer.subscription.created", self.subscription(status, **changes), at)

    def updated(self, status: str = "active", *, at: int, **changes: Any) -> Object:
        """The event that something about it changed."""
        return self.event("customer.subscription.updated", self.subscription(status, **changes), at)

    def deleted(self, at: int, **changes: Any) -> Object:
        """The event that it has ended."""
        ended = self.subscription("canceled", **{"canceled_at": at, "ended_at": at} | changes)
        return self.event("customer.subscription.deleted", ended, at)

    def invoice(
        self,
        period: tuple[int, int] = (0, MONTH),
        *,
        reason: str = "subscription_cycle",
        lines: list[tuple[int, tuple[int, int]]] | None = None,
        **changes: Any,
    ) -> Object:
        """A paid invoice of 1,998 cents for a period, or for several lines, each an amount and a period."""
        lines = lines or [(1998, period)]
        total = max(0, sum(amount for amount, _ in lines))
        number = next(_numbers)
        made = {
            "id": f"in_{number:024}",
            "object": "invoice",
            "amount_due": total,
            "amount_paid": total,
            "amount_remaining": 0,
            "attempt_count": 1,
            "billing_reason": reason,
            "collection_method": "charge_automatically",
            "created": self.began + lines[0][1][0],
            "currency": "eur",
            "customer": self.customer,
            "lines": {
                "object": "list",
                "data": [self._line(amount, line_period) for amount, line_period in lines],
                "has_more": False,
                "total_count": len(lines),
            },
            "livemode": False,
            "metadata": {},
            "status": "paid",
            "subtotal": total,
            "total": total,
        }
        payment_intent = f"pi_invoice_{number:024}" if total else None
        if self.shape == OLD:
            made |= {"paid": True, "payment_intent": payment_intent, "subscription": self.id}
        else:
            details = {"metadata": {"order_id": str(self.order_id)}, "subscription": self.id}
            made["parent"] = {
                "quote_details": None,
                "subscription_details": details,
                "type": "subscription_details",
            }
        return made | changes

    def _line(self, amount: int, period: tuple[int, int]) -> Object:
        line = {
            "id": f"il_{next(_numbers):024}",
            "object": "line_item",
            "amount": amount,
            "currency": "eur",
            "livemode": False,
            "period": {"start": self.began + period[0], "end": self.began + period[1]},
            "quantity": 2,
        }
        item = self.id.replace("sub_", "si_")
        if self.shape == OLD:
            return line | {"proration": amount < 0, "subscription": self.id, "type": "subscription"}
        details = {"invoice_item": None, "proration": amount < 0, "subscription": self.id, "subscription_item": item}
        parent = {"invoice_item_details": None, "subscription_item_details": details}
        return line | {"parent": parent | {"type": "subscription_item_details"}}

    def paid(self, invoice: Object, at: int) -> Object:
        """The event that an invoice was paid."""
        return self.event("invoice.paid", invoice, at)

    def paid_by(self, invoice: Object, at: int) -> list[Object]:
        """The events from which it is known that an invoice was paid, and by which PaymentIntent."""
        events = [self.paid(invoice, at)]
        if self.shape == NEW:
            events.append(self.event("invoice_payment.paid", self.invoice_payment(invoice), at))
        return events

    def invoice_payment(self, invoice: Object, **changes: Any) -> Object:
        """The payment of an invoice, which only the newer shape knows."""
        return {
            "id": str(invoice["id"]).replace("in_", "inpay_"),
            "object": "invoice_payment",
            "amount_paid": invoice["amount_paid"],
            "amount_requested": invoice["amount_due"],
            "created": invoice["created"],
            "currency": invoice["currency"],
            "invoice": invoice["id"],
            "is_default": True,
            "livemode": False,
            "payment": {"payment_intent": self.payment(invoice)["payment_intent"], "type": "payment_intent"},
            "status": "paid",
            **changes,
        }

    def payment(self, invoice: Object) -> Object:
        """What the builders of payments, refunds and disputes take: who paid, and how much."""
        return {
            "payment_intent": str(invoice["id"]).replace("in_", "pi_invoice_"),
            "amount_total": invoice["amount_paid"],
            "created": invoice["created"],
            "currency": invoice["currency"],
            "metadata": {},
        }

    def deleted_customer(self, at: int) -> Object:
        """The event that its customer was deleted."""
        return self.event(
            "customer.deleted",
            {"id": self.customer, "object": "customer", "created": self.began, "livemode": False, "metadata": {}},
            at,
        )


def sell(
    db: psycopg.Connection,
    shape: str = NEW,
    *,
    began: int | None = None,
    amount: int = 1998,
    customer_reference: str | None = None,
    order_id: int | None = None,
) -> Sold:
    """A new order for a subscription, or another attempt of one; it began a minute ago unless `began` says when."""
    reference = customer_reference or f"user-{secrets.token_hex(8)}"
    if order_id is None:
        line = {"name": "Tea", "unit_amount": 999, "quantity": 2, "recurring": {"interval": "month"}}
        row = db.execute(
            "INSERT INTO orders (mode, currency, amount_subtotal, line_items, client, customer_reference) "
            "VALUES ('subscription', 'eur', %s, %s, 'tests', %s) RETURNING id",
            [amount, Jsonb([line]), reference],
        ).fetchone()
        assert row
        order_id = int(row[0])
    began = int(time.time()) - 60 if began is None else began
    return Sold(shape, began, order_id, insert_attempt(db, order_id), reference)
