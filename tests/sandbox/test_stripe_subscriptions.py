"""Checkout in subscription mode: what a buyer makes by paying."""

import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.sandbox.stripe_process import (
    CARD_ASKING,
    CARD_DECLINED,
    CARD_DISPUTED,
    CARD_GOOD,
    LocalStripe,
    refusal,
    running,
    until,
)

DAY = 24 * 3600
MONTHLY: dict[str, Any] = {
    "price_data": {
        "currency": "eur",
        "unit_amount": 1500,
        "product_data": {"name": "Tea club"},
        "recurring": {"interval": "month"},
    },
    "quantity": 2,
}
YEARLY: dict[str, Any] = {**MONTHLY, "price_data": MONTHLY["price_data"] | {"recurring": {"interval": "year"}}}
ONCE = {
    "price_data": {"currency": "eur", "unit_amount": 700, "product_data": {"name": "Tin"}},
    "quantity": 1,
}


@pytest.fixture(scope="module")
def local() -> Iterator[LocalStripe]:
    with running() as one:
        one.client.v1.products.create({"name": "The first event"})
        yield one


def sign_up(local: LocalStripe, *lines: dict[str, Any], **more: Any) -> Any:
    wanted = {
        "mode": "subscription",
        "line_items": list(lines or [MONTHLY]),
        "success_url": "http://127.0.0.1:9/thanks",
    }
    return local.sessions.create(wanted | more)


def completed(local: LocalStripe, session_id: str) -> Any:
    return local.sessions.retrieve(session_id, {"expand": ["subscription", "invoice", "customer"]})


def types_since(local: LocalStripe, event_id: str) -> list[str]:
    found = local.raw("GET", f"/v1/events?limit=100&ending_before={event_id}").json()["data"]
    return [event["type"] for event in reversed(found)]


def newest_event(local: LocalStripe) -> str:
    return str(local.raw("GET", "/v1/events?limit=1").json()["data"][0]["id"])


def test_paying_makes_a_customer_a_subscription_and_a_paid_invoice(local: LocalStripe) -> None:
    session = sign_up(
        local,
        MONTHLY,
        ONCE,
        client_reference_id="42",
        subscription_data={"metadata": {"order_id": "42"}, "description": "Tea"},
    )
    assert (session.amount_subtotal, session.amount_total, session.subscription) == (3700, 3700, None)
    assert "Subscribe for 37.00 EUR" in local.page(f"/c/pay/{session.id}")
    assert "then 30.00 EUR every month" in local.page(f"/c/pay/{session.id}")
    before = newest_event(local)
    assert local.submit(session.id, card=CARD_GOOD).headers["Location"] == "http://127.0.0.1:9/thanks"

    done = completed(local, session.id)
    assert (done.status, done.payment_status, done.payment_intent) == ("complete", "paid", None)
    assert (done.customer.email, done.customer_details.email) == ("buyer@example.com", "buyer@example.com")
    subscription, invoice = done.subscription, done.invoice
    assert (subscription.status, subscription.metadata.order_id, subscription.description) == ("active", "42", "Tea")
    assert (subscription.customer, subscription.latest_invoice) == (done.customer.id, invoice.id)
    assert [(item.price.unit_amount, item.quantity) for item in subscription["items"].data] == [(1500, 2)]
    assert (invoice.status, invoice.amount_paid, invoice.billing_reason) == ("paid", 3700, "subscription_create")
    assert invoice.parent.subscription_details.metadata.order_id == "42"
    assert sorted(line.amount for line in invoice.lines.data) == [700, 3000]
    (payment,) = local.client.v1.invoice_payments.list({"invoice": invoice.id}).data
    assert local.client.v1.payment_intents.retrieve(str(payment.payment.payment_intent)).amount_received == 3700
    method = local.client.v1.payment_methods.retrieve(subscription.default_payment_method)
    assert (method.customer, method.card.last4 if method.card else None) == (done.customer.id, "4242")
    assert types_since(local, before) == [
        "customer.created",
        "invoiceitem.created",
        "customer.subscription.created",
        "invoice.created",
        "payment_intent.created",
        "invoice.finalized",
        "charge.succeeded",
        "payment_intent.succeeded",
        "payment_method.attached",
        "invoice_payment.paid",
        "invoice.paid",
        "invoice.payment_succeeded",
        "customer.subscription.updated",
        "checkout.session.completed",
    ]
    (updated,) = local.raw("GET", "/v1/events?type=customer.subscription.updated&limit=1").json()["data"]
    assert updated["data"]["previous_attributes"] == {"default_payment_method": None, "status": "incomplete"}


