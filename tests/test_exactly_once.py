"""The promise under concurrency: one effect for each event, whatever arrives at once and whatever dies meanwhile."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
import urllib3
from psycopg.rows import dict_row

from stripe_svc import dao
from stripe_svc.database import Connection
from stripe_svc.errors import DatabaseBusy
from stripe_svc.queries import SQL_DIR
from stripe_svc.verify import verify_books
from tests.races import at_once, wait_for, wait_until_blocked
from tests.service import Service
from tests.stripe_events import (
    charge,
    columns_of,
    dispute,
    event,
    insert_attempt,
    insert_order,
    new_session,
    payment_intent,
    receive,
    refund,
    session,
)
from tests.subscription_events import MONTH, SHAPES, sell
from tests.test_settlement import COMPLETED, EXPIRED, history_of, journal_of, order_of

Deliver = Callable[[dict[str, Any]], str]

LOCK = "    PERFORM pg_advisory_xact_lock(hashtextextended('stripe_event:' || new.id, 0));\n"


def test_64_copies_at_once_through_several_processes_apply_once(db: psycopg.Connection, service: Service) -> None:
    paid = new_session(db)
    copy = event(COMPLETED, paid)
    client = service.client()

    answers = at_once([lambda: client.deliver(copy)] * 64)

    assert Counter((answer.status, answer.body["outcome"]) for answer in answers) == {
        (200, "processed"): 1,
        (200, "duplicate"): 63,
    }
    assert len(service.worker_pids()) == 2
    assert history_of(db, paid["client_reference_id"]) == [("pending", "paid", copy["id"], "webhook")]
    assert journal_of(db, copy["id"]) == ("processed", 1, None)


def test_64_copies_apply_once_without_the_advisory_lock_too(db: psycopg.Connection, service: Service) -> None:
    """The lock orders; that nothing applies twice comes from the constraint."""
    with_lock = (SQL_DIR / "functions" / "receive" / "receive_event.sql").read_text()
    assert LOCK in with_lock
    db.execute(with_lock.replace(LOCK, ""))
    paid = new_session(db)
    copy = event(COMPLETED, paid)
    client = service.client()

    def deliver_until_received() -> str:
        while (answer := client.deliver(copy)).status != 200:
            pass
        return str(answer.body["outcome"])

    outcomes = Counter(at_once([deliver_until_received] * 64))

    assert outcomes == {"processed": 1, "duplicate": 63}
    assert history_of(db, paid["client_reference_id"]) == [("pending", "paid", copy["id"], "webhook")]


def test_64_copies_of_an_event_that_failed_before_apply_once(db: psycopg.Connection, service: Service) -> None:
    order_id = insert_order(db)
    unknown = event(COMPLETED, session(order_id + 1, None, metadata={"order_id": str(order_id + 1)}))
    client = service.client()
    assert client.deliver(unknown).status == 500
    assert insert_order(db) == order_id + 1

    answers = at_once([lambda: client.deliver(unknown)] * 64)

    assert Counter(answer.body["outcome"] for answer in answers) == {"processed": 1, "duplicate": 63}
    assert len(history_of(db, order_id + 1)) == 1
    assert journal_of(db, unknown["id"]) == ("processed", 2, None)


def test_different_events_of_one_order_at_once_neither_deadlock_nor_get_lost(
    db: psycopg.Connection, service: Service
) -> None:
    order_id = insert_order(db)
    sessions = [session(order_id, insert_attempt(db, order_id)) for _ in range(24)]
    client = service.client()

    answers = at_once([lambda paid=paid: client.deliver(event(COMPLETED, paid)) for paid in sessions])  # type: ignore[misc]

    assert [answer.status for answer in answers] == [200] * 24
    assert order_of(db, order_id)["amount_paid"] == 24 * 1998
    assert len(history_of(db, order_id)) == 1


def test_a_copy_waits_while_the_first_is_under_way_and_is_a_duplicate_once_it_committed(
    db: psycopg.Connection, app_url: str, deliver: Deliver
) -> None:
    copy = event(COMPLETED, new_session(db))

    with under_way(app_url, copy) as first, ThreadPoolExecutor() as pool:
        second = pool.submit(deliver, copy)
        wait_until_blocked(db)
        assert not second.done()
        first.commit()
        assert second.result(10) == "duplicate"

    assert len(history_of(db, copy["data"]["object"]["client_reference_id"])) == 1


def test_a_copy_that_waited_is_applied_when_the_first_fails(
    db: psycopg.Connection, app_url: str, deliver: Deliver
) -> None:
    copy = event(COMPLETED, new_session(db))

    with under_way(app_url, copy) as first, ThreadPoolExecutor() as pool:
        second = pool.submit(deliver, copy)
        wait_until_blocked(db)
        first.rollback()
        assert second.result(10) == "processed"

    assert order_of(db, copy["data"]["object"]["client_reference_id"])["status"] == "paid"


def test_a_copy_that_waits_too_long_is_told_to_come_again(
    db: psycopg.Connection, app_url: str, service: Service
) -> None:
    copy = event(COMPLETED, new_session(db))
    db.execute("ALTER FUNCTION stripe_svc.receive_event() SET lock_timeout = '100ms'")
    client = service.client()

    with under_way(app_url, copy) as first:
        answer = client.deliver(copy)
        first.rollback()

    assert answer.status == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert journal_of(db, copy["id"]) is None
    assert client.deliver(copy).body["outcome"] == "processed"


@pytest.mark.parametrize("first_type", [COMPLETED, EXPIRED])
def test_two_events_of_one_order_each_see_the_facts_of_the_other(
    db: psycopg.Connection, app_url: str, deliver: Deliver, first_type: str
) -> None:
    """Whichever commits last derives from both: the order's row lock makes it wait and then look."""
    order_id = insert_order(db)
    expired = event(
        EXPIRED, session(order_id, insert_attempt(db, order_id), status="expired", payment_status="unpaid")
    )
    paid = event(COMPLETED, session(order_id, insert_attempt(db, order_id)))
    first_event, second_event = (paid, expired) if first_type == COMPLETED else (expired, paid)

    with under_way(app_url, first_event) as first, ThreadPoolExecutor() as pool:
        second = pool.submit(deliver, second_event)
        wait_until_blocked(db)
        first.commit()
        assert second.result(10) == "processed"

    assert order_of(db, order_id)["status"] == "paid"


