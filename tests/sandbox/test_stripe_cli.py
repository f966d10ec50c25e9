"""Stripe's own CLI (npm: @stripe/cli 1.52.0), unmodified, as it fills the local Stripe and reads it.

It says "succeeded" too easily: what counts is what the local Stripe stored, and what it delivered.
"""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import stripe

from tests.sandbox.stripe_process import CARD_GOOD, SECRET, LocalStripe, Receiver, running, until
from tests.sandbox.test_stripe_listen import CLI, command, pending

pytestmark = pytest.mark.skipif(CLI is None, reason="Stripe's CLI is not installed (npm: @stripe/cli)")


@dataclass(frozen=True)
class Account:
    """The local Stripe, the endpoint to which it delivers, and the CLI."""

    local: LocalStripe
    receiver: Receiver
    home: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        started, environment = command(self.local, self.home, *arguments)
        return subprocess.run(started, env=environment, capture_output=True, text=True, timeout=30, check=False)

    def said(self, *arguments: str) -> Any:
        """The JSON that a command prints, errors of Stripe included."""
        done = self.run(*arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout[done.stdout.index("{") :])  # before it may stand that it deletes something

    def stored(self, path: str) -> Any:
        answer = self.local.raw("GET", f"/v1/{path}")
        assert answer.ok, answer.text
        return answer.json()

    def newest(self) -> str:
        return str(self.stored("events?limit=1")["data"][0]["id"])

    def since(self, event_id: str) -> list[Any]:
        """The events after that one, oldest first."""
        return list(reversed(self.stored(f"events?limit=100&ending_before={event_id}")["data"]))

    def trigger(self, kind: str, *how: str) -> list[Any]:
        """All events of `stripe trigger`, as soon as the one that was asked for is among them."""
        before = self.newest()
        done = self.run("trigger", kind, *how)
        assert done.returncode == 0, done.stdout + done.stderr
        until(lambda: kind in {event["type"] for event in self.since(before)})
        return self.since(before)

    def check_delivery(self, event: Any) -> None:
        """Once, signed, and with what is stored."""
        until(lambda: event["id"] in {each.event["id"] for each in list(self.receiver.received)})
        (got,) = (each for each in list(self.receiver.received) if each.event["id"] == event["id"])
        assert stripe.WebhookSignature.verify_header(got.body, got.headers["Stripe-Signature"], SECRET, tolerance=300)
        assert (got.event["type"], got.event["data"]) == (event["type"], event["data"])


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Account]:
    receiver = Receiver()
    with running("--forward-to", receiver.url) as local:
        local.client.v1.products.create({"name": "Tea"})
        yield Account(local, receiver, tmp_path_factory.mktemp("home"))
    receiver.close()


def part(body: Any, like: Any) -> Any:
    """What the body has in the places where `like` has something."""
    if like and isinstance(body, dict) and isinstance(like, dict):
        return {name: part(body.get(name), value) for name, value in like.items()}
    if isinstance(body, list) and isinstance(like, list) and len(body) == len(like):
        return [part(*pair) for pair in zip(body, like, strict=True)]
    return body


@dataclass(frozen=True)
class Expected:
    """The object of the triggered event, as the event shows it and as it is stored."""

    state: dict[str, Any]
    first: dict[str, dict[str, Any]] = field(default_factory=dict)  # earlier events of the same object
    more: dict[str, dict[str, Any]] = field(default_factory=dict)  # what else is stored, by its path


