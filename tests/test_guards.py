"""What the database refuses, whoever asks: the superuser who owns it, and the service's own login.

One way in is open: an INSERT into incoming_events, which is what the service does with a verified event. Whoever may
insert there and forges an event gets what its facts say, a row in the journal that says so, and nothing else.

The guards are triggers. They do not hold against a superuser or an owner of the tables who changes how triggers run:
who disables or drops them (ALTER TABLE, DROP TRIGGER), switches them off for a session (session_replication_role), or
creates a trigger of their own, on any table, that writes what events write. None of these happens by a slip or by SQL
that an application lets in, and the service's own login may do none of them to any effect.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import psycopg
import pytest

from sandbox import postgres
from stripe_svc.database import Database
from stripe_svc.errors import EventFailed
from stripe_svc.handlers.event import parse_event
from stripe_svc.services.events import receive_event
from stripe_svc.verify import verify_books
from tests.conftest import as_app, cloned_database
from tests.stripe_events import (
    dispute,
    event,
    insert_attempt,
    insert_order,
    new_session,
    payment_intent,
    refund,
    session,
)
from tests.subscription_events import sell
from tests.test_settlement import COMPLETED

# A table that another one refers to cannot be truncated alone: FeatureNotSupported.
REFUSALS = (
    psycopg.errors.IntegrityConstraintViolation,
    psycopg.errors.InsufficientPrivilege,
    psycopg.errors.FeatureNotSupported,
)
TABLES = (
    *("orders", "checkout_attempts", "checkout_sessions", "payments", "refunds", "disputes", "subscriptions"),
    *("invoices", "customers", "order_transitions", "stripe_events", "subscription_refetches"),
)
# What the first release's guards asked for; nobody asks for it any more.
FORGED_SETTINGS = (
    "SELECT set_config('stripe_svc.event_id', (SELECT min(id) FROM stripe_events WHERE status = 'processed'), true), "
    "set_config('stripe_svc.derived', (SELECT o::text FROM orders AS o WHERE status = 'paid' LIMIT 1), true)"
)


@pytest.fixture(scope="module")
def guarded(server: postgres.Server, template: str) -> Iterator[str]:
    """A database with a fact of each kind, for tests that change nothing: its owner's URL."""
    with cloned_database(server, template) as url:
        fill(url)
        yield url


def fill(url: str) -> None:
    """Orders that are paid, open and for a subscription, a fact of each kind, events of each status."""
    database = Database(as_app(url), size=1)
    database.open()

    def deliver(event: dict[str, Any]) -> str:
        return receive_event(database, parse_event(json.dumps(event)), source="webhook", livemode=False)

    with psycopg.connect(url, autocommit=True) as db:
        insert_order(db)
        paid, sold = new_session(db), sell(db)
        db.execute(
            "INSERT INTO customers (reference, request, stripe_customer_id) VALUES ('user-7', '{}', %s)",
            [sold.customer],
        )
        for each in (
            event(COMPLETED, paid),
            event("payment_intent.succeeded", payment_intent(paid)),
            event("refund.created", refund(paid, amount=1)),
            event("charge.dispute.closed", dispute(paid, status="won")),
            sold.completed(),
            sold.created(),
            *sold.paid_by(sold.invoice(reason="subscription_create"), 3),
            sold.updated(at=5),
            sold.updated("past_due", at=5),
            sold.deleted_customer(9),
        ):
            assert deliver(each) == "processed"
        assert deliver(event("radar.early_fraud_warning.created", {"id": "issfr_1"})) == "ignored"
        assert deliver(event(COMPLETED, paid, livemode=True)) == "quarantined"
        with pytest.raises(EventFailed):
            deliver(event(COMPLETED, session(999_999, None)))
    database.close()