MEETINGS = {
    # What has happened, and the two events that meet.
    "session and refund": ([], "session", "refund"),
    "session and dispute": ([], "session", "dispute"),
    "session and payment, delayed": (["unpaid session"], "payment", "canceled payment"),
    "payment and a refund that names its charge": (["session"], "payment", "refund of the charge"),
    "session and a refund that names its charge": (["payment"], "session", "refund of the charge"),
    "two parts of a refund": (["session"], "half", "other half"),
    "a refund, and a charge that lists it": (["session"], "refund", "charge"),
}


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("meeting", MEETINGS)
def test_events_of_one_payment_each_see_the_facts_of_the_other(
    db: psycopg.Connection, app_url: str, deliver: Deliver, meeting: str, swapped: bool
) -> None:
    """Without the lock on the payment neither sees what the other has not committed yet."""
    paid = new_session(db)
    about_charge = refund(paid)
    del about_charge["payment_intent"]
    events = {
        "session": event(COMPLETED, paid),
        "unpaid session": event(COMPLETED, paid | {"payment_status": "unpaid"}),
        "payment": event("payment_intent.succeeded", payment_intent(paid)),
        "canceled payment": event("payment_intent.canceled", payment_intent(paid)),
        "refund": event("refund.created", refund(paid)),
        "refund of the charge": event("refund.created", about_charge),
        "half": event("refund.created", refund(paid, amount=999)),
        "other half": event("refund.created", refund(paid, amount=999)),
        "charge": event("charge.refunded", charge(paid)),
        "dispute": event("charge.dispute.created", dispute(paid)),
    }
    before, *pair = MEETINGS[meeting]
    for name in before:
        deliver(events[name])
    first_event, second_event = (events[name] for name in (reversed(pair) if swapped else pair))

    with under_way(app_url, first_event) as first, ThreadPoolExecutor() as pool:
        second = pool.submit(deliver, second_event)
        wait_until_blocked(db)
        first.commit()
        assert second.result(10) == "processed"

    expected = {"session and dispute": "disputed", "session and payment, delayed": "paid"}.get(meeting, "refunded")
    assert order_of(db, paid["client_reference_id"])["status"] == expected
    assert verify_books(app_url) == []


