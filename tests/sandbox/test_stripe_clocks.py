"""Test clocks: customers with a time of their own."""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.sandbox.stripe_cards import SLOW_ACCOUNT, by_account, new
from tests.sandbox.stripe_process import CARD_ASKING, CARD_DECLINED, CARD_GOOD, LocalStripe, refusal, running

DAY = 24 * 3600
START = 1_700_000_000  # in 2023: a test clock may begin in the past
FAILING = "pm_card_chargeCustomerFail"


@pytest.fixture(scope="module")
def local() -> Iterator[LocalStripe]:
    with running() as one:
        yield one


@pytest.fixture
def v1(local: LocalStripe) -> Any:
    return local.client.v1


@pytest.fixture
def test_clock(v1: Any) -> Any:
    return v1.test_helpers.test_clocks.create({"frozen_time": START, "name": "Tea"})


def subscribed(v1: Any, test_clock: Any, **more: Any) -> Any:
    card = {"payment_method": "pm_card_visa", "invoice_settings": {"default_payment_method": "pm_card_visa"}}
    customer = v1.customers.create({"name": "Jenny", "test_clock": test_clock.id} | card)
    recurring = {"recurring": {"interval": "month"}, "product_data": {"name": "Tea"}}
    price = v1.prices.create({"currency": "eur", "unit_amount": 1500} | recurring)
    return v1.subscriptions.create({"customer": customer.id, "items": [{"price": price.id}]} | more)


def advance(v1: Any, test_clock: Any, to: int) -> Any:
    return v1.test_helpers.test_clocks.advance(test_clock.id, {"frozen_time": to})


def test_a_subscription_lives_by_its_clock(local: LocalStripe, v1: Any, test_clock: Any) -> None:
    subscription = subscribed(v1, test_clock)
    invoice = v1.invoices.retrieve(subscription.latest_invoice)
    assert (subscription.created, invoice.created, invoice.test_clock) == (START, START, test_clock.id)
    assert subscription["items"].data[0].current_period_start == START

    local.control("clock", advance_seconds=90 * DAY)
    assert len(v1.invoices.list({"subscription": subscription.id}).data) == 1

    advance(v1, test_clock, START + 40 * DAY)
    advanced = advance(v1, test_clock, START + 62 * DAY)
    assert (advanced.status, advanced.frozen_time) == ("ready", START + 62 * DAY)
    invoices = v1.invoices.list({"subscription": subscription.id}).data
    assert [each.status for each in invoices] == ["paid"] * 3
    renewed = v1.subscriptions.retrieve(subscription.id)["items"].data[0].current_period_start
    assert invoices[0].created == renewed
    assert invoices[0].status_transitions.paid_at == renewed + 3600
    of_clocks = ["test_helpers.test_clock.ready", "test_helpers.test_clock.advancing"]
    told = v1.events.list({"types": of_clocks}).data
    assert [(each.type, each.data.object.status) for each in told[:2]] == list(
        zip(of_clocks, ("ready", "advancing"), strict=True)
    )


def test_payments_fail_are_retried_and_in_the_end_cancel(v1: Any, test_clock: Any) -> None:
    subscription = subscribed(v1, test_clock)
    bad = v1.payment_methods.attach(FAILING, {"customer": subscription.customer}).id
    v1.subscriptions.update(subscription.id, {"default_payment_method": bad})
    due = subscription["items"].data[0].current_period_end
    seen = []
    for days in (1, 4, 9, 17):
        advance(v1, test_clock, due + days * DAY)
        found = v1.subscriptions.retrieve(subscription.id)
        seen.append((found.status, v1.invoices.retrieve(found.latest_invoice).attempt_count))
    assert seen == [("past_due", 1), ("past_due", 2), ("past_due", 3), ("canceled", 4)]
    assert v1.subscriptions.retrieve(subscription.id).ended_at == due + 3600 + 15 * DAY


def test_a_trial_ends_by_the_clock(v1: Any, test_clock: Any) -> None:
    subscription = subscribed(v1, test_clock, trial_period_days=10)
    assert (subscription.status, subscription.trial_end) == ("trialing", START + 10 * DAY)
    advance(v1, test_clock, START + 8 * DAY)
    (event,) = v1.events.list({"type": "customer.subscription.trial_will_end"}).data
    assert event.created == START + 7 * DAY
    advance(v1, test_clock, START + 11 * DAY)
    assert v1.subscriptions.retrieve(subscription.id).status == "active"


