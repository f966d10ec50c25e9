"""What every test card and every test account leads to, by API and on the payment page."""

from collections.abc import Iterator
from typing import Any

import pytest

from sandbox.stripe.banks import TEST_ACCOUNTS
from sandbox.stripe.cards import TEST_CARDS
from tests.sandbox.stripe_cards import (
    ACCOUNTS,
    ASKING,
    DECLINED,
    EXPIRY,
    PAYING,
    SLOW_ACCOUNT,
    by_account,
    declined,
    every_way,
    in_state,
    new,
    news,
    refused,
)
from tests.sandbox.stripe_process import LocalStripe, running


@pytest.fixture(scope="module")
def local() -> Iterator[LocalStripe]:
    with running() as one:
        yield one


@pytest.fixture(scope="module")
def v1(local: LocalStripe) -> Any:
    return local.client.v1


# Cards


def test_no_test_card_and_no_test_account_is_left_out() -> None:
    assert {number.replace(" ", "") for number in (*PAYING, *DECLINED, *ASKING)} == TEST_CARDS.keys()
    assert ACCOUNTS.keys() == TEST_ACCOUNTS.keys()


@pytest.mark.parametrize("number", PAYING)
def test_a_card_pays_by_its_number_its_token_and_its_name(v1: Any, number: str) -> None:
    names, *kind = PAYING[number]
    for method in every_way(v1, number, *names.split()):
        intent = new(v1, method, expand=["latest_charge", "payment_method"])
        charge = intent.latest_charge
        assert (intent.status, intent.amount_received, intent.last_payment_error) == ("succeeded", 2000, None)
        assert (charge.status, charge.paid, charge.captured) == ("succeeded", True, True)
        for card in (charge.payment_method_details.card, intent.payment_method.card):
            assert [card.brand, card.funding, card.country, card.last4] == [*kind, number.replace(" ", "")[-4:]]


@pytest.mark.parametrize("number", DECLINED)
def test_a_card_is_declined_and_what_was_tried_stays(v1: Any, number: str) -> None:
    name, code, decline_code = DECLINED[number]
    for method in every_way(v1, number, name, f"visa_{name}"):
        error = declined(lambda method=method: new(v1, method))
        intent = error["payment_intent"]
        for one in (error, intent["last_payment_error"]):
            assert (one["code"], one["decline_code"], one["message"]) == (code, decline_code, error["message"])
            assert one["charge"] == intent["latest_charge"]
            assert one["payment_method"]["card"]["last4"] == number[-4:]
        kept = v1.payment_intents.retrieve(intent["id"], {"expand": ["latest_charge"]})
        charge = kept.latest_charge
        assert (kept.status, kept.payment_method, kept.amount_received) == ("requires_payment_method", None, 0)
        assert (charge.id, charge.status, charge.paid, charge.captured) == (error["charge"], "failed", False, False)
        assert (charge.failure_code, charge.failure_message) == (code, error["message"])
        assert (charge.outcome.type, charge.outcome.reason) == ("issuer_declined", decline_code)
        assert news(v1, kept.id) == ["charge.failed", "payment_intent.payment_failed"]


@pytest.mark.parametrize("number", ASKING)
def test_a_card_asks_its_owner_and_without_them_cannot(v1: Any, number: str) -> None:
    name, country, alone = ASKING[number]
    for method in every_way(v1, number, name):
        asked = new(v1, method, expand=["payment_method"])
        assert (asked.status, asked.latest_charge, asked.payment_method.card.country) == (
            "requires_action",
            None,
            country,
        )
        assert news(v1, asked.id) == ["payment_intent.requires_action"]
        if alone is None:
            assert new(v1, method, off_session=True).status == "succeeded"
            continue
        error = declined(lambda method=method: new(v1, method, off_session=True))
        code = "authentication_required" if alone == "authentication_required" else "card_declined"
        assert (error["code"], error["decline_code"]) == (code, alone)
        assert (error["payment_intent"]["status"], error["payment_method"]["card"]["last4"]) == (
            "requires_payment_method",
            number[-4:],
        )


def test_cards_that_stripe_does_not_have_are_refused(v1: Any) -> None:
    def card(**how: Any) -> Any:
        return lambda: v1.payment_methods.create({"type": "card", "card": how})

    error = declined(card(number="4242424242424241", **EXPIRY))
    assert (error["code"], error["param"]) == ("incorrect_number", "number")
    refused(card(number="4111111111111111", **EXPIRY), None, "card[number]")
    refused(card(token="tok_gone"), "resource_missing", "card[token]")
    assert "does not cover pm_card_gone" in refused(lambda: new(v1, "pm_card_gone"), None, "payment_method")


