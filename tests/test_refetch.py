"""Two reports of one second that disagree: Stripe is asked how the subscription stands, and its answer settles it."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import psycopg
import pytest

from stripe_svc import dao
from stripe_svc.database import Database
from stripe_svc.errors import StripeUnavailable
from stripe_svc.services.subscriptions import refetch_ambiguous
from stripe_svc.stripe_api import StripeApi
from stripe_svc.verify import verify_books
from tests.races import at_once, wait_for
from tests.service import Service
from tests.subscription_events import DAY, MONTH, SHAPES, Object, Sold, sell
from tests.test_settlement import history_of

Deliver = Callable[[Object], str]


@dataclass
class Stripe:
    """Stripe as far as `GET /v1/subscriptions/{id}` goes: what it knows, how it answers, and what it was asked."""

    url: str
    subscriptions: dict[str, Object] = field(default_factory=dict)
    status: int = 200
    # What its clock is ahead of ours, and what happens while it is asked.
    ahead: int = 0
    meanwhile: Callable[[], object] = lambda: None
    asked: list[str] = field(default_factory=list)

    def api(self) -> StripeApi:
        return StripeApi("sk_test_tests", self.url)


@pytest.fixture
def stripe() -> Iterator[Stripe]:
    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            known.asked.append(self.path)
            known.meanwhile()
            found = known.subscriptions.get(self.path.removeprefix("/v1/subscriptions/"))
            status = known.status if found or known.status != 200 else 404
            error = {"error": {"type": "invalid_request_error", "message": "No such subscription"}}
            body = json.dumps(found if status == 200 else error).encode()
            self.send_response_only(status)
            self.send_header("Date", formatdate(time.time() + known.ahead, usegmt=True))
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("stripe-should-retry", "false")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        known = Stripe(f"http://127.0.0.1:{server.server_address[1]}")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield known
        server.shutdown()


@pytest.fixture(autouse=True)
def books(database_url: str) -> Iterator[None]:
    """Whatever a test here does, the books hold afterwards."""
    yield
    assert verify_books(database_url) == []


def contradict(deliver: Deliver, sold: Sold, *, swapped: bool = False) -> None:
    """A paid subscription of which two reports of one second disagree."""
    reports = [sold.updated("past_due", at=9), sold.updated(at=9, cancel_at=MONTH)]
    paid = sold.paid(sold.invoice(reason="subscription_create"), 3)
    for each in (sold.completed(), sold.created(), paid, *(reversed(reports) if swapped else reports)):
        assert deliver(each) == "processed"


def row_of(db: psycopg.Connection, sold: Sold) -> Any:
    return db.execute(
        "SELECT status, is_ambiguous, is_fetched, extract(epoch FROM cancel_at)::int "
        "FROM subscriptions WHERE id = %s",
        [sold.id],
    ).fetchone()


def fetched_of(db: psycopg.Connection) -> list[Any]:
    return db.execute(
        "SELECT object_id, status, source FROM stripe_events WHERE type = 'customer.subscription.fetched'"
    ).fetchall()


@pytest.mark.parametrize("arrival", [(shape, swapped) for shape in SHAPES for swapped in (False, True)])
def test_stripes_answer_settles_what_two_reports_of_one_second_leave_open(
    db: psycopg.Connection, database: Database, deliver: Deliver, stripe: Stripe, arrival: tuple[str, bool]
) -> None:
    shape, swapped = arrival
    sold = sell(db, shape)
    contradict(deliver, sold, swapped=swapped)
    assert row_of(db, sold) == ("past_due", True, False, None)
    stripe.subscriptions[sold.id] = sold.subscription(cancel_at=MONTH)

    refetch_ambiguous(database, stripe.api(), livemode=False)

    assert row_of(db, sold) == ("active", False, True, sold.began + MONTH)
    assert fetched_of(db) == [(sold.id, "processed", "reconcile")]
    assert len(history_of(db, sold.order_id)) == 1
    assert (
        db.execute("SELECT access_until, access_has_grace FROM orders").fetchone()
        == db.execute("SELECT to_timestamp(%s), false", [sold.began + MONTH]).fetchone()
    )

    refetch_ambiguous(database, stripe.api(), livemode=False)
    assert stripe.asked == [f"/v1/subscriptions/{sold.id}"]


def test_what_was_reported_later_counts_more_than_what_was_fetched(
    db: psycopg.Connection, database: Database, deliver: Deliver, stripe: Stripe
) -> None:
    """The next event comes while Stripe is asked."""
    sold = sell(db)
    contradict(deliver, sold)
    stripe.subscriptions[sold.id] = sold.subscription()
    stripe.meanwhile = lambda: deliver(sold.deleted(DAY))

    refetch_ambiguous(database, stripe.api(), livemode=False)

    assert row_of(db, sold) == ("canceled", False, False, None)


def test_no_transaction_is_open_while_stripe_is_asked(
    db: psycopg.Connection, database: Database, deliver: Deliver, stripe: Stripe
) -> None:
    sold = sell(db)
    contradict(deliver, sold)
    stripe.subscriptions[sold.id] = sold.subscription()
    seen: list[Any] = []
    stripe.meanwhile = lambda: seen.extend(
        db.execute(
            "SELECT state, xact_start FROM pg_stat_activity "
            "WHERE datname = current_database() AND application_name = 'stripe-svc'"
        ).fetchall()
    )

    refetch_ambiguous(database, stripe.api(), livemode=False)

    assert seen
    assert set(seen) == {("idle", None)}


@pytest.mark.parametrize("status", [500, 429])
def test_the_mark_stays_until_stripe_has_answered(
    db: psycopg.Connection, database: Database, deliver: Deliver, stripe: Stripe, status: int
) -> None:
    sold = sell(db)
    contradict(deliver, sold)
    stripe.subscriptions[sold.id] = sold.subscription()
    stripe.status = status

    with pytest.raises(StripeUnavailable):
        refetch_ambiguous(database, stripe.api(), livemode=False)
    assert row_of(db, sold) == ("past_due", True, False, None)
    assert fetched_of(db) == []

    stripe.status = 200
    refetch_ambiguous(database, stripe.api(), livemode=False)
    assert row_of(db, sold) == ("active", False, True, None)


def test_an_answer_of_that_very_second_settles_nothing(
    db: psycopg.Connection, database: Database, deliver: Deliver, stripe: Stripe
) -> None:
    """Of that second more may be to come: Stripe's clock decides, not ours."""
    sold = sell(db, began=int(time.time()) - 600)
    contradict(deliver, sold)
    stripe.subscriptions[sold.id] = sold.subscription()
    stripe.ahead = -600

    refetch_ambiguous(database, stripe.api(), livemode=False)

    assert row_of(db, sold) == ("past_due", True, False, None)
    assert fetched_of(db) == []


