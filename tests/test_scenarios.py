"""Whatever happens at Stripe, and however its events arrive: the same rows, books that hold and agree with Stripe.

Hypothesis plays buyers, banks and merchants against the local Stripe. One database gets every event at once, as it
happened. A second one gets the same events shuffled, some of them several times, through several connections. A
failure prints the shortest scenario that it was found to fail with. `make test ARGS="--scenarios 5000 -k scenarios"`
runs more of them.
"""

import json
import random
import secrets
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any, ClassVar, TypeVar

import psycopg
import pytest
import urllib3
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test
from psycopg.types.json import Jsonb

from sandbox import postgres
from stripe_svc.database import Database
from stripe_svc.errors import ServiceError
from stripe_svc.handlers import HANDLERS
from stripe_svc.handlers.event import parse_event
from stripe_svc.models import NewOrder, NewRefund
from stripe_svc.queries import SQL_DIR
from stripe_svc.services import checkouts, orders, refunds
from stripe_svc.services.events import receive_event
from stripe_svc.stripe_api import StripeApi
from tests.conftest import as_app, cloned_database
from tests.local_stripe import LocalStripe
from tests.stripe_events import insert_attempt

T = TypeVar("T")

VERIFY = (SQL_DIR / "ops" / "verify_books.sql").read_bytes()
PICK = st.integers(0, 5)
PART = st.sampled_from([None, 10, 500, 1000])
OUTCOME = st.sampled_from(["succeeded", "failed"])
STEP = st.sampled_from(["under_review", "escalated", "lost", "won", "warning_closed"])
ADJUSTMENTS = (
    *({"discount": 100}, {"discount": 2000}, {"tax": 190, "shipping": 500}),
    {"presentment_currency": "usd"},
)
TABLES = (
    "subscription_refetches",
    *("stripe_events", "order_transitions", "refunds", "disputes", "payments", "checkout_sessions"),
    *("refund_requests", "subscriptions", "invoices", "customers", "checkout_attempts", "orders"),
)
# What must be the same in both databases: everything but when it was learned, and in which order.
ROWS = {
    "orders": "SELECT to_jsonb(o) - 'updated_at' FROM orders AS o ORDER BY id",
    "checkout_sessions": "SELECT to_jsonb(s) FROM checkout_sessions AS s ORDER BY id",
    "payments": "SELECT to_jsonb(p) FROM payments AS p ORDER BY id",
    "refunds": "SELECT to_jsonb(r) FROM refunds AS r ORDER BY id",
    "disputes": "SELECT to_jsonb(d) FROM disputes AS d ORDER BY id",
    "stripe_events": "SELECT to_jsonb(array[id, type, status::text]) FROM stripe_events ORDER BY id",
}


def pick(known: list[T], which: int) -> T:
    return known[which % len(known)]


def as_in_2019(told: dict[str, Any]) -> None:
    """What an endpoint of that API version is told: refunds and disputes name their charge, payments list theirs."""
    if told["object"] in {"refund", "dispute"}:
        del told["payment_intent"]
    if told["object"] == "payment_intent":
        charge_id = told.pop("latest_charge")
        paid = told["status"] == "succeeded"
        told["charges"] = {"object": "list", "data": [{"id": charge_id, "paid": paid}] if charge_id else []}


class Books:
    """One database with the service's own way in."""

    def __init__(self, url: str) -> None:
        self.db = psycopg.connect(url, autocommit=True)
        self.database = Database(as_app(url), size=4)
        self.database.open()

    def receive(self, event: dict[str, Any]) -> None:
        receive_event(self.database, parse_event(json.dumps(event)), source="webhook", livemode=False)

    def rows(self) -> dict[str, list[Any]]:
        return {table: [row for (row,) in self.db.execute(query.encode())] for table, query in ROWS.items()}

    def begin_like(self, other: "Books") -> None:
        """The orders of another database, with what was asked of Stripe, before any event came."""
        fresh = {"status": "pending", "failure_reason": None, "review_reason": None, "amount_paid": 0}
        fresh |= {"amount_refunded": 0, "duplicate_payment": False, "access_granted": False, "access_until": None}
        fresh |= {"access_has_grace": False}
        with self.without_triggers():
            for table in ("orders", "customers", "checkout_attempts", "refund_requests"):
                for (row,) in other.db.execute(f"SELECT to_jsonb(t) FROM {table} AS t"):
                    self.db.execute(
                        f"INSERT INTO {table} OVERRIDING SYSTEM VALUE "
                        f"SELECT * FROM jsonb_populate_record(NULL::{table}, %s)",
                        [Jsonb(row | fresh if table == "orders" else row)],
                    )

    def empty(self) -> None:
        with self.without_triggers():
            for table in TABLES:
                self.db.execute(f"DELETE FROM {table}")

    @contextmanager
    def without_triggers(self) -> Iterator[None]:
        with self.db.transaction():
            self.db.execute("SET LOCAL session_replication_role = replica")
            yield

    def close(self) -> None:
        self.database.close()
        self.db.close()