FORBIDDEN = [
    # An order's derived columns.
    "UPDATE orders SET status = 'paid'",
    "UPDATE orders SET status = 'pending', access_granted = false, amount_paid = 0",
    "UPDATE orders SET access_granted = NOT access_granted",
    "UPDATE orders SET amount_paid = amount_paid + 1",
    "UPDATE orders SET amount_refunded = 1",
    "UPDATE orders SET duplicate_payment = true",
    "UPDATE orders SET failure_reason = 'expired'",
    "UPDATE orders SET review_reason = 'amount_mismatch'",
    "UPDATE orders SET access_until = now() + interval '1 year'",
    "UPDATE orders SET access_has_grace = true",
    "UPDATE orders SET status = status",
    "UPDATE orders SET (metadata, status) = ('{}', 'paid')",
    "WITH changed AS (UPDATE orders SET status = 'paid' RETURNING 1) SELECT count(*) FROM changed",
    "DO $$ BEGIN UPDATE orders SET status = 'paid'; END $$",
    "MERGE INTO orders AS o USING (SELECT 1) AS one ON true WHEN MATCHED THEN UPDATE SET status = 'paid'",
    "MERGE INTO orders AS o USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
    "DELETE FROM orders",
    "TRUNCATE orders CASCADE",
    # Its terms.
    "UPDATE orders SET currency = 'usd'",
    "UPDATE orders SET amount_subtotal = 1",
    "UPDATE orders SET line_items = '[1]'",
    "UPDATE orders SET mode = 'subscription', trial_period_days = 7",
    # An order that begins as anything but pending.
    "INSERT INTO orders (mode, currency, amount_subtotal, line_items, client, status, access_granted) "
    "VALUES ('payment', 'eur', 1, '[1]', 'me', 'paid', true)",
    "INSERT INTO orders (mode, currency, amount_subtotal, line_items, client, access_granted) "
    "VALUES ('payment', 'eur', 1, '[1]', 'me', true)",
    "INSERT INTO orders (mode, currency, line_items, client, access_until) "
    "VALUES ('subscription', 'eur', '[1]', 'me', now())",
    "INSERT INTO orders (id, mode, currency, line_items, client) OVERRIDING SYSTEM VALUE "
    "SELECT id, mode, currency, line_items, client FROM orders ON CONFLICT (id) DO UPDATE SET status = 'paid'",
    "INSERT INTO orders OVERRIDING SYSTEM VALUE SELECT * FROM orders WHERE status = 'paid' "
    "ON CONFLICT (id) DO UPDATE SET status = excluded.status",
    "INSERT INTO orders (mode, currency, line_items, client, status) "
    "SELECT mode, currency, line_items, client, 'paid' FROM orders ON CONFLICT DO NOTHING",
    "MERGE INTO orders AS o USING (SELECT 1) AS one ON false WHEN NOT MATCHED THEN "
    "INSERT (mode, currency, line_items, client, status) VALUES ('payment', 'eur', '[1]', 'me', 'paid')",
    # Facts.
    "UPDATE checkout_sessions SET payment_status = 'paid'",
    "DELETE FROM checkout_sessions",
    "TRUNCATE checkout_sessions",
    "INSERT INTO checkout_sessions (id, order_id, status, payment_status, mode, created_at) "
    "SELECT 'cs_forged', id, 'complete', 'paid', 'payment', now() FROM orders",
    "MERGE INTO checkout_sessions AS s USING orders AS o ON s.id = 'cs_forged' WHEN NOT MATCHED THEN "
    "INSERT (id, order_id, status, payment_status, mode, created_at) "
    "VALUES ('cs_forged', o.id, 'complete', 'paid', 'payment', now())",
    "MERGE INTO checkout_sessions AS s USING (SELECT 1) AS one ON true "
    "WHEN MATCHED THEN UPDATE SET payment_status = 'paid'",
    "MERGE INTO checkout_sessions AS s USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
    "UPDATE payments SET status = 'canceled'",
    "UPDATE payments SET amount_refunded = 1998",
    "DELETE FROM payments",
    "TRUNCATE payments",
    "INSERT INTO payments (id, status, created_at) VALUES ('pi_forged', 'succeeded', now())",
    "INSERT INTO payments SELECT * FROM payments ON CONFLICT (id) DO UPDATE SET status = 'canceled'",
    "MERGE INTO payments AS p USING (SELECT 1) AS one ON p.id = 'pi_forged' WHEN NOT MATCHED THEN "
    "INSERT (id, status, created_at) VALUES ('pi_forged', 'succeeded', now())",
    "MERGE INTO payments AS p USING (SELECT 1) AS one ON true WHEN MATCHED THEN UPDATE SET status = 'canceled'",
    "MERGE INTO payments AS p USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
    "UPDATE refunds SET status = 'failed'",
    "DELETE FROM refunds",
    "TRUNCATE refunds",
    "INSERT INTO refunds (id, status, amount, charge_id, created_at) "
    "VALUES ('re_forged', 'succeeded', 1998, 'ch_1', now())",
    "MERGE INTO refunds AS r USING (SELECT 1) AS one ON r.id = 're_forged' WHEN NOT MATCHED THEN "
    "INSERT (id, status, amount, charge_id, created_at) VALUES ('re_forged', 'succeeded', 1998, 'ch_1', now())",
    "MERGE INTO refunds AS r USING (SELECT 1) AS one ON true WHEN MATCHED THEN UPDATE SET status = 'failed'",
    "UPDATE disputes SET status = 'lost'",
    "DELETE FROM disputes",
    "TRUNCATE disputes",
    "INSERT INTO disputes (id, status, charge_id, created_at) VALUES ('du_forged', 'lost', 'ch_1', now())",
    "MERGE INTO disputes AS d USING (SELECT 1) AS one ON d.id = 'du_forged' WHEN NOT MATCHED THEN "
    "INSERT (id, status, charge_id, created_at) VALUES ('du_forged', 'lost', 'ch_1', now())",
    "MERGE INTO disputes AS d USING (SELECT 1) AS one ON true WHEN MATCHED THEN UPDATE SET status = 'lost'",
    "UPDATE subscriptions SET status = 'canceled'",
    "UPDATE subscriptions SET current_period_end = now() + interval '1 year'",
    "UPDATE subscriptions SET is_ambiguous = false",
    "DELETE FROM subscriptions",
    "TRUNCATE subscriptions",
    "TRUNCATE subscriptions CASCADE",
    "INSERT INTO subscriptions (id, status, reported_at, created_at) VALUES ('sub_forged', 'active', now(), now())",
    "MERGE INTO subscriptions AS s USING (SELECT 1) AS one ON s.id = 'sub_forged' WHEN NOT MATCHED THEN "
    "INSERT (id, status, reported_at, created_at) VALUES ('sub_forged', 'active', now(), now())",
    "MERGE INTO subscriptions AS s USING (SELECT 1) AS one ON true WHEN MATCHED THEN UPDATE SET status = 'active'",
    "UPDATE invoices SET paid_through = now() + interval '1 year'",
    "UPDATE invoices SET status = 'void'",
    "DELETE FROM invoices",
    "TRUNCATE invoices",
    "INSERT INTO invoices (id, status, created_at) VALUES ('in_forged', 'paid', now())",
    "MERGE INTO invoices AS i USING (SELECT 1) AS one ON i.id = 'in_forged' WHEN NOT MATCHED THEN "
    "INSERT (id, status, created_at) VALUES ('in_forged', 'paid', now())",
    "MERGE INTO invoices AS i USING (SELECT 1) AS one ON true WHEN MATCHED THEN UPDATE SET status = 'void'",
    "UPDATE customers SET deleted_at = now()",
    "UPDATE customers SET deleted_at = NULL",
    "MERGE INTO customers AS c USING (SELECT 1) AS one ON true WHEN MATCHED THEN UPDATE SET deleted_at = NULL",
    "DELETE FROM customers",
    "TRUNCATE customers",
    # By the service's own functions.
    """SELECT record_checkout_sessions(jsonb_build_array(jsonb_build_object(
        'id', 'cs_forged', 'order_id', (SELECT min(id) FROM orders), 'status', 'complete', 'payment_status', 'paid',
        'async_payment_failed', false, 'mode', 'payment', 'created_at', now())))""",
    """SELECT record_payments('[{"id": "pi_forged", "status": "succeeded", "created_at": "2026-01-01"}]')""",
    """SELECT record_refunds('[{"id": "re_forged", "status": "succeeded", "amount": 1, "charge_id": "ch_1",
        "created_at": "2026-01-01"}]')""",
    """SELECT record_disputes('[{"id": "du_forged", "status": "lost", "funds_withdrawn": true,
        "funds_reinstated": false, "charge_id": "ch_1", "created_at": "2026-01-01"}]')""",
    """SELECT record_subscriptions('[{"id": "sub_forged", "status": "active", "reported_at": "2026-01-01",
        "is_fetched": false, "is_ambiguous": false, "created_at": "2026-01-01"}]')""",
    """SELECT record_invoices('[{"id": "in_forged", "status": "paid", "payment_failed": false,
        "created_at": "2026-01-01"}]')""",
    """SELECT record_deleted_customers('[{"id": "cus_1", "deleted_at": "2026-01-01"}]')""",
    """SELECT record_facts('{"payments": [{"id": "pi_forged", "status": "succeeded",
        "created_at": "2026-01-01"}]}', NULL)""",
    """SELECT record_event(jsonb_populate_record(NULL::incoming_events, '{"id": "evt_forged", "type": "x",
        "livemode": false, "created_at": "2026-01-01", "source": "webhook", "facts": {"payments": []}}'))""",
    """SELECT record_event_failure(jsonb_populate_record(NULL::incoming_events, '{"id": "evt_forged", "type": "x",
        "livemode": false, "created_at": "2026-01-01", "source": "webhook", "error": "x"}'))""",
    # History.
    "UPDATE order_transitions SET to_status = 'refunded'",
    "DELETE FROM order_transitions",
    "TRUNCATE order_transitions",
    "INSERT INTO order_transitions (order_id, from_status, to_status, event_id, source) "
    "SELECT o.id, 'paid', 'refunded', e.id, 'webhook' FROM orders AS o, stripe_events AS e WHERE o.status = 'paid'",
    "MERGE INTO order_transitions AS t USING stripe_events AS e ON t.event_id = e.id WHEN NOT MATCHED THEN "
    "INSERT (order_id, from_status, to_status, event_id, source) VALUES (1, 'paid', 'refunded', e.id, 'webhook')",
    "MERGE INTO order_transitions AS t USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
    # The journal: a row by hand would keep its event out, a changed one would let it in again or tell another story.
    *(
        "INSERT INTO stripe_events (id, type, status, livemode, created_at, source, processed_at, last_error, facts) "
        f"VALUES ('evt_forged', 'x', '{status}', false, now(), 'webhook', {processed_at}, {error}, '{{}}')"
        for status, processed_at, error in (
            ("processed", "now()", "NULL"),
            ("ignored", "now()", "NULL"),
            ("quarantined", "now()", "'x'"),
            ("failed", "NULL", "'x'"),
        )
    ),
    "INSERT INTO stripe_events SELECT * FROM stripe_events ON CONFLICT (id) DO UPDATE SET attempts = 7",
    "MERGE INTO stripe_events AS e USING (SELECT 1) AS one ON e.id = 'evt_forged' WHEN NOT MATCHED THEN "
    "INSERT (id, type, status, livemode, created_at, source, processed_at) "
    "VALUES ('evt_forged', 'x', 'processed', false, now(), 'webhook', now())",
    "MERGE INTO stripe_events AS e USING (SELECT 1) AS one ON true WHEN MATCHED THEN UPDATE SET facts = '{}'",
    "UPDATE stripe_events SET status = 'failed', processed_at = NULL, last_error = 'again'",
    "UPDATE stripe_events SET status = 'processed', processed_at = now(), last_error = NULL WHERE status = 'failed'",
    "UPDATE stripe_events SET status = 'ignored', processed_at = now(), last_error = NULL WHERE status = 'failed'",
    "UPDATE stripe_events SET status = 'processed', last_error = NULL WHERE status = 'quarantined'",
    "UPDATE stripe_events SET status = 'processed', facts = '{}' WHERE status = 'ignored'",
    "UPDATE stripe_events SET id = 'evt_other' WHERE status = 'ignored'",
    "UPDATE stripe_events SET payload = '{}'",
    "UPDATE stripe_events SET source = 'replay'",
    "UPDATE stripe_events SET attempts = 7",
    "UPDATE stripe_events SET payload = NULL, last_error = 'none'",
    "UPDATE stripe_events SET facts = NULL",
    "UPDATE stripe_events SET facts = '{}' WHERE facts IS NOT NULL",
    "UPDATE stripe_events SET facts = facts || '{\"payments\": []}' WHERE facts IS NOT NULL",
    "UPDATE stripe_events SET payload = NULL, facts = NULL",
    "UPDATE stripe_events SET facts = '{}' WHERE status = 'ignored'",
    "UPDATE stripe_events SET facts = '{}' WHERE status = 'failed'",
    "UPDATE stripe_events SET facts = '{}' WHERE status = 'quarantined'",
    "UPDATE stripe_events SET personal = '{}'",
    "DELETE FROM stripe_events",
    "TRUNCATE stripe_events CASCADE",
    # Our attempts, by which sessions are recognised.
    "DELETE FROM checkout_attempts",
    "TRUNCATE checkout_attempts",
    "UPDATE checkout_attempts SET id = gen_random_uuid()",
    "UPDATE checkout_attempts SET request = '[]'",
]

