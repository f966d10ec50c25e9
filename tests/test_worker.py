"""The worker: two reports of one second disagree, so it asks Stripe how the subscription stands."""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from stripe_svc import dao
from stripe_svc.database import Database
from stripe_svc.queries import SQL_DIR
from stripe_svc.services.refetches import refetch_next
from stripe_svc.stripe_api import StripeApi
from stripe_svc.verify import verify_books
from tests.conftest import APP_USER
from tests.races import at_once, wait_for
from tests.service import ROOT, Service
from tests.subscription_events import DAY, MONTH, SHAPES, Object, Sold, sell
from tests.test_settlement import history_of

Deliver = Callable[[Object], str]


@dataclass
class Stripe:
    """Stripe as far as `GET /v1/subscriptions/{id}` goes: what it knows, how it answers, what it was asked."""

    url: str
    subscriptions: dict[str, Object] = field(default_factory=dict)
    status: int = 200
    # What its clock is ahead of ours, and what happens while it is asked.
    ahead: int = 0
    meanwhile: Callable[[], object] = lambda: None
    asked: list[str] = field(default_factory=list)
    asked_at: list[float] = field(default_factory=list)

    def api(self) -> StripeApi:
        return StripeApi("sk_test_tests", self.url)


@pytest.fixture
def stripe() -> Iterator[Stripe]:
    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            known.asked_at.append(time.monotonic())
            known.asked.append(self.path.removeprefix("/v1/subscriptions/"))
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


@pytest.fixture
def refetch(database: Database, stripe: Stripe) -> Callable[[], bool]:
    """What the worker does once: one question, if one is due."""
    return lambda: refetch_next(database, stripe.api(), livemode=False)


def contradict(deliver: Deliver, sold: Sold, *, swapped: bool = False, at: int = 9) -> None:
    """A paid subscription of which two reports of one second disagree."""
    reports = [sold.updated("past_due", at=at), sold.updated(at=at, cancel_at=MONTH)]
    paid = sold.paid(sold.invoice(reason="subscription_create"), 3)
    for each in (sold.completed(), sold.created(), paid, *(reversed(reports) if swapped else reports)):
        assert deliver(each) == "processed"


def row_of(db: psycopg.Connection, sold: Sold) -> Any:
    return db.execute(
        "SELECT status, is_ambiguous, is_fetched, extract(epoch FROM cancel_at)::int "
        "FROM subscriptions WHERE id = %s",
        [sold.id],
    ).fetchone()


def questions(db: psycopg.Connection) -> list[Any]:
    """Who is to be asked about: subscription, attempts, seconds until the next one, refused or not."""
    return db.execute(
        "SELECT subscription_id, attempts, ceil(extract(epoch FROM next_attempt_at - now()))::int, "
        "refused_at IS NOT NULL FROM subscription_refetches ORDER BY subscription_id"
    ).fetchall()


def make_due(db: psycopg.Connection) -> None:
    """As if the time had passed."""
    db.execute("UPDATE subscription_refetches SET next_attempt_at = now()")


def fetched_of(db: psycopg.Connection) -> list[Any]:
    return db.execute(
        "SELECT object_id, status, source FROM stripe_events WHERE type = 'customer.subscription.fetched'"
    ).fetchall()


# One question.


@pytest.mark.parametrize("arrival", [(shape, swapped) for shape in SHAPES for swapped in (False, True)])
def test_stripes_answer_settles_what_two_reports_of_one_second_leave_open(
    db: psycopg.Connection,
    deliver: Deliver,
    stripe: Stripe,
    refetch: Callable[[], bool],
    arrival: tuple[str, bool],
) -> None:
    shape, swapped = arrival
    sold = sell(db, shape)
    contradict(deliver, sold, swapped=swapped)
    assert row_of(db, sold) == ("past_due", True, False, None)
    stripe.subscriptions[sold.id] = sold.subscription(cancel_at=MONTH)

    assert refetch() is True

    assert row_of(db, sold) == ("active", False, True, sold.began + MONTH)
    assert fetched_of(db) == [(sold.id, "processed", "reconcile")]
    assert len(history_of(db, sold.order_id)) == 1
    assert (
        db.execute("SELECT access_until, access_has_grace FROM orders").fetchone()
        == db.execute("SELECT to_timestamp(%s), false", [sold.began + MONTH]).fetchone()
    )

    assert refetch() is False
    assert stripe.asked == [sold.id]
    assert questions(db) == []


