"""What becomes of a subscription's order, and who may use it until when, whatever the order of its events."""

import itertools
import json
import random
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest

from stripe_svc import dao
from stripe_svc.database import Database
from stripe_svc.handlers import facts_of
from stripe_svc.handlers.event import parse_event
from stripe_svc.verify import verify_books
from tests.stripe_events import event, new_session
from tests.subscription_cases import CASES, SECOND_PERIOD, Outcome, begun, refunded, renewed
from tests.subscription_events import DAY, MONTH, NEW, SHAPES, Object, Sold, sell
from tests.test_settlement import COMPLETED, order_of

Deliver = Callable[[Object], str]

GRACE_DAYS = 3


@pytest.fixture(autouse=True)
def books(database_url: str) -> Iterator[None]:
    """Whatever a test here does, the books hold afterwards."""
    yield
    assert verify_books(database_url) == []


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("case", CASES)
def test_what_happened_decides_and_not_the_order_in_which_it_is_heard_of(
    db: psycopg.Connection, database: Database, deliver: Deliver, case: str, shape: str
) -> None:
    happened, expected = CASES[case]
    now = int(time.time())
    # Seen before its end, within the grace and long after, with grace and without.
    views = list(itertools.product((2 * DAY, -2 * DAY, -9 * DAY), (0, GRACE_DAYS)))
    rows: list[Any] = []

    for number, arrival in enumerate(arrivals(len(happened(sell(db, shape))))):
        time_left, grace_days = views[number % len(views)]
        sold = sell(db, shape, began=now + time_left - (expected.until or 0))
        events = happened(sold)
        for position in arrival:
            assert deliver(events[position]) in {"processed", "duplicate"}

        check(database, sold, expected, grace_days)
        rows.append(rows_of(db, sold))
    assert rows == rows[:1] * len(rows)


def arrivals(number: int) -> Iterator[tuple[int, ...]]:
    """All orders, of up to five; of more, some, in which some come twice."""
    if number <= 5:
        yield from itertools.permutations(range(number))
        return
    shuffler = random.Random(number)
    for _ in range(60):
        repeated = [*range(number), *shuffler.choices(range(number), k=2)]
        shuffler.shuffle(repeated)
        yield tuple(repeated)


def check(database: Database, sold: Sold, expected: Outcome, grace_days: int = GRACE_DAYS) -> None:
    """The order and the customer's access as the API gives them."""
    with database.autocommit() as conn:
        order = dao.get_order(conn, sold.order_id, access_grace_days=grace_days)
        access = dao.get_customer_access(
            conn, customer_reference=sold.customer_reference, access_grace_days=grace_days
        )
    assert order
    assert (order["status"], order["amount_paid"], order["amount_refunded"], order["duplicate_payment"]) == (
        *(expected.status, expected.amount_paid, expected.amount_refunded),
        False,
    )
    until = None
    if expected.until is not None:
        until = sold.began + expected.until + (grace_days * DAY if expected.has_grace else 0)
    is_granted = until is not None and until > time.time()
    seen = order["access"]["until"]
    assert seen is None if until is None else datetime.fromisoformat(seen).timestamp() == until
    assert order["access"]["granted"] is access["granted"] is is_granted
    assert access["until"] == (datetime.fromtimestamp(until, UTC) if until and is_granted else None)
    assert [grant["order_id"] for grant in access["grants"]] == [sold.order_id] * is_granted


def rows_of(db: psycopg.Connection, sold: Sold) -> list[Any]:
    """The facts, their times since the beginning."""
    return [
        db.execute(
            "SELECT status, extract(epoch FROM reported_at) - %(began)s, is_fetched, is_ambiguous, "
            "extract(epoch FROM current_period_end) - %(began)s, extract(epoch FROM trial_end) - %(began)s, "
            "extract(epoch FROM cancel_at) - %(began)s, extract(epoch FROM ended_at) - %(began)s, pause_behavior, "
            "extract(epoch FROM created_at) - %(began)s, customer_id IS NOT NULL, checkout_attempt_id IS NOT NULL "
            "FROM subscriptions WHERE id = %(id)s",
            {"began": sold.began, "id": sold.id},
        ).fetchall(),
        db.execute(
            "SELECT status, currency, amount_paid, billing_reason, extract(epoch FROM paid_through) - %(began)s, "
            "payment_failed, payment_intent_id IS NULL, extract(epoch FROM created_at) - %(began)s AS made "
            "FROM invoices WHERE subscription_id = %(id)s ORDER BY made, status, billing_reason, paid_through",
            {"began": sold.began, "id": sold.id},
        ).fetchall(),
    ]


