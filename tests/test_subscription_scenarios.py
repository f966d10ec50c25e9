"""Years of subscriptions, and their events in any order: the same rows, the same access, and what Stripe itself says.

As in test_scenarios.py: one database gets every event of the local Stripe as it happened, a second one the same
events shuffled, some of them several times, through several connections. Time is Stripe's to move; many events fall
into one second, so that rows are marked and the worker asks about them.
"""

import random
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, ClassVar
from urllib.parse import urlencode

import pytest
import urllib3
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from sandbox import postgres
from stripe_svc.errors import ServiceError
from stripe_svc.handlers import HANDLERS
from stripe_svc.models import NewOrder
from stripe_svc.services import checkouts, orders
from stripe_svc.services.refetches import refetch_next
from stripe_svc.services.subscriptions import end_subscription
from stripe_svc.stripe_api import StripeApi
from tests.conftest import cloned_database
from tests.local_stripe import LocalStripe
from tests.test_scenarios import ROWS, VERIFY, Books, pick

DAY = 24 * 3600
GOOD, FAILING, ASKING = "pm_card_visa", "pm_card_chargeCustomerFail", "pm_card_authenticationRequired"
PICK = st.integers(0, 3)
ENDED = {"canceled", "incomplete_expired"}
SUBSCRIBED = {
    "subscriptions": "SELECT to_jsonb(s) FROM subscriptions AS s ORDER BY id",
    "invoices": "SELECT to_jsonb(i) FROM invoices AS i ORDER BY id",
    "customers": "SELECT to_jsonb(c) FROM customers AS c ORDER BY id",
}


def before_basil(told: dict[str, Any], payment_of: dict[str, str]) -> None:
    """What an endpoint of an API version before 2025-03-31 is told: periods and payments where they were then."""
    if told["object"] == "subscription":
        items = told["items"]["data"]
        told["current_period_start"] = min(item.pop("current_period_start") for item in items)
        told["current_period_end"] = min(item.pop("current_period_end") for item in items)
        if told["cancel_at_period_end"]:
            told["cancel_at"] = None
    if told["object"] == "invoice":
        details = (told.pop("parent") or {}).get("subscription_details")
        told["subscription"] = details and details["subscription"]
        told["payment_intent"] = payment_of.get(told["id"])
        for line in told["lines"]["data"]:
            parent = line.pop("parent")
            item = parent["subscription_item_details"] or parent["invoice_item_details"]
            line["type"] = "subscription" if parent["subscription_item_details"] else "invoiceitem"
            line |= {"subscription": item["subscription"], "proration": item["proration"]}