def test_one_question_is_asked_however_often_a_subscription_was_marked(
    db: psycopg.Connection, deliver: Deliver, stripe: Stripe, refetch: Callable[[], bool]
) -> None:
    sold = sell(db)
    contradict(deliver, sold)
    for each in (sold.updated("unpaid", at=9), sold.updated("past_due", at=20), sold.updated("unpaid", at=20)):
        assert deliver(each) == "processed"
    stripe.subscriptions[sold.id] = sold.subscription()
    assert [subscription for subscription, *_ in questions(db)] == [sold.id]

    while refetch():
        pass

    assert stripe.asked == [sold.id]
    assert row_of(db, sold) == ("active", False, True, None)


def test_what_was_reported_later_counts_more_than_what_was_fetched(
    db: psycopg.Connection, deliver: Deliver, stripe: Stripe, refetch: Callable[[], bool]
) -> None:
    """The next event comes while Stripe is asked."""
    sold = sell(db)
    contradict(deliver, sold)
    stripe.subscriptions[sold.id] = sold.subscription()
    stripe.meanwhile = lambda: deliver(sold.deleted(DAY))

    refetch()

    assert row_of(db, sold) == ("canceled", False, False, None)
    assert questions(db) == []


def test_a_mark_that_comes_while_stripe_is_asked_about_the_last_one_is_asked_about_next(
    db: psycopg.Connection, deliver: Deliver, stripe: Stripe, refetch: Callable[[], bool]
) -> None:
    sold = sell(db)
    contradict(deliver, sold)
    stripe.subscriptions[sold.id] = sold.subscription()
    again = [sold.updated("past_due", at=20), sold.updated("unpaid", at=20)]
    stripe.meanwhile = lambda: [deliver(again.pop()) for _ in range(len(again))]

    refetch()
    assert row_of(db, sold) == ("unpaid", True, False, None)
    [(_, attempts, wait, refused)] = questions(db)
    assert (attempts, refused) == (0, False)
    assert wait <= 1

    make_due(db)
    refetch()
    assert row_of(db, sold) == ("active", False, True, None)


