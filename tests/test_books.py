"""`make verify`: nothing while the books hold, and each way of breaking them by its name."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from sandbox import postgres
from stripe_svc.database import Database
from stripe_svc.handlers import HANDLERS
from stripe_svc.handlers.event import parse_event
from stripe_svc.queries import SQL_DIR
from stripe_svc.services.events import receive_event
from stripe_svc.verify import verify_books
from tests.conftest import cloned_database
from tests.service import ROOT
from tests.stripe_events import (
    charge,
    dispute,
    event,
    insert_attempt,
    insert_order,
    new_session,
    payment_intent,
    refund,
    session,
)
from tests.subscription_events import DAY, MONTH, Sold, sell
from tests.test_settlement import COMPLETED, EXPIRED

VERIFY = (SQL_DIR / "ops" / "verify_books.sql").read_bytes()

# Each way to break a rule, as somebody can who may switch triggers off: the rules that must then be reported.
CORRUPTIONS: dict[str, set[str]] = {
    # Derived columns, each by itself.
    "UPDATE orders SET failure_reason = 'payment_canceled' WHERE status = 'failed'": {"status_not_derived"},
    "UPDATE orders SET review_reason = 'mode_mismatch' WHERE status = 'review'": {"status_not_derived"},
    "UPDATE orders SET amount_paid = amount_paid - 1 WHERE status = 'paid'": {"status_not_derived"},
    "UPDATE orders SET amount_paid = amount_paid + 1 WHERE status = 'paid'": {"status_not_derived", "sums_disagree"},
    "UPDATE orders SET amount_refunded = 1 WHERE status = 'paid'": {"status_not_derived"},
    "UPDATE orders SET duplicate_payment = true WHERE status = 'paid'": {"status_not_derived"},
    "UPDATE orders SET access_granted = true WHERE status = 'disputed'": {"status_not_derived"},
    "UPDATE orders SET access_until = now() WHERE status = 'paid'": {"status_not_derived"},
    "UPDATE orders SET status = 'paid' WHERE status = 'pending'": {"status_not_derived", "history_ends_elsewhere"},
    "UPDATE orders SET amount_refunded = amount_paid + 1 WHERE status = 'paid'": {
        *("status_not_derived", "sums_disagree")
    },
    # What orders are derived from.
    "UPDATE orders SET amount_subtotal = 1 WHERE status = 'paid'": {"status_not_derived"},
    "UPDATE orders SET currency = 'usd' WHERE status = 'paid'": {"status_not_derived"},
    "UPDATE checkout_attempts SET session_id = 'cs_x' || id, url = 'x', expires_at = now()": {"status_not_derived"},
    "DELETE FROM checkout_attempts": {"status_not_derived"},
    "UPDATE checkout_sessions SET payment_status = 'unpaid' WHERE payment_status = 'paid'": {
        *("status_not_derived", "row_not_folded")
    },
    "UPDATE checkout_sessions SET status = 'open' WHERE status = 'expired'": {
        *("status_not_derived", "row_not_folded")
    },
    "DELETE FROM checkout_sessions": {"status_not_derived", "row_not_folded", "sums_disagree"},
    "DELETE FROM refunds": {"row_not_folded"},  # the charge still tells of them
    "UPDATE refunds SET status = 'pending' WHERE status = 'succeeded'": {"status_not_derived", "row_not_folded"},
    "UPDATE refunds SET status = 'succeeded' WHERE status = 'failed'": {"row_not_folded", "sums_disagree"},
    "UPDATE disputes SET status = 'won'": {"status_not_derived", "row_not_folded"},
    "DELETE FROM disputes": {"status_not_derived", "row_not_folded"},
    # History.
    "DELETE FROM order_transitions": {"history_ends_elsewhere"},
    "DELETE FROM order_transitions WHERE from_status = 'pending' AND to_status = 'paid'": {
        *("history_broken", "history_ends_elsewhere")
    },
    "UPDATE order_transitions SET from_status = 'failed' WHERE to_status = 'paid'": {"history_broken"},
    "UPDATE order_transitions SET to_status = 'review' WHERE to_status = 'refunded'": {
        *("history_broken", "history_ends_elsewhere")
    },
    "UPDATE order_transitions SET from_status = 'paid' WHERE to_status = 'failed'": {
        *("history_broken", "step_not_legal")
    },
    "UPDATE order_transitions SET from_status = 'refunded' WHERE to_status = 'paying'": {
        *("history_broken", "step_not_legal")
    },
    "UPDATE order_transitions SET to_status = 'pending' WHERE to_status = 'disputed'": {
        *("history_ends_elsewhere", "step_not_legal")
    },
    "UPDATE order_transitions SET at = at + interval '1 second'": {"step_without_event"},
    "UPDATE order_transitions SET source = 'replay'": {"step_without_event"},
    "UPDATE order_transitions SET event_id = 'evt_invented_' || id": {"step_without_event"},
    # The journal.
    "UPDATE stripe_events SET status = 'failed', processed_at = NULL, last_error = 'x'": {
        *("step_without_event", "row_not_folded")
    },
    "UPDATE stripe_events SET status = 'ignored' WHERE type = 'checkout.session.completed'": {
        *("step_without_event", "row_not_folded")
    },
    "DELETE FROM stripe_events WHERE type LIKE 'charge.dispute.%'": {"step_without_event", "row_not_folded"},
    "DELETE FROM stripe_events WHERE type = 'payment_intent.processing'": {"row_not_folded"},
    "DELETE FROM stripe_events WHERE type LIKE 'customer.subscription.%'": {"row_not_folded"},
    "DELETE FROM stripe_events WHERE type = 'invoice.paid'": {"row_not_folded"},
    "DELETE FROM stripe_events WHERE type = 'customer.deleted'": {"row_not_folded"},
    # What it tells.
    "UPDATE stripe_events SET facts = NULL WHERE type = 'refund.created'": {
        *("event_without_facts", "row_not_folded")
    },
    "UPDATE stripe_events SET facts = NULL WHERE payload IS NULL": {*("event_without_facts", "row_not_folded")},
    "UPDATE stripe_events SET facts = '{}' WHERE type = 'refund.created'": {"row_not_folded"},
    "UPDATE stripe_events SET facts = jsonb_set(facts, '{disputes,0,funds_withdrawn}', 'false') "
    "WHERE facts ? 'disputes'": {"row_not_folded"},
    "UPDATE stripe_events SET facts = jsonb_set(facts, '{subscriptions,0,status}', '\"active\"') "
    "WHERE type = 'customer.subscription.deleted'": {"row_not_folded"},
    "UPDATE stripe_events SET facts = facts "
    '|| \'{"payments": [{"id": "pi_told", "status": "succeeded", "created_at": "2026-01-01"}]}\' '
    "WHERE type = 'charge.dispute.funds_withdrawn'": {"row_not_folded"},
    # Facts.
    "UPDATE payments SET status = 'requires_payment_method' WHERE status = 'processing'": {"row_not_folded"},
    "UPDATE payments SET status = 'processing' WHERE status = 'succeeded'": {"row_not_folded"},
    "UPDATE payments SET charge_id = 'ch_other', amount_refunded = NULL WHERE amount_refunded > 0": {
        "row_not_folded"
    },
    "UPDATE disputes SET funds_withdrawn = false": {"row_not_folded"},
    "UPDATE payments SET amount_received = 1 WHERE status = 'succeeded' AND amount_refunded IS NULL": {
        *("row_not_folded", "sums_disagree")
    },
    "UPDATE refunds SET amount = 1999 WHERE status = 'succeeded'": {"row_not_folded", "sums_disagree"},
    "INSERT INTO refunds (id, status, amount, payment_intent_id, created_at) "
    "SELECT r.id || n, r.status, r.amount, r.payment_intent_id, now() "
    "FROM refunds AS r, generate_series(1, 2) AS n WHERE r.status = 'succeeded'": {
        *("row_not_folded", "sums_disagree")
    },
    "INSERT INTO checkout_sessions (id, order_id, status, payment_status, mode, created_at) "
    "SELECT 'cs_invented', id, 'open', 'unpaid', 'payment', now() FROM orders WHERE status = 'pending'": {
        "row_not_folded"
    },
    "INSERT INTO payments (id, status, created_at) VALUES ('pi_invented', 'succeeded', now())": {"row_not_folded"},
    "INSERT INTO refunds (id, status, amount, charge_id, created_at) "
    "VALUES ('re_invented', 'succeeded', 1, 'ch_invented', now())": {"row_not_folded"},
    "INSERT INTO disputes (id, status, charge_id, created_at) VALUES ('du_invented', 'won', 'ch_x', now())": {
        "row_not_folded"
    },
    # Subscriptions, their invoices and customers.
    "UPDATE orders SET access_has_grace = NOT access_has_grace WHERE mode = 'subscription'": {"status_not_derived"},
    "UPDATE orders SET access_until = access_until + interval '1 day' WHERE mode = 'subscription'": {
        "status_not_derived"
    },
    "UPDATE orders SET amount_paid = amount_paid + 1 WHERE mode = 'subscription'": {
        *("status_not_derived", "sums_disagree")
    },
    "UPDATE subscriptions SET status = 'unpaid' WHERE status = 'active'": {"status_not_derived", "row_not_folded"},
    "UPDATE subscriptions SET current_period_end = created_at WHERE status = 'active'": {
        *("status_not_derived", "row_not_folded")
    },
    "UPDATE subscriptions SET pause_behavior = 'void' WHERE status = 'active'": {
        *("status_not_derived", "row_not_folded")
    },
    "UPDATE subscriptions SET reported_at = reported_at - interval '1 second' WHERE status = 'active'": {
        "row_not_folded"
    },
    "UPDATE subscriptions SET status = 'past_due' WHERE status = 'canceled'": {
        *("status_not_derived", "row_not_folded")
    },
    "DELETE FROM subscriptions": {"status_not_derived", "row_not_folded"},
    "INSERT INTO subscriptions (id, status, reported_at, created_at) "
    "VALUES ('sub_invented', 'active', now(), now())": {"row_not_folded"},
    "UPDATE subscriptions SET is_ambiguous = false WHERE is_ambiguous": {"row_not_folded"},
    "UPDATE subscriptions SET is_ambiguous = true WHERE status = 'active'": {"row_not_folded", "mark_not_asked"},
    "DELETE FROM subscription_refetches": {"mark_not_asked"},
    "UPDATE invoices SET paid_through = paid_through - interval '1 day' WHERE status = 'paid'": {
        *("status_not_derived", "row_not_folded")
    },
    "UPDATE invoices SET status = 'open' WHERE status = 'paid'": {
        *("status_not_derived", "row_not_folded", "sums_disagree")
    },
    "UPDATE invoices SET status = 'open' WHERE status = 'void'": {"row_not_folded"},
    "UPDATE invoices SET status = 'open' WHERE status = 'uncollectible'": {"row_not_folded"},
    "UPDATE invoices SET payment_failed = false": {"row_not_folded"},
    "UPDATE invoices SET payment_intent_id = NULL": {"row_not_folded"},
    "UPDATE invoices SET amount_paid = amount_paid - 1 WHERE status = 'paid'": {
        *("status_not_derived", "row_not_folded", "sums_disagree")
    },
    "UPDATE invoices SET id = 'in_other' || id": {"row_not_folded"},
    "DELETE FROM invoices": {"status_not_derived", "row_not_folded", "sums_disagree"},
    "INSERT INTO invoices (id, status, created_at) VALUES ('in_invented', 'paid', now())": {"row_not_folded"},
    "INSERT INTO invoices (id, status, currency, created_at) VALUES ('in_invented', 'open', 'eur', now())": {
        "row_not_folded"
    },
    "UPDATE customers SET deleted_at = NULL": {"row_not_folded"},
    "UPDATE customers SET deleted_at = deleted_at + interval '1 second'": {"row_not_folded"},
    "INSERT INTO customers (reference, request, stripe_customer_id, deleted_at) "
    "VALUES ('user-8', '{}', 'cus_8', now())": {"row_not_folded"},
}


@pytest.fixture(scope="module")
def kept(server: postgres.Server, template: str) -> Iterator[str]:
    """Books with an order of each status and each kind of fact, for tests that leave them as they were."""
    with cloned_database(server, template) as url, psycopg.connect(url, autocommit=True) as db:
        keep_books(db, url)
        assert verify_books(url) == []
        yield url


def keep_books(db: psycopg.Connection, url: str) -> None:
    database = Database(url, size=1)
    database.open()

    def deliver(event: dict[str, Any]) -> str:
        return receive_event(database, parse_event(json.dumps(event)), source="webhook", livemode=False)

    insert_order(db)
    paying, paid, failed = new_session(db, payment_status="unpaid"), new_session(db), new_session(db)
    refunded, disputed = new_session(db), new_session(db)
    order_id = insert_order(db)
    wrong = session(order_id, insert_attempt(db, order_id), amount_subtotal=1)
    late = refund(refunded)
    for each in (
        event("payment_intent.processing", payment_intent(paying, status="processing", amount_received=0)),
        event(COMPLETED, paying),
        event(COMPLETED, paid),
        event("payment_intent.succeeded", payment_intent(paid)),
        event(EXPIRED, failed | {"payment_status": "unpaid"}),
        event(COMPLETED, refunded),
        event("refund.created", late),
        event("refund.failed", late),
        event("charge.refunded", charge(refunded)),
        event("refund.created", refund(refunded)),
        event(COMPLETED, disputed),
        event("charge.dispute.funds_withdrawn", dispute(disputed)),
        event(COMPLETED, wrong),
        *keep_subscriptions(db),
    ):
        assert deliver(each) == "processed"
    database.close()
    db.execute("UPDATE stripe_events SET payload = NULL, personal = NULL WHERE object_id = %s", [paid["id"]])
    statuses = {status for (status,) in db.execute("SELECT status FROM orders")}
    assert statuses == {"pending", "paying", "paid", "failed", "refunded", "disputed", "review"}


def keep_subscriptions(db: psycopg.Connection) -> Iterator[dict[str, Any]]:
    """One that was renewed and owes; one that ended, its customer with it; one that Stripe has to be asked about."""
    lives, ended, marked = sell(db), sell(db), sell(db)
    periods = [(number * MONTH, (number + 1) * MONTH) for number in range(4)]
    first, second, third, fourth = (lives.invoice(period) for period in periods)
    yield lives.completed()
    yield from lives.paid_by(first | {"billing_reason": "subscription_create"}, 3)
    expanded = lives.invoice_payment(second) | {"invoice": {"id": second["id"], "object": "invoice"}}
    yield lives.paid(second, MONTH)
    yield lives.event("invoice_payment.paid", expanded, MONTH)
    yield lives.event("invoice.payment_failed", third | {"amount_paid": 0}, 2 * MONTH)
    yield lives.event("invoice.voided", third | {"amount_paid": 0}, 2 * MONTH)
    yield lives.event("invoice.marked_uncollectible", fourth | {"amount_paid": 0}, 3 * MONTH)
    yield lives.updated(at=3 * MONTH, period=periods[3])

    insert_customer(db, ended)
    yield ended.completed()
    yield ended.created()
    yield ended.paid(ended.invoice(reason="subscription_create"), 3)
    yield ended.deleted(DAY)
    yield ended.deleted_customer(DAY)

    yield marked.completed()
    yield marked.updated("past_due", at=9)
    yield marked.updated("unpaid", at=9)


def insert_customer(db: psycopg.Connection, sold: Sold) -> None:
    """As the service knows whom it sold to."""
    db.execute(
        "INSERT INTO customers (reference, request, stripe_customer_id) VALUES (%s, '{}', %s)",
        [sold.customer_reference, sold.customer],
    )


@pytest.mark.parametrize("statement", CORRUPTIONS)
def test_each_way_of_breaking_the_books_is_reported_by_its_name(kept: str, statement: str) -> None:
    with psycopg.connect(kept) as conn:
        conn.execute("SET LOCAL session_replication_role = replica")
        assert conn.execute(statement.encode()).rowcount > 0

        found = conn.execute(VERIFY).fetchall()
        conn.rollback()

    assert {rule for rule, *_ in found} == CORRUPTIONS[statement]


def test_payloads_may_be_forgotten_and_persons_erased(kept: str) -> None:
    with psycopg.connect(kept) as conn:
        assert conn.execute("SELECT FROM stripe_events WHERE personal IS NOT NULL").fetchall()
        assert conn.execute("UPDATE stripe_events SET payload = NULL, personal = NULL").rowcount > 0

        assert conn.execute(VERIFY).fetchall() == []
        conn.rollback()


def test_every_rule_is_broken_here() -> None:
    file = (SQL_DIR / "ops" / "verify_books.sql").read_text()
    reported = set().union(*CORRUPTIONS.values())

    assert all(f"'{rule}'" in file for rule in reported)
    assert file.count("UNION ALL\n\n") + 1 == 12
    assert len(reported) == 9  # sums_disagree is made of four


def test_every_type_with_a_handler_leaves_the_rows_that_its_facts_tell(
    db: psycopg.Connection, database_url: str, deliver: Callable[[dict[str, Any]], str]
) -> None:
    """And without these facts in the journal nobody could say where the rows are from."""
    for type in HANDLERS:
        assert deliver(event(type, example(db, type))) == "processed", type
    assert verify_books(database_url) == []

    unnoticed = set(HANDLERS)
    for event_id, type in db.execute("SELECT id, type FROM stripe_events").fetchall():
        with db.transaction(force_rollback=True):
            db.execute("SET LOCAL session_replication_role = replica")
            db.execute("UPDATE stripe_events SET facts = '{}' WHERE id = %s", [event_id])
            if {rule for rule, *_ in db.execute(VERIFY)} == {"row_not_folded"}:
                unnoticed.remove(type)
    assert unnoticed == set()


def example(db: psycopg.Connection, type: str) -> dict[str, Any]:
    """An object of its own for an event of this type."""
    sold, paid = sell(db), new_session(db)
    insert_customer(db, sold)
    examples: dict[str, dict[str, Any]] = {
        "checkout.session.": paid,
        "payment_intent.": payment_intent(paid),
        "charge.refunded": charge(paid),
        "charge.refund.": refund(paid),
        "refund.": refund(paid),
        "charge.dispute.": dispute(paid),
        "customer.subscription.": sold.subscription(),
        "customer.deleted": {"id": sold.customer, "object": "customer"},
        "invoice.": sold.invoice(),
        "invoice_payment.": sold.invoice_payment(sold.invoice()),
    }
    return next(found for prefix, found in examples.items() if type.startswith(prefix))


@pytest.mark.parametrize("text", ["\u0000", "\ud800", "Zo\u00eb \u0000\ud83d"])
def test_a_payload_may_hold_what_postgres_cannot(
    db: psycopg.Connection, database_url: str, deliver: Callable[[dict[str, Any]], str], text: str
) -> None:
    """NUL, and half a surrogate. Such an invoice_payment.paid broke the first release's books."""
    sold, paid = sell(db), new_session(db)
    invoice = sold.invoice()
    strange = {"metadata": {text: text}}
    paid["customer_details"] |= {"name": text}
    paid["metadata"] |= {text: text}
    for each in (
        sold.completed(custom_text=strange),
        sold.paid(invoice | strange, 3),
        sold.event("invoice_payment.paid", sold.invoice_payment(invoice, **strange), 3),
        event(COMPLETED, paid),
    ):
        assert deliver(each) == "processed"

    assert verify_books(database_url) == []
    payloads = db.execute("SELECT payload::text FROM stripe_events").fetchall()
    assert all(json.dumps(text) in payload for (payload,) in payloads)
    personal = db.execute("SELECT personal::text FROM stripe_events WHERE object_id = %s", [paid["id"]]).fetchone()
    assert personal
    assert json.dumps(text) in personal[0]


def test_make_verify_fails_if_the_books_do_not_hold(db: psycopg.Connection, database_url: str, app_url: str) -> None:
    keep_books(db, database_url)
    done = run_verify(app_url)
    assert (done.returncode, done.stdout) == (0, "The books hold.\n")

    with db.transaction():
        db.execute("SET LOCAL session_replication_role = replica")
        db.execute("UPDATE orders SET amount_paid = 7 WHERE status = 'paid'")

    done = run_verify(app_url)
    assert done.returncode == 1
    assert "status_not_derived: order" in done.stdout
    assert "its facts say" in done.stdout
    assert "do not hold" in done.stderr


def run_verify(url: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "stripe_svc.verify"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