# By COPY: the columns, and a row for them.
COPIES = {
    "orders (mode, currency, line_items, client, status, access_granted)": "payment eur [1] me paid true",
    "checkout_sessions (id, order_id, status, payment_status, mode, created_at)": (
        "cs_forged 1 complete paid payment 2026-01-01"
    ),
    "payments (id, status, created_at)": "pi_forged succeeded 2026-01-01",
    "refunds (id, status, amount, charge_id, created_at)": "re_forged succeeded 1998 ch_1 2026-01-01",
    "disputes (id, status, charge_id, created_at)": "du_forged lost ch_1 2026-01-01",
    "subscriptions (id, status, reported_at, created_at)": "sub_forged active 2026-01-01 2026-01-01",
    "invoices (id, status, created_at)": "in_forged paid 2026-01-01",
    "order_transitions (order_id, from_status, to_status, event_id, source)": "1 pending paid evt_forged webhook",
    "stripe_events (id, type, status, livemode, created_at, source, processed_at)": (
        "evt_forged x processed false 2026-01-01 webhook 2026-01-01"
    ),
}


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_nothing_but_an_event_writes_what_events_write(guarded: str, statement: str) -> None:
    before = snapshot(guarded)

    for url in (guarded, as_app(guarded)):
        with psycopg.connect(url) as conn, pytest.raises(psycopg.Error) as refusal:
            conn.execute(FORGED_SETTINGS.encode())
            conn.execute(statement.encode())
        assert isinstance(refusal.value, REFUSALS)

    assert snapshot(guarded) == before