def test_no_transaction_is_open_while_stripe_is_asked(
    db: psycopg.Connection, deliver: Deliver, stripe: Stripe, refetch: Callable[[], bool]
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

    refetch()

    assert seen
    assert set(seen) == {("idle", None)}


def test_an_answer_that_ends_access_is_journalled_as_reconciled_and_leaves_the_history_alone(
    db: psycopg.Connection, database: Database, deliver: Deliver, stripe: Stripe, refetch: Callable[[], bool]
) -> None:
    sold = sell(db)
    contradict(deliver, sold)
    stripe.subscriptions[sold.id] = sold.subscription("canceled", canceled_at=20, ended_at=20)

    refetch()

    with database.autocommit() as conn:
        order = dao.get_order(conn, sold.order_id, access_grace_days=3)
    assert order
    assert (order["status"], order["access"]["granted"]) == ("paid", False)
    assert [step["source"] for step in order["history"]] == ["webhook"]
    assert fetched_of(db) == [(sold.id, "processed", "reconcile")]


# What can go wrong with it.


@pytest.mark.parametrize("status", [500, 429, 401])
def test_the_mark_stays_until_stripe_has_answered_and_each_attempt_waits_twice_as_long(
    db: psycopg.Connection, deliver: Deliver, stripe: Stripe, refetch: Callable[[], bool], status: int
) -> None:
    sold = sell(db)
    contradict(deliver, sold)
    stripe.subscriptions[sold.id] = sold.subscription()
    stripe.status = status

    for attempts, seconds in enumerate((5, 10, 20, 40), start=1):
        assert refetch() is True
        [(_, attempted, wait, refused)] = questions(db)
        assert (attempted, refused) == (attempts, False)
        assert 0.85 * seconds <= wait <= 1.1 * seconds + 1
        assert refetch() is False  # not before that
        make_due(db)
    assert row_of(db, sold) == ("past_due", True, False, None)
    assert fetched_of(db) == []
    assert db.execute("SELECT last_error FROM subscription_refetches").fetchone() != (None,)

    stripe.status = 200
    refetch()
    assert row_of(db, sold) == ("active", False, True, None)


def test_an_hour_is_the_longest_that_an_attempt_waits(
    db: psycopg.Connection, deliver: Deliver, stripe: Stripe, refetch: Callable[[], bool]
) -> None:
    sold = sell(db)
    contradict(deliver, sold)
    stripe.status = 500
    db.execute("UPDATE subscription_refetches SET attempts = 1000")

    refetch()

    assert 3200 < questions(db)[0][2] < 4000


def test_an_answer_of_that_very_second_settles_nothing(
    db: psycopg.Connection, deliver: Deliver, stripe: Stripe, refetch: Callable[[], bool]
) -> None:
    """Of that second more may be to come: Stripe's clock decides, not ours."""
    sold = sell(db, began=int(time.time()) - 600)
    contradict(deliver, sold)
    stripe.subscriptions[sold.id] = sold.subscription()
    stripe.ahead = -600

    refetch()

    assert row_of(db, sold) == ("past_due", True, False, None)
    assert fetched_of(db) == []
    [(_, attempts, wait, refused)] = questions(db)
    assert (attempts, refused) == (0, False)
    assert wait <= 1


def test_stripe_is_asked_once_the_second_is_over(
    db: psycopg.Connection, deliver: Deliver, stripe: Stripe, refetch: Callable[[], bool]
) -> None:
    sold = sell(db, began=int(time.time()) - 9)  # the reports are of this second
    contradict(deliver, sold)
    stripe.subscriptions[sold.id] = sold.subscription()

    wait_for(lambda: refetch() and row_of(db, sold) == ("active", False, True, None), "the second to be over")

    assert int(time.time()) > sold.began + 9
    assert len(stripe.asked) in {1, 2, 3}  # one, if the second was over by then


@pytest.mark.parametrize("obstacle", ["unknown to Stripe", "not to be read"])
def test_one_that_cannot_be_settled_does_not_hold_up_the_others(
    db: psycopg.Connection, deliver: Deliver, stripe: Stripe, refetch: Callable[[], bool], obstacle: str
) -> None:
    first, second = sell(db), sell(db)
    for each in (first, second):
        contradict(deliver, each)
    stripe.subscriptions[second.id] = second.subscription()
    if obstacle == "not to be read":
        stripe.subscriptions[first.id] = first.subscription("unheard_of")

    while refetch():
        pass

    assert stripe.asked == [first.id, second.id]
    assert row_of(db, first) == ("past_due", True, False, None)
    assert row_of(db, second) == ("active", False, True, None)
    assert (second.id, "processed", "reconcile") in fetched_of(db)
    assert [(subscription, refused) for subscription, _, _, refused in questions(db)] == [
        (first.id, obstacle == "unknown to Stripe")
    ]


def test_a_refusal_is_kept_and_listed_and_not_asked_again_until_a_new_mark(
    db: psycopg.Connection, deliver: Deliver, stripe: Stripe, refetch: Callable[[], bool]
) -> None:
    sold = sell(db)
    contradict(deliver, sold)

    assert refetch() is True  # Stripe does not know it
    make_due(db)
    assert refetch() is False

    assert stripe.asked == [sold.id]
    cursor = db.execute((SQL_DIR / "ops" / "list_refetches.sql").read_bytes())
    assert cursor.description
    [listed] = [dict(zip([column.name for column in cursor.description], row, strict=True)) for row in cursor]
    assert (listed["subscription_id"], listed["order_id"], listed["attempts"]) == (sold.id, sold.order_id, 1)
    assert listed["refused_at"] is not None
    assert "No such subscription" in listed["last_error"]

    stripe.subscriptions[sold.id] = sold.subscription()
    for each in (sold.updated("past_due", at=20), sold.updated("unpaid", at=20)):
        assert deliver(each) == "processed"
    assert refetch() is True
    assert row_of(db, sold) == ("active", False, True, None)
    assert questions(db) == []


# Several workers.


def test_a_question_that_another_worker_is_claiming_is_passed_over(
    db: psycopg.Connection, database_url: str, deliver: Deliver, stripe: Stripe, refetch: Callable[[], bool]
) -> None:
    first, second = sell(db), sell(db)
    for each in (first, second):
        contradict(deliver, each)
        stripe.subscriptions[each.id] = each.subscription()

    with psycopg.connect(database_url) as other:
        other.execute("SELECT FROM subscription_refetches WHERE subscription_id = %s FOR UPDATE", [first.id])
        assert refetch() is True
        assert refetch() is False
        assert stripe.asked == [second.id]

    assert refetch() is True
    assert stripe.asked == [second.id, first.id]


def test_two_workers_at_once_ask_about_two_subscriptions_once_each(
    db: psycopg.Connection, deliver: Deliver, stripe: Stripe, refetch: Callable[[], bool]
) -> None:
    both = [sell(db), sell(db)]
    for each in both:
        contradict(deliver, each)
        stripe.subscriptions[each.id] = each.subscription()
    asking = threading.Barrier(2)
    stripe.meanwhile = lambda: asking.wait(20)

    assert at_once([refetch, refetch]) == [True, True]

    assert sorted(stripe.asked) == [each.id for each in both]
    assert [row_of(db, each) for each in both] == [("active", False, True, None)] * 2


def test_two_answers_to_one_question_give_one_row_in_the_journal(
    db: psycopg.Connection, deliver: Deliver, stripe: Stripe, refetch: Callable[[], bool]
) -> None:
    """The first worker was taken for dead while it waited for its answer."""
    sold = sell(db)
    contradict(deliver, sold)
    stripe.subscriptions[sold.id] = sold.subscription()

    def ask_again() -> None:
        stripe.meanwhile = lambda: None
        make_due(db)
        assert refetch() is True

    stripe.meanwhile = ask_again

    assert refetch() is True

    assert stripe.asked == [sold.id] * 2
    assert fetched_of(db) == [(sold.id, "processed", "reconcile")]
    assert row_of(db, sold) == ("active", False, True, None)


# The process.


@dataclass
class Worker:
    """`python -m stripe_svc.worker`."""

    process: subprocess.Popen[bytes]
    log_file: Path

    def log(self) -> bytes:
        return self.log_file.read_bytes()


@contextmanager
def running_worker(url: str, stripe: Stripe) -> Iterator[Worker]:
    """Starts one, and kills it at the end if it still runs."""
    environment = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": url,
        "STRIPE_SECRET_KEY": "sk_test_tests",
        "STRIPE_WEBHOOK_SECRET": "whsec_tests",
        "STRIPE_API_BASE": stripe.url,
        "API_KEYS": "tests:test-key",
        "PUBLIC_URL": "http://127.0.0.1:8000",
    }
    with tempfile.NamedTemporaryFile(prefix="stripe-svc-worker-", suffix=".log") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "stripe_svc.worker"], cwd=ROOT, env=environment, stdout=log, stderr=log
        )
        try:
            yield Worker(process, Path(log.name))
        finally:
            process.kill()
            process.wait(30)


