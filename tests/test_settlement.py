"""What an order becomes of the facts about it: design of the statuses, one case each."""

import json
import uuid
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from stripe_svc.database import Database
from stripe_svc.errors import EventFailed
from stripe_svc.handlers.event import parse_event
from stripe_svc.services.events import receive_event
from tests.stripe_events import event, insert_attempt, insert_order, new_session, session

Deliver = Callable[[dict[str, Any]], str]

COMPLETED = "checkout.session.completed"
SUCCEEDED = "checkout.session.async_payment_succeeded"
FAILED = "checkout.session.async_payment_failed"
EXPIRED = "checkout.session.expired"


def order_of(db: psycopg.Connection, order_id: int | str) -> dict[str, Any]:
    with db.cursor(row_factory=psycopg.rows.dict_row) as cursor:
        row = cursor.execute("SELECT * FROM orders WHERE id = %s", [int(order_id)]).fetchone()
    assert row
    return row


def history_of(db: psycopg.Connection, order_id: int | str) -> list[tuple[Any, ...]]:
    return db.execute(
        "SELECT from_status, to_status, event_id, source FROM order_transitions WHERE order_id = %s ORDER BY id",
        [int(order_id)],
    ).fetchall()


def journal_of(db: psycopg.Connection, event_id: str) -> tuple[Any, ...] | None:
    return db.execute("SELECT status, attempts, last_error FROM stripe_events WHERE id = %s", [event_id]).fetchone()


def test_a_paid_session_pays_its_order(db: psycopg.Connection, deliver: Deliver) -> None:
    paid = new_session(db)
    delivered = event(COMPLETED, paid)

    assert deliver(delivered) == "processed"

    order = order_of(db, paid["client_reference_id"])
    assert (order["status"], order["amount_paid"], order["access_granted"]) == ("paid", 1998, True)
    assert order["duplicate_payment"] is False
    assert history_of(db, order["id"]) == [("pending", "paid", delivered["id"], "webhook")]
    assert journal_of(db, delivered["id"]) == ("processed", 1, None)


def test_a_session_that_needs_no_payment_pays_its_order(db: psycopg.Connection, deliver: Deliver) -> None:
    free = new_session(db, payment_status="no_payment_required", amount_total=0, payment_intent=None)

    deliver(event(COMPLETED, free))

    order = order_of(db, free["client_reference_id"])
    assert (order["status"], order["amount_paid"], order["access_granted"]) == ("paid", 0, True)


@pytest.mark.parametrize(
    ("type", "status", "reason"), [(SUCCEEDED, "paid", None), (FAILED, "failed", "async_payment_failed")]
)
def test_a_delayed_payment_is_paying_until_its_outcome_is_known(
    db: psycopg.Connection, deliver: Deliver, type: str, status: str, reason: str | None
) -> None:
    waiting = new_session(db, payment_status="unpaid")
    deliver(event(COMPLETED, waiting))
    assert order_of(db, waiting["client_reference_id"])["status"] == "paying"

    deliver(event(type, waiting | {"payment_status": "paid" if status == "paid" else "unpaid"}))

    order = order_of(db, waiting["client_reference_id"])
    assert (order["status"], order["failure_reason"]) == (status, reason)
    assert order["access_granted"] is (status == "paid")


def test_an_expired_session_fails_its_order_and_a_new_one_can_still_pay_it(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    order_id = insert_order(db)
    first = session(order_id, insert_attempt(db, order_id), payment_status="unpaid", status="expired")
    deliver(event(EXPIRED, first))
    assert order_of(db, order_id)["failure_reason"] == "expired"

    second = session(order_id, insert_attempt(db, order_id))
    deliver(event(COMPLETED, second))

    assert order_of(db, order_id)["status"] == "paid"
    assert [(row[0], row[1]) for row in history_of(db, order_id)] == [("pending", "failed"), ("failed", "paid")]


@pytest.mark.parametrize("late", [EXPIRED, FAILED, COMPLETED])
def test_nothing_late_takes_back_a_payment(db: psycopg.Connection, deliver: Deliver, late: str) -> None:
    paid = new_session(db)
    deliver(event(COMPLETED, paid))

    assert deliver(event(late, paid | {"payment_status": "unpaid"})) == "processed"

    order = order_of(db, paid["client_reference_id"])
    assert (order["status"], order["failure_reason"]) == ("paid", None)
    assert len(history_of(db, order["id"])) == 1


def test_a_second_paid_session_is_flagged_and_counted(db: psycopg.Connection, deliver: Deliver) -> None:
    order_id = insert_order(db)
    for _ in range(2):
        deliver(event(COMPLETED, session(order_id, insert_attempt(db, order_id))))

    order = order_of(db, order_id)
    assert (order["status"], order["duplicate_payment"], order["amount_paid"]) == ("paid", True, 3996)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"amount_subtotal": 1, "amount_total": 1}, "amount_mismatch"),
        ({"amount_subtotal": None, "amount_total": None}, "amount_mismatch"),
        ({"currency": "usd"}, "currency_mismatch"),
        ({"currency": None}, "currency_mismatch"),
        ({"mode": "subscription"}, "mode_mismatch"),
    ],
)
def test_money_that_does_not_match_the_order_is_for_a_person_to_review(
    db: psycopg.Connection, deliver: Deliver, changes: dict[str, Any], reason: str
) -> None:
    wrong = new_session(db, **changes)

    assert deliver(event(COMPLETED, wrong)) == "processed"

    order = order_of(db, wrong["client_reference_id"])
    assert (order["status"], order["review_reason"]) == ("review", reason)
    assert (order["access_granted"], order["amount_paid"]) == (False, 0)