class Scenario(RuleBasedStateMachine):
    """A few orders and all that may befall them. What Stripe refuses does not happen; the scenario goes on.

    `which` picks one of what there is by then.
    """

    stripe: ClassVar[LocalStripe]
    api: ClassVar[StripeApi]
    in_order: ClassVar[Books]
    shuffled: ClassVar[Books]
    last_event: ClassVar[str | None] = None

    @initialize(
        seed=st.integers(0, 2**32 - 1),
        connections=st.sampled_from([1, 4]),
        older=st.booleans(),
        sold=st.lists(st.sampled_from(["", "by card", "by bank debit", "settled later"]), max_size=2),
    )
    def begin(self, seed: int, connections: int, older: bool, sold: list[str]) -> None:
        """`seed`: how events are shuffled; `connections`: by how many they come; `older`: as API versions of 2019."""
        self.arrival = random.Random(seed)
        self.connections = connections
        self.older = older
        self.began = int(time.time())
        self.events: list[dict[str, Any]] = []
        self.orders: list[int] = []
        self.sessions: list[str] = []
        self.refunds: list[str] = []
        self.disputes: list[str] = []
        for number, how in enumerate(["by card", *sold]):
            self.create_order("eur", 1000)
            if how == "by card":
                self.pay_by_card(number, {})
            elif how:
                self.pay_by_bank_debit(number, "succeeded" if how == "by bank debit" else None)

    # What the app does.

    @rule(currency=st.sampled_from(["eur", "jpy", "kwd"]), amount=st.sampled_from([1000, 2000]))
    @precondition(lambda self: len(self.orders) < 4)
    def create_order(self, currency: str, amount: int) -> None:
        line = {"name": "Tea", "unit_amount": amount, "quantity": 1}
        new = NewOrder.model_validate({"currency": currency, "line_items": [line]})
        order, _ = orders.create_order(
            self.in_order.database, new, client="tests", idempotency_key=None, access_grace_days=3
        )
        self.orders.append(order["id"])
        self.check_out(len(self.orders) - 1, beside=False, paid=False)

    @rule(which=PICK, beside=st.booleans(), paid=st.booleans())
    def check_out(self, which: int, beside: bool, paid: bool) -> None:
        """`beside`: as if an earlier answer had been lost for a day, a second page beside the first."""
        if beside:
            self._forget_open_checkouts()
        with suppress(ServiceError):
            checkout = checkouts.start_checkout(
                self.in_order.database, self.api, "http://shop.example", pick(self.orders, which)
            )
            self._keep(self.sessions, checkout["session_id"])
            if paid:
                self._pay(checkout["session_id"], {})

    @rule(which=PICK, part=PART)
    def ask_for_a_refund(self, which: int, part: int | None) -> None:
        with suppress(ServiceError):
            refund, _ = refunds.create_refund(
                self.in_order.database,
                self.api,
                pick(self.orders, which),
                NewRefund(amount=part),
                client="tests",
                idempotency_key=secrets.token_hex(8),
            )
            self._keep(self.refunds, refund["id"])
        self._deliver_news()

    # What others do with our orders' names.

    @rule(which=PICK, wrong=st.sampled_from(["amount", "currency", "session", "free session"]), paid=st.booleans())
    @precondition(lambda self: len(self.sessions) < 6)
    def check_out_wrongly(self, which: int, wrong: str, paid: bool) -> None:
        """A session of our making that asks for something else, or a stranger's that names our order."""
        order_id = pick(self.orders, which)
        fields = {
            "mode": "payment",
            "success_url": "http://shop.example",
            "client_reference_id": str(order_id),
            "line_items[0][quantity]": "1",
            "line_items[0][price_data][unit_amount]": "0" if wrong == "free session" else "700",
            "line_items[0][price_data][currency]": "usd" if wrong == "currency" else "eur",
            "line_items[0][price_data][product_data][name]": "Coffee",
        }
        if "session" not in wrong:
            attempt_id = insert_attempt(self.in_order.db, order_id)
            self._forget_open_checkouts()
            fields |= {"metadata[order_id]": str(order_id), "metadata[checkout_attempt_id]": attempt_id}
        session_id = self.stripe.call("/v1/checkout/sessions", fields)["id"]
        self._keep(self.sessions, session_id)
        if paid:
            self._pay(session_id, {})

    # What buyers and banks do.

    @rule(which=PICK, adjusted=st.sampled_from([{}, *ADJUSTMENTS]))
    def pay_by_card(self, which: int, adjusted: dict[str, Any]) -> None:
        self._pay(pick(self.sessions, which), adjusted)

    @rule(which=PICK)
    def decline(self, which: int) -> None:
        self._happens(f"/_sandbox/sessions/{pick(self.sessions, which)}/pay", {"card": "4000000000000002"})

    @rule(which=PICK, outcome=st.sampled_from([None, "succeeded", "failed"]))
    def pay_by_bank_debit(self, which: int, outcome: str | None) -> None:
        session_id = pick(self.sessions, which)
        self._happens(f"/_sandbox/sessions/{session_id}/pay", {"method": "bank_debit"})
        if outcome:
            self._happens(f"/_sandbox/sessions/{session_id}/settle", {"outcome": outcome})

    @rule(which=PICK, outcome=OUTCOME)
    def settle(self, which: int, outcome: str) -> None:
        self._happens(f"/_sandbox/sessions/{pick(self.sessions, which)}/settle", {"outcome": outcome})

    @rule(which=PICK, inquiry=st.booleans(), steps=st.lists(STEP, max_size=3))
    @precondition(lambda self: self._payments())
    def dispute(self, which: int, inquiry: bool, steps: list[str]) -> None:
        payment = pick(self._payments(), which)
        opened = self._happens(f"/_sandbox/payment_intents/{payment}/dispute", {"inquiry": inquiry})
        self._keep(self.disputes, opened)
        for outcome in steps if opened else []:
            self._happens(f"/_sandbox/disputes/{opened}/settle", {"outcome": outcome})

    @rule(which=PICK, outcome=STEP)
    @precondition(lambda self: self.disputes)
    def settle_dispute(self, which: int, outcome: str) -> None:
        self._happens(f"/_sandbox/disputes/{pick(self.disputes, which)}/settle", {"outcome": outcome})

    @rule(which=PICK, outcome=OUTCOME)
    @precondition(lambda self: self.refunds)
    def settle_refund(self, which: int, outcome: str) -> None:
        self._happens(f"/_sandbox/refunds/{pick(self.refunds, which)}/settle", {"outcome": outcome})

    # What the merchant does in Stripe's dashboard.

    @rule(which=PICK, by_api=st.booleans())
    def expire(self, which: int, by_api: bool) -> None:
        if not by_api:
            self._called(f"/v1/checkout/sessions/{pick(self.sessions, which)}/expire", {})
            return
        with suppress(ServiceError):
            checkouts.expire_checkout(self.in_order.database, self.api, pick(self.orders, which))
        self._deliver_news()

    @rule(which=PICK, part=PART)
    @precondition(lambda self: self._payments())
    def refund_at_stripe(self, which: int, part: int | None) -> None:
        fields = {"payment_intent": pick(self._payments(), which)} | ({"amount": str(part)} if part else {})
        self._keep(self.refunds, self._called("/v1/refunds", fields))

    @rule(which=PICK)
    @precondition(lambda self: self._payments())
    def cancel_payment(self, which: int) -> None:
        self._called(f"/v1/payment_intents/{pick(self._payments(), which)}/cancel", {})

    # What must be so in the end.

    def teardown(self) -> None:
        if not hasattr(self, "events"):
            return
        try:
            self._check()
        finally:
            self.in_order.empty()
            self.shuffled.empty()

    def _check(self) -> None:
        self._deliver_news()
        assert self.in_order.db.execute(VERIFY).fetchall() == []
        self._agrees_with_stripe()

        arriving = [event for event in self.events if event["type"] in HANDLERS]
        arriving += self.arrival.choices(arriving, k=len(arriving) // 2) if arriving else []
        self.arrival.shuffle(arriving)
        self.shuffled.begin_like(self.in_order)
        with ThreadPoolExecutor(self.connections) as pool:
            list(pool.map(self.shuffled.receive, arriving))

        expected, found = self.in_order.rows(), self.shuffled.rows()
        arrived = "\n".join(f"{event['type']} {event['data']['object']['id']}" for event in arriving)
        for table in ROWS:
            assert found[table] == expected[table], f"{table} differs after\n{arrived}"
        assert self.shuffled.db.execute(VERIFY).fetchall() == [], arrived

    def _agrees_with_stripe(self) -> None:
        """Everything is where Stripe itself says that it is in the end, and money is counted once more."""
        made = self._newest("refunds") | self._newest("disputes") | self._newest("payment_intents")
        for table in ("refunds", "disputes"):
            for object_id, status in self.in_order.db.execute(f"SELECT id, status FROM {table}"):
                assert status == made[object_id]["status"], object_id
        for payment, status in self.in_order.db.execute("SELECT id, status FROM payments"):
            # A payment that failed may be tried again: that is not the end of it, and we keep how far it came.
            ended = made[payment]["status"]
            assert (status in {"succeeded", "canceled"}) == (ended in {"succeeded", "canceled"})
            assert status == ended or status in {"processing", "requires_payment_method"}

        paid, back = Counter[int](), Counter[int]()
        for session in self._newest("checkout/sessions").values():
            if session["id"] not in self.sessions or session["payment_status"] != "paid" or self._is_foreign(session):
                continue
            order_id = int(session["client_reference_id"])
            paid[order_id] += session["amount_total"]
            back[order_id] += sum(
                refund["amount"]
                for refund in made.values()
                if refund.get("payment_intent") == session["payment_intent"]
                and (refund["object"], refund["status"]) == ("refund", "succeeded")
            )
        for order_id, amount_paid, amount_refunded in self.in_order.db.execute(
            "SELECT id, amount_paid, amount_refunded FROM orders"
        ):
            assert (amount_paid, amount_refunded) == (paid[order_id], back[order_id])

    def _newest(self, kind: str) -> dict[str, dict[str, Any]]:
        """All that this scenario made of a kind, by id."""
        page = self.stripe.get(f"/v1/{kind}?limit=100&created[gte]={self.began}")
        assert not page["has_more"]
        return {made["id"]: made for made in page["data"]}

    def _is_foreign(self, session: dict[str, Any]) -> bool:
        """Only `check_out_wrongly` sells at this price."""
        return bool(session["amount_subtotal"] in {0, 700})

    # How it happens.

    def _forget_open_checkouts(self) -> None:
        self.in_order.db.execute(
            "UPDATE checkout_attempts SET ended_at = now(), end_reason = 'expired' WHERE ended_at IS NULL"
        )

    def _pay(self, session_id: str, adjusted: dict[str, Any]) -> None:
        self._happens(f"/_sandbox/sessions/{session_id}/pay", {"card": "4242424242424242"} | adjusted)

    def _payments(self) -> list[str]:
        """The PaymentIntents of the sessions, in the order in which events told of them."""
        told = (event["data"]["object"] for event in self.events)
        return list(dict.fromkeys(obj["id"] for obj in told if obj["object"] == "payment_intent"))

    def _happens(self, path: str, body: dict[str, Any]) -> str | None:
        answer = urllib3.request("POST", self.stripe.url + path, json=body, retries=False, timeout=10)
        assert answer.status in {200, 400}, answer.data
        self._deliver_news()
        return answer.json()["id"] if answer.status == 200 else None

    def _called(self, path: str, fields: dict[str, str]) -> str | None:
        made = self.stripe.try_call(path, fields)
        self._deliver_news()
        return made["id"] if made else None

    def _keep(self, known: list[str], made: str | None) -> None:
        if made and made not in known:
            known.append(made)

    def _deliver_news(self) -> None:
        """Everything that Stripe has to say since the last time, in the order in which it happened."""
        while True:
            after = f"&ending_before={Scenario.last_event}" if Scenario.last_event else ""
            page = self.stripe.get(f"/v1/events?limit=100{after}")
            for event in reversed(page["data"]):
                Scenario.last_event = event["id"]
                if self.older:
                    as_in_2019(event["data"]["object"])
                self.events.append(event)
                if event["type"] in HANDLERS:
                    self.in_order.receive(event)
            if not page["has_more"]:
                return


@pytest.fixture
def world(server: postgres.Server, template: str) -> Iterator[None]:
    with (
        LocalStripe.running() as stripe,
        cloned_database(server, template) as first_url,
        cloned_database(server, template) as second_url,
    ):
        Scenario.stripe, Scenario.api = stripe, StripeApi("sk_test_tests", stripe.url)
        Scenario.in_order, Scenario.shuffled = Books(first_url), Books(second_url)
        Scenario.last_event = None
        yield
        Scenario.in_order.close()
        Scenario.shuffled.close()


def test_scenarios(world: None, pytestconfig: pytest.Config) -> None:
    run_state_machine_as_test(
        Scenario,
        settings=settings(
            max_examples=pytestconfig.getoption("scenarios"),
            stateful_step_count=15,
            deadline=None,
            print_blob=True,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
        ),
    )