def test_stripe_is_asked_once_the_second_is_over(
    db: psycopg.Connection, database: Database, deliver: Deliver, stripe: Stripe
) -> None:
    sold = sell(db, began=int(time.time()) - 9)  # the reports are of this second
    contradict(deliver, sold)
    stripe.subscriptions[sold.id] = sold.subscription()

    refetch_ambiguous(database, stripe.api(), livemode=False)

    assert int(time.time()) > sold.began + 9
    assert len(stripe.asked) in {1, 2}  # one, if the second was over by then
    assert row_of(db, sold) == ("active", False, True, None)


@pytest.mark.parametrize("obstacle", ["unknown to Stripe", "not to be read"])
def test_one_that_cannot_be_settled_does_not_hold_up_the_others(
    db: psycopg.Connection, database: Database, deliver: Deliver, stripe: Stripe, obstacle: str
) -> None:
    first, second = sell(db, began=int(time.time()) - 900), sell(db)
    for each in (first, second):
        contradict(deliver, each)
    stripe.subscriptions[second.id] = second.subscription()
    if obstacle == "not to be read":
        stripe.subscriptions[first.id] = first.subscription("unheard_of")

    refetch_ambiguous(database, stripe.api(), livemode=False)

    assert row_of(db, first) == ("past_due", True, False, None)
    assert row_of(db, second) == ("active", False, True, None)
    assert (second.id, "processed", "reconcile") in fetched_of(db)


def test_two_who_ask_at_once_give_one_row_in_the_journal(
    db: psycopg.Connection, database: Database, deliver: Deliver, stripe: Stripe
) -> None:
    sold = sell(db)
    contradict(deliver, sold)
    stripe.subscriptions[sold.id] = sold.subscription()
    both = threading.Barrier(2)
    stripe.meanwhile = lambda: both.wait(20)

    at_once([lambda: refetch_ambiguous(database, stripe.api(), livemode=False)] * 2)

    assert len(stripe.asked) == 2
    assert fetched_of(db) == [(sold.id, "processed", "reconcile")]
    assert row_of(db, sold) == ("active", False, True, None)


def test_an_answer_that_ends_access_is_journalled_as_reconciled_and_leaves_the_history_alone(
    db: psycopg.Connection, database: Database, deliver: Deliver, stripe: Stripe
) -> None:
    sold = sell(db)
    contradict(deliver, sold)
    stripe.subscriptions[sold.id] = sold.subscription("canceled", canceled_at=20, ended_at=20)

    refetch_ambiguous(database, stripe.api(), livemode=False)

    with database.autocommit() as conn:
        order = dao.get_order(conn, sold.order_id, access_grace_days=3)
    assert order
    assert (order["status"], order["access"]["granted"]) == ("paid", False)
    assert [step["source"] for step in order["history"]] == ["webhook"]
    assert fetched_of(db) == [(sold.id, "processed", "reconcile")]


def test_the_service_asks_by_itself_once_it_has_answered(
    db: psycopg.Connection, app_url: str, stripe: Stripe
) -> None:
    sold = sell(db)
    stripe.subscriptions[sold.id] = sold.subscription()
    with Service.running(app_url, stripe_api_base=stripe.url) as service:
        client = service.client()
        answered = threading.Event()
        stripe.meanwhile = lambda: answered.wait(20)

        for each in (sold.completed(), sold.updated("past_due", at=9), sold.updated(at=9)):
            assert client.deliver(each).status == 200
        assert row_of(db, sold) == ("past_due", True, False, None)
        answered.set()

        wait_for(lambda: row_of(db, sold) == ("active", False, True, None), "the answer to settle it")


def test_what_could_not_be_settled_is_with_the_next_event_about_any_subscription(
    db: psycopg.Connection, app_url: str, stripe: Stripe
) -> None:
    sold, other = sell(db), sell(db)
    with Service.running(app_url, stripe_api_base=stripe.url) as service:
        client = service.client()
        for each in (sold.completed(), sold.updated("past_due", at=9), sold.updated(at=9)):
            assert client.deliver(each).status == 200
        wait_for(lambda: bool(stripe.asked), "it to ask, for what Stripe does not know")
        assert row_of(db, sold) == ("past_due", True, False, None)
        stripe.subscriptions[sold.id] = sold.subscription()

        assert client.deliver(other.paid(other.invoice(reason="subscription_create"), 3)).status == 200

        wait_for(lambda: row_of(db, sold) == ("active", False, True, None), "the answer to settle it")
