"""Customers of the local Stripe with subscriptions and invoices, and the way to their billing portal."""

from typing import Any

from tests.sandbox.stripe_process import LocalStripe


def new_customer(
    local: LocalStripe, name: str | None = "Jenny Rosen", card: str | None = "pm_card_visa", **more: Any
) -> str:
    body: Any = {"name": name, **more}
    made = local.client.v1.customers.create(body)
    if card is not None:
        pay_with(local, made.id, card)
    return made.id


def pay_with(local: LocalStripe, customer: str, card: str) -> str:
    """A new default card, set by API."""
    method = local.client.v1.payment_methods.attach(card, {"customer": customer})
    local.client.v1.customers.update(customer, {"invoice_settings": {"default_payment_method": method.id}})
    return method.id


def default_card(local: LocalStripe, customer: str) -> str:
    settings = local.raw("GET", f"/v1/customers/{customer}").json()["invoice_settings"]
    method = local.raw("GET", f"/v1/payment_methods/{settings['default_payment_method']}").json()
    return str(method["card"]["last4"])


def subscribe(local: LocalStripe, customer: str, product: str = "Tea club", **more: Any) -> str:
    """A subscription for 19 EUR a month."""
    made = local.client.v1.products.create({"name": product})
    prices = {"currency": "eur", "product": made.id, "recurring": {"interval": "month"}, "unit_amount": 1900}
    body: Any = {"customer": customer, "items": [{"price_data": prices}], **more}
    return local.client.v1.subscriptions.create(body).id


def owing(local: LocalStripe, customer: str) -> str:
    """The open invoice of a subscription whose first payment waits for the customer."""
    subscription = subscribe(local, customer, payment_behavior="default_incomplete")
    return str(local.client.v1.subscriptions.retrieve(subscription).latest_invoice)


def portal_of(local: LocalStripe, customer: str) -> str:
    """The path of its page."""
    made = local.client.v1.billing_portal.sessions.create(
        {"customer": customer, "return_url": f"{local.url}/healthz?shop"}
    )
    return made.url.removeprefix(local.url)
