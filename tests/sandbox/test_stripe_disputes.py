"""A buyer goes to their bank: disputes and inquiries, how they begin and how they end."""

from collections.abc import Iterator
from typing import Any

import pytest
import stripe

from tests.sandbox.stripe_process import (
    CARD_DECLINED,
    CARD_DISPUTED,
    CARD_INQUIRY,
    CARD_NOT_RECEIVED,
    PAID,
    LocalStripe,
    Paid,
    refusal,
    running,
)

CREATED, UPDATED, CLOSED = (f"charge.dispute.{what}" for what in ("created", "updated", "closed"))
WITHDRAWN, REINSTATED = (f"charge.dispute.funds_{what}" for what in ("withdrawn", "reinstated"))


@pytest.fixture(scope="module")
def local() -> Iterator[LocalStripe]:
    with running() as one:
        yield one


def dispute_of(local: LocalStripe, paid: Paid) -> stripe.Dispute:
    (dispute,) = local.client.v1.disputes.list({"payment_intent": paid.intent}).data
    return dispute


def news_of(local: LocalStripe, paid: Paid) -> list[str]:
    """The events since the payment, oldest first."""
    return local.event_types(paid.session)[len(PAID) :]


def settled(local: LocalStripe, dispute_id: str, outcome: str) -> Any:
    answer = local.control(f"disputes/{dispute_id}/settle", outcome=outcome)
    assert answer.ok, answer.text
    return answer.json()


@pytest.mark.parametrize(
    ("card", "reason", "status", "events"),
    [
        (CARD_DISPUTED, "fraudulent", "needs_response", [CREATED, WITHDRAWN]),
        (CARD_NOT_RECEIVED, "product_not_received", "needs_response", [CREATED, WITHDRAWN]),
        (CARD_INQUIRY, "fraudulent", "warning_needs_response", [CREATED]),
    ],
)
def test_a_test_card_opens_a_dispute_once_it_is_paid(
    local: LocalStripe, card: str, reason: str, status: str, events: list[str]
) -> None:
    session = local.new_session(1250)
    assert local.submit(session.id, card=card).headers["Location"].startswith("http://127.0.0.1:9/thanks")
    assert local.sessions.retrieve(session.id).payment_status == "paid"
    assert local.event_types(session.id) == PAID + events

    intent = local.sessions.retrieve(session.id, {"expand": ["payment_intent.latest_charge"]}).payment_intent
    (dispute,) = local.client.v1.disputes.list({"payment_intent": intent.id}).data
    assert dispute.id.startswith("du_")
    assert (dispute.status, dispute.reason, dispute.amount, dispute.currency) == (status, reason, 1250, "eur")
    assert (dispute.charge, dispute.payment_intent) == (intent.latest_charge.id, intent.id)
    assert intent.latest_charge.disputed
    is_inquiry = card == CARD_INQUIRY
    assert dispute.is_charge_refundable == is_inquiry
    assert [moved.amount for moved in dispute.balance_transactions] == ([] if is_inquiry else [-1250])
    assert dispute.payment_method_details is not None
    assert dispute.payment_method_details.card is not None
    assert dispute.payment_method_details.card.case_type == ("inquiry" if is_inquiry else "chargeback")


def test_a_dispute_goes_round_trip_through_the_sdk(local: LocalStripe) -> None:
    paid = local.paid()
    made = local.control(f"payment_intents/{paid.intent}/dispute", reason="duplicate", amount=400).json()
    disputes = local.client.v1.disputes
    dispute = disputes.retrieve(made["id"], {"expand": ["charge", "payment_intent"]})
    assert (dispute.reason, dispute.amount) == ("duplicate", 400)
    assert isinstance(dispute.charge, stripe.Charge)
    assert dispute.charge.disputed
    assert isinstance(dispute.payment_intent, stripe.PaymentIntent)
    for where in ({"charge": paid.charge}, {"payment_intent": paid.intent}):
        assert [each.id for each in disputes.list(where)] == [made["id"]]  # type: ignore[arg-type]
    assert disputes.list({"limit": 1}).data[0].id == made["id"]
    assert not disputes.list({"created": {"gt": dispute.created + 60}}).data

    staged = disputes.update(
        made["id"],
        {"metadata": {"case": "7"}, "evidence": {"product_description": "Tea"}, "submit": False},
    )
    assert (staged.status, staged.metadata.to_dict()) == ("needs_response", {"case": "7"})
    assert (staged.evidence.product_description, staged.evidence.uncategorized_text) == ("Tea", None)
    assert (staged.evidence_details.has_evidence, staged.evidence_details.submission_count) == (True, 0)
    sent = disputes.update(made["id"], {"submit": True})
    assert (sent.status, sent.evidence_details.submission_count) == ("under_review", 1)
    assert sent.evidence.product_description == "Tea"
    assert news_of(local, paid) == [CREATED, WITHDRAWN, UPDATED, UPDATED]
    (last,) = local.events_of(paid.session)[-1:]
    assert last.data.previous_attributes["status"] == "needs_response"


