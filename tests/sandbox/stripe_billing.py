"""A local Stripe as a test of subscriptions and invoices meets it: by the official SDK, while the clock moves."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import requests

from tests.sandbox.stripe_customers import new_customer, pay_with
from tests.sandbox.stripe_process import LocalStripe, running

HOUR, DAY = 3600, 24 * 3600
PAID_BY_CARD = ["charge.succeeded", "payment_intent.succeeded", "invoice_payment.paid"]
PAID = ["payment_intent.created", "invoice.finalized", *PAID_BY_CARD, "invoice.paid", "invoice.payment_succeeded"]


class Billing:
    """A local Stripe; what it is asked is untyped here, as tests also send what the SDK's types forbid."""

    def __init__(self, local: LocalStripe) -> None:
        self.local = local
        v1: Any = local.client.v1
        self.subscriptions, self.invoices, self.customers = v1.subscriptions, v1.invoices, v1.customers
        self.items, self.methods, self.v1 = v1.invoice_items, v1.payment_methods, v1

    def customer(self, card: str | None = "pm_card_visa") -> str:
        return new_customer(self.local, card=card)

    def pay_with(self, customer: str, card: str) -> str:
        return pay_with(self.local, customer, card)

    def subscribe(self, customer: str, price: Any = None, **more: Any) -> Any:
        asked = {"customer": customer, "items": [{"price_data": price or gold()}], "expand": ["latest_invoice"]}
        return self.subscriptions.create(asked | more)

    def post(self, customer: str, key: str) -> requests.Response:
        """The same without the SDK, which is not made for many at once."""
        price = {"currency": "usd", "product": "gold", "recurring][interval": "month", "unit_amount": "1500"}
        body = {"customer": customer} | {f"items[0][price_data][{name}]": value for name, value in price.items()}
        return self.local.raw("POST", "/v1/subscriptions", data=body, headers={"Idempotency-Key": key})

    def get(self, made: Any) -> Any:
        return self.subscriptions.retrieve(made.id, {"expand": ["latest_invoice"]})

    def change(self, made: Any, quantity: int | None = None, **more: Any) -> Any:
        items = {} if quantity is None else {"items": [{"id": made["items"].data[0].id, "quantity": quantity}]}
        return self.subscriptions.update(made.id, {"expand": ["latest_invoice"]} | items | more)

    def invoices_of(self, made: Any) -> list[Any]:
        """Oldest first."""
        return list(reversed(self.invoices.list({"subscription": made.id, "limit": 100}).data))

    def intent_of(self, invoice: Any) -> Any:
        (payment,) = self.v1.invoice_payments.list({"invoice": invoice.id}).data
        return self.v1.payment_intents.retrieve(payment.payment.payment_intent)

    def charges(self, invoice: Any) -> list[Any]:
        return list(self.v1.charges.list({"payment_intent": self.intent_of(invoice).id}).data)

    def billed(self, customer: str, amount: int = 700, **more: Any) -> Any:
        self.items.create({"customer": customer, "amount": amount, "currency": "usd", "description": "Tea"})
        return self.invoices.create({"customer": customer, "pending_invoice_items_behavior": "include"} | more)

    def authenticate(self, invoice: Any) -> None:
        page = self.intent_of(invoice).next_action.redirect_to_url.url
        assert requests.post(page, {"outcome": "succeeded"}, timeout=15, allow_redirects=False).status_code == 303

    def now(self) -> int:
        return int(requests.get(f"{self.local.url}/_sandbox/clock", timeout=15).json()["now"])

    def go_to(self, at: int) -> None:
        assert self.local.control("clock", advance_seconds=at - self.now()).ok

    def end_period(self, made: Any) -> Any:
        """The subscription when its period is over and the renewal was tried."""
        self.go_to(period(self.get(made))[1] + HOUR + 60)
        return self.get(made)

    def mark(self) -> str:
        return str(self.local.raw("GET", "/v1/events?limit=1").json()["data"][0]["id"])

    def since(self, mark: str, about: str = "") -> list[Any]:
        found = self.local.raw("GET", f"/v1/events?limit=100&ending_before={mark}").json()["data"]
        return [event for event in reversed(found) if event["type"].startswith(about)]

    def types_since(self, mark: str, about: str = "") -> list[str]:
        return [event["type"] for event in self.since(mark, about)]


def gold(amount: int = 1500, interval: str = "month", count: int = 1) -> dict[str, Any]:
    recurring = {"interval": interval, "interval_count": count}
    return {"currency": "usd", "product": "gold", "unit_amount": amount, "recurring": recurring}


def period(made: Any) -> tuple[int, int]:
    item = made["items"].data[0]
    return item.current_period_start, item.current_period_end


def amounts(invoice: Any) -> list[int]:
    return sorted(line.amount for line in invoice.lines.data)


def cut_off(local: Billing, at: int) -> None:
    """Move the clock of a local Stripe that is killed meanwhile."""
    with suppress(requests.ConnectionError):
        local.go_to(at)


@contextmanager
def billing(*arguments: str) -> Iterator[Billing]:
    with running(*arguments) as one:
        local = Billing(one)
        if not local.v1.products.list().data:
            local.v1.products.create({"id": "gold", "name": "Gold"})
        yield local
