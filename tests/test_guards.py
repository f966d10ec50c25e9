"""What the database refuses, whoever asks: the superuser who owns it, and the service's own login."""

from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from stripe_svc.errors import EventFailed
from tests.stripe_events import dispute, event, insert_order, new_session, payment_intent, refund, session
from tests.subscription_events import sell

Deliver = Callable[[dict[str, Any]], str]


@pytest.fixture
def paid_order(db: psycopg.Connection, deliver: Deliver) -> int:
    """An order that was paid, with a fact of each kind, a history row and events of its own."""
    paid = new_session(db)
    deliver(event("checkout.session.completed", paid))
    deliver(event("payment_intent.succeeded", payment_intent(paid)))
    deliver(event("refund.created", refund(paid, amount=1)))
    deliver(event("charge.dispute.closed", dispute(paid, status="won")))
    sold = sell(db)
    for each in (sold.completed(), sold.created(), *sold.paid_by(sold.invoice(reason="subscription_create"), 3)):
        deliver(each)
    db.execute(
        "INSERT INTO customers (reference, request, stripe_customer_id) VALUES ('user-7', '{}', %s)", [sold.customer]
    )
    deliver(sold.deleted_customer(9))
    return int(paid["client_reference_id"])


FORBIDDEN = [
    "UPDATE orders SET status = 'paid'",
    "UPDATE orders SET status = 'pending', access_granted = false, amount_paid = 0",
    "UPDATE orders SET access_granted = NOT access_granted",
    "UPDATE orders SET amount_paid = amount_paid + 1",
    "UPDATE orders SET duplicate_payment = true",
    "UPDATE orders SET status = status",
    "UPDATE orders SET currency = 'usd'",
    "UPDATE orders SET amount_subtotal = 1",
    "UPDATE orders SET line_items = '[1]'",
    "DELETE FROM orders",
    "TRUNCATE orders CASCADE",
    "INSERT INTO orders (mode, currency, amount_subtotal, line_items, client, status, access_granted) "
    "VALUES ('payment', 'eur', 1, '[1]', 'me', 'paid', true)",
    "UPDATE checkout_sessions SET payment_status = 'paid'",
    "DELETE FROM checkout_sessions",
    "TRUNCATE checkout_sessions",
    "INSERT INTO checkout_sessions (id, order_id, status, payment_status, mode, created_at) "
    "SELECT 'cs_forged', id, 'complete', 'paid', 'payment', now() FROM orders",
    "UPDATE payments SET status = 'canceled'",
    "UPDATE payments SET amount_refunded = 1998",
    "DELETE FROM payments",
    "TRUNCATE payments",
    "INSERT INTO payments (id, status, created_at) VALUES ('pi_forged', 'succeeded', now())",
    "UPDATE refunds SET status = 'failed'",
    "DELETE FROM refunds",
    "TRUNCATE refunds",
    "INSERT INTO refunds (id, status, amount, charge_id, created_at) "
    "VALUES ('re_forged', 'succeeded', 1998, 'ch_1', now())",
    "UPDATE disputes SET status = 'lost'",
    "DELETE FROM disputes",
    "TRUNCATE disputes",
    "INSERT INTO disputes (id, status, charge_id, created_at) VALUES ('du_forged', 'lost', 'ch_1', now())",
    "UPDATE subscriptions SET status = 'canceled'",
    "UPDATE subscriptions SET current_period_end = now() + interval '1 year'",
    "UPDATE subscriptions SET is_ambiguous = false",
    "DELETE FROM subscriptions",
    "TRUNCATE subscriptions",
    "INSERT INTO subscriptions (id, status, reported_at, created_at) VALUES ('sub_forged', 'active', now(), now())",
    "UPDATE invoices SET paid_through = now() + interval '1 year'",
    "UPDATE invoices SET status = 'void'",
    "DELETE FROM invoices",
    "TRUNCATE invoices",
    "INSERT INTO invoices (id, status, created_at) VALUES ('in_forged', 'paid', now())",
    "UPDATE customers SET deleted_at = now()",
    "UPDATE customers SET deleted_at = NULL",
    "DELETE FROM customers",
    "TRUNCATE customers",
    "UPDATE orders SET access_until = now() + interval '1 year'",
    "UPDATE orders SET access_has_grace = true",
    "SELECT merge_subscription('{}')",
    "SELECT merge_invoice('{}')",
    'SELECT merge_customer_deletion(\'{"id": "cus_1", "deleted_at": 1}\')',
    "UPDATE order_transitions SET to_status = 'refunded'",
    "DELETE FROM order_transitions",
    "TRUNCATE order_transitions",
    "INSERT INTO order_transitions (order_id, from_status, to_status, event_id, source) "
    "SELECT o.id, 'paid', 'refunded', e.id, 'webhook' FROM orders AS o, stripe_events AS e WHERE o.status = 'paid'",
    "UPDATE stripe_events SET status = 'failed', processed_at = NULL, last_error = 'again'",
    "UPDATE stripe_events SET id = 'evt_other'",
    "UPDATE stripe_events SET payload = '{}'",
    "UPDATE stripe_events SET source = 'replay'",
    "UPDATE stripe_events SET attempts = 7",
    "UPDATE stripe_events SET payload = NULL, last_error = 'none'",
    "INSERT INTO stripe_events (id, type, status, livemode, created_at, source, processed_at) "
    "VALUES ('evt_blocked', 'x', 'processed', false, now(), 'webhook', now())",
    "DELETE FROM stripe_events",
    "DELETE FROM checkout_attempts",
    "TRUNCATE checkout_attempts",
    "UPDATE checkout_attempts SET id = gen_random_uuid()",
    "UPDATE checkout_attempts SET request = '[]'",
    "TRUNCATE stripe_events CASCADE",
    # Naming an event is not enough: it must be the one that this transaction journalled.
    "SELECT set_config('stripe_svc.event_id', (SELECT id FROM stripe_events LIMIT 1), false);"
    "UPDATE orders SET status = 'refunded'",
    "SELECT set_config('stripe_svc.event_id', (SELECT id FROM stripe_events LIMIT 1), false);"
    "UPDATE checkout_sessions SET payment_status = 'unpaid'",
    "SELECT set_config('stripe_svc.event_id', (SELECT id FROM stripe_events LIMIT 1), false);"
    "INSERT INTO order_transitions (order_id, from_status, to_status, event_id, source) "
    "SELECT o.id, 'paid', 'refunded', e.id, 'webhook' FROM orders AS o, stripe_events AS e",
]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_nothing_but_an_event_writes_what_events_write(
    database_url: str, app_url: str, db: psycopg.Connection, paid_order: int, statement: str
) -> None:
    insert_order(db)
    before = snapshot(db)

    for url in (database_url, app_url):
        with psycopg.connect(url) as conn, pytest.raises(psycopg.Error) as refusal:
            conn.execute(statement)
        assert isinstance(
            refusal.value, psycopg.errors.IntegrityConstraintViolation | psycopg.errors.InsufficientPrivilege
        )

    assert snapshot(db) == before