@pytest.mark.parametrize(
    ("inquiry", "outcomes", "events"),
    [
        (False, ["won"], [CLOSED, REINSTATED]),
        (False, ["lost"], [CLOSED]),
        (False, ["under_review", "won"], [UPDATED, CLOSED, REINSTATED]),
        (False, ["under_review", "lost", "won"], [UPDATED, CLOSED, UPDATED, REINSTATED]),
        (True, ["warning_closed"], [CLOSED]),
        (True, ["under_review", "warning_closed"], [UPDATED, CLOSED]),
        (True, ["escalated", "lost"], [UPDATED, WITHDRAWN, CLOSED]),
        (True, ["under_review", "escalated", "won"], [UPDATED, UPDATED, WITHDRAWN, CLOSED, REINSTATED]),
    ],
)
def test_each_life_of_a_dispute_emits_its_events_in_order(
    local: LocalStripe, inquiry: bool, outcomes: list[str], events: list[str]
) -> None:
    paid = local.paid(1250)
    dispute_id = local.control(f"payment_intents/{paid.intent}/dispute", inquiry=inquiry).json()["id"]
    for outcome in outcomes:
        dispute = settled(local, dispute_id, outcome)
    assert news_of(local, paid) == ([CREATED] if inquiry else [CREATED, WITHDRAWN]) + events
    assert dispute["status"] == outcomes[-1]
    assert dispute["is_charge_refundable"] == (outcomes[-1] != "lost")
    moved = sum(each["amount"] for each in dispute["balance_transactions"])
    assert moved == (-1250 if outcomes[-1] == "lost" else 0)
    assert local.client.v1.charges.retrieve(paid.charge).disputed


@pytest.mark.parametrize(
    ("inquiry", "outcomes"),
    [
        (False, ["escalated"]),
        (False, ["warning_closed"]),
        (False, ["under_review", "under_review"]),
        (False, ["won", "lost"]),
        (False, ["won", "won"]),
        (False, ["lost", "lost"]),
        (False, ["lost", "under_review"]),
        (True, ["won"]),
        (True, ["lost"]),
        (True, ["warning_closed", "escalated"]),
    ],
)
def test_steps_that_no_bank_takes_are_refused(local: LocalStripe, inquiry: bool, outcomes: list[str]) -> None:
    paid = local.paid()
    dispute_id = local.control(f"payment_intents/{paid.intent}/dispute", inquiry=inquiry).json()["id"]
    *possible, impossible = outcomes
    for outcome in possible:
        settled(local, dispute_id, outcome)
    before = local.event_types(paid.session)
    answer = local.control(f"disputes/{dispute_id}/settle", outcome=impossible)
    error = answer.json()["error"]
    assert (answer.status_code, error["param"]) == (400, "outcome")
    assert f"cannot become {impossible}" in error["message"]
    assert local.event_types(paid.session) == before