SUBSCRIPTION_MEETINGS = {
    # What has happened, the two events that meet, and the end: status, what was paid, until which period.
    "session and its invoice": (["created"], "session", "first paid", ("paid", 1998, 1)),
    "session and its subscription": (["first paid"], "session", "created", ("paid", 1998, 1)),
    "session and a renewal": (["created", "first paid", "updated"], "session", "second paid", ("paid", 3996, 2)),
    "renewal and its invoice": (["session", "created", "first paid"], "updated", "second paid", ("paid", 3996, 2)),
    "two invoices": (["session", "updated"], "first paid", "second paid", ("paid", 3996, 2)),
    "an end and a renewal": (["session", "first paid", "updated"], "deleted", "second paid", ("paid", 3996, 1.5)),
    "session and a refund": (
        ["created", "first paid", "first payment"],
        "session",
        "refund",
        ("refunded", 1998, None),
    ),
    "the payment of an invoice and its refund": (
        ["session", "created", "first paid"],
        *("first payment", "charge", ("refunded", 1998, None)),
    ),
    "the payment of an invoice and a dispute": (
        ["session", "created", "first paid"],
        *("first payment", "dispute", ("disputed", 1998, None)),
    ),
    "an invoice and its payment": (
        ["session", "created", "refund"],
        *("first paid", "first payment", ("refunded", 1998, None)),
    ),
    # Nobody but the invoice, which is under way, says of which subscription the payment is.
    "an invoice and the refund of its payment": (
        ["session", "created", "first payment"],
        *("first paid", "refund", ("refunded", 1998, None)),
    ),
    "an invoice and a refund that names its charge": (
        ["session", "created", "first payment", "payment"],
        *("first paid", "refund of the charge", ("refunded", 1998, None)),
    ),
    "two reports of one second": (
        ["session", "created", "first paid", "second paid"],
        *("updated", "ending at that second", ("paid", 3996, 2)),
    ),
}


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("meeting", SUBSCRIPTION_MEETINGS)
def test_events_of_one_subscription_each_see_the_facts_of_the_other(
    db: psycopg.Connection, app_url: str, deliver: Deliver, meeting: str, swapped: bool
) -> None:
    """Without the locks on the subscription and the invoice neither sees what the other has not committed yet."""
    sold = sell(db)
    first, second = sold.invoice(reason="subscription_create"), sold.invoice((MONTH, 2 * MONTH))
    money = sold.payment(first)
    events = {
        "session": sold.completed(),
        "created": sold.created(),
        "updated": sold.updated(at=MONTH, period=(MONTH, 2 * MONTH)),
        "ending at that second": sold.updated(at=MONTH, period=(MONTH, 2 * MONTH), cancel_at=3 * MONTH),
        "deleted": sold.deleted(int(1.5 * MONTH), period=(MONTH, 2 * MONTH)),
        "first paid": sold.paid(first, 3),
        "first payment": sold.event("invoice_payment.paid", sold.invoice_payment(first), 3),
        "second paid": sold.paid(second, MONTH),
        "payment": event("payment_intent.succeeded", payment_intent(money)),
        "refund": event("refund.created", refund(money)),
        "refund of the charge": event("refund.created", refund(money, payment_intent=None)),
        "charge": event("charge.refunded", charge(money)),
        "dispute": event("charge.dispute.created", dispute(money)),
    }
    before, one, other, expected = SUBSCRIPTION_MEETINGS[meeting]
    for name in before:
        deliver(events[name])
    first_event, second_event = (events[name] for name in ((other, one) if swapped else (one, other)))

    with under_way(app_url, first_event) as holder, ThreadPoolExecutor() as pool:
        waiting = pool.submit(deliver, second_event)
        wait_until_blocked(db)
        holder.commit()
        assert waiting.result(10) == "processed"

    order = order_of(db, sold.order_id)
    until = None if order["access_until"] is None else (order["access_until"].timestamp() - sold.began) / MONTH
    assert (order["status"], order["amount_paid"], until) == expected
    assert verify_books(app_url) == []


