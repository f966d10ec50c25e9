"""Any order and any repetition of the same events ends in the same rows."""

import time
from collections.abc import Callable
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stripe_svc.handlers.subscriptions import FETCHED
from tests.stripe_events import charge, dispute, event, insert_attempt, insert_order, payment_intent, refund, session
from tests.subscription_events import DAY, MONTH, SHAPES, Sold, sell
from tests.test_settlement import COMPLETED, EXPIRED, FAILED, SUCCEEDED
from tests.test_subscription_outcomes import rows_of

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


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data(), shape=st.sampled_from(SHAPES))
def test_every_order_of_arrival_of_a_subscriptions_events_ends_in_the_same_rows(
    db: psycopg.Connection, deliver: Deliver, data: st.DataObject, shape: str
) -> None:
    """Any of all that can happen to it, contradictions of one second included."""
    number = len(life_of(sell(db, shape)))
    heard_of = data.draw(st.lists(st.integers(0, number - 1), min_size=1, max_size=9, unique=True))
    repeated = data.draw(st.lists(st.sampled_from(heard_of), max_size=3))
    arrival = data.draw(st.permutations(heard_of + repeated))

    ends = []
    for positions in (sorted(heard_of), arrival):
        sold = sell(db, shape)
        events = life_of(sold)
        for position in positions:
            assert deliver(events[position]) in {"processed", "duplicate"}
        ends.append([order_state(db, sold), rows_of(db, sold)])

    assert ends[0] == ends[1]


@pytest.mark.parametrize("ids", [("cs_a", "cs_b"), ("cs_b", "cs_a")])
def test_the_oldest_session_that_does_not_match_says_why(
    db: psycopg.Connection, deliver: Deliver, ids: tuple[str, str]
) -> None:
    """Not the one that a plan happens to come to first."""
    order_id = insert_order(db)
    mismatches: list[dict[str, Any]] = [{"currency": "usd"}, WRONG_AMOUNT]
    for number, changes in enumerate(mismatches):
        made = session(order_id, insert_attempt(db, order_id), id=ids[number], created=1_700_000_000 + number)
        deliver(event(COMPLETED, made | changes))

    reason = db.execute("SELECT review_reason FROM orders WHERE id = %s", [order_id]).fetchone()
    assert reason == ("currency_mismatch",)


@pytest.mark.parametrize("ids", [("cs_a", "cs_b"), ("cs_b", "cs_a")])
def test_the_newest_session_that_failed_says_why(
    db: psycopg.Connection, deliver: Deliver, ids: tuple[str, str]
) -> None:
    order_id = insert_order(db)
    for number, (type, changes) in enumerate([(FAILED, UNPAID), (EXPIRED, GONE)]):
        made = session(order_id, insert_attempt(db, order_id), id=ids[number], created=1_700_000_000 + number)
        deliver(event(type, made | changes))

    reason = db.execute("SELECT failure_reason FROM orders WHERE id = %s", [order_id]).fetchone()
    assert reason == ("expired",)


def life_of(sold: Sold) -> list[dict[str, Any]]:
    """More than can happen to one subscription: two periods, changes, money that went back, several ends."""
    second_period = (MONTH, 2 * MONTH)
    first, second = sold.invoice(reason="subscription_create"), sold.invoice(second_period)
    money = [sold.payment(first), sold.payment(second)]
    change = sold.invoice(lines=[(-500, (DAY, MONTH)), (900, (DAY, 40 * DAY))], reason="subscription_update")
    undated = sold.subscription("trialing", trial_end=DAY)
    del undated["created"]
    fetched = sold.subscription("past_due", period=second_period, cancel_at=50 * DAY)
    return [
        sold.completed(),
        sold.created("incomplete"),
        sold.event("customer.subscription.updated", undated, 1),
        sold.updated(at=2),
        *sold.paid_by(first, 3),
        sold.updated(at=2, cancel_at=MONTH),
        sold.updated(at=DAY, period=(0, 40 * DAY)),
        sold.paid(change, DAY),
        sold.event("invoice.created", second, MONTH),
        sold.event("invoice.payment_failed", second | {"amount_paid": 0}, MONTH),
        sold.updated("past_due", at=MONTH, period=second_period),
        sold.updated(at=MONTH, period=second_period),
        sold.event(FETCHED, fetched, MONTH) | {"id": f"fetched_{sold.id}_{sold.began + MONTH}"},
        sold.event("invoice.voided", second | {"amount_paid": 0}, MONTH + 1),
        *sold.paid_by(second, MONTH + 2),
        sold.updated(at=MONTH + 3, period=second_period, pause_collection={"behavior": "void"}),
        sold.event("invoice.marked_uncollectible", second | {"amount_paid": 0}, MONTH + 4),
        sold.deleted(45 * DAY, period=second_period),
        sold.deleted(45 * DAY, period=second_period, ended_at=44 * DAY),
        sold.updated(at=46 * DAY, period=second_period),
        *(event("payment_intent.succeeded", payment_intent(each)) for each in money),
        *(event("refund.created", refund(each, payment_intent=None)) for each in money),
        event("charge.refunded", charge(money[1])),
        event("charge.dispute.created", dispute(money[0])),
    ]


def order_state(db: psycopg.Connection, sold: Sold) -> Any:
    return db.execute(
        "SELECT status, failure_reason, review_reason, amount_paid, amount_refunded, duplicate_payment, "
        "access_granted, extract(epoch FROM access_until) - %s, access_has_grace FROM orders WHERE id = %s",
        [sold.began, sold.order_id],
    ).fetchone()


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