@pytest.mark.parametrize(
    ("card", "text", "status", "events"),
    [
        (CARD_DISPUTED, "winning_evidence", "won", [UPDATED, CLOSED, REINSTATED]),
        (CARD_DISPUTED, "losing_evidence", "lost", [UPDATED, CLOSED]),
        (CARD_DISPUTED, "We did send it.", "under_review", [UPDATED]),
        (CARD_DISPUTED, "escalate_inquiry_evidence", "under_review", [UPDATED]),
        (CARD_INQUIRY, "We did send it.", "warning_under_review", [UPDATED]),
        (CARD_INQUIRY, "losing_evidence", "warning_closed", [UPDATED, CLOSED]),
        (CARD_INQUIRY, "escalate_inquiry_evidence", "needs_response", [UPDATED, UPDATED, WITHDRAWN]),
    ],
)
def test_evidence_goes_to_the_bank_and_test_evidence_decides(
    local: LocalStripe, card: str, text: str, status: str, events: list[str]
) -> None:
    paid = local.paid(card=card)
    begun = len(local.event_types(paid.session))
    dispute = local.client.v1.disputes.update(
        dispute_of(local, paid).id, {"evidence": {"uncategorized_text": text}, "submit": True}
    )
    assert (dispute.status, dispute.evidence.uncategorized_text) == (status, text)
    assert local.event_types(paid.session)[begun:] == events


def test_a_dispute_can_be_accepted_and_is_closed_then(local: LocalStripe) -> None:
    disputes = local.client.v1.disputes
    paid = local.paid(card=CARD_DISPUTED)
    closed = disputes.close(dispute_of(local, paid).id, options={"idempotency_key": "accept-1"})
    assert closed.status == "lost"
    assert news_of(local, paid) == [CREATED, WITHDRAWN, CLOSED]
    assert local.events_of(paid.session)[-1].request.idempotency_key == "accept-1"
    for again in (
        lambda: disputes.close(closed.id),
        lambda: disputes.update(closed.id, {"evidence": {"uncategorized_text": "winning_evidence"}}),
    ):
        error = refusal(again)
        assert (error.http_status, error.code) == (400, None)
        assert "This dispute is already closed" in str(error)

    inquiry = local.paid(card=CARD_INQUIRY)
    assert disputes.close(dispute_of(local, inquiry).id).status == "warning_closed"


def test_wrong_parameters_of_disputes_are_named(local: LocalStripe) -> None:
    disputes: Any = local.client.v1.disputes
    dispute_id = dispute_of(local, local.paid(card=CARD_DISPUTED)).id
    for wrong, param in (
        ({"evidence": {"colour": "red"}}, "evidence[colour]"),
        ({"submit": "perhaps"}, "submit"),
        ({"amount": 5}, "amount"),
    ):
        error = refusal(lambda wrong=wrong: disputes.update(dispute_id, wrong))
        assert isinstance(error, stripe.InvalidRequestError)
        assert (error.http_status, error.param) == (400, param)
    for unknown in (
        lambda: disputes.retrieve("du_gone"),
        lambda: disputes.update("du_gone", {}),
        lambda: disputes.close("du_gone"),
    ):
        error = refusal(unknown)
        assert (error.http_status, error.code) == (404, "resource_missing")


def test_only_a_payment_that_succeeded_and_is_not_disputed_can_be_disputed(local: LocalStripe) -> None:
    session = local.new_session()
    local.submit(session.id, card=CARD_DECLINED)
    declined = local.sessions.retrieve(session.id).payment_intent
    assert local.control(f"payment_intents/{declined}/dispute").status_code == 400
    assert local.control("payment_intents/pi_gone/dispute").status_code == 404
    assert local.control("disputes/du_gone/settle", outcome="won").status_code == 404

    paid = local.paid()
    route = f"payment_intents/{paid.intent}/dispute"
    for wrong in ({"amount": 0}, {"reason": ""}, {"colour": "red"}):
        assert local.control(route, **wrong).status_code == 400
    first = local.control(route).json()
    assert local.control(route).status_code == 400
    settled(local, first["id"], "lost")
    assert local.control(route, inquiry=True).json()["status"] == "warning_needs_response"
    assert len(local.client.v1.disputes.list({"charge": paid.charge}).data) == 2


def test_a_bank_debit_can_be_disputed_too(local: LocalStripe) -> None:
    paid = local.paid(method="bank_debit")
    dispute = local.control(f"payment_intents/{paid.intent}/dispute", reason="debit_not_authorized").json()
    assert (dispute["charge"], dispute["status"]) == (paid.charge, "needs_response")
    assert "payment_method_details" not in dispute
