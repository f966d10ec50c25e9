"""What becomes of an order whose money comes twice, goes back, is disputed, or is reported late or out of order."""

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from stripe_svc.errors import EventFailed
from stripe_svc.verify import verify_books
from tests.stripe_events import (
    charge,
    charge_id,
    dispute,
    event,
    insert_attempt,
    insert_order,
    new_session,
    payment_intent,
    refund,
    session,
)
from tests.test_settlement import COMPLETED, EXPIRED, FAILED, SUCCEEDED, history_of, journal_of, order_of

Deliver = Callable[[dict[str, Any]], str]


@pytest.fixture(autouse=True)
def books(database_url: str) -> Any:
    """Whatever a test here does, the books hold afterwards."""
    yield
    assert verify_books(database_url) == []


@pytest.fixture
def paid(db: psycopg.Connection, deliver: Deliver) -> dict[str, Any]:
    """The session of a paid order."""
    paid = new_session(db)
    deliver(event(COMPLETED, paid))
    return paid


def outcome(db: psycopg.Connection, paid: dict[str, Any]) -> tuple[Any, ...]:
    """Status, what was paid, what went back, and whether access is granted."""
    order = order_of(db, paid["client_reference_id"])
    return order["status"], order["amount_paid"], order["amount_refunded"], order["access_granted"]


PAID = ("paid", 1998, 0, True)
REFUNDED = ("refunded", 1998, 1998, False)
DISPUTED = ("disputed", 1998, 0, False)


# --- refunds ---


@pytest.mark.parametrize("type", ["refund.created", "refund.updated", "charge.refund.updated"])
def test_a_full_refund_ends_access(db: psycopg.Connection, deliver: Deliver, paid: dict[str, Any], type: str) -> None:
    assert deliver(event(type, refund(paid))) == "processed"

    assert outcome(db, paid) == REFUNDED


def test_a_partial_refund_stays_paid_until_all_of_it_went_back(
    db: psycopg.Connection, deliver: Deliver, paid: dict[str, Any]
) -> None:
    deliver(event("refund.created", refund(paid, amount=500)))
    assert outcome(db, paid) == ("paid", 1998, 500, True)
    assert len(history_of(db, paid["client_reference_id"])) == 1

    deliver(event("refund.created", refund(paid, amount=1498)))
    assert outcome(db, paid) == REFUNDED


def test_a_refund_counts_once_it_succeeded_and_no_longer_once_it_failed(
    db: psycopg.Connection, deliver: Deliver, paid: dict[str, Any]
) -> None:
    back = refund(paid, status="pending")
    deliver(event("refund.created", back))
    assert outcome(db, paid) == PAID

    deliver(event("refund.updated", back | {"status": "succeeded"}))
    assert outcome(db, paid) == REFUNDED

    deliver(event("refund.failed", back | {"status": "failed"}))
    assert outcome(db, paid) == PAID
    assert [(row[0], row[1]) for row in history_of(db, paid["client_reference_id"])] == [
        ("pending", "paid"),
        ("paid", "refunded"),
        ("refunded", "paid"),
    ]


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (("pending", "succeeded"), REFUNDED),
        (("succeeded", "failed"), PAID),
        (("pending", "succeeded", "failed"), PAID),
        (("requires_action", "pending", "succeeded"), REFUNDED),
        (("requires_action", "canceled"), PAID),
    ],
)
def test_the_reports_of_a_refund_may_come_in_any_order(
    db: psycopg.Connection, deliver: Deliver, statuses: tuple[str, ...], expected: tuple[Any, ...]
) -> None:
    for order in itertools.permutations(statuses):
        paid = new_session(db)
        deliver(event(COMPLETED, paid))
        back = refund(paid)
        for status in order:
            deliver(event("refund.updated", back | {"status": status}))

        assert outcome(db, paid) == expected, order


