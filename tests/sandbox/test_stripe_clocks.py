"""Test clocks: customers with a time of their own."""

import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.sandbox.stripe_process import CARD_GOOD, LocalStripe, refusal, running

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

    advanced = advance(v1, test_clock, START + 62 * DAY)
    assert (advanced.status, advanced.frozen_time) == ("ready", START + 62 * DAY)
    invoices = v1.invoices.list({"subscription": subscription.id}).data
    assert [each.status for each in invoices] == ["paid"] * 3
    renewed = v1.subscriptions.retrieve(subscription.id)["items"].data[0].current_period_start
    assert invoices[0].created == renewed
    assert invoices[0].status_transitions.paid_at == renewed + 3600
    of_clocks = ["test_helpers.test_clock.ready", "test_helpers.test_clock.advancing"]
    assert [each.type for each in v1.events.list({"types": of_clocks}).data] == of_clocks


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
    session = local.sessions.create(wanted)
    assert session.expires_at > time.time()
    local.submit(session.id, card=CARD_GOOD)
    subscription = v1.subscriptions.retrieve(local.sessions.retrieve(session.id).subscription)
    assert (subscription.status, subscription.created) == ("active", START)


def test_a_clock_goes_forward_only_and_takes_its_customers_with_it(v1: Any, test_clock: Any) -> None:
    subscription = subscribed(v1, test_clock)
    for at in (START, START - 1):
        assert "only goes forward" in str(refusal(lambda at=at: advance(v1, test_clock, at)))
    assert [each.id for each in v1.customers.list({"test_clock": test_clock.id}).data] == [subscription.customer]
    assert refusal(lambda: v1.customers.create({"test_clock": "clock_gone"})).code == "resource_missing"

    assert v1.test_helpers.test_clocks.delete(test_clock.id).deleted is True
    assert v1.customers.retrieve(subscription.customer).deleted is True
    assert v1.subscriptions.retrieve(subscription.id).status == "canceled"
    assert test_clock.id not in [each.id for each in v1.test_helpers.test_clocks.list().data]
