"""However many orders there are, no statement of the application reads a whole table, not in sql/functions/ either.

Plans are auto_explain's, on tables that are filled, both for known parameters and for any.
"""

import json
import re
from collections.abc import Iterator
from typing import cast

import psycopg
import pytest

from bench.books import FIRST_FILLED, run_file
from stripe_svc import dao
from stripe_svc.database import Connection
from stripe_svc.handlers import facts_of
from stripe_svc.handlers.event import parse_event
from tests.stripe_events import (
    charge,
    columns_of,
    dispute,
    event,
    insert_order,
    new_session,
    payment_intent,
    refund,
    session,
)
from tests.subscription_events import SHAPES, sell
from tests.test_sql_files import FILES, Values, filled, parameters

__all__ = ["filled"]  # a fixture

ORDERS = 20_000
MODES = ["force_custom_plan", "force_generic_plan"]
# It has one row for each migration.
SMALL = {"schema_migrations"}
# Indexes that may be read from an end on: one of few rows, one for pages of all orders, and the worker's queue.
READ_IN_ORDER = {"stripe_events_failed", "orders_pkey", "subscription_refetches_due"}


@pytest.fixture
def plans(db: psycopg.Connection) -> Iterator[list[str]]:
    """Whatever statement runs on `db`, by itself or inside a function: its plan."""
    seen: list[str] = []
    db.add_notice_handler(lambda notice: seen.append(notice.message_primary or ""))
    with db.transaction():
        run_file(db, "fill.sql", first=FIRST_FILLED, orders=ORDERS)
        # No worker has run for a while.
        db.execute(
            "INSERT INTO subscription_refetches (subscription_id) SELECT id FROM subscriptions ON CONFLICT DO NOTHING"
        )
    db.execute("ANALYZE")
    db.execute("LOAD 'auto_explain'")
    for setting, value in {
        "auto_explain.log_min_duration": "0",
        "auto_explain.log_nested_statements": "on",
        "auto_explain.log_level": "info",
        "client_min_messages": "info",
    }.items():
        db.execute("SELECT set_config(%s, %s, false)", [setting, value])
    seen.clear()
    yield seen


def assert_by_index(plans: list[str]) -> None:
    assert plans
    for plan in plans:
        whole = set(re.findall(r"Seq Scan on (?:\w+\.)?(\w+)", plan)) - SMALL
        whole |= set(re.findall(r"using (\w+) on [^\n]*\n(?!\s+Index Cond)", plan)) - READ_IN_ORDER
        assert not whole, plan
    plans.clear()


@pytest.mark.parametrize("mode", MODES)
def test_no_query_reads_a_whole_table(db: psycopg.Connection, filled: Values, plans: list[str], mode: str) -> None:
    db.execute("SELECT set_config('plan_cache_mode', %s, false)", [mode])
    plans.clear()
    for name in FILES:
        values = {key: filled.get(f"{name}.{key}", filled.get(key)) for key in parameters(name)}
        with db.transaction(force_rollback=True):
            db.execute(dao.QUERIES[name].encode(), values, prepare=True)
        assert_by_index(plans)


@pytest.mark.parametrize(
    "asked",
    [
        {"status": "review"},
        {"reference": "A-1"},
        {"status": "pending", "after": str(FIRST_FILLED + ORDERS // 2)},
    ],
)
def test_a_page_of_orders_is_found_by_what_is_asked_for(
    db: psycopg.Connection, filled: Values, plans: list[str], asked: dict[str, str]
) -> None:
    values = filled | {"status": "", "reference": "", "after": ""} | asked
    for _ in range(7):  # from the sixth time on a prepared plan could be one for all
        plans.clear()
        dao.list_orders(
            cast(Connection, db),
            status=values["status"],
            reference=values["reference"],
            after=int(values["after"]) if values["after"] else None,
            limit=20,
            access_grace_days=3,
        )
    column = "reference" if "reference" in asked else "status"
    assert re.search(rf"Index Cond: .*\b{column}\)?(::text)? = ", plans[-1]), plans[-1]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("shape", SHAPES)
def test_no_event_reads_a_whole_table(db: psycopg.Connection, plans: list[str], shape: str, mode: str) -> None:
    db.execute("SELECT set_config('plan_cache_mode', %s, false)", [mode])
    paid = new_session(db)
    sold = sell(db, shape)
    invoice = sold.invoice(reason="subscription_create")
    db.execute(
        "INSERT INTO customers (reference, request, stripe_customer_id) VALUES (%s, '{}', %s)",
        [sold.customer_reference, sold.customer],
    )
    sent_back, disputed = refund(paid, amount=5), dispute(paid)
    told = [
        event("payment_intent.succeeded", payment_intent(paid)),
        event("checkout.session.completed", paid),
        event("checkout.session.async_payment_succeeded", paid),
        # Somebody else's session, which only says that it is about an order of ours.
        event("checkout.session.completed", session(insert_order(db), None, client_reference_id=None)),
        event("charge.refunded", charge(paid, amount_refunded=5)),
        event("refund.created", sent_back),
        event("refund.updated", sent_back),
        event("refund.created", refund(paid, amount=5, payment_intent=None)),
        event("charge.dispute.created", disputed),
        event("charge.dispute.closed", disputed),
        sold.completed(),
        sold.created(),
        sold.updated(at=5),
        sold.updated(at=5, cancel_at=9),  # contradicts the one before
        sold.created(),  # comes again, and late
        *sold.paid_by(invoice, 3),
        sold.paid(invoice, 4),
        event("charge.refunded", charge(sold.payment(invoice), amount_refunded=5)),
        sold.deleted_customer(9),
    ]
    plans.clear()
    seen = []
    for each in [*told, told[-1]]:
        values = columns_of(each) | {"facts": json.dumps(facts_of(parse_event(json.dumps(each))))}
        row = db.execute(
            dao.QUERIES["receive_event"].encode(), values | {"personal": None, "quarantine_reason": None}
        ).fetchone()
        assert row in {("processed",), ("ignored",), ("duplicate",)}
        seen += plans
        assert_by_index(plans)
    for each in [told[1], event("checkout.session.completed", new_session(db))]:
        db.execute(dao.QUERIES["record_event_failure"].encode(), columns_of(each) | {"error": "it's broken"})
        seen += plans
        assert_by_index(plans)
    assert not unseen_statements(db, seen)


def unseen_statements(db: psycopg.Connection, plans: list[str]) -> list[str]:
    """What functions in PL/pgSQL do to tables and no plan was seen of."""
    tables = "|".join(
        name
        for (name,) in db.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'stripe_svc'::regnamespace"
        )
    )
    bodies = db.execute(
        "SELECT prosrc FROM pg_proc JOIN pg_language AS l ON l.oid = prolang WHERE lanname = 'plpgsql'"
    )
    told = [
        re.sub(r"( LOOP| THEN).*", "", statement[table.start() :])
        for (body,) in bodies.fetchall()
        for statement in one_line(body).split(";")
        if (table := re.search(rf"\b(FROM|JOIN|INTO|UPDATE) stripe_svc\.({tables})\b", statement))
    ]
    assert len(told) >= 20
    seen = list(map(one_line, plans))
    return [statement for statement in told if not any(statement in plan for plan in seen)]


def one_line(sql: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"--.*", "", sql))