def test_who_is_declined_tries_again_without_a_second_subscription(local: LocalStripe) -> None:
    customer = local.client.v1.customers.create({"email": "jenny@example.com"})
    session = sign_up(local, customer=customer.id)
    assert local.submit(session.id, card=CARD_DECLINED).headers["Location"] == f"/c/pay/{session.id}"
    assert "Your card was declined." in local.page(f"/c/pay/{session.id}")
    assert local.sessions.retrieve(session.id).subscription is None
    local.submit(session.id, card=CARD_GOOD)

    found = local.client.v1.subscriptions.list({"customer": customer.id, "status": "all"}).data
    assert [(each.id, each.status) for each in found] == [(completed(local, session.id).subscription.id, "active")]
    assert len(local.client.v1.invoices.list({"customer": customer.id}).data) == 1
    assert len(local.client.v1.charges.list({"customer": customer.id}).data) == 2


@pytest.mark.parametrize(
    ("lines", "due", "says"), [([MONTHLY], 0, "Start the trial"), ([MONTHLY, ONCE], 700, "Subscribe for 7.00 EUR")]
)
def test_a_trial_costs_what_is_paid_once(local: LocalStripe, lines: list[Any], due: int, says: str) -> None:
    session = sign_up(local, *lines, subscription_data={"trial_period_days": 7})
    assert (session.amount_subtotal, session.amount_total) == (due, due)
    page = local.page(f"/c/pay/{session.id}")
    assert (says in page, "7 days free" in page) == (True, True)
    for card in (CARD_DECLINED, CARD_GOOD):  # what is declined neither ends nor begins the trial
        assert completed(local, session.id).status == "open"
        local.submit(session.id, card=card)

    done = completed(local, session.id)
    assert (done.payment_status, done.invoice.amount_paid) == ("paid" if due else "no_payment_required", due)
    assert (done.subscription.status, done.subscription.trial_end) == (
        "trialing",
        done.subscription.created + 7 * DAY,
    )


def test_a_trial_begins_when_the_bank_lets_the_card_be_kept(local: LocalStripe) -> None:
    session = sign_up(local, subscription_data={"trial_end": int(time.time()) + 9 * DAY})
    assert "free until" in local.page(f"/c/pay/{session.id}")
    before = newest_event(local)
    local.submit(session.id, card=CARD_DECLINED)
    assert "Your card was declined." in local.page(f"/c/pay/{session.id}")
    for outcome, says in (("failed", "unable to authenticate"), ("succeeded", "complete")):
        waiting = local.submit(session.id, card=CARD_ASKING).headers["Location"]
        assert "Complete authentication" in local.page(waiting)
        assert types_since(local, before) == []
        local.press(waiting, outcome=outcome)
        assert says in local.page(f"/c/pay/{session.id}")
    assert types_since(local, before) == [
        "customer.created",
        "payment_method.attached",
        "customer.subscription.created",
        "invoice.created",
        "invoice.finalized",
        "invoice.paid",
        "invoice.payment_succeeded",
        "checkout.session.completed",
    ]
    created = local.client.v1.events.list({"type": "customer.subscription.created", "limit": 1}).data[0]
    subscription = completed(local, session.id).subscription
    assert subscription.default_payment_method is not None
    assert created.data.object["default_payment_method"] == subscription.default_payment_method


def test_a_trial_can_begin_without_a_card(local: LocalStripe) -> None:
    cancel = {"end_behavior": {"missing_payment_method": "cancel"}}
    trial = {"trial_period_days": 7, "trial_settings": cancel}
    session = sign_up(local, subscription_data=trial, payment_method_collection="if_required")
    assert "Card number" not in local.page(f"/c/pay/{session.id}")
    local.submit(session.id)
    done = completed(local, session.id)
    assert (done.payment_status, done.customer.email) == ("no_payment_required", "buyer@example.com")
    assert (done.subscription.status, done.subscription.default_payment_method) == ("trialing", None)
    assert done.subscription.trial_settings.end_behavior.missing_payment_method == "cancel"

    due = sign_up(local, payment_method_collection="if_required")
    assert "Card number" in local.page(f"/c/pay/{due.id}")