def test_all_events_of_a_subscription_at_once_neither_deadlock_nor_get_lost(
    db: psycopg.Connection, database_url: str, service: Service
) -> None:
    client = service.client()
    for shape in SHAPES * 2:
        sold = sell(db, shape)
        first, second = sold.invoice(reason="subscription_create"), sold.invoice((MONTH, 2 * MONTH))
        events = [
            sold.completed(),
            sold.created(),
            *sold.paid_by(first, 3),
            sold.updated(at=MONTH, period=(MONTH, 2 * MONTH)),
            *sold.paid_by(second, MONTH),
            event("payment_intent.succeeded", payment_intent(sold.payment(second))),
            event("refund.created", refund(sold.payment(second), payment_intent=None)),
            event("charge.refunded", charge(sold.payment(second))),
        ]

        answers = at_once([lambda each=each: client.deliver(each) for each in events * 3])  # type: ignore[misc]

        assert {answer.status for answer in answers} == {200}
        order = order_of(db, sold.order_id)
        assert (order["status"], order["amount_paid"], order["amount_refunded"]) == ("paid", 3996, 1998)
        assert order["access_until"].timestamp() == sold.began + MONTH
    assert verify_books(database_url) == []


def test_all_events_of_a_payment_at_once_neither_deadlock_nor_get_lost(
    db: psycopg.Connection, database_url: str, service: Service
) -> None:
    client = service.client()
    for _ in range(5):
        paid = new_session(db)
        halves = [refund(paid, amount=999) for _ in range(2)]
        disputed = dispute(paid)
        events = [
            event(COMPLETED, paid),
            event("payment_intent.succeeded", payment_intent(paid)),
            event("charge.refunded", charge(paid)),
            *(event("refund.created", half | {"payment_intent": None}) for half in halves),
            *(event("refund.updated", half) for half in halves),
            event("charge.dispute.created", disputed | {"payment_intent": None}),
            event("charge.dispute.closed", disputed | {"status": "won"}),
        ]

        answers = at_once([lambda each=each: client.deliver(each) for each in events * 3])  # type: ignore[misc]

        assert {answer.status for answer in answers} == {200}
        assert order_of(db, paid["client_reference_id"])["status"] == "refunded"
    assert verify_books(database_url) == []


def test_a_failure_is_not_recorded_over_a_copy_that_was_processed_meanwhile(
    db: psycopg.Connection, app_url: str, deliver: Deliver
) -> None:
    copy = event(COMPLETED, new_session(db))
    deliver(copy)

    with service_connection(app_url) as conn:
        assert dao.record_event_failure(conn, columns_of(copy), error="late") is None

    assert journal_of(db, copy["id"]) == ("processed", 1, None)