STREET = {"line1": "510 Townsend St", "postal_code": "94103", "city": "San Francisco", "state": "CA", "country": "US"}
SHIPPED = {"shipping": {"name": "Jenny Rosen", "address": STREET}}
EXPIRED = {"status": "expired", "payment_status": "unpaid", "amount_total": 3000, "currency": "usd", "url": None}
BUYER = {"email": "stripe@example.com", "name": "Jenny Rosen"}
BOUGHT = {"status": "complete", "amount_total": 3000, "customer_details": BUYER}
TWO = {"checkout/sessions/{id}/line_items": {"data": [{"quantity": 2, "amount_total": 3000}]}}
RECEIVED = {"payment_intents/{payment_intent}": SHIPPED | {"status": "succeeded", "amount_received": 3000}}
NOT_RECEIVED = {"payment_intents/{payment_intent}": {"status": "requires_payment_method", "amount_received": 0}}
UNPAID = {"checkout.session.completed": {"status": "complete", "payment_status": "unpaid"}}
MADE = {"payment_intent.created": {"amount": 2000, "amount_received": 0, "canceled_at": None}}
BY_VISA = {"type": "card", "card": {"brand": "visa", "last4": "4242"}}
CHARGED = {"charges/{latest_charge}": {"paid": True, "captured": True, "payment_method_details": BY_VISA}}
NOT_CHARGED = {"charges/{latest_charge}": {"status": "failed", "failure_code": "card_declined", "paid": False}}
ERROR = {"type": "card_error", "code": "card_declined", "decline_code": "generic_decline"}
DECLINED = {"status": "requires_payment_method", "last_payment_error": ERROR}
PAID = SHIPPED | {"status": "succeeded", "amount": 2000, "amount_received": 2000}
REFUNDED = {"refunded": True, "amount": 100, "amount_refunded": 100, "status": "succeeded"}
REFUND = {"refunds?charge={id}": {"data": [{"amount": 100, "status": "succeeded"}]}}
OPENED = {"status": "warning_needs_response", "amount": 100, "balance_transactions": []}
MONTHLY = {"unit_amount": 1500, "currency": "usd", "type": "recurring", "recurring": {"interval": "month"}}
ITEMS = {"items": {"data": [{"quantity": 1, "price": MONTHLY}]}}
CANCELED = {"status": "canceled", "cancellation_details": {"reason": "cancellation_requested"}}
NEW: dict[str, Any] = {"customer.subscription.created": {"metadata": {}, "canceled_at": None, "ended_at": None}}
BILL = {"invoices/{latest_invoice}": {"status": "paid", "billing_reason": "subscription_create", "amount_paid": 1500}}
INVOICED = {"amount_due": 2000, "attempted": True, "billing_reason": "manual", "lines": {"data": [{"amount": 2000}]}}
FAILED = {"status": "open", "attempt_count": 1, "amount_paid": 0, "amount_remaining": 2000}
FINALIZED = {"invoice.created": {"status": "draft"}, "invoice.finalized": {"status": "open"}}

TRIGGERS = {
    "checkout.session.completed": Expected(BOUGHT | {"payment_status": "paid"}, more=TWO | RECEIVED),
    "checkout.session.async_payment_succeeded": Expected(BOUGHT | {"payment_status": "paid"}, UNPAID, TWO | RECEIVED),
    "checkout.session.async_payment_failed": Expected(BOUGHT | {"payment_status": "unpaid"}, UNPAID, NOT_RECEIVED),
    "checkout.session.expired": Expected(EXPIRED, more=TWO),
    "payment_intent.succeeded": Expected(PAID, MADE, CHARGED),
    "payment_intent.payment_failed": Expected(DECLINED, MADE, NOT_CHARGED),
    "payment_intent.canceled": Expected({"status": "canceled", "cancellation_reason": "requested_by_customer"}, MADE),
    "charge.refunded": Expected(REFUNDED, {"charge.succeeded": {"refunded": False, "amount_refunded": 0}}, REFUND),
    "charge.dispute.created": Expected(OPENED, more={"charges/{charge}": {"disputed": True}}),
    "charge.dispute.closed": Expected(OPENED | {"status": "warning_closed"}, {"charge.dispute.created": OPENED}),
    "customer.subscription.created": Expected(ITEMS | {"status": "active"}, more=BILL),
    "customer.subscription.updated": Expected(ITEMS | {"status": "active", "metadata": {"foo": "bar"}}, NEW, BILL),
    "customer.subscription.deleted": Expected(ITEMS | CANCELED, NEW, BILL),
    "invoice.paid": Expected(INVOICED | {"status": "paid", "amount_paid": 2000, "amount_remaining": 0}, FINALIZED),
    "invoice.payment_failed": Expected(INVOICED | FAILED, FINALIZED),
}


