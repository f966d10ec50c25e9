"""PaymentIntents and PaymentMethods by API: tried again, authenticated, captured, canceled, updated, saved."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
import stripe

from tests.sandbox.stripe_cards import (
    DECLINED,
    SLOW_ACCOUNT,
    by_account,
    declined,
    in_state,
    new,
    news,
    refused,
)
from tests.sandbox.stripe_process import LocalStripe, refusal, running

BACK = "http://127.0.0.1:9/back?order=42"
WRONG_STATE = "payment_intent_unexpected_state"


@pytest.fixture(scope="module")
def local() -> Iterator[LocalStripe]:
    with running() as one:
        yield one


@pytest.fixture(scope="module")
def v1(local: LocalStripe) -> Any:
    return local.client.v1


# Trying again


def test_a_crowd_with_one_key_is_declined_once_and_told_so_again(local: LocalStripe, v1: Any) -> None:
    intent, barrier = in_state(v1, "requires_payment_method"), threading.Barrier(4)
    local.control("faults", path=f"/v1/payment_intents/{intent}/confirm", fault="delay_ms:200")

    def confirm() -> stripe.StripeError:
        given = {"payment_method": "pm_card_chargeDeclined"}
        return refusal(lambda: v1.payment_intents.confirm(intent, given, {"idempotency_key": "crowd"}))

    def together(_: int) -> stripe.StripeError:
        barrier.wait()
        return confirm()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(together, range(4)))
    again = confirm()
    assert again.headers["Idempotent-Replayed"] == "true"  # type: ignore[index]
    for error in (*answers, again):
        if error.http_status == 409:
            assert error.json_body["error"]["code"] == "idempotency_key_in_use"  # type: ignore[index]
        else:
            assert (error.http_status, error.http_body) == (402, again.http_body)
    assert 402 in {error.http_status for error in answers}
    assert len(v1.charges.list({"payment_intent": intent}).data) == 1


def test_after_a_decline_another_card_pays(v1: Any) -> None:
    first = declined(lambda: new(v1, "pm_card_chargeDeclined"))
    intent = first["payment_intent"]["id"]
    refused(lambda: v1.payment_intents.confirm(intent), WRONG_STATE, "payment_method")
    paid = v1.payment_intents.confirm(intent, {"payment_method": "pm_card_mastercard"})
    assert (paid.status, paid.last_payment_error, paid.amount_received) == ("succeeded", None, 2000)
    assert [each.id for each in v1.charges.list({"payment_intent": intent})] == [paid.latest_charge, first["charge"]]
    assert news(v1, intent)[2:] == ["charge.succeeded", "payment_intent.succeeded"]


# 3-D Secure


@pytest.mark.parametrize("outcome", ["succeeded", "failed"])
def test_the_buyer_answers_on_a_page_and_is_sent_back(local: LocalStripe, v1: Any, outcome: str) -> None:
    asked = new(v1, "pm_card_threeDSecure2Required", return_url=BACK)
    page = asked.next_action.redirect_to_url.url.removeprefix(local.url)
    assert "Complete authentication" in local.page(page)
    for answer in (outcome, "failed"):  # the second one comes too late
        local.press(page, outcome=answer)
    sent = requests.get(local.url + page, timeout=15, allow_redirects=False).headers["Location"]
    assert sent.startswith(BACK)
    assert parse_qs(urlsplit(sent).query) == {
        "order": ["42"],
        "payment_intent": [asked.id],
        "payment_intent_client_secret": [asked.client_secret],
        "redirect_status": [outcome],
    }
    done = v1.payment_intents.retrieve(asked.id)
    assert done.next_action is None
    if outcome == "succeeded":
        assert (done.status, done.last_payment_error) == ("succeeded", None)
        assert news(v1, asked.id)[1:] == ["charge.succeeded", "payment_intent.succeeded"]
    else:
        assert (done.status, done.latest_charge) == ("requires_payment_method", None)
        assert done.last_payment_error.code == "payment_intent_authentication_failure"
        assert news(v1, asked.id)[1:] == ["payment_intent.payment_failed"]


def test_without_a_return_address_the_page_tells_the_outcome(local: LocalStripe, v1: Any) -> None:
    for card, words in (
        ("authenticationRequired", "Thank you."),
        ("threeDSecureRequiredChargeDeclined", "Your card was declined."),
        ("authenticationRequiredChargeDeclinedInsufficientFunds", "Your card has insufficient funds."),
    ):
        page = f"/authenticate/{new(v1, f'pm_card_{card}').id}"
        local.press(page, outcome="succeeded")
        assert words in local.page(page)


@pytest.mark.parametrize("card", ["authenticationRequiredOnSetup", "authenticationRequired"])
def test_what_a_buyer_set_up_is_attached_and_may_pay_without_them(local: LocalStripe, v1: Any, card: str) -> None:
    customer = v1.customers.create({}).id
    first = new(v1, f"pm_card_{card}", customer=customer, setup_future_usage="off_session")
    saved = first.payment_method
    assert v1.payment_methods.retrieve(saved).customer is None
    local.press(f"/authenticate/{first.id}", outcome="succeeded")
    assert v1.payment_methods.retrieve(saved).customer == customer
    assert news(v1, saved) == ["payment_method.attached"]
    if card == "authenticationRequiredOnSetup":
        assert new(v1, saved, customer=customer, off_session=True).status == "succeeded"
        assert new(v1, saved, customer=customer).status == "succeeded"
    else:
        error = declined(lambda: new(v1, saved, customer=customer, off_session=True))
        assert error["code"] == "authentication_required"


# Capture, cancel, update


def test_what_was_set_aside_is_captured_in_part_and_refunded_no_further(v1: Any) -> None:
    held = new(v1, "pm_card_createDispute", capture_method="manual", expand=["latest_charge"])
    charge = held.latest_charge
    assert (held.status, held.amount_capturable, held.amount_received) == ("requires_capture", 2000, 0)
    assert (charge.captured, charge.amount_captured, charge.paid, charge.disputed) == (False, 0, True, False)
    assert news(v1, held.id) == ["charge.succeeded", "payment_intent.amount_capturable_updated"]
    capture, refunds = v1.payment_intents.capture, v1.refunds
    capture(held.id)
    assert v1.charges.retrieve(charge.id).disputed
    held = new(v1, "pm_card_visa", capture_method="manual")
    refused(lambda: capture(held.id, {"amount_to_capture": 2001}), "amount_too_large", "amount_to_capture")
    error: Any = refusal(lambda: v1.payment_intents.confirm(held.id))
    assert error.json_body["error"]["payment_intent"]["status"] == "requires_capture"
    done = capture(held.id, {"amount_to_capture": 700, "metadata": {"by": "Ada"}, "expand": ["latest_charge"]})
    assert (done.status, done.amount, done.amount_capturable, done.amount_received) == ("succeeded", 2000, 0, 700)
    assert (done.latest_charge.captured, done.latest_charge.amount_captured) == (True, 700)
    assert done.metadata.to_dict() == {"by": "Ada"}
    assert news(v1, held.id)[2:] == ["charge.captured", "payment_intent.succeeded"]
    refused(lambda: refunds.create({"payment_intent": held.id, "amount": 701}), None, "amount")
    assert refunds.create({"payment_intent": held.id, "amount": 500}).amount == 500
    assert refunds.create({"payment_intent": held.id}).amount == 200
    refused(lambda: refunds.create({"payment_intent": held.id}), "charge_already_refunded")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"exp_month": 13}, "invalid_expiry_month"),
        ({"exp_year": 2020}, "invalid_expiry_year"),
        ({"exp_year": 95}, "invalid_expiry_year"),
        ({"cvc": "99"}, "invalid_cvc"),
        ({"number": "4242424242424241"}, "incorrect_number"),
    ],
)
def test_what_cannot_be_on_a_card_is_declined(v1: Any, typed: dict[str, Any], code: str) -> None:
    card = {"number": "4242424242424242", "exp_month": 12, "exp_year": 34, "cvc": "123"}
    assert v1.payment_methods.create({"type": "card", "card": card}).card.exp_year == 2034
    error = declined(lambda: v1.payment_methods.create({"type": "card", "card": card | typed}))
    assert error["code"] == code


def test_of_what_was_captured_in_part_that_part_is_disputed(local: LocalStripe, v1: Any) -> None:
    held = new(v1, "pm_card_visa", capture_method="manual")
    v1.payment_intents.capture(held.id, {"amount_to_capture": 700})
    assert local.control(f"payment_intents/{held.id}/dispute").json()["amount"] == 700


def test_all_of_it_is_captured_or_given_up(v1: Any) -> None:
    assert v1.payment_intents.capture(in_state(v1, "requires_capture")).amount_received == 2000
    held = in_state(v1, "requires_capture")
    assert "has not been captured" in refused(lambda: v1.refunds.create({"payment_intent": held}), None)
    given_up = v1.payment_intents.cancel(held, {"expand": ["latest_charge"]})
    charge = given_up.latest_charge
    assert (given_up.amount_capturable, charge.captured) == (0, False)
    assert (charge.refunded, charge.amount_refunded) == (True, 2000)
    refusal(lambda: v1.refunds.create({"payment_intent": given_up.id}))
    assert not v1.refunds.list({"payment_intent": given_up.id}).data
    refused(lambda: new(v1, by_account(v1, SLOW_ACCOUNT), capture_method="manual"), None, "payment_method")


@pytest.mark.parametrize(
    ("status", "takes"),
    [
        ("requires_payment_method", "cancel"),
        ("requires_confirmation", "cancel"),
        ("requires_action", "cancel"),
        ("requires_capture", "cancel capture"),
        ("processing", "cancel"),
        ("succeeded", ""),
        ("canceled", ""),
    ],
)
def test_each_state_takes_what_it_allows_and_nothing_else(v1: Any, status: str, takes: str) -> None:
    intents, intent = v1.payment_intents, in_state(v1, status)
    before = news(v1, intent)
    refusals = {"capture": lambda: intents.capture(intent), "cancel": lambda: intents.cancel(intent)}
    if not status.startswith("requires_") or status == "requires_capture":
        refusals["confirm"] = lambda: intents.confirm(intent, {"payment_method": "pm_card_visa"})
        refusals["update"] = lambda: intents.update(intent, {"amount": 100})
    for name in refusals.keys() - set(takes.split()):
        assert f"status of {status}" in refused(refusals[name], WRONG_STATE)
    remarked = intents.update(intent, {"description": "Tea", "metadata": {"shelf": "3"}})
    assert (remarked.status, remarked.description, remarked.metadata.shelf) == (status, "Tea", "3")
    assert news(v1, intent) == before
    if "cancel" in takes:
        done = intents.cancel(intent, {"cancellation_reason": "abandoned"})
        assert (done.status, done.cancellation_reason, done.next_action) == ("canceled", "abandoned", None)
        let_go = ["charge.refunded"] if status == "requires_capture" else []
        assert done.canceled_at >= done.created
        assert news(v1, intent)[len(before) :] == ["payment_intent.canceled", *let_go]


def test_an_update_changes_what_is_paid_and_by_what(v1: Any) -> None:
    intent = declined(lambda: new(v1, "pm_card_chargeDeclined"))["payment_intent"]["id"]
    update = v1.payment_intents.update
    assert update(intent, {"amount": 1500, "metadata": {"a": "1", "b": "2"}}).last_payment_error is None
    address = {"line1": "Main Street 1"}
    updated = update(
        intent,
        {
            "metadata": {"a": ""},
            "shipping": {"name": "Jenny", "address": address},
            "payment_method": "pm_card_authenticationRequired",
        },
    )
    assert (updated.status, updated.metadata.to_dict()) == ("requires_confirmation", {"b": "2"})
    assert updated.shipping.address.to_dict().keys() > address.keys()
    assert v1.payment_intents.confirm(intent).status == "requires_action"
    updated = update(intent, {"payment_method": "pm_card_visa"})
    assert (updated.status, updated.next_action) == ("requires_confirmation", None)
    assert v1.payment_intents.confirm(intent).amount_received == 1500
    for name, value in (("off_session", True), ("return_url", BACK)):
        refused(lambda name=name, value=value: new(v1, **{name: value}), None, name)


def test_a_charge_has_what_the_payment_had_when_it_was_tried(v1: Any) -> None:
    shipping = {"name": "Jenny", "address": {"line1": "Main Street 1", "country": "DE"}, "carrier": "DHL"}
    told = {"description": "Two kilos of tea", "metadata": {"order": "42"}, "receipt_email": "jenny@example.com"}
    paid = new(v1, "pm_card_visa", expand=["latest_charge"], shipping=shipping, **told)
    v1.payment_intents.update(paid.id, {"description": "Tea", "metadata": {"order": "43"}})
    for charge in (paid.latest_charge, v1.charges.retrieve(paid.latest_charge.id)):
        assert {name: charge.to_dict()[name] for name in told} == told
        assert charge.shipping.to_dict() == paid.shipping.to_dict()
        assert (charge.shipping.carrier, charge.shipping.address.line1) == ("DHL", "Main Street 1")


# PaymentMethods


def test_a_method_belongs_to_one_customer_until_it_is_detached_for_good(v1: Any) -> None:
    methods = v1.payment_methods
    one, other = (v1.customers.create({}).id for _ in range(2))
    card = methods.attach("pm_card_visa", {"customer": one}).id
    v1.customers.update(one, {"invoice_settings": {"default_payment_method": card}})
    for who in (one, other):
        refused(lambda who=who: methods.attach(card, {"customer": who}), None)
    for wrong in ({}, {"customer": other}):
        refused(lambda wrong=wrong: new(v1, card, **wrong), None, "payment_method")
    assert new(v1, card, customer=one).status == new(v1, card, customer=one).status == "succeeded"
    waiting = new(v1, payment_method=card, customer=one).id
    methods.detach(card)
    assert v1.customers.retrieve(one).invoice_settings.default_payment_method is None
    refused(lambda: methods.detach(card), None)
    refused(lambda: methods.attach(card, {"customer": one}), None)
    refused(lambda: v1.payment_intents.confirm(waiting), None, "payment_method")
    assert news(v1, card) == ["payment_method.attached", "payment_method.detached"]


def test_a_method_without_a_customer_pays_once(v1: Any) -> None:
    for more in ({}, {"capture_method": "manual"}):
        method = v1.payment_methods.create({"type": "card", "card": {"token": "tok_visa"}}).id
        new(v1, method, **more)
        assert "may not be used again" in refused(lambda method=method: new(v1, method), None, "payment_method")
    method = new(v1, "pm_card_visa", setup_future_usage="on_session").payment_method
    assert v1.payment_methods.attach(method, {"customer": v1.customers.create({}).id}).customer


def test_a_card_that_is_always_declined_cannot_be_saved(v1: Any) -> None:
    customer = v1.customers.create({}).id
    for name, code, decline_code in DECLINED.values():
        if name == "chargeCustomerFail":
            saved = v1.payment_methods.attach(f"pm_card_{name}", {"customer": customer}).id
            assert declined(lambda saved=saved: new(v1, saved, customer=customer))["code"] == code
        else:
            error = declined(lambda name=name: v1.payment_methods.attach(f"pm_card_{name}", {"customer": customer}))
            assert (error["code"], error["decline_code"]) == (code, decline_code)
    assert [each.id for each in v1.payment_methods.list({"customer": customer})] == [saved]


def test_a_saved_methods_owner_and_expiry_can_be_updated(v1: Any) -> None:
    methods, customer = v1.payment_methods, v1.customers.create({}).id
    card = new(v1, "pm_card_visa", customer=customer, setup_future_usage="off_session").payment_method
    billing = {"name": "Jenny", "address": {"city": "Berlin"}}
    updated = methods.update(card, {"billing_details": billing, "card": {"exp_month": 3, "exp_year": 2041}})
    assert (updated.customer, updated.billing_details.name) == (customer, "Jenny")
    assert (updated.billing_details.address.city, updated.billing_details.email) == ("Berlin", None)
    assert (updated.card.exp_month, updated.card.exp_year, updated.card.last4) == (3, 2041, "4242")
    assert news(v1, card) == ["payment_method.attached", "payment_method.updated"]
    loose = methods.create({"type": "card", "card": {"token": "tok_visa"}}).id
    refused(lambda: methods.update(loose, {"card": {"exp_month": 3}}), None)


# Checkout


def test_the_page_that_the_cli_pays_by_checks_what_it_is_given(local: LocalStripe, v1: Any) -> None:
    session = local.new_session(allowed_payment_method_types=["card"]).id
    page = f"/v1/payment_pages/{session}"

    def confirm(method: str, amount: int = 1250) -> tuple[int, Any]:
        answer = local.raw("POST", f"{page}/confirm", data={"payment_method": method, "expected_amount": amount})
        return answer.status_code, answer.json().get("error", {}).get("code", answer.json().get("status"))

    assert local.raw("GET", page).json()["amount_total"] == 1250
    assert local.raw("GET", "/v1/payment_pages/cs_test_gone").status_code == 404
    assert confirm("pm_card_visa", 1249) == (400, "checkout_amount_mismatch")
    assert confirm(by_account(v1, SLOW_ACCOUNT)) == (400, None)
    assert confirm("pm_card_chargeDeclined") == (402, "card_declined")
    intent = local.sessions.retrieve(session).payment_intent
    for wrong in ("confirm", "update"):
        do = getattr(v1.payment_intents, wrong)
        assert "Checkout Session" in refused(
            lambda do=do: do(intent, {"payment_method": "pm_card_visa"}), WRONG_STATE
        )
    assert confirm("pm_card_visa") == (200, "complete")
    assert confirm("pm_card_visa") == (400, "session_not_open")
    page = f"/v1/payment_pages/{local.sessions.expire(local.new_session().id).id}"
    assert confirm("pm_card_visa") == (400, "session_not_open")


@pytest.mark.parametrize(
    ("version", "old", "new"),
    [(None, 200, 200), ("2026-08-26.dahlia", 200, 400), ("2026-10-28.endive", 400, 200)],
)
def test_method_types_are_called_as_the_api_version_does(
    local: LocalStripe, version: str | None, old: int, new: int
) -> None:
    headers = {"Stripe-Version": version} if version else {}
    for name, status in (("payment_method_types", old), ("allowed_payment_method_types", new)):
        session = {"mode": "payment", "success_url": BACK, f"{name}[0]": "card", "line_items[0][quantity]": 1}
        price = {"currency": "eur", "unit_amount": 500, "product_data][name": "Tea"}
        session |= {f"line_items[0][price_data][{key}]": value for key, value in price.items()}
        intent = {"amount": 500, "currency": "eur", f"{name}[0]": "card"}
        # Stripe's document of the old version has both names for PaymentIntents.
        of_intent = 200 if version and version < "2026-10" else status
        for path, given, expected in (("checkout/sessions", session, status), ("payment_intents", intent, of_intent)):
            answer = local.raw("POST", f"/v1/{path}", data=given, headers=headers)
            assert answer.status_code == expected, answer.text
            if expected == 200:
                assert answer.json()["payment_method_types"] == ["card"]