# --- two reports of one second ---


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_report_of_two_of_one_second_is_kept_and_marked_until_a_later_one_comes(
    db: psycopg.Connection, deliver: Deliver, shape: str
) -> None:
    def reports(sold: Sold) -> dict[str, Object]:
        undated = sold.subscription()
        del undated["created"]
        ambiguous = sold.updated("past_due", at=9)
        fetched = ambiguous | {"id": f"fetched_{sold.id}", "type": "customer.subscription.fetched"}
        fetched["data"] = {"object": sold.subscription(cancel_at=DAY)}
        return {
            "older": sold.event("customer.subscription.updated", undated, 5),
            "begun": sold.updated("incomplete", at=9),
            "begun otherwise": sold.updated("incomplete", at=9, cancel_at=MONTH),
            "active": sold.updated(at=9),
            "active again": sold.updated(at=9),
            "past due": ambiguous,
            "ending": sold.updated(at=9, cancel_at=MONTH),
            "later": sold.updated("unpaid", at=10),
            "ended": sold.deleted(9),
            "fetched": fetched,
        }

    expected = {
        ("older", "active"): ("active", False, False, None),
        ("begun", "begun otherwise"): ("incomplete", True, False, MONTH),
        ("begun", "active"): ("active", False, False, None),
        ("begun", "begun otherwise", "active"): ("active", False, False, None),
        ("begun", "active", "past due"): ("past_due", True, False, None),
        ("active", "active again"): ("active", False, False, None),
        ("active", "past due"): ("past_due", True, False, None),
        ("older", "active", "active again", "past due"): ("past_due", True, False, None),
        ("active", "past due", "ending"): ("past_due", True, False, None),
        ("active", "past due", "later"): ("unpaid", False, False, None),
        ("active", "past due", "ended"): ("canceled", False, False, None),
        ("active", "past due", "fetched", "older"): ("active", False, True, DAY),
        ("active", "past due", "fetched", "later"): ("unpaid", False, False, None),
        ("active", "fetched", "ended"): ("canceled", False, False, None),
    }
    for names, outcome in expected.items():
        for arrival in itertools.permutations(names):
            sold = sell(db, shape)
            made = reports(sold)
            for name in arrival:
                assert deliver(made[name]) == "processed"

            row = db.execute(
                "SELECT status, is_ambiguous, is_fetched, (extract(epoch FROM cancel_at) - %s)::int, "
                "extract(epoch FROM created_at)::int FROM subscriptions WHERE id = %s",
                [sold.began, sold.id],
            ).fetchone()
            assert row == (*outcome, sold.began), arrival