def test_a_charge_tells_of_refunds_that_no_event_of_their_own_told_of(
    db: psycopg.Connection, deliver: Deliver, paid: dict[str, Any]
) -> None:
    deliver(event("charge.refunded", charge(paid, amount_refunded=500, refunded=False)))
    assert outcome(db, paid) == ("paid", 1998, 500, True)

    deliver(event("charge.refunded", charge(paid)))
    assert outcome(db, paid) == REFUNDED


def test_an_authorisation_that_was_given_up_is_no_payment(db: psycopg.Connection, deliver: Deliver) -> None:
    waiting = new_session(db, payment_status="unpaid")
    deliver(event(COMPLETED, waiting))
    deliver(event("charge.refunded", charge(waiting, amount_captured=0)))

    assert outcome(db, waiting) == ("failed", 0, 0, False)


def test_a_refund_that_the_charge_counts_and_that_failed_did_not_go_back(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    """Two refunds of 999, one of which fails; the charge said 1998 in between."""
    for order in itertools.permutations(range(4)):
        paid = new_session(db)
        deliver(event(COMPLETED, paid))
        good, bad = refund(paid, amount=999), refund(paid, amount=999)
        reports = [
            event("refund.created", good),
            event("refund.created", bad),
            event("charge.refunded", charge(paid)),
            event("refund.failed", bad | {"status": "failed"}),
        ]
        for position in order:
            deliver(reports[position])

        assert outcome(db, paid) == ("paid", 1998, 999, True), order


def test_a_refund_that_is_tried_again_after_it_failed_counts_once(
    db: psycopg.Connection, deliver: Deliver, paid: dict[str, Any]
) -> None:
    first, second = refund(paid), refund(paid)
    for report in (
        event("refund.created", first),
        event("charge.refunded", charge(paid)),
        event("refund.failed", first | {"status": "failed"}),
        event("refund.created", second),
        event("charge.refunded", charge(paid)),
    ):
        deliver(report)

    assert outcome(db, paid) == REFUNDED


def test_a_pending_refund_that_the_charge_counts_did_not_go_back_yet(
    db: psycopg.Connection, deliver: Deliver, paid: dict[str, Any]
) -> None:
    back = refund(paid, status="pending")
    deliver(event("refund.created", back))
    deliver(event("charge.refunded", charge(paid)))
    assert outcome(db, paid) == PAID

    deliver(event("refund.updated", back | {"status": "succeeded"}))
    assert outcome(db, paid) == REFUNDED


# --- disputes ---


@pytest.mark.parametrize(
    "status", ["warning_needs_response", "warning_under_review", "needs_response", "under_review"]
)
def test_an_open_dispute_ends_access(
    db: psycopg.Connection, deliver: Deliver, paid: dict[str, Any], status: str
) -> None:
    deliver(event("charge.dispute.created", dispute(paid, status=status)))

    assert outcome(db, paid) == DISPUTED


@pytest.mark.parametrize(
    ("status", "expected"), [("won", PAID), ("lost", DISPUTED), ("warning_closed", PAID), ("prevented", PAID)]
)
def test_what_a_closed_dispute_means(
    db: psycopg.Connection, deliver: Deliver, paid: dict[str, Any], status: str, expected: tuple[Any, ...]
) -> None:
    opened = dispute(paid)
    deliver(event("charge.dispute.created", opened))
    deliver(event("charge.dispute.closed", opened | {"status": status}))

    assert outcome(db, paid) == expected


def test_the_reports_of_a_dispute_may_come_in_any_order_and_a_win_after_a_loss_is_a_win(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    life = [
        ("charge.dispute.created", "needs_response"),
        ("charge.dispute.funds_withdrawn", "needs_response"),
        ("charge.dispute.closed", "lost"),
        ("charge.dispute.funds_reinstated", "won"),
    ]
    for order in itertools.permutations(life):
        paid = new_session(db)
        opened = dispute(paid)
        for type, status in order:
            deliver(event(type, opened | {"status": status}))
        deliver(event(COMPLETED, paid))

        assert outcome(db, paid) == PAID
        assert db.execute(
            "SELECT funds_withdrawn, funds_reinstated FROM disputes WHERE id = %s", [opened["id"]]
        ).fetchone() == (True, True)


def test_money_that_moves_does_not_say_who_won(
    db: psycopg.Connection, deliver: Deliver, paid: dict[str, Any]
) -> None:
    """After a partial refund a part of a disputed payment comes back, whoever wins."""
    lost = dispute(paid, status="lost")
    deliver(event("charge.dispute.closed", lost))
    deliver(event("charge.dispute.funds_reinstated", lost))

    assert outcome(db, paid) == DISPUTED


def test_a_dispute_that_is_won_leaves_the_order_refunded_if_it_was(
    db: psycopg.Connection, deliver: Deliver, paid: dict[str, Any]
) -> None:
    deliver(event("refund.created", refund(paid)))
    opened = dispute(paid)
    deliver(event("charge.dispute.created", opened))
    assert outcome(db, paid)[0] == "disputed"

    deliver(event("charge.dispute.closed", opened | {"status": "won"}))
    assert outcome(db, paid) == REFUNDED


# --- facts that come before what they belong to ---


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_refund_may_be_known_before_its_payment_and_its_session(
    db: psycopg.Connection, deliver: Deliver, order: tuple[int, ...]
) -> None:
    paid = new_session(db)
    reports = [
        event(COMPLETED, paid),
        event("payment_intent.succeeded", payment_intent(paid)),
        event("refund.created", refund(paid)),
    ]
    for position in order:
        assert deliver(reports[position]) == "processed"

    assert outcome(db, paid) == REFUNDED


OLD_PAYMENTS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    # Before 2022-11-15 a PaymentIntent lists its charges, newest first.
    "charges listed": lambda paid: {
        "latest_charge": None,
        "charges": {"data": [{"id": charge_id(paid), "paid": True}, {"id": "ch_declined", "paid": False}]},
    },
    "latest charge expanded": lambda paid: {"latest_charge": {"id": charge_id(paid), "object": "charge"}},
    "latest charge": lambda paid: {},
}


@pytest.mark.parametrize("shape", OLD_PAYMENTS)
@pytest.mark.parametrize("kind", ["refund", "dispute"])
@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_what_names_only_its_charge_is_linked_through_the_payment(
    db: psycopg.Connection, deliver: Deliver, shape: str, kind: str, order: tuple[int, ...]
) -> None:
    paid = new_session(db)
    intent = payment_intent(paid) | OLD_PAYMENTS[shape](paid)
    about = refund(paid) if kind == "refund" else dispute(paid)
    del about["payment_intent"]
    reports = [
        event(COMPLETED, paid),
        event("payment_intent.succeeded", intent),
        event("charge.refund.updated" if kind == "refund" else "charge.dispute.created", about),
    ]
    for position in order:
        deliver(reports[position])

    assert outcome(db, paid) == (REFUNDED if kind == "refund" else DISPUTED)


SHAPES: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "payment and charge": lambda paid: {},
    "only the payment": lambda paid: {"charge": None},
    "both expanded": lambda paid: {
        "charge": {"id": charge_id(paid), "object": "charge", "payment_intent": paid["payment_intent"]},
        "payment_intent": {"id": paid["payment_intent"], "object": "payment_intent"},
    },
    "only the charge, expanded": lambda paid: {
        "charge": {"id": charge_id(paid), "object": "charge", "payment_intent": paid["payment_intent"]},
        "payment_intent": None,
    },
    "without a status": lambda paid: {"status": None},
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_refund_is_read_in_every_shape(
    db: psycopg.Connection, deliver: Deliver, paid: dict[str, Any], shape: str
) -> None:
    deliver(event("refund.created", refund(paid) | SHAPES[shape](paid), api_version="2019-05-16"))

    assert outcome(db, paid) == REFUNDED


@pytest.mark.parametrize("names", ["both", "neither"])
def test_the_refunds_that_a_charge_lists_are_read(
    db: psycopg.Connection, deliver: Deliver, paid: dict[str, Any], names: str
) -> None:
    listed = refund(paid, amount=500)
    if names == "neither":
        del listed["charge"], listed["payment_intent"]
    old = charge(paid, amount_refunded=500, refunds={"object": "list", "data": [listed], "has_more": False})
    del old["amount_captured"]

    deliver(event("charge.refunded", old, api_version="2019-05-16"))
    assert outcome(db, paid) == ("paid", 1998, 500, True)

    deliver(event("charge.refund.updated", listed | {"charge": charge_id(paid), "status": "failed"}))
    assert outcome(db, paid) == PAID


def test_a_payment_began_when_the_earliest_report_says(db: psycopg.Connection, deliver: Deliver) -> None:
    """Its charge came later, and may be heard of first."""
    for order in itertools.permutations(range(3)):
        paid = new_session(db)
        reports = [
            event("payment_intent.processing", payment_intent(paid, created=1000)),
            event("charge.refunded", charge(paid, created=2000)),
            event("payment_intent.succeeded", payment_intent(paid, created=1000)),
        ]
        for position in order:
            deliver(reports[position])

        assert db.execute(
            "SELECT extract(EPOCH FROM created_at)::int, status, charge_id, amount_refunded "
            "FROM payments WHERE id = %s",
            [paid["payment_intent"]],
        ).fetchone() == (1000, "succeeded", charge_id(paid), 1998)


def test_what_one_report_of_a_refund_knows_another_does_not_take_away(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    """A charge lists its refunds without metadata; old events name the charge only."""
    request_id = "0e5eb2c1-2f34-4b21-9fb1-3a2f5e7f4a11"
    for order in itertools.permutations(range(3)):
        paid = new_session(db)
        made = refund(paid, metadata={"refund_request_id": request_id})
        listed = {"object": "list", "data": [made | {"metadata": {}, "reason": None}]}
        about_charge = made | {"metadata": {}, "payment_intent": None, "status": "pending"}
        reports = [
            event("refund.created", made | {"charge": None}),
            event("charge.refunded", charge(paid, refunds=listed)),
            event("charge.refund.updated", about_charge),
        ]
        for position in order:
            deliver(reports[position])

        assert db.execute(
            "SELECT status, reason, payment_intent_id, charge_id, refund_request_id::text FROM refunds WHERE id = %s",
            [made["id"]],
        ).fetchone() == ("succeeded", "requested_by_customer", paid["payment_intent"], charge_id(paid), request_id)


def test_a_session_of_2019_is_paid_by_its_payment(db: psycopg.Connection, deliver: Deliver) -> None:
    """It says neither its mode nor whether it was paid."""
    old = new_session(db)
    del old["mode"], old["payment_status"], old["status"]
    deliver(event(COMPLETED, old, api_version="2019-05-16"))
    assert outcome(db, old)[0] == "paying"

    deliver(event("payment_intent.succeeded", payment_intent(old)))
    assert outcome(db, old) == PAID


# --- the payment's own events ---


def test_a_failed_attempt_ends_nothing(db: psycopg.Connection, deliver: Deliver) -> None:
    paid = new_session(db)
    declined = payment_intent(paid, status="requires_payment_method", amount_received=0)
    deliver(event("payment_intent.payment_failed", declined))
    assert outcome(db, paid)[0] == "pending"

    deliver(event("payment_intent.succeeded", payment_intent(paid)))
    deliver(event(COMPLETED, paid))
    deliver(event("payment_intent.payment_failed", declined))
    assert outcome(db, paid) == PAID


def test_a_payment_alone_pays_nothing(db: psycopg.Connection, deliver: Deliver) -> None:
    """Whether it is this order's money is said by the session: a payment knows no subtotal."""
    paid = new_session(db)
    assert deliver(event("payment_intent.succeeded", payment_intent(paid))) == "processed"

    assert outcome(db, paid)[0] == "pending"


def test_a_delayed_payment_whose_success_only_the_payment_reports_is_paid(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    waiting = new_session(db, payment_status="unpaid")
    deliver(event("payment_intent.processing", payment_intent(waiting, status="processing", amount_received=0)))
    deliver(event(COMPLETED, waiting))
    assert outcome(db, waiting) == ("paying", 0, 0, False)

    deliver(event("payment_intent.succeeded", payment_intent(waiting)))
    assert outcome(db, waiting) == PAID


def test_a_delayed_payment_that_is_canceled_fails_the_order(db: psycopg.Connection, deliver: Deliver) -> None:
    for order in itertools.permutations(range(2)):
        waiting = new_session(db, payment_status="unpaid")
        canceled = payment_intent(waiting, status="canceled", amount_received=0)
        reports = [event(COMPLETED, waiting), event("payment_intent.canceled", canceled)]
        for position in order:
            deliver(reports[position])

        order_row = order_of(db, waiting["client_reference_id"])
        assert (order_row["status"], order_row["failure_reason"]) == ("failed", "payment_canceled")


@pytest.mark.parametrize("late", [EXPIRED, FAILED, COMPLETED, "payment_intent.canceled", "payment_intent.processing"])
@pytest.mark.parametrize("after", ["paid", "refunded", "disputed"])
def test_nothing_late_takes_back_what_happened(
    db: psycopg.Connection, deliver: Deliver, paid: dict[str, Any], late: str, after: str
) -> None:
    deliver(event("payment_intent.succeeded", payment_intent(paid)))
    if after == "refunded":
        deliver(event("refund.created", refund(paid)))
    if after == "disputed":
        deliver(event("charge.dispute.created", dispute(paid)))
    before = order_of(db, paid["client_reference_id"])

    subject = payment_intent(paid, status="canceled") if "payment_intent" in late else paid
    deliver(event(late, subject | {"payment_status": "unpaid"}))

    assert order_of(db, paid["client_reference_id"]) == before


# --- paid twice ---


@pytest.fixture
def twice(db: psycopg.Connection, deliver: Deliver) -> list[dict[str, Any]]:
    """Two paid sessions of one order."""
    order_id = insert_order(db)
    sessions = [session(order_id, insert_attempt(db, order_id)) for _ in range(2)]
    for paid in sessions:
        deliver(event(COMPLETED, paid))
    return sessions


def test_a_second_payment_is_flagged_and_listed_until_one_went_back(
    db: psycopg.Connection, deliver: Deliver, twice: list[dict[str, Any]]
) -> None:
    order_id = twice[0]["client_reference_id"]
    assert order_of(db, order_id)["duplicate_payment"] is True
    listing = (Path(__file__).parent.parent / "sql" / "ops" / "list_duplicate_payments.sql").read_bytes()
    assert {row[2] for row in db.execute(listing)} == {paid["payment_intent"] for paid in twice}

    deliver(event("refund.created", refund(twice[1])))

    order = order_of(db, order_id)
    assert (order["status"], order["amount_paid"], order["amount_refunded"]) == ("paid", 3996, 1998)
    assert order["duplicate_payment"] is False
    assert db.execute(listing).fetchall() == []


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("what", ["refund", "dispute"])
def test_what_happens_to_one_payment_does_not_take_away_the_other(
    db: psycopg.Connection, deliver: Deliver, twice: list[dict[str, Any]], which: int, what: str
) -> None:
    if what == "refund":
        deliver(event("refund.created", refund(twice[which])))
    else:
        deliver(event("charge.dispute.created", dispute(twice[which])))
    assert order_of(db, twice[0]["client_reference_id"])["access_granted"] is True

    deliver(event("refund.created", refund(twice[1 - which])))
    order = order_of(db, twice[0]["client_reference_id"])
    assert order["status"] == ("refunded" if what == "refund" else "disputed")
    assert order["access_granted"] is False


def test_a_second_payment_that_was_lost_in_a_dispute_is_not_to_be_sent_back_once_more(
    db: psycopg.Connection, deliver: Deliver, twice: list[dict[str, Any]]
) -> None:
    order_id = twice[0]["client_reference_id"]
    opened = dispute(twice[1])
    deliver(event("charge.dispute.created", opened))
    assert order_of(db, order_id)["duplicate_payment"] is True

    deliver(event("charge.dispute.closed", opened | {"status": "lost"}))
    order = order_of(db, order_id)
    assert (order["status"], order["duplicate_payment"], order["access_granted"]) == ("paid", False, True)


# --- money that does not match, and other currencies ---


def test_money_that_does_not_match_and_was_lost_in_a_dispute_keeps_nothing_in_review(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    wrong = new_session(db, amount_subtotal=1)
    deliver(event(COMPLETED, wrong))
    assert order_of(db, wrong["client_reference_id"])["review_reason"] == "amount_mismatch"

    deliver(event("charge.dispute.closed", dispute(wrong, status="lost")))
    assert order_of(db, wrong["client_reference_id"])["status"] == "pending"


def test_a_session_that_does_not_say_its_amount_leaves_review_when_its_payment_went_back(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    """As the first ones of 2019."""
    paid = new_session(db)
    old = {name: value for name, value in paid.items() if not name.startswith("amount_")}
    deliver(event(COMPLETED, old))
    deliver(event("payment_intent.succeeded", payment_intent(paid)))
    assert order_of(db, paid["client_reference_id"])["status"] == "review"

    deliver(event("refund.created", refund(paid)))
    assert order_of(db, paid["client_reference_id"])["status"] == "pending"


def test_money_that_does_not_match_needs_a_person_until_it_went_back(
    db: psycopg.Connection, deliver: Deliver
) -> None:
    order_id = insert_order(db)
    wrong = session(order_id, insert_attempt(db, order_id), amount_subtotal=1, amount_total=1)
    deliver(event(COMPLETED, wrong))
    assert order_of(db, order_id)["review_reason"] == "amount_mismatch"

    deliver(event("refund.created", refund(wrong)))
    order = order_of(db, order_id)
    assert (order["status"], order["review_reason"], order["amount_refunded"]) == ("pending", None, 0)

    deliver(event(COMPLETED, session(order_id, insert_attempt(db, order_id))))
    assert order_of(db, order_id)["status"] == "paid"


@pytest.mark.parametrize(("currency", "amount"), [("jpy", 2800), ("krw", 1), ("kwd", 5120), ("bhd", 10)])
def test_amounts_are_in_the_smallest_unit_whatever_the_currency(
    db: psycopg.Connection, deliver: Deliver, currency: str, amount: int
) -> None:
    order_id = insert_order(db, amount=amount, currency=currency)
    paid = session(
        order_id, insert_attempt(db, order_id), currency=currency, amount_subtotal=amount, amount_total=amount
    )
    deliver(event(COMPLETED, paid))
    assert outcome(db, paid) == ("paid", amount, 0, True)

    deliver(event("refund.created", refund(paid)))
    assert outcome(db, paid) == ("refunded", amount, amount, False)


def test_a_presentment_currency_is_no_mismatch(db: psycopg.Connection, deliver: Deliver) -> None:
    """Since 2025-03-31 the session keeps our currency and tells the buyer's beside it."""
    shown = {"presentment_details": {"presentment_amount": 2150, "presentment_currency": "usd"}}
    paid = new_session(db, **shown)
    deliver(event(COMPLETED, paid))
    deliver(event("payment_intent.succeeded", payment_intent(paid, **shown)))
    deliver(event("refund.created", refund(paid, **shown)))

    assert outcome(db, paid) == REFUNDED


def test_refunds_in_the_buyers_currency_count_in_the_orders(db: psycopg.Connection, deliver: Deliver) -> None:
    """Before 2025-03-31 the payment and its refunds are in the buyer's currency."""
    conversion = {"amount_subtotal": 1998, "amount_total": 1998, "fx_rate": "1.0761", "source_currency": "eur"}
    paid = new_session(db, currency="usd", amount_subtotal=2150, amount_total=2150, currency_conversion=conversion)
    deliver(event(COMPLETED, paid))
    deliver(event("payment_intent.succeeded", payment_intent(paid)))
    deliver(event("refund.created", refund(paid, amount=1075)))
    assert outcome(db, paid) == ("paid", 1998, 999, True)

    deliver(event("refund.created", refund(paid, amount=1075)))
    assert outcome(db, paid) == REFUNDED


@pytest.mark.parametrize("total", [1499, 2498])
def test_a_refund_of_what_was_charged_is_a_full_one(db: psycopg.Connection, deliver: Deliver, total: int) -> None:
    """With a discount, or with tax and shipping, that is not what the lines add up to."""
    paid = new_session(db, amount_total=total)
    deliver(event(COMPLETED, paid))
    deliver(event("refund.created", refund(paid)))

    assert outcome(db, paid) == ("refunded", total, total, False)


def test_a_free_order_has_nothing_that_could_go_back(db: psycopg.Connection, deliver: Deliver) -> None:
    free = new_session(db, payment_status="no_payment_required", amount_total=0, payment_intent=None)
    deliver(event(COMPLETED, free))

    assert outcome(db, free) == ("paid", 0, 0, True)


# --- what is not ours, and what cannot be read ---


@pytest.mark.parametrize(
    ("type", "subject"),
    [
        ("charge.refunded", {"id": "ch_1", "object": "charge", "payment_intent": None, "amount_refunded": 1}),
        ("refund.created", {"id": "re_1", "object": "refund", "amount": 1, "charge": None, "status": "succeeded"}),
        ("charge.dispute.closed", {"object": "dispute", "charge": "ch_1", "status": "won"}),
    ],
)
def test_what_can_belong_to_no_payment_is_ignored(
    db: psycopg.Connection, deliver: Deliver, type: str, subject: dict[str, Any]
) -> None:
    assert deliver(event(type, subject)) == "ignored"


@pytest.mark.parametrize(
    ("type", "changes"),
    [
        ("refund.created", {"amount": None}),
        ("refund.created", {"status": "teleported"}),
        ("refund.created", {"id": ""}),
        ("refund.created", {"charge": 7}),
        ("charge.dispute.created", {"status": None}),
        ("charge.dispute.created", {"status": "unheard_of"}),
        ("charge.dispute.created", {"amount": "1998"}),
        ("payment_intent.succeeded", {"amount_received": -1}),
        ("payment_intent.succeeded", {"id": None}),
        ("charge.refunded", {"amount_refunded": 1.5}),
    ],
)
def test_what_cannot_be_read_fails_and_is_kept(
    db: psycopg.Connection, deliver: Deliver, paid: dict[str, Any], type: str, changes: dict[str, Any]
) -> None:
    builders = {"refund": refund, "charge": charge, "payment_intent": payment_intent}
    subject = dispute(paid) if "dispute" in type else builders[type.split(".", maxsplit=1)[0]](paid)
    broken = event(type, subject | changes)

    with pytest.raises(EventFailed):
        deliver(broken)

    status, _, error = journal_of(db, broken["id"]) or (None, None, None)
    assert status == "failed"
    assert next(iter(changes)) in error
    assert outcome(db, paid) == PAID


def test_a_success_of_a_delayed_payment_after_its_failure_pays(db: psycopg.Connection, deliver: Deliver) -> None:
    waiting = new_session(db, payment_status="unpaid")
    deliver(event(COMPLETED, waiting))
    deliver(event(FAILED, waiting))
    assert outcome(db, waiting)[0] == "failed"

    deliver(event(SUCCEEDED, waiting | {"payment_status": "paid"}))
    assert outcome(db, waiting) == PAID