@pytest.mark.parametrize("target", COPIES)
def test_copy_writes_no_more_than_insert(guarded: str, target: str) -> None:
    before = snapshot(guarded)

    for url in (guarded, as_app(guarded)):
        with psycopg.connect(url) as conn, pytest.raises(psycopg.Error) as refusal:
            conn.execute(FORGED_SETTINGS.encode())
            with conn.cursor().copy(f"COPY {target} FROM STDIN (DELIMITER ' ')".encode()) as copy:
                copy.write(COPIES[target] + "\n")
        assert isinstance(refusal.value, REFUSALS)

    assert snapshot(guarded) == before


def test_an_order_is_not_born_paid_whatever_settings_name_its_row(guarded: str) -> None:
    """The very row as text, as somebody can set it who has read an older release."""
    born = (
        "INSERT INTO orders (id, mode, currency, line_items, client, status, created_at, updated_at) "
        "OVERRIDING SYSTEM VALUE VALUES (777, 'payment', 'eur', '[1]', 'me', {}, '2026-01-01', '2026-01-01') "
    )
    with psycopg.connect(guarded, autocommit=True) as db:
        with db.transaction(force_rollback=True):
            row = db.execute((born.format("'pending'") + "RETURNING orders::text").encode()).fetchone()
        assert row
        as_text = row[0].replace("pending", "paid")
        for settings in (
            {"stripe_svc.derived": as_text},
            {"stripe_svc.derived": as_text, "stripe_svc.event_id": "x"},
        ):
            with pytest.raises(psycopg.errors.IntegrityConstraintViolation), db.transaction():
                for name, value in settings.items():
                    db.execute("SELECT set_config(%s, %s, true)", [name, value])
                db.execute(born.format("'paid'").encode())