def test_who_lives_by_a_clock_checks_out_by_everybodys(local: LocalStripe, v1: Any, test_clock: Any) -> None:
    customer = v1.customers.create({"test_clock": test_clock.id}).id
    price = {"currency": "eur", "unit_amount": 5, "product_data": {"name": "x"}, "recurring": {"interval": "day"}}
    lines = [{"price_data": price, "quantity": 1}]
    wanted = {"mode": "subscription", "customer": customer, "line_items": lines, "success_url": "http://127.0.0.1:9/"}
    session = local.sessions.create(wanted | {"subscription_data": {"trial_end": START + 3 * DAY}})
    assert session.status == "open"
    session = local.sessions.create(wanted)
    assert session.expires_at > time.time()
    local.submit(session.id, card=CARD_GOOD)
    subscription = v1.subscriptions.retrieve(local.sessions.retrieve(session.id).subscription)
    assert (subscription.status, subscription.created) == ("active", START)


def signed_up(local: LocalStripe, test_clock: Any) -> Any:
    """An open Checkout Session of a customer who lives by this clock."""
    customer = local.client.v1.customers.create({"email": "jenny@example.com", "test_clock": test_clock.id}).id
    price = {
        "currency": "eur",
        "unit_amount": 1500,
        "product_data": {"name": "x"},
        "recurring": {"interval": "month"},
    }
    lines = [{"price_data": price, "quantity": 1}]
    wanted = {"mode": "subscription", "customer": customer, "line_items": lines, "success_url": "http://127.0.0.1:9/"}
    return local.sessions.create(wanted)


def test_what_people_and_banks_do_happens_at_the_clocks_time(local: LocalStripe, v1: Any, test_clock: Any) -> None:
    asked, debited, expired = (signed_up(local, test_clock) for _ in range(3))
    local.submit(asked.id, card=CARD_ASKING)
    local.control(f"sessions/{asked.id}/authenticate", outcome="succeeded")
    local.submit(debited.id, method="bank_debit")
    local.control(f"sessions/{debited.id}/settle", outcome="succeeded")
    for session in (asked, debited):
        done = local.sessions.retrieve(session.id, {"expand": ["invoice"]})
        assert done.invoice.status_transitions.paid_at == START
    local.submit(expired.id, card=CARD_DECLINED)
    local.press(f"/sessions/{expired.id}/expire")
    (never,) = v1.subscriptions.list({"customer": expired.customer, "status": "all"}).data
    assert (never.status, never.ended_at) == ("incomplete_expired", START)

    subscription = local.sessions.retrieve(asked.id).subscription
    portal = v1.billing_portal.sessions.create({"customer": asked.customer}).url.removeprefix(local.url)
    local.press(f"{portal}/subscriptions/{subscription}", cancel="true")
    assert v1.subscriptions.retrieve(subscription).canceled_at == START
    local.press(f"/subscriptions/{subscription}/cancel")
    assert v1.subscriptions.retrieve(subscription).ended_at == START


def test_a_session_is_open_for_somebody_whose_clock_is_ahead(local: LocalStripe, v1: Any) -> None:
    ahead = v1.test_helpers.test_clocks.create({"frozen_time": int(time.time()) + 400 * DAY})
    session = signed_up(local, ahead)
    card = v1.payment_methods.create({"type": "card", "card": {"token": "tok_visa"}}).id
    paid = {"expected_amount": 1500, "payment_method": card}
    assert local.raw("POST", f"/v1/payment_pages/{session.id}/confirm", data=paid).json()["status"] == "complete"


def test_who_lives_by_a_clock_is_listed_only_with_it(v1: Any, test_clock: Any) -> None:
    of_clock, other = subscribed(v1, test_clock), v1.customers.create({"name": "Jenny"})
    listed = [each.id for each in v1.customers.list({"limit": 100}).data]
    assert (of_clock.customer in listed, other.id in listed) == (False, True)
    assert of_clock.id not in [each.id for each in v1.subscriptions.list({"limit": 100}).data]
    for wanted in ({"test_clock": test_clock.id}, {"customer": of_clock.customer}):
        assert [each.id for each in v1.subscriptions.list(wanted).data] == [of_clock.id]