@pytest.mark.parametrize("attempt", ["none", "unknown", "of another order"])
def test_a_session_that_we_did_not_create_cannot_pay_an_order(
    db: psycopg.Connection, deliver: Deliver, attempt: str
) -> None:
    order_id, other_id = insert_order(db), insert_order(db)
    attempt_id = {
        "none": None,
        "unknown": "00000000-0000-4000-8000-000000000000",
        "of another order": insert_attempt(db, other_id),
    }[attempt]
    insert_attempt(db, order_id)

    deliver(event(COMPLETED, session(order_id, attempt_id)))

    order = order_of(db, order_id)
    assert (order["status"], order["review_reason"]) == ("review", "session_mismatch")
    assert order_of(db, other_id)["status"] == "pending"


def test_a_foreign_payment_beside_a_good_one_does_not_take_the_order_away(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    good = new_session(db)
    order_id = int(good["client_reference_id"])
    deliver(event(COMPLETED, session(order_id, None, amount_subtotal=1, amount_total=1)))
    deliver(event(COMPLETED, good))

    order = order_of(db, order_id)
    assert (order["status"], order["review_reason"], order["duplicate_payment"]) == ("paid", None, True)
    assert order["amount_paid"] == 1998


@pytest.mark.parametrize(
    ("type", "changes"),
    [
        (EXPIRED, {"payment_status": "unpaid", "status": "expired"}),
        # A buyer can set client_reference_id: a free Payment Link must not block somebody's order.
        (
            COMPLETED,
            {"payment_status": "no_payment_required", "mode": "setup", "currency": None, "amount_total": None},
        ),
    ],
)
def test_a_foreign_session_without_money_moves_nothing(
    db: psycopg.Connection, deliver: Deliver, type: str, changes: dict[str, Any]
) -> None:
    order_id = insert_order(db)

    deliver(event(type, session(order_id, None, **changes)))

    assert order_of(db, order_id)["status"] == "pending"


@pytest.mark.parametrize(
    "changes",
    [
        {"amount_total": 1499, "total_details": {"amount_discount": 499}},
        {"amount_total": 2377, "total_details": {"amount_tax": 379}},
        {"amount_total": 2498, "total_details": {"amount_shipping": 500}},
        {
            "currency": "usd",
            "amount_subtotal": 2150,
            "amount_total": 2150,
            "currency_conversion": {
                "amount_subtotal": 1998,
                "amount_total": 1998,
                "fx_rate": "1.0761",
                "source_currency": "eur",
            },
        },
    ],
    ids=["discount", "tax", "shipping", "adaptive pricing before 2025-03-31"],
)
def test_what_stripe_adds_or_takes_off_is_no_mismatch(
    db: psycopg.Connection, deliver: Deliver, changes: dict[str, Any]
) -> None:
    adjusted = new_session(db, **changes)

    deliver(event(COMPLETED, adjusted))

    assert order_of(db, adjusted["client_reference_id"])["status"] == "paid"


def test_an_order_of_stripes_prices_is_bound_to_what_its_session_says(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    order_id = insert_order(db, amount=None)

    deliver(event(COMPLETED, session(order_id, insert_attempt(db, order_id))))

    assert order_of(db, order_id)["status"] == "paid"


def test_an_event_of_ours_without_its_order_fails_and_is_kept_for_later(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    lost = event(COMPLETED, session(999_999, None))

    for attempt in (1, 2):
        with pytest.raises(EventFailed, match="checkout_sessions_order_exists"):
            deliver(lost)
        status, attempts, error = journal_of(db, lost["id"]) or (None, None, None)
        assert (status, attempts) == ("failed", attempt)
        assert "999999" in error


@pytest.mark.parametrize(
    "changes",
    [
        {"client_reference_id": None, "metadata": {}},
        {"client_reference_id": "{}abc", "metadata": {}},
        {"client_reference_id": " {}", "metadata": {}},
        {"client_reference_id": "0{}", "metadata": {}},
        {"client_reference_id": "999999", "metadata": {}},
        {"client_reference_id": None, "metadata": {"order_id": "999999"}},
        {"client_reference_id": None, "metadata": {"order_id": "99999999999999999999"}},
        {"client_reference_id": None, "metadata": None},
    ],
)
def test_a_session_that_was_never_ours_is_ignored(
    db: psycopg.Connection, deliver: Deliver, changes: dict[str, Any]
) -> None:
    order_id = insert_order(db)
    if changes["client_reference_id"]:
        changes = changes | {"client_reference_id": changes["client_reference_id"].format(order_id)}
    foreign = event(COMPLETED, session(order_id, None) | changes)

    assert deliver(foreign) == "ignored"

    assert journal_of(db, foreign["id"]) == ("ignored", 1, None)
    assert order_of(db, order_id)["status"] == "pending"


def test_a_type_without_a_handler_is_journalled_as_ignored(db: psycopg.Connection, deliver: Deliver) -> None:
    unknown = event("terminal.reader.action_succeeded", {"id": "tmr_1", "object": "terminal.reader"})

    assert deliver(unknown) == "ignored"
    assert deliver(unknown) == "duplicate"

    assert journal_of(db, unknown["id"]) == ("ignored", 1, None)


@pytest.mark.parametrize("changes", [{"livemode": True}, {"account": "acct_1stranger"}])
def test_an_event_of_another_mode_or_account_changes_nothing(
    db: psycopg.Connection, deliver: Deliver, changes: dict[str, Any]
) -> None:
    paid = new_session(db)
    foreign = event(COMPLETED, paid, **changes)

    assert deliver(foreign) == "quarantined"

    assert order_of(db, paid["client_reference_id"])["status"] == "pending"
    status, _, reason = journal_of(db, foreign["id"]) or (None, None, None)
    assert status == "quarantined"
    assert reason


@pytest.mark.parametrize(
    "changes",
    [{"id": None}, {"mode": 7}, {"amount_subtotal": "1998"}, {"amount_total": -1}, {"created": "yesterday"}],
)
def test_an_event_that_its_handler_does_not_understand_is_journalled_as_failed(
    db: psycopg.Connection, deliver: Deliver, changes: dict[str, Any]
) -> None:
    broken = event(COMPLETED, new_session(db, **changes))

    with pytest.raises(EventFailed):
        deliver(broken)

    status, attempts, error = journal_of(db, broken["id"]) or (None, None, None)
    assert (status, attempts) == ("failed", 1)
    assert next(iter(changes)) in error


def test_a_session_that_copied_anothers_metadata_does_not_pay_its_order(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    order_id = insert_order(db)
    attempt_id = insert_attempt(db, order_id)
    db.execute("UPDATE checkout_attempts SET session_id = 'cs_real', url = 'https://x', expires_at = now()")

    deliver(event(COMPLETED, session(order_id, attempt_id)))

    assert order_of(db, order_id)["review_reason"] == "session_mismatch"


def test_a_quarantined_event_takes_effect_when_it_comes_again_under_the_right_key(
    db: psycopg.Connection, database: Database
) -> None:
    live = event(COMPLETED, new_session(db), livemode=True)
    payload = parse_event(json.dumps(live))

    outcomes = [
        receive_event(database, payload, source="webhook", livemode=mode) for mode in (False, False, True, True)
    ]

    assert outcomes == ["quarantined", "duplicate", "processed", "duplicate"]
    assert order_of(db, live["data"]["object"]["client_reference_id"])["status"] == "paid"


def test_a_quarantined_event_that_fails_when_it_comes_again_is_a_failed_one(
    db: psycopg.Connection, database: Database
) -> None:
    live = event(COMPLETED, session(insert_order(db) + 1, str(uuid.uuid4())), livemode=True)
    payload = parse_event(json.dumps(live))
    receive_event(database, payload, source="webhook", livemode=False)

    with pytest.raises(EventFailed):
        receive_event(database, payload, source="webhook", livemode=True)

    assert db.execute("SELECT status, attempts, processed_at FROM stripe_events").fetchall() == [("failed", 2, None)]
    with pytest.raises(psycopg.errors.IntegrityConstraintViolation):
        db.execute("UPDATE stripe_events SET payload = NULL")  # it is still to be read


def test_a_session_cannot_move_to_another_order(db: psycopg.Connection, deliver: Deliver) -> None:
    paid = new_session(db)
    deliver(event(COMPLETED, paid))
    moved = paid | {"metadata": {"order_id": str(insert_order(db))}, "client_reference_id": None}

    with pytest.raises(EventFailed, match="belongs to another order"):
        deliver(event(SUCCEEDED, moved))