def test_a_period_that_ends_later_is_the_later_of_two_reports_of_one_second(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    """What was in doubt was then given to the customer; Stripe is asked anyway."""
    for swapped in (False, True):
        sold = sell(db)
        reports = [sold.updated(at=9), sold.updated(at=9, period=SECOND_PERIOD)]
        for each in reversed(reports) if swapped else reports:
            deliver(each)

        assert rows_of(db, sold)[0][0][3:5] == (True, 2 * MONTH)


# --- paid twice, and several orders ---


def test_two_paid_sessions_are_a_duplicate_until_one_went_back_and_renewals_are_none(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    one = sell(db)
    other = sell(db, order_id=one.order_id, customer_reference=one.customer_reference)
    for each in renewed(one):
        deliver(each)
    assert order_of(db, one.order_id)["duplicate_payment"] is False

    first = other.invoice(reason="subscription_create")
    for each in (other.completed(), other.created(), *other.paid_by(first, 3)):
        deliver(each)
    order = order_of(db, one.order_id)
    assert (order["duplicate_payment"], order["amount_paid"]) == (True, 3 * 1998)

    deliver(refunded(other.payment(first)))
    assert order_of(db, one.order_id)["duplicate_payment"] is False


@pytest.mark.parametrize("shape", SHAPES)
def test_a_subscription_whose_money_all_went_back_gives_nothing_beside_another_one(
    db: psycopg.Connection, database: Database, deliver: Deliver, shape: str
) -> None:
    """It is still active at Stripe; whether its invoice is known to be paid makes no difference."""
    for money_comes_first in (True, False):
        one = sell(db, shape, began=int(time.time()) - DAY)
        other = sell(db, shape, began=one.began, order_id=one.order_id, customer_reference=one.customer_reference)
        first = other.invoice((0, 2 * MONTH), reason="subscription_create")
        known = other.paid_by(first, 3) if shape == NEW else [other.event("invoice.finalized", first, 3)]
        events = [other.completed(), other.created(period=(0, 2 * MONTH)), *known]
        events += [refunded(other.payment(first)), *begun(one), one.deleted(2 * DAY)]
        for each in events if money_comes_first else reversed(events):
            deliver(each)

        check(database, one, Outcome(2 * DAY, has_grace=False, amount_paid=3996, amount_refunded=1998))


def test_a_customer_may_use_all_that_they_bought_the_longest_first(
    db: psycopg.Connection, database: Database, deliver: Deliver
) -> None:
    subscribed = sell(db, began=int(time.time()) - DAY)
    ended = sell(db, began=int(time.time()) - 90 * DAY, customer_reference=subscribed.customer_reference)
    bought = new_session(db)
    with db.transaction():
        db.execute("SET LOCAL session_replication_role = replica")
        db.execute(
            "UPDATE orders SET customer_reference = %s WHERE id = %s",
            [subscribed.customer_reference, int(bought["client_reference_id"])],
        )
    for each in (*begun(subscribed), *begun(ended), event(COMPLETED, bought)):
        deliver(each)

    with database.autocommit() as conn:
        access = dao.get_customer_access(
            conn, customer_reference=subscribed.customer_reference, access_grace_days=GRACE_DAYS
        )
        nobody = dao.get_customer_access(conn, customer_reference="nobody", access_grace_days=GRACE_DAYS)

    assert (access["granted"], access["until"]) == (True, None)
    assert [(grant["order_id"], grant["mode"]) for grant in access["grants"]] == [
        (int(bought["client_reference_id"]), "payment"),
        (subscribed.order_id, "subscription"),
    ]
    assert [each["id"] for each in access["subscriptions"]] == [subscribed.id, ended.id]
    assert (nobody["granted"], nobody["until"], nobody["grants"], nobody["subscriptions"]) == (False, None, [], [])


# --- customers, and what cannot be read ---


def test_a_deleted_customer_of_ours_is_noted_and_another_ones_is_ignored(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    sold = sell(db)
    assert deliver(sold.deleted_customer(9)) == "ignored"
    db.execute(
        "INSERT INTO customers (reference, request, stripe_customer_id) VALUES (%s, '{}', %s)",
        [sold.customer_reference, sold.customer],
    )

    for at in (20, 10, 30):
        assert deliver(sold.deleted_customer(at)) == "processed"

    assert db.execute("SELECT extract(epoch FROM deleted_at)::int FROM customers").fetchone() == (sold.began + 10,)


@pytest.mark.parametrize("shape", SHAPES)
def test_of_items_with_different_periods_the_first_to_end_counts(shape: str) -> None:
    sold = Sold(shape, 1000, 1, "", "user-7")
    made = sold.subscription(period=(0, 7))
    short, long = made["items"]["data"][0], made["items"]["data"][0] | {"current_period_end": 9000}
    made["items"]["data"] = [long, short, {"id": "si_metered"}]

    facts = facts_of(parse_event(json.dumps(sold.event("customer.subscription.updated", made, 1))))

    assert facts
    assert (facts["subscriptions"][0]["current_period_start"], facts["subscriptions"][0]["current_period_end"]) == (
        *("1970-01-01T00:16:40+00:00", "1970-01-01T00:16:47+00:00"),
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_credited_or_of_no_subscription_pays_for_no_period(shape: str) -> None:
    sold = Sold(shape, 1000, 1, "", "user-7")
    made = sold.invoice(lines=[(-5, (0, 900)), (5, (0, 50)), (5, (0, 800))])
    stray = made["lines"]["data"][2]
    for name in ("parent", "subscription", "type"):
        stray.pop(name, None)

    facts = facts_of(parse_event(json.dumps(sold.paid(made, 1))))

    assert facts
    assert facts["invoices"][0]["paid_through"] == "1970-01-01T00:17:30+00:00"


def test_an_invoice_that_was_not_paid_by_a_payment_intent_is_ignored(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    sold = sell(db)
    by_charge = sold.invoice_payment(sold.invoice(), payment={"charge": "ch_1", "type": "charge"})

    assert deliver(sold.event("invoice_payment.paid", by_charge, 1)) == "ignored"
    assert deliver(sold.event("invoice_payment.paid", sold.invoice_payment(sold.invoice()), 1)) == "processed"
    assert sold.shape == NEW