def test_a_failed_event_cannot_be_declared_processed_in_its_own_name(guarded: str) -> None:
    """It would be a duplicate when Stripe sends it again, and its effect would be lost."""
    with psycopg.connect(guarded) as db, pytest.raises(psycopg.errors.IntegrityConstraintViolation):
        db.execute("SELECT set_config('stripe_svc.event_id', id, true) FROM stripe_events WHERE status = 'failed'")
        db.execute(
            "UPDATE stripe_events SET status = 'processed', processed_at = now(), last_error = NULL, facts = '{}' "
            "WHERE status = 'failed'"
        )


def test_a_temporary_table_does_not_stand_in_for_the_journal(guarded: str) -> None:
    """Neither for the journal nor for the view of incoming events: every name in a function is a full one."""
    for url in (guarded, as_app(guarded)):
        with psycopg.connect(url) as conn, pytest.raises(psycopg.Error) as refusal:
            conn.execute("SET search_path = pg_temp, stripe_svc")
            for table in ("stripe_events", "incoming_events", "checkout_sessions"):
                conn.execute(f"CREATE TEMP TABLE {table} AS SELECT * FROM stripe_svc.{table}".encode())
            conn.execute(FORGED_SETTINGS.encode())
            conn.execute("UPDATE pg_temp.stripe_events SET processed_at = now()")
            conn.execute("UPDATE stripe_svc.checkout_sessions SET payment_status = 'unpaid'")
        assert isinstance(refusal.value, REFUSALS)