@pytest.mark.parametrize("kind", TRIGGERS)
def test_a_trigger_does_what_its_event_says(account: Account, kind: str) -> None:
    expected = TRIGGERS[kind]
    happened = account.trigger(kind)
    *others, event = (each for each in happened if each["type"] == kind)
    assert not others or kind == "customer.subscription.updated"  # which a payment causes, too
    subject = event["data"]["object"]
    route = subject["object"].replace(".", "/") + "s"
    assert part(subject, expected.state) == expected.state
    assert part(account.stored(f"{route}/{subject['id']}"), expected.state) == expected.state
    if kind == "customer.subscription.updated":
        assert event["data"]["previous_attributes"] == {"metadata": {"foo": None}}
    before = [each for each in happened[: happened.index(event)] if each["data"]["object"]["id"] == subject["id"]]
    first = [each for each in before if each["type"] in expected.first]
    assert [each["type"] for each in first] == list(expected.first)
    for each in first:
        state = expected.first[each["type"]]
        assert part(each["data"]["object"], state) == state
    for each in [*first, event]:
        account.check_delivery(each)
    for path, state in expected.more.items():
        assert part(account.stored(path.format_map(subject)), state) == state


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("checkout.session.completed", ("--override", "payment_page_confirm:expected_amount=1400")),
        ("checkout.session.expired", ()),
    ],
)
def test_a_trigger_can_be_given_other_parameters(account: Account, kind: str, more: tuple[str, ...]) -> None:
    changed = ("--add", "checkout_session:metadata.order_id=42", "--override", "price:unit_amount=700")
    (event,) = (each for each in account.trigger(kind, *changed, *more) if each["type"] == kind)
    wanted = {"metadata": {"order_id": "42"}, "amount_total": 1400}
    assert part(event["data"]["object"], wanted) == wanted
    assert part(account.stored(f"checkout/sessions/{event['data']['object']['id']}"), wanted) == wanted
    account.check_delivery(event)


def test_a_trigger_that_is_refused_shows_why_and_ends_there(account: Account) -> None:
    before = account.newest()
    done = account.run("trigger", "checkout.session.expired", "--override", "price:currency=xxx")
    assert (done.returncode, "status=400" in done.stderr) == (1, True)
    assert "Invalid currency: xxx" in done.stderr
    assert [event["type"] for event in account.since(before)] == ["product.created"]


def test_a_file_of_fixtures_is_stored(account: Account, tmp_path: Path) -> None:
    note = "milk & sugar = Kännchen ☕"
    steps: dict[str, dict[str, Any]] = {
        "product": {"name": "Tea", "metadata": {"shelf": "7"}},
        "price": {"product": "${product:id}", "unit_amount": 450, "currency": "eur"},
        "checkout/session": {
            "mode": "payment",
            "success_url": "http://127.0.0.1:9/thanks",
            "line_items": [{"price": "${price:id}", "quantity": 3}],
            "metadata": {"note": note, "tea": "${product:id}"},
        },
    }
    fixtures = [{"name": name, "path": f"/v1/{name}s", "method": "post", "params": steps[name]} for name in steps]
    file = tmp_path / "tea.json"
    file.write_text(json.dumps({"_meta": {"template_version": 0}, "fixtures": fixtures}))
    done = account.run("fixtures", str(file))
    assert done.returncode == 0, done.stdout + done.stderr
    product, price, session = (account.stored(f"{name}s?limit=1")["data"][0] for name in steps)
    assert part(product, steps["product"]) == steps["product"]
    assert part(price, steps["price"]) == steps["price"] | {"product": product["id"]}
    assert (session["amount_total"], session["currency"]) == (1350, "eur")
    assert session["metadata"] == {"note": note, "tea": product["id"]}
    (item,) = account.stored(f"checkout/sessions/{session['id']}/line_items")["data"]
    assert (item["price"]["id"], item["quantity"]) == (price["id"], 3)


def test_products_are_posted_listed_and_got(account: Account) -> None:
    post = ("post", "/v1/products", "-d", "name=Tea", "-d", "metadata[shelf]=7", "--idempotency", "one-tea")
    tea = account.said(*post)
    assert (tea["name"], tea["metadata"]) == ("Tea", {"shelf": "7"})
    assert account.said(*post) == tea == account.stored(f"products/{tea['id']}")
    assert account.said("get", f"/v1/products/{tea['id']}") == account.said("get", tea["id"]) == tea
    coffee = account.said("products", "create", "--name", "Coffee")
    assert account.said("products", "list", "--limit", "2")["data"] == [coffee, tea]
    assert account.said("get", "/v1/products", "--limit", "2") == account.stored("products?limit=2")


