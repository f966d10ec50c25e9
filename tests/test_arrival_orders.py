"""Any order and any repetition of the same events ends in the same rows."""

import time
from collections.abc import Callable
from typing import Any

import psycopg
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.stripe_events import event, insert_attempt, insert_order, session
from tests.test_settlement import COMPLETED, EXPIRED, FAILED, SUCCEEDED

Deliver = Callable[[dict[str, Any]], str]

UNPAID = {"payment_status": "unpaid"}
FREE = {"payment_status": "no_payment_required", "amount_total": 0}
WRONG_AMOUNT = {"amount_subtotal": 1, "amount_total": 1}
# Metadata can be edited at Stripe between two events; client_reference_id still names the order.
NO_METADATA: dict[str, Any] = {"metadata": {}}
GONE = {"payment_status": "unpaid", "status": "expired"}

# What can happen to one session: its events with what changes in the session, in the order in which they happen.
LIVES: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "paid": [(COMPLETED, {})],
    "paid, then a stray expiry": [(COMPLETED, {}), (EXPIRED, UNPAID)],
    "free": [(COMPLETED, FREE)],
    "expired": [(EXPIRED, GONE)],
    "delayed and paid, its metadata removed": [(COMPLETED, UNPAID), (SUCCEEDED, NO_METADATA)],
    "paid, its metadata restored": [(COMPLETED, NO_METADATA), (SUCCEEDED, {})],
    "its currency unknown at first": [(COMPLETED, UNPAID | {"currency": None}), (SUCCEEDED, {})],
    "delayed": [(COMPLETED, UNPAID)],
    "delayed and paid": [(COMPLETED, UNPAID), (SUCCEEDED, {})],
    "delayed and failed": [(COMPLETED, UNPAID), (FAILED, UNPAID)],
    "delayed, failed and paid after all": [(COMPLETED, UNPAID), (FAILED, UNPAID), (SUCCEEDED, {})],
    "the wrong amount": [(COMPLETED, WRONG_AMOUNT)],
    "the wrong amount, delayed": [(COMPLETED, WRONG_AMOUNT | UNPAID), (SUCCEEDED, WRONG_AMOUNT)],
    "the wrong currency": [(COMPLETED, {"currency": "usd"})],
}


@st.composite
def arrivals(draw: st.DrawFn) -> tuple[list[tuple[str, bool]], list[tuple[int, int]]]:
    """Sessions of one order (a life each, and whether it is ours) and an order in which their events arrive.

    An event is a pair of positions, (session, event of its life); some arrive several times.
    """
    sessions = draw(st.lists(st.tuples(st.sampled_from(sorted(LIVES)), st.booleans()), min_size=1, max_size=3))
    all_events = [(s, e) for s, (life, _) in enumerate(sessions) for e in range(len(LIVES[life]))]
    repeated = draw(st.lists(st.sampled_from(all_events), max_size=4))
    return sessions, draw(st.permutations(all_events + repeated))


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(scenario=arrivals())
def test_every_order_of_arrival_ends_in_the_same_rows(
    db: psycopg.Connection, deliver: Deliver, scenario: tuple[list[tuple[str, bool]], list[tuple[int, int]]]
) -> None:
    sessions, arrival = scenario
    in_order = [(s, e) for s, (life, _) in enumerate(sessions) for e in range(len(LIVES[life]))]

    assert end_state(db, deliver, sessions, arrival) == end_state(db, deliver, sessions, in_order)


def end_state(
    db: psycopg.Connection, deliver: Deliver, sessions: list[tuple[str, bool]], arrival: list[tuple[int, int]]
) -> list[Any]:
    """The rows of a new order after its sessions' events arrived, without what differs by nature (ids, times)."""
    order_id = insert_order(db)
    made = [session(order_id, insert_attempt(db, order_id) if ours else None) for _, ours in sessions]
    began = int(time.time()) - 1000
    events = {
        (s, e): event(type, made[s] | {"created": began + s} | changes)
        for s, (life, _) in enumerate(sessions)
        for e, (type, changes) in enumerate(LIVES[life])
    }
    for position in arrival:
        assert deliver(events[position]) in {"processed", "duplicate"}

    history = db.execute(
        "SELECT from_status, to_status FROM order_transitions WHERE order_id = %s ORDER BY id", [order_id]
    ).fetchall()
    order = db.execute(
        "SELECT status, failure_reason, review_reason, amount_paid, amount_refunded, duplicate_payment, "
        "access_granted, access_until FROM orders WHERE id = %s",
        [order_id],
    ).fetchone()
    # The ways differ; each is a chain that ends where the order is.
    statuses = ["pending", *(to for _, to in history)]
    assert [came_from for came_from, _ in history] == statuses[:-1]
    assert order
    assert order[0] == statuses[-1]
    facts = db.execute(
        "SELECT s.status, payment_status, async_payment_failed, mode, currency, amount_subtotal, amount_total, "
        "checkout_attempt_id IS NULL, payment_intent_id IS NULL, s.created_at - to_timestamp(%s) "
        "FROM checkout_sessions AS s WHERE order_id = %s ORDER BY created_at",
        [began, order_id],
    ).fetchall()
    return [order, facts]