@pytest.mark.parametrize(
    "trigger",
    [
        "CREATE FUNCTION pg_temp.pay() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN UPDATE stripe_svc.orders SET status = 'paid'; RETURN new; END $$;"
        "CREATE TRIGGER pays BEFORE INSERT ON own FOR EACH ROW EXECUTE FUNCTION pg_temp.pay()",
        "CREATE FUNCTION pg_temp.pay() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN PERFORM stripe_svc.settle_order(1, 'evt_forged', 'webhook'); RETURN new; END $$;"
        "CREATE TRIGGER pays BEFORE INSERT ON own FOR EACH ROW EXECUTE FUNCTION pg_temp.pay()",
        "CREATE TRIGGER pays BEFORE INSERT ON own FOR EACH ROW EXECUTE FUNCTION stripe_svc.receive_event()",
        "CREATE TRIGGER pays BEFORE INSERT ON stripe_svc.orders EXECUTE FUNCTION stripe_svc.receive_event()",
        "ALTER TABLE stripe_svc.orders DISABLE TRIGGER ALL",
        "DROP TRIGGER orders_verified ON stripe_svc.orders",
        "SET session_replication_role = replica",
    ],
)
def test_the_services_login_gains_nothing_by_triggers(guarded: str, trigger: str) -> None:
    with psycopg.connect(as_app(guarded)) as conn, pytest.raises(psycopg.errors.InsufficientPrivilege):
        conn.execute("CREATE TEMP TABLE own (LIKE stripe_svc.incoming_events)")
        conn.execute(trigger.encode())
        conn.execute("INSERT INTO own (id) VALUES ('evt_forged')")


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO orders (mode, currency, line_items, client) VALUES ('setup', 'eur', '[1]', 'me')",
        "INSERT INTO orders (mode, currency, line_items, client, trial_period_days) "
        "VALUES ('payment', 'eur', '[1]', 'me', 7)",
        "INSERT INTO orders (mode, currency, line_items, client, idempotency_key) "
        "VALUES ('payment', 'eur', '[1]', 'me', 'k')",
        "INSERT INTO orders (mode, currency, line_items, client, request_fingerprint) "
        "VALUES ('payment', 'eur', '[1]', 'me', 'f')",
    ],
)
def test_an_order_that_contradicts_itself_is_refused(guarded: str, statement: str) -> None:
    for url in (guarded, as_app(guarded)):
        with psycopg.connect(url) as conn, pytest.raises(psycopg.errors.CheckViolation, match="this is no order"):
            conn.execute(statement.encode())