class Years(RuleBasedStateMachine):
    """A few subscriptions and all that may befall them. What Stripe refuses does not happen; the scenario goes on."""

    stripe: ClassVar[LocalStripe]
    api: ClassVar[StripeApi]
    in_order: ClassVar[Books]
    shuffled: ClassVar[Books]
    last_event: ClassVar[str | None] = None

    @initialize(
        seed=st.integers(0, 2**32 - 1),
        connections=st.sampled_from([1, 4]),
        older=st.booleans(),
        interval=st.sampled_from(["month", "year"]),
    )
    def begin(self, seed: int, connections: int, older: bool, interval: str) -> None:
        self.arrival = random.Random(seed)
        self.connections = connections
        self.older = older
        self.events: list[dict[str, Any]] = []
        self.subscriptions: list[str] = []
        # Those of which money went back.
        self.undone: set[str] = set()
        self.orders: list[int] = []
        self.subscribe(interval=interval, trial=None, customer="a")

    @rule(
        interval=st.sampled_from(["week", "month", "year"]),
        trial=st.sampled_from([None, None, 7]),
        customer=st.sampled_from(["a", "b"]),
    )
    @precondition(lambda self: len(self.orders) < 4)
    def subscribe(self, interval: str, trial: int | None, customer: str) -> None:
        line = {"name": "Tea", "unit_amount": 1000, "quantity": 1, "recurring": {"interval": interval}}
        wanted = {"mode": "subscription", "currency": "eur", "line_items": [line], "customer_reference": customer}
        new = NewOrder.model_validate(wanted | ({"trial_period_days": trial} if trial else {}))
        order, _ = orders.create_order(
            self.in_order.database, new, client="tests", idempotency_key=None, access_grace_days=3
        )
        self.orders.append(order["id"])
        with suppress(ServiceError):
            checkout = checkouts.start_checkout(self.in_order.database, self.api, "http://shop.example", order["id"])
            self._post(f"/_sandbox/sessions/{checkout['session_id']}/pay", {"card": "4242424242424242"})
            made = self.stripe.get(f"/v1/checkout/sessions/{checkout['session_id']}")["subscription"]
            self.subscriptions += [made] if made else []

    @rule(days=st.sampled_from([1, 4, 20, 33, 100, 370]))
    def time_passes(self, days: int) -> None:
        self._post("/_sandbox/clock", {"advance_seconds": days * DAY})

    @rule(which=PICK, card=st.sampled_from([GOOD, FAILING, FAILING, ASKING]))
    @precondition(lambda self: self.subscriptions)
    def change_card(self, which: int, card: str) -> None:
        subscription = pick(self.subscriptions, which)
        customer = self.stripe.get(f"/v1/subscriptions/{subscription}")["customer"]
        attached = self.stripe.try_call(f"/v1/payment_methods/{card}/attach", {"customer": customer})
        if attached:
            self._called(f"/v1/subscriptions/{subscription}", {"default_payment_method": attached["id"]})

    @rule(
        which=PICK,
        interval=st.sampled_from([None, "week"]),
        card=st.sampled_from([FAILING, ASKING]),
        days=st.sampled_from([8, 33]),
    )
    @precondition(lambda self: self.subscriptions)
    def stop_paying(self, which: int, interval: str | None, card: str, days: int) -> None:
        """For the same plan, or soon after a change to another."""
        if interval:
            self.change_plan(which=which, quantity=1, interval=interval, proration="always_invoice")
        self.change_card(which=which, card=card)
        self.time_passes(days=days)

    @rule(
        which=PICK,
        quantity=st.sampled_from([1, 3]),
        interval=st.sampled_from([None, "week", "year"]),
        proration=st.sampled_from(["create_prorations", "always_invoice", "none"]),
    )
    @precondition(lambda self: self.subscriptions)
    def change_plan(self, which: int, quantity: int, interval: str | None, proration: str) -> None:
        subscription = pick(self.subscriptions, which)
        item = self.stripe.get(f"/v1/subscriptions/{subscription}")["items"]["data"][0]
        fields = {"items[0][id]": item["id"], "items[0][quantity]": str(quantity), "proration_behavior": proration}
        if interval:
            price = {"currency": "eur", "unit_amount": "2000", "recurring[interval]": interval}
            fields["items[0][price]"] = self.stripe.call("/v1/prices", price | {"product_data[name]": "More tea"})[
                "id"
            ]
        self._called(f"/v1/subscriptions/{subscription}", fields)

    @rule(which=PICK, how=st.sampled_from(["with its period", "a day early", "now", "not after all"]))
    @precondition(lambda self: self.subscriptions)
    def cancel(self, which: int, how: str) -> None:
        subscription = pick(self.subscriptions, which)
        if how == "not after all":
            self._called(f"/v1/subscriptions/{subscription}", {"cancel_at_period_end": "false"})
            return
        if how == "a day early":
            item = self.stripe.get(f"/v1/subscriptions/{subscription}")["items"]["data"][0]
            self._called(f"/v1/subscriptions/{subscription}", {"cancel_at": str(item["current_period_end"] - DAY)})
            return
        with suppress(ServiceError):
            end_subscription(self.in_order.database, self.api, subscription, at_period_end=how == "with its period")
        self._deliver_news()

    @rule(which=PICK, behavior=st.sampled_from(["", "keep_as_draft", "mark_uncollectible", "void"]))
    @precondition(lambda self: self.subscriptions)
    def pause_collection(self, which: int, behavior: str) -> None:
        name = "pause_collection[behavior]" if behavior else "pause_collection"
        self._called(f"/v1/subscriptions/{pick(self.subscriptions, which)}", {name: behavior})

    @rule(which=PICK, how=st.sampled_from(["pay", "void", "mark_uncollectible"]))
    @precondition(lambda self: self.subscriptions)
    def decide_about_last_invoice(self, which: int, how: str) -> None:
        invoice = self._last_invoice(which)
        self._called(f"/v1/invoices/{invoice['id']}/{how}", {})

    @rule(which=PICK, part=st.sampled_from([None, 400]))
    @precondition(lambda self: self.subscriptions)
    def refund_last_invoice(self, which: int, part: int | None) -> None:
        for payment in self._payments_of(self._last_invoice(which)):
            self.undone.add(pick(self.subscriptions, which))
            self._called("/v1/refunds", {"payment_intent": payment} | ({"amount": str(part)} if part else {}))

    @rule(which=PICK, outcome=st.sampled_from([None, "won", "lost"]))
    @precondition(lambda self: self.subscriptions)
    def dispute_last_invoice(self, which: int, outcome: str | None) -> None:
        for payment in self._payments_of(self._last_invoice(which)):
            self.undone.add(pick(self.subscriptions, which))
            opened = self._post(f"/_sandbox/payment_intents/{payment}/dispute", {})
            if opened and outcome:
                self._post(f"/_sandbox/disputes/{opened['id']}/settle", {"outcome": outcome})

    @rule(which=PICK)
    @precondition(lambda self: self.subscriptions)
    def delete_customer(self, which: int) -> None:
        customer = self.stripe.get(f"/v1/subscriptions/{pick(self.subscriptions, which)}")["customer"]
        self._delete(f"/v1/customers/{customer}")
        self._deliver_news()

    # What must be so in the end.

    def teardown(self) -> None:
        if not hasattr(self, "events"):
            return
        try:
            self._check()
        finally:
            # Or they would renew for ever, as time goes on.
            for subscription in self.subscriptions:
                self._delete(f"/v1/subscriptions/{subscription}")
            self._forget_news()
            self.in_order.empty()
            self.shuffled.empty()

    def _check(self) -> None:
        # No second is under way any more: whatever Stripe says now is newer than all of its events.
        self._post("/_sandbox/clock", {"advance_seconds": 2})
        arriving = [event for event in self.events if event["type"] in HANDLERS]
        arriving += self.arrival.choices(arriving, k=len(arriving) // 3) if arriving else []
        self.arrival.shuffle(arriving)
        self.shuffled.begin_like(self.in_order)
        with ThreadPoolExecutor(self.connections) as pool:
            list(pool.map(self.shuffled.receive, arriving))

        arrived = "\n".join(f"{event['type']} {event['data']['object']['id']}" for event in arriving)
        self._must_be_alike(arrived)
        for books in (self.in_order, self.shuffled):
            while refetch_next(books.database, self.api, livemode=False):
                pass
            assert books.db.execute(VERIFY).fetchall() == [], arrived
        self._must_be_alike(arrived)
        self._agrees_with_stripe()

    def _must_be_alike(self, arrived: str) -> None:
        for table, query in (ROWS | SUBSCRIBED).items():
            expected, found = (
                [row for (row,) in books.db.execute(query.encode())] for books in (self.in_order, self.shuffled)
            )
            assert found == expected, f"{table} differs after\n{arrived}"

    def _agrees_with_stripe(self) -> None:
        """Everything stands where Stripe itself says, and the sums of its invoices are ours."""
        db = self.in_order.db
        for object_id, status, period_end, ended_at in db.execute(
            "SELECT id, status, extract(epoch FROM current_period_end)::bigint, extract(epoch FROM ended_at)::bigint "
            "FROM subscriptions"
        ):
            known = self.stripe.get(f"/v1/subscriptions/{object_id}")
            ends = min(item["current_period_end"] for item in known["items"]["data"])
            assert (status, ended_at) == (known["status"], known["ended_at"])
            assert period_end == ends or status in ENDED
        for object_id, status in db.execute("SELECT id, status FROM invoices"):
            assert status == self.stripe.get(f"/v1/invoices/{object_id}")["status"], object_id

        for subscription, until, now in db.execute(
            "SELECT c.subscription_id, extract(epoch FROM o.access_until)::bigint, o.access_granted "
            "FROM orders AS o INNER JOIN checkout_sessions AS c ON c.order_id = o.id "
            "WHERE c.subscription_id IS NOT NULL"
        ):
            self._gives_what_was_paid(subscription, until, now)

        paid = Counter[int]()
        for order_id, subscription in db.execute(
            "SELECT order_id, subscription_id FROM checkout_sessions WHERE subscription_id IS NOT NULL"
        ):
            paid[order_id] += sum(invoice["amount_paid"] for invoice in self._invoices_of(subscription))
        for order_id, status, amount_paid in db.execute("SELECT id, status, amount_paid FROM orders"):
            assert amount_paid == paid[order_id] or status == "pending"

    def _gives_what_was_paid(self, subscription: str, until: int | None, granted: bool) -> None:
        """Where Stripe's own words leave no doubt, access is as they say."""
        known = self.stripe.get(f"/v1/subscriptions/{subscription}")
        if known["status"] in ENDED:
            assert until is None or until <= (known["ended_at"] or 0)
        invoice = self.stripe.get(f"/v1/invoices/{known['latest_invoice']}")
        undone = known["pause_collection"] or subscription in self.undone
        if known["status"] == "active" and invoice["status"] == "paid" and not undone:
            ends = min(item["current_period_end"] for item in known["items"]["data"])
            assert (granted, until) == (True, min(ends, known["cancel_at"] or ends))
        is_due = invoice["billing_reason"] == "subscription_cycle" and invoice["status"] != "paid"
        if known["status"] in {"past_due", "unpaid"} and is_due and not known["pause_collection"]:
            began = min(item["current_period_start"] for item in known["items"]["data"])
            # Of a change that was not paid either, what was paid before it may reach further.
            paid = max(began, self._last_paid_until(subscription))
            assert until is None or until <= paid, f"the period since {began} is not paid"

    def _last_paid_until(self, subscription: str) -> int:
        """The end of what the newest invoice that is paid is for. Stripe lists those of one second in turn, too."""
        paid = self.stripe.get(f"/v1/invoices?status=paid&limit=1&subscription={subscription}")["data"]
        lines = [line for invoice in paid for line in invoice["lines"]["data"]]
        return max((line["period"]["end"] for line in lines if line["amount"] >= 0), default=0)

    def _invoices_of(self, subscription: str) -> Iterator[dict[str, Any]]:
        """All of them: two years of weeks are more than a page."""
        after = ""
        while True:
            page = self.stripe.get(f"/v1/invoices?limit=100&subscription={subscription}{after}")
            yield from page["data"]
            if not page["has_more"]:
                return
            after = f"&starting_after={page['data'][-1]['id']}"

    # How it happens.

    def _last_invoice(self, which: int) -> dict[str, Any]:
        subscription = self.stripe.get(f"/v1/subscriptions/{pick(self.subscriptions, which)}")
        invoice: dict[str, Any] = self.stripe.get(f"/v1/invoices/{subscription['latest_invoice']}")
        return invoice

    def _payments_of(self, invoice: dict[str, Any]) -> list[str]:
        payments = self.stripe.get(f"/v1/invoice_payments?status=paid&invoice={invoice['id']}")["data"]
        return [payment["payment"]["payment_intent"] for payment in payments]

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        answer = urllib3.request("POST", self.stripe.url + path, json=body, retries=False, timeout=60)
        assert answer.status in {200, 400}, answer.data
        self._deliver_news()
        return answer.json() if answer.status == 200 else None

    def _called(self, path: str, fields: dict[str, str]) -> None:
        headers = {"Authorization": "Bearer sk_test_tests", "Content-Type": "application/x-www-form-urlencoded"}
        answer = urllib3.request(
            "POST", self.stripe.url + path, body=urlencode(fields), headers=headers, retries=False, timeout=60
        )
        assert answer.status in {200, 400, 402}, answer.data
        self._deliver_news()

    def _delete(self, path: str) -> None:
        headers = {"Authorization": "Bearer sk_test_tests"}
        urllib3.request("DELETE", self.stripe.url + path, headers=headers, retries=False, timeout=10)

    def _news(self) -> Iterator[dict[str, Any]]:
        """Everything that Stripe has to say since the last time, in the order in which it happened."""
        while True:
            after = f"&ending_before={Years.last_event}" if Years.last_event else ""
            page = self.stripe.get(f"/v1/events?limit=100{after}")
            for event in reversed(page["data"]):
                Years.last_event = event["id"]
                yield event
            if not page["has_more"]:
                return

    def _forget_news(self) -> None:
        for _ in self._news():
            pass

    def _deliver_news(self) -> None:
        for event in list(self._news()):
            if event["type"] not in HANDLERS:
                continue
            if self.older:
                if event["type"] == "invoice_payment.paid":
                    continue
                before_basil(event["data"]["object"], self._payment_of(event["data"]["object"]))
            self.events.append(event)
            self.in_order.receive(event)

    def _payment_of(self, told: dict[str, Any]) -> dict[str, str]:
        if told["object"] != "invoice":
            return {}
        payments = self.stripe.get(f"/v1/invoice_payments?invoice={told['id']}")["data"]
        return {told["id"]: payments[0]["payment"]["payment_intent"]} if payments else {}


@pytest.fixture
def world(server: postgres.Server, template: str) -> Iterator[None]:
    with (
        LocalStripe.running() as stripe,
        cloned_database(server, template) as first_url,
        cloned_database(server, template) as second_url,
    ):
        Years.stripe, Years.api = stripe, StripeApi("sk_test_tests", stripe.url)
        Years.in_order, Years.shuffled = Books(first_url), Books(second_url)
        Years.last_event = None
        yield
        Years.in_order.close()
        Years.shuffled.close()


def test_subscription_scenarios(world: None, pytestconfig: pytest.Config) -> None:
    run_state_machine_as_test(
        Years,
        settings=settings(
            max_examples=max(1, pytestconfig.getoption("scenarios") // 5),
            stateful_step_count=12,
            deadline=None,
            print_blob=True,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
        ),
    )


def test_a_paid_month_becomes_a_week_at_once_and_the_week_after_that_is_not_given(world: None) -> None:
    """As a scenario found it, most often in one second; tests/subscription_cases.py has those that always are."""
    years = Years()
    years.begin(seed=0, connections=1, older=False, interval="month")
    years.subscribe(interval="month", trial=None, customer="a")
    years.stop_paying(which=1, interval="week", card=FAILING, days=8)
    years.teardown()


def test_a_paid_month_becomes_a_week_that_is_not_paid_and_the_month_is_still_given(world: None) -> None:
    years = Years()
    years.begin(seed=0, connections=1, older=False, interval="month")
    years.change_card(which=0, card=FAILING)
    years.change_plan(which=0, quantity=1, interval="week", proration="always_invoice")
    years.time_passes(days=4)
    years.time_passes(days=4)
    years.teardown()


def test_three_years_of_weeks_have_more_invoices_than_a_page_and_their_sum_is_ours(world: None) -> None:
    years = Years()
    years.begin(seed=1464, connections=1, older=False, interval="year")
    years.subscribe(interval="week", trial=7, customer="b")
    for _ in range(3):
        years.time_passes(days=370)
    years.teardown()