def test_the_worker_asks_by_itself_and_drains_on_sigterm(
    db: psycopg.Connection, app_url: str, deliver: Deliver, stripe: Stripe
) -> None:
    """The question in hand is finished, and no other begun."""
    first, second = sell(db), sell(db)
    for each in (first, second):
        contradict(deliver, each)
        stripe.subscriptions[each.id] = each.subscription()
    answered = threading.Event()
    stripe.meanwhile = lambda: answered.wait(20)

    with running_worker(app_url, stripe) as worker:
        wait_for(lambda: stripe.asked == [first.id], "the worker to ask")
        worker.process.terminate()
        answered.set()
        assert worker.process.wait(20) == 0

    assert stripe.asked == [first.id]
    assert row_of(db, first) == ("active", False, True, None)
    assert row_of(db, second) == ("past_due", True, False, None)


def test_what_a_killed_worker_had_claimed_is_asked_by_another_after_a_while(
    db: psycopg.Connection, app_url: str, deliver: Deliver, stripe: Stripe, refetch: Callable[[], bool]
) -> None:
    sold = sell(db)
    contradict(deliver, sold)
    stripe.subscriptions[sold.id] = sold.subscription()
    over = threading.Event()
    stripe.meanwhile = lambda: over.wait(20)

    with running_worker(app_url, stripe) as worker:
        wait_for(lambda: bool(stripe.asked), "the worker to ask")
        worker.process.kill()
        worker.process.wait(20)
    over.set()

    [(_, attempts, wait, _)] = questions(db)
    assert attempts == 1
    assert 100 < wait <= 120
    assert refetch() is False

    make_due(db)
    assert refetch() is True
    assert row_of(db, sold) == ("active", False, True, None)