# What is allowed.


def test_an_unknown_amount_may_be_filled_in_once(db: psycopg.Connection) -> None:
    order_id = insert_order(db, amount=None)
    db.execute("UPDATE orders SET amount_subtotal = 500 WHERE id = %s", [order_id])

    with pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="terms"):
        db.execute("UPDATE orders SET amount_subtotal = 501 WHERE id = %s", [order_id])


@pytest.mark.parametrize("forgotten", [{"payload"}, {"personal"}, {"payload", "personal"}])
def test_an_old_payload_may_be_forgotten_and_a_person_erased_and_the_event_stays(
    database_url: str, db: psycopg.Connection, forgotten: set[str]
) -> None:
    fill(database_url)
    others = "SELECT id, status, attempts, last_error, object_id, source, processed_at, facts FROM stripe_events"
    before = db.execute(f"{others} ORDER BY id".encode()).fetchall()
    assert db.execute("SELECT FROM stripe_events WHERE payload IS NOT NULL AND personal IS NOT NULL").fetchall()

    forget = ", ".join(f"{column} = NULL" for column in forgotten)
    db.execute(f"UPDATE stripe_events SET {forget} WHERE status <> 'failed'".encode())

    left = db.execute(
        "SELECT count(payload) > 0, count(personal) > 0 FROM stripe_events WHERE status <> 'failed'"
    ).fetchone()
    assert left == ("payload" not in forgotten, "personal" not in forgotten)
    assert db.execute(f"{others} ORDER BY id".encode()).fetchall() == before
    assert verify_books(database_url) == []


# The one way in.


def test_the_services_login_moves_an_order_by_inserting_an_event(
    database_url: str, app_url: str, db: psycopg.Connection
) -> None:
    """A forger who may do that gets exactly what the facts say, and is in the journal with it."""
    order_id = insert_order(db)
    attempt_id = insert_attempt(db, order_id)
    facts = {
        "checkout_sessions": [
            {
                "id": "cs_forged",
                "order_id": order_id,
                "status": "complete",
                "payment_status": "paid",
                "async_payment_failed": False,
                "mode": "payment",
                "currency": "eur",
                "amount_subtotal": 1998,
                "amount_total": 1998,
                "checkout_attempt_id": attempt_id,
                "created_at": "2026-11-25T12:00:00+00:00",
            }
        ]
    }

    assert forge(app_url, facts) == ("processed",)
    assert forge(app_url, facts) == ("duplicate",)

    assert db.execute("SELECT status, amount_paid, access_granted FROM orders").fetchall() == [("paid", 1998, True)]
    assert db.execute("SELECT order_id, to_status, event_id FROM order_transitions").fetchall() == [
        (order_id, "paid", "evt_forged")
    ]
    assert db.execute("SELECT id, status, source, facts FROM stripe_events").fetchall() == [
        ("evt_forged", "processed", "webhook", facts)
    ]
    assert verify_books(database_url) == []