def test_a_card_that_is_disputed_pays_as_well(local: LocalStripe) -> None:
    session = sign_up(local)
    local.submit(session.id, card=CARD_DISPUTED)
    assert completed(local, session.id).subscription.status == "active"
    assert len(local.client.v1.disputes.list().data) == 1


def test_who_has_credit_pays_with_it_and_renews_by_card(local: LocalStripe) -> None:
    v1: Any = local.client.v1
    card = {"payment_method": "pm_card_visa", "invoice_settings": {"default_payment_method": "pm_card_visa"}}
    customer = v1.customers.create({"email": "jenny@example.com"} | card).id
    price = MONTHLY["price_data"] | {"product": v1.products.create({"name": "Tea"}).id}
    del price["product_data"]
    larger = v1.subscriptions.create({"customer": customer, "items": [{"price_data": price, "quantity": 9}]})
    less = {"items": [{"id": larger["items"].data[0].id, "quantity": 1}], "proration_behavior": "always_invoice"}
    v1.subscriptions.update(larger.id, less)
    assert v1.customers.retrieve(customer).balance < -3000

    session = sign_up(local, customer=customer)
    local.submit(session.id, card=CARD_GOOD)
    done = completed(local, session.id)
    assert (done.status, done.subscription.status, done.invoice.amount_due) == ("complete", "active", 0)
    assert done.subscription.default_payment_method is not None


@pytest.mark.parametrize("end", ["subscription", "invoice", "customer"])
def test_what_the_shop_has_ended_can_no_longer_be_paid(local: LocalStripe, end: str) -> None:
    v1 = local.client.v1
    customer = v1.customers.create({"email": "jenny@example.com"}).id
    session = sign_up(local, customer=customer)
    local.submit(session.id, card=CARD_DECLINED)
    (subscription,) = v1.subscriptions.list({"customer": customer, "status": "incomplete"}).data
    if end == "subscription":
        v1.subscriptions.cancel(subscription.id)
    elif end == "invoice":
        v1.invoices.void_invoice(str(subscription.latest_invoice))
    else:
        v1.customers.delete(customer)
    assert local.submit(session.id, card=CARD_GOOD).status_code == 400
    assert local.sessions.retrieve(session.id).status == "open"


def test_a_bank_may_ask_first_and_not_again_for_renewals() -> None:
    with running() as local:
        session = sign_up(local)
        assert local.submit(session.id, card=CARD_ASKING).headers["Location"] == f"/c/pay/{session.id}/authenticate"
        assert completed(local, session.id).subscription is None
        local.press(f"/c/pay/{session.id}/authenticate", outcome="succeeded")
        subscription = completed(local, session.id).subscription
        assert subscription.status == "active"

        local.control("clock", advance_seconds=32 * DAY)
        renewed = local.client.v1.invoices.list({"subscription": subscription.id}).data
        assert [(each.billing_reason, each.status) for each in renewed] == [
            ("subscription_cycle", "paid"),
            ("subscription_create", "paid"),
        ]


@pytest.mark.parametrize(("outcome", "status"), [("succeeded", "paid"), ("failed", "unpaid")])
def test_a_bank_debit_settles_later(local: LocalStripe, outcome: str, status: str) -> None:
    session = sign_up(local)
    local.submit(session.id, method="bank_debit")
    done = completed(local, session.id)
    assert (done.status, done.payment_status, done.invoice.status) == ("complete", "unpaid", "open")
    assert "Processing." in local.page(f"/c/pay/{session.id}")

    assert local.control(f"sessions/{session.id}/settle", outcome=outcome).ok
    done = completed(local, session.id)
    assert (done.payment_status, done.invoice.status) == (status, "paid" if outcome == "succeeded" else "open")
    (last,) = local.raw("GET", "/v1/events?limit=1").json()["data"]
    assert last["type"] == f"checkout.session.async_payment_{outcome}"