def test_the_worker_asks_at_most_ten_times_a_second(
    db: psycopg.Connection, app_url: str, deliver: Deliver, stripe: Stripe
) -> None:
    marked = [sell(db) for _ in range(20)]
    for sold in marked:
        contradict(deliver, sold)
        stripe.subscriptions[sold.id] = sold.subscription()

    with running_worker(app_url, stripe):
        wait_for(lambda: not questions(db), "the worker to settle them all")

    assert sorted(stripe.asked) == sorted(sold.id for sold in marked)
    assert stripe.asked_at[-1] - stripe.asked_at[0] >= 1.8


def test_the_worker_survives_a_database_that_is_away(
    db: psycopg.Connection, app_url: str, deliver: Deliver, stripe: Stripe
) -> None:
    first, second = sell(db), sell(db)
    for each in (first, second):
        stripe.subscriptions[each.id] = each.subscription()
    name = sql.Identifier(db.info.dbname)

    with running_worker(app_url, stripe) as worker:
        contradict(deliver, first)
        wait_for(lambda: row_of(db, first) == ("active", False, True, None), "the first answer")

        contradict(deliver, second)
        db.execute(sql.SQL("ALTER DATABASE {} CONNECTION LIMIT 0").format(name))
        db.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", [APP_USER])
        wait_for(lambda: b"worker.waits_for_database" in worker.log(), "the worker to miss its database")
        db.execute(sql.SQL("ALTER DATABASE {} CONNECTION LIMIT -1").format(name))

        wait_for(lambda: row_of(db, second) == ("active", False, True, None), "the second answer")
        worker.process.terminate()
        assert worker.process.wait(20) == 0


def test_a_webhook_asks_stripe_nothing(db: psycopg.Connection, app_url: str, stripe: Stripe) -> None:
    sold = sell(db)
    stripe.subscriptions[sold.id] = sold.subscription()
    with Service.running(app_url, stripe_api_base=stripe.url) as service:
        client = service.client()
        for each in (sold.completed(), sold.updated("past_due", at=9), sold.updated(at=9), sold.updated(at=9)):
            assert client.deliver(each).status == 200

    assert row_of(db, sold) == ("past_due", True, False, None)
    assert [subscription for subscription, *_ in questions(db)] == [sold.id]
    assert stripe.asked == []