def test_a_forged_event_that_says_less_than_paid_does_not_pay(
    database_url: str, app_url: str, db: psycopg.Connection
) -> None:
    """No event carries a status: it follows from the facts, and a session that we did not create pays nothing."""
    order_id = insert_order(db)
    session = {
        "id": "cs_forged",
        "order_id": order_id,
        "status": "complete",
        "payment_status": "paid",
        "async_payment_failed": False,
        "mode": "payment",
        "currency": "eur",
        "amount_subtotal": 1998,
        "amount_total": 1998,
        "created_at": "2026-11-25T12:00:00+00:00",
    }
    facts = {"checkout_sessions": [session], "orders": [{"id": order_id, "status": "paid", "access_granted": True}]}

    assert forge(app_url, facts) == ("processed",)

    assert db.execute("SELECT status, review_reason, access_granted FROM orders").fetchall() == [
        ("review", "session_mismatch", False)
    ]
    assert verify_books(database_url) == []


@pytest.mark.parametrize("facts", [None, {}, {"orders": [{"id": 1, "status": "paid"}]}])
def test_a_forged_event_without_facts_changes_nothing(
    app_url: str, db: psycopg.Connection, facts: dict[str, Any] | None
) -> None:
    insert_order(db)

    assert forge(app_url, facts) == ("ignored",)

    assert db.execute("SELECT status FROM orders").fetchall() == [("pending",)]
    assert db.execute("SELECT status, facts FROM stripe_events").fetchall() == [("ignored", None)]


def test_what_became_of_an_event_is_not_for_its_sender_to_say(app_url: str, db: psycopg.Connection) -> None:
    with psycopg.connect(app_url) as conn:
        assert conn.execute(
            "INSERT INTO incoming_events (id, type, livemode, created_at, source, outcome, attempts) "
            "VALUES ('evt_forged', 'x', false, now(), 'webhook', 'processed', 7) RETURNING outcome"
        ).fetchone() == ("ignored",)

    assert db.execute("SELECT status, attempts FROM stripe_events").fetchall() == [("ignored", 1)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE incoming_events SET id = 'evt_x', facts = '{}'",
        "DELETE FROM incoming_events",
        "TRUNCATE incoming_events",
        "MERGE INTO incoming_events AS e USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
        "INSERT INTO incoming_events (id, type, livemode, created_at, source) "
        "SELECT id, type, livemode, created_at, source FROM stripe_events "
        "ON CONFLICT (id) DO UPDATE SET facts = '{}'",
    ],
)
def test_incoming_events_can_only_be_inserted(guarded: str, statement: str) -> None:
    """There is never a row in it. The owner's UPDATE is no error and finds none."""
    before = snapshot(guarded)

    with psycopg.connect(guarded) as db, suppress(psycopg.Error):
        assert db.execute(statement.encode()).rowcount == 0
    with psycopg.connect(as_app(guarded)) as conn, pytest.raises(psycopg.Error):
        conn.execute(statement.encode())

    assert snapshot(guarded) == before


def forge(url: str, facts: dict[str, Any] | None) -> Any:
    """What the service sends for an event that it verified, without an event. Returns what becomes of it."""
    with psycopg.connect(url) as conn:
        return conn.execute(
            "INSERT INTO incoming_events (id, type, livemode, created_at, source, payload, facts) "
            "VALUES ('evt_forged', 'x', false, now(), 'webhook', '{}', %s) RETURNING outcome",
            [None if facts is None else json.dumps(facts)],
        ).fetchone()


def snapshot(url: str) -> list[Any]:
    with psycopg.connect(url) as db:
        return [db.execute(f"SELECT * FROM {table} ORDER BY 1".encode()).fetchall() for table in TABLES]