def test_an_event_whose_process_is_killed_in_the_middle_applies_once_when_it_comes_again(
    db: psycopg.Connection, service: Service
) -> None:
    paid = new_session(db)
    copy = event(COMPLETED, paid)
    client = service.client()

    with psycopg.connect(db.info.dsn) as holder, ThreadPoolExecutor() as pool:
        # The event has journalled itself and merged its facts, and waits for the order.
        holder.execute("SELECT FROM orders WHERE id = %s FOR UPDATE", [int(paid["client_reference_id"])])
        first = pool.submit(client.deliver, copy)
        wait_until_blocked(db)
        killed = service.worker_pids()
        service.kill_workers()
        with pytest.raises(urllib3.exceptions.HTTPError):
            first.result(20)
        db.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND application_name LIKE 'stripe-svc%'"
        )
        holder.rollback()

    assert history_of(db, paid["client_reference_id"]) == []
    assert journal_of(db, copy["id"]) is None
    wait_for(lambda: len(set(service.worker_pids()) - set(killed)) == 2, "new workers")
    service.wait_until_ready()
    assert client.deliver(copy).body["outcome"] == "processed"
    assert client.deliver(copy).body["outcome"] == "duplicate"
    assert history_of(db, paid["client_reference_id"]) == [("pending", "paid", copy["id"], "webhook")]


def test_an_event_that_commits_after_its_process_was_killed_is_a_duplicate_when_it_comes_again(
    db: psycopg.Connection, service: Service
) -> None:
    paid = new_session(db)
    copy = event(COMPLETED, paid)
    client = service.client()

    with psycopg.connect(db.info.dsn) as holder, ThreadPoolExecutor() as pool:
        holder.execute("SELECT FROM orders WHERE id = %s FOR UPDATE", [int(paid["client_reference_id"])])
        first = pool.submit(client.deliver, copy)
        wait_until_blocked(db)
        service.kill_workers()
        with pytest.raises(urllib3.exceptions.HTTPError):
            first.result(20)
        # The server does not know yet that nobody listens, and finishes its work.
        holder.rollback()

    wait_for(lambda: journal_of(db, copy["id"]) is not None, "the commit")
    service.wait_until_ready()
    assert client.deliver(copy).body["outcome"] == "duplicate"
    assert len(history_of(db, paid["client_reference_id"])) == 1


def test_a_database_that_cannot_be_reached_is_a_503_that_asks_to_come_again(db: psycopg.Connection) -> None:
    copy = event(COMPLETED, new_session(db))

    with Service.running("postgresql://nobody@127.0.0.1:9/none?connect_timeout=1", ready_path="/healthz") as service:
        answer = service.client().deliver(copy)

    assert answer.status == 503
    assert int(answer.headers["Retry-After"]) > 0


def test_busy_is_not_a_failure_of_the_event(db: psycopg.Connection, app_url: str, deliver: Deliver) -> None:
    """What a later try may not meet again is not held against the event."""
    paid = new_session(db)
    copy = event(COMPLETED, paid)
    with psycopg.connect(db.info.dsn) as holder, ThreadPoolExecutor() as pool:
        holder.execute("SELECT FROM orders WHERE id = %s FOR UPDATE", [int(paid["client_reference_id"])])
        first = pool.submit(deliver, copy)
        wait_until_blocked(db)
        db.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND application_name LIKE 'stripe-svc%'"
        )
        with pytest.raises(DatabaseBusy):
            first.result(10)
    assert journal_of(db, copy["id"]) is None


@contextmanager
def under_way(url: str, copy: dict[str, Any]) -> Iterator[Connection]:
    """The event in a transaction that has not ended yet, as another process would have it."""
    with service_connection(url) as conn:
        conn.execute("SELECT")  # begins the transaction: the service's statement goes to libpq directly
        assert receive(conn, copy) == "processed"
        yield conn


def service_connection(url: str) -> Connection:
    """One that does not commit by itself, and otherwise is like those of the service."""
    return Connection.connect(url, row_factory=dict_row, options="-c search_path=pg_catalog")