def test_a_journalled_event_does_not_let_its_transaction_write_another_status(
    db: psycopg.Connection, paid_order: int
) -> None:
    """Even a forger who journals an event must leave the order as its facts have it."""
    with (
        pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="its verified facts say paid"),
        db.transaction(),
    ):
        forge_an_event(db)
        db.execute("UPDATE orders SET status = 'refunded' WHERE id = %s", [paid_order])


def test_a_change_of_status_without_history_is_refused(db: psycopg.Connection) -> None:
    paid = new_session(db)
    order_id = int(paid["client_reference_id"])
    with (
        pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="without a row in order_transitions"),
        db.transaction(),
    ):
        forge_an_event(db)
        db.execute(
            "INSERT INTO checkout_sessions (id, order_id, status, payment_status, mode, currency, amount_subtotal, "
            "amount_total, checkout_attempt_id, created_at) "
            "VALUES (%s, %s, 'complete', 'paid', 'payment', 'eur', 1998, 1998, %s, now())",
            [paid["id"], order_id, paid["metadata"]["checkout_attempt_id"]],
        )
        db.execute(
            "UPDATE orders SET status = 'paid', amount_paid = 1998, access_granted = true WHERE id = %s", [order_id]
        )


def test_an_unknown_amount_may_be_filled_in_once(db: psycopg.Connection) -> None:
    order_id = insert_order(db, amount=None)
    db.execute("UPDATE orders SET amount_subtotal = 500 WHERE id = %s", [order_id])

    with pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="terms"):
        db.execute("UPDATE orders SET amount_subtotal = 501 WHERE id = %s", [order_id])


def test_an_old_payload_may_be_forgotten_and_its_event_stays(db: psycopg.Connection, paid_order: int) -> None:
    db.execute("UPDATE stripe_events SET payload = NULL")

    assert set(db.execute("SELECT status, payload FROM stripe_events")) == {("processed", None)}


def forge_an_event(db: psycopg.Connection) -> None:
    """What somebody with a superuser's rights and a bad intention would do first."""
    db.execute("SELECT set_config('stripe_svc.event_id', 'evt_forged', true)")
    db.execute(
        "INSERT INTO stripe_events (id, type, status, livemode, created_at, source, processed_at) "
        "VALUES ('evt_forged', 'x', 'processed', false, now(), 'webhook', now())"
    )


def test_a_failed_event_cannot_be_declared_processed(db: psycopg.Connection, deliver: Deliver) -> None:
    """It would be a duplicate when Stripe sends it again, and its effect would be lost."""
    lost = event("checkout.session.completed", session(999_999, None))
    with pytest.raises(EventFailed):
        deliver(lost)

    with pytest.raises(psycopg.errors.IntegrityConstraintViolation):
        db.execute("UPDATE stripe_events SET status = 'processed', processed_at = now(), last_error = NULL")


def test_a_temporary_table_does_not_stand_in_for_the_journal(db: psycopg.Connection, paid_order: int) -> None:
    db.execute(
        "CREATE TEMP TABLE stripe_events AS SELECT 'evt_x' AS id, 'processed' AS status, now() AS processed_at"
    )

    with pytest.raises(psycopg.errors.IntegrityConstraintViolation), db.transaction():
        db.execute("SELECT set_config('stripe_svc.event_id', 'evt_x', true)")
        db.execute("UPDATE pg_temp.stripe_events SET processed_at = now()")
        db.execute("UPDATE checkout_sessions SET payment_status = 'unpaid'")


def snapshot(db: psycopg.Connection) -> list[Any]:
    return [
        db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
        for table in (
            *("orders", "checkout_attempts", "checkout_sessions", "payments", "refunds", "disputes"),
            *("subscriptions", "invoices", "customers", "order_transitions", "stripe_events"),
        )
    ]