def test_a_debit_renews_by_itself() -> None:
    with running() as local:
        session = sign_up(local)
        local.submit(session.id, method="bank_debit")
        local.control(f"sessions/{session.id}/settle", outcome="succeeded")
        local.control("clock", advance_seconds=32 * DAY)
        subscription = completed(local, session.id).subscription.id
        until(
            lambda: (
                {each.status for each in local.client.v1.invoices.list({"subscription": subscription})} == {"paid"}
            )
        )
        assert len(local.client.v1.invoices.list({"subscription": subscription}).data) == 2


def test_a_session_that_expires_takes_an_unpaid_subscription_with_it(local: LocalStripe) -> None:
    customer = local.client.v1.customers.create({"email": "jenny@example.com"})
    session = sign_up(local, customer=customer.id)
    local.submit(session.id, card=CARD_DECLINED)
    local.sessions.expire(session.id)

    (found,) = local.client.v1.subscriptions.list({"customer": customer.id, "status": "all"}).data
    (invoice,) = local.client.v1.invoices.list({"customer": customer.id}).data
    assert (found.status, invoice.status) == ("incomplete_expired", "void")


def test_an_unpaid_subscription_lives_as_long_as_its_session() -> None:
    with running() as local:
        session = sign_up(local)
        local.submit(session.id, card=CARD_DECLINED)
        local.control("clock", advance_seconds=int(23.5 * 3600))
        local.submit(session.id, card=CARD_GOOD)
        assert completed(local, session.id).subscription.status == "active"


def test_payment_mode_makes_a_customer_when_asked_to(local: LocalStripe) -> None:
    for more, makes in (
        ({}, False),
        ({"customer_creation": "always"}, True),
        ({"payment_intent_data": {"setup_future_usage": "off_session"}}, True),
    ):
        session = local.new_session(**more)
        for card in (CARD_DECLINED, CARD_GOOD):
            local.submit(session.id, card=card)
        done = local.sessions.retrieve(session.id, {"expand": ["payment_intent.latest_charge"]})
        assert (done.customer is not None) == makes
        intent = done.payment_intent
        assert (intent.customer, intent.latest_charge.customer) == (done.customer, done.customer)
    methods = local.client.v1.payment_methods.list({"customer": done.customer}).data
    assert [method.id for method in methods] == [intent.payment_method]
    free = local.new_session(0, customer_creation="always")
    local.submit(free.id)
    assert local.sessions.retrieve(free.id).customer is not None


@pytest.mark.parametrize(
    ("changes", "param", "says"),
    [
        ({"mode": "payment"}, "line_items[0][price]", "You specified `payment` mode but passed a recurring price"),
        ({"line_items": [ONCE]}, "mode", "You must provide at least one recurring price"),
        ({"payment_intent_data": {"description": "x"}}, "payment_intent_data", "You can not pass"),
        ({"mode": "payment", "subscription_data": {"description": "x"}}, "subscription_data", "You can not pass"),
        ({"customer_creation": "always"}, "customer_creation", "You can not pass"),
        ({"line_items": [MONTHLY, YEARLY]}, "line_items", "renew at different times"),
        (
            {"subscription_data": {"trial_end": int(time.time()) + 9 * DAY, "trial_period_days": 9}},
            "subscription_data[trial_end]",
            "only specify one",
        ),
        ({"subscription_data": {"trial_end": int(time.time()) + DAY}}, "subscription_data[trial_end]", "2 days"),
        ({"customer": "cus_gone"}, "customer", "No such customer"),
        ({"mode": "setup"}, "mode", "does not cover mode=setup"),
    ],
)
def test_what_does_not_go_together_is_refused(
    local: LocalStripe, changes: dict[str, Any], param: str, says: str
) -> None:
    error = refusal(lambda: sign_up(local, **changes))
    assert error.http_status == 400
    assert (getattr(error, "param", None), says in str(error)) == (param, True)


def test_what_was_canceled_before_its_first_payment_does_not_end_a_second_time(local: LocalStripe) -> None:
    session = sign_up(local)
    local.submit(session.id, card=CARD_DECLINED)
    (made,) = local.client.v1.subscriptions.list({"status": "incomplete", "limit": 1}).data
    ended = local.client.v1.subscriptions.cancel(made.id)

    local.sessions.expire(session.id)

    found = local.client.v1.subscriptions.retrieve(made.id, {"expand": ["latest_invoice"]})
    assert (found.status, found.ended_at) == ("canceled", ended.ended_at)
    assert found.latest_invoice.status == "void"  # type: ignore[union-attr]  # expanded