def test_a_session_is_made_paid_and_refunded(account: Account) -> None:
    one = ("--unit-amount", "1250", "--currency", "eur", "-d", "product_data[name]=Tea", "--expand", "product")
    price = account.said("prices", "create", *one)
    assert price["product"] == account.stored(f"products/{price['product']['id']}")
    item = ("-d", f"line_items[0][price]={price['id']}", "-d", "line_items[0][quantity]=1")
    new = ("checkout", "sessions", "create", "--mode", "payment", "--success-url", "http://127.0.0.1:9/thanks", *item)
    session = account.said(*new)
    account.local.submit(session["id"], card=CARD_GOOD)
    paid = account.said("checkout", "sessions", "retrieve", session["id"])
    assert (paid["status"], paid["payment_status"]) == ("complete", "paid")
    refund = account.said("refunds", "create", "--payment-intent", paid["payment_intent"], "--amount", "250")
    assert refund == account.stored(f"refunds/{refund['id']}")
    assert account.stored(f"charges/{refund['charge']}")["amount_refunded"] == 250
    expired = account.said("checkout", "sessions", "expire", account.said(*new)["id"])
    assert expired == account.stored(f"checkout/sessions/{expired['id']}") | {"status": "expired"}


def test_a_payment_intent_is_made_and_canceled(account: Account) -> None:
    intent = account.said("payment_intents", "create", "--amount", "1250", "--currency", "eur")
    assert (intent["status"], intent["amount"]) == ("requires_payment_method", 1250)
    before = account.newest()
    canceled = account.said("payment_intents", "cancel", intent["id"], "--cancellation-reason", "abandoned")
    assert (canceled["status"], canceled["cancellation_reason"]) == ("canceled", "abandoned")
    assert canceled == account.stored(f"payment_intents/{intent['id']}")
    (event,) = account.since(before)
    assert (event["type"], event["data"]["object"]["id"]) == ("payment_intent.canceled", intent["id"])
    account.check_delivery(event)
    again = account.said("payment_intents", "cancel", intent["id"])["error"]
    assert (again["type"], again["code"]) == ("invalid_request_error", "payment_intent_unexpected_state")


def test_a_customer_subscribes_and_cancels(account: Account) -> None:
    jenny = account.said("customers", "create", "-d", "name=Jenny Rosen", "--email", "jenny@example.com")
    assert (jenny["name"], jenny["email"]) == ("Jenny Rosen", "jenny@example.com")
    assert account.said("customers", "list", "--email", jenny["email"])["data"] == [jenny]
    assert account.stored(f"customers/{jenny['id']}") == jenny
    monthly = ("--currency", "eur", "--unit-amount", "900", "--recurring.interval", "month")
    price = account.said("prices", "create", *monthly, "-d", "product_data[name]=Tea")["id"]
    what = ("--customer", jenny["id"], "-d", f"items[0][price]={price}", "--trial-period-days", "1")
    made = account.said("subscriptions", "create", *what)
    assert (made["status"], made["items"]["data"][0]["price"]["id"]) == ("trialing", price)
    assert account.said("subscriptions", "list", "--customer", jenny["id"])["data"] == [made]
    before = account.newest()
    canceled = account.said("subscriptions", "cancel", made["id"], "--confirm")  # what is deleted has to be confirmed
    assert (canceled["id"], canceled["status"]) == (made["id"], "canceled")
    assert canceled == account.stored(f"subscriptions/{made['id']}")
    (event,) = (each for each in account.since(before) if each["type"] == "customer.subscription.deleted")
    account.check_delivery(event)


def test_events_are_listed_and_retrieved(account: Account) -> None:
    account.trigger("checkout.session.expired")
    until(lambda: not pending(account.local))
    newest = account.said("events", "list", "--limit", "3")
    assert newest == account.stored("events?limit=3")
    kinds = ["checkout.session.expired", "price.created", "product.created"]
    assert [event["type"] for event in newest["data"]] == kinds
    for kind in (*kinds, "checkout.session.*"):
        found = account.said("events", "list", "--type", kind, "--limit", "2")
        assert found == account.stored(f"events?type={kind}&limit=2")
        assert {event["type"] for event in found["data"]} <= {kind, *kinds[:1]}
    both = account.said("events", "list", "--types", "price.created", "--types", "product.created", "--limit", "2")
    assert both["data"] == newest["data"][1:]
    assert account.said("events", "retrieve", newest["data"][0]["id"]) == newest["data"][0]


@pytest.mark.parametrize("arguments", [("get", "/v1/products/prod_gone"), ("products", "retrieve", "prod_gone")])
def test_an_error_is_shown_as_stripe_has_it(account: Account, arguments: tuple[str, ...]) -> None:
    error = account.said(*arguments)["error"]
    message = "No such product: 'prod_gone'"
    wanted = {"type": "invalid_request_error", "code": "resource_missing", "param": "id", "message": message}
    assert part(error, wanted) == wanted