def test_a_clock_advances_by_two_periods_at_most(v1: Any, test_clock: Any) -> None:
    two_years = START + 731 * DAY  # one of them, 2024, is longer
    error = refusal(lambda: advance(v1, test_clock, two_years + 1))
    assert (getattr(error, "param", None), "up to two intervals" in str(error)) == ("frozen_time", True)
    assert advance(v1, test_clock, two_years).frozen_time == two_years
    subscribed(v1, test_clock)
    two_months = two_years + 61 * DAY
    assert str(two_months) in str(refusal(lambda: advance(v1, test_clock, two_months + 1)))
    assert advance(v1, test_clock, two_months).frozen_time == two_months


def test_a_file_from_before_there_were_clocks_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "stripe.db"
    with running("--data", str(file)) as local:
        session = local.new_session()
    with sqlite3.connect(file) as db:
        db.executescript("""
            DROP INDEX objects_by_due;
            ALTER TABLE objects DROP COLUMN test_clock;
            CREATE INDEX objects_by_due ON objects (due_at, seq) WHERE due_at IS NOT NULL;
        """)
    db.close()
    with running("--data", str(file)) as local:
        local.control("clock", advance_seconds=2 * DAY)
        assert local.sessions.retrieve(session.id).status == "expired"


def test_a_clock_goes_forward_only_and_takes_its_customers_with_it(v1: Any, test_clock: Any) -> None:
    subscription = subscribed(v1, test_clock)
    for at in (START, START - 1):
        assert "only goes forward" in str(refusal(lambda at=at: advance(v1, test_clock, at)))
    assert [each.id for each in v1.customers.list({"test_clock": test_clock.id}).data] == [subscription.customer]
    assert refusal(lambda: v1.customers.create({"test_clock": "clock_gone"})).code == "resource_missing"

    assert v1.test_helpers.test_clocks.delete(test_clock.id).deleted is True
    assert refusal(lambda: v1.test_helpers.test_clocks.retrieve(test_clock.id)).http_status == 404
    assert refusal(lambda: advance(v1, test_clock, START + DAY)).http_status == 404
    assert v1.customers.retrieve(subscription.customer).deleted is True
    assert v1.subscriptions.retrieve(subscription.id).status == "canceled"
    assert test_clock.id not in [each.id for each in v1.test_helpers.test_clocks.list().data]


@pytest.mark.parametrize("gone", ["customer", "payment method"])
def test_time_goes_on_when_what_a_debit_was_to_be_kept_for_is_gone(gone: str) -> None:
    with running() as local:
        v1: Any = local.client.v1
        customer = v1.customers.create({"email": "jenny@example.com"}).id
        method = by_account(v1, SLOW_ACCOUNT)
        kept = {"customer": customer, "setup_future_usage": "off_session"}
        intent = new(v1, method, **kept).id
        assert v1.payment_intents.retrieve(intent).status == "processing"
        if gone == "customer":
            v1.customers.delete(customer)
        else:
            v1.payment_methods.detach(method)
        session = local.new_session().id

        assert local.control("clock", advance_seconds=40 * DAY).status_code == 200

        assert v1.payment_intents.retrieve(intent).status == "succeeded"
        assert local.sessions.retrieve(session).status == "expired"


def test_times_in_milliseconds_are_refused(v1: Any, test_clock: Any) -> None:
    for more in ({"trial_end": (START + DAY) * 1000}, {"cancel_at": (START + DAY) * 1000}):
        error: Any = refusal(lambda more=more: subscribed(v1, test_clock, **more))
        assert (error.http_status, error.param) == (400, *more)


def test_a_refund_is_made_at_the_time_of_its_customer(v1: Any, test_clock: Any) -> None:
    subscription = subscribed(v1, test_clock)
    (payment,) = v1.invoice_payments.list({"invoice": subscription.latest_invoice}).data
    refund = v1.refunds.create({"payment_intent": payment.payment.payment_intent})
    assert refund.created == START