@pytest.mark.parametrize("number", [*PAYING, *DECLINED, *ASKING])
def test_the_payment_page_takes_every_card(local: LocalStripe, number: str) -> None:
    session = local.new_session()
    where = local.submit(session.id, card=number).headers["Location"].removeprefix("http://127.0.0.1:9")
    paid = local.sessions.retrieve(session.id, {"expand": ["payment_intent.latest_charge"]})
    if number in ASKING:
        assert (where, paid.payment_intent.status) == (f"/c/pay/{session.id}/authenticate", "requires_action")
    elif number in DECLINED:
        assert (where, paid.status) == (f"/c/pay/{session.id}", "open")
        assert paid.payment_intent.last_payment_error.code == DECLINED[number][1]
    else:
        assert (where, paid.payment_status) == (f"/thanks?session_id={session.id}", "paid")
        assert paid.payment_intent.latest_charge.payment_method_details.card.brand == PAYING[number][1]


# Debits, and what comes after a payment


@pytest.mark.parametrize("number", ACCOUNTS)
def test_a_debit_is_processing_and_then_settles_by_itself(local: LocalStripe, v1: Any, number: str) -> None:
    outcome, *how = ACCOUNTS[number].split()
    method = by_account(v1, number)
    debit = new(v1, method, currency="usd" if number.isdigit() else "eur", expand=["latest_charge"])
    assert (debit.status, debit.latest_charge.status, debit.latest_charge.paid) == ("processing", "pending", False)
    details = debit.latest_charge.payment_method_details.to_dict()
    told = {"routing_number": "110000000"} if number.isdigit() else {"country": number[:2]}
    assert details[details["type"]].items() >= ({"last4": number[-4:]} | told).items()

    local.control("clock", advance_seconds=0)
    assert (v1.payment_intents.retrieve(debit.id).status == "processing") == (how == ["slow"])
    local.control("clock", advance_seconds=200 if how == ["slow"] else 0)
    settled = v1.payment_intents.retrieve(debit.id, {"expand": ["latest_charge"]})
    charge = settled.latest_charge
    assert (charge.status, charge.paid) == (outcome, outcome == "succeeded")
    later = news(v1, debit.id)[2:]
    if outcome == "succeeded":
        assert (settled.status, settled.amount_received) == ("succeeded", 2000)
        dispute = ["charge.dispute.created", "charge.dispute.funds_withdrawn"] if how == ["disputed"] else []
        assert later == ["charge.succeeded", "payment_intent.succeeded", *dispute]
    else:
        error = settled.last_payment_error
        assert (settled.status, settled.payment_method) == ("requires_payment_method", None)
        assert (error.payment_method.id, error.charge) == (method, charge.id)
        assert later == ["charge.failed", "payment_intent.payment_failed"]


def test_other_accounts_are_refused_and_a_canceled_debit_never_settles(local: LocalStripe, v1: Any) -> None:
    for number, param in (("DE89370400440532013009", "sepa_debit"), ("000123456780", "us_bank_account")):
        assert "test accounts" in refused(lambda number=number: by_account(v1, number), None, param)
    refused(lambda: new(v1, by_account(v1, SLOW_ACCOUNT), currency="usd"), None, "payment_method")
    debit = v1.payment_intents.cancel(in_state(v1, "processing")).id
    local.control("clock", advance_seconds=200)
    kept = v1.payment_intents.retrieve(debit, {"expand": ["latest_charge"]})
    assert (kept.status, kept.latest_charge.status, kept.amount_received) == ("canceled", "failed", 0)


def test_some_cards_are_disputed_as_soon_as_they_have_paid(v1: Any) -> None:
    for card, reason, status in (
        ("createDispute", "fraudulent", "needs_response"),
        ("createDisputeProductNotReceived", "product_not_received", "needs_response"),
        ("createDisputeInquiry", "fraudulent", "warning_needs_response"),
    ):
        paid = new(v1, f"pm_card_{card}")
        (dispute,) = v1.disputes.list({"payment_intent": paid.id}).data
        assert (dispute.reason, dispute.status, dispute.amount) == (reason, status, 2000)
        assert v1.charges.retrieve(paid.latest_charge).disputed


def test_some_refunds_are_pending_and_some_fail(local: LocalStripe, v1: Any) -> None:
    for card, first, then in (("pendingRefund", "pending", "succeeded"), ("refundFail", "succeeded", "failed")):
        paid = new(v1, f"pm_card_{card}")
        refund = v1.refunds.create({"payment_intent": paid.id})
        assert refund.status == first
        assert local.control(f"refunds/{refund.id}/settle", outcome=then).ok
        assert v1.refunds.retrieve(refund.id).status == then
        assert v1.charges.retrieve(paid.latest_charge).amount_refunded == (2000 if then == "succeeded" else 0)
