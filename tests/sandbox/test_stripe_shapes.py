"""All that can be got from the local Stripe has the shape of Stripe's own objects.

Nothing is compared here: `conftest.py` sees to that for everything that arrives. This fills a local Stripe with
objects in each of their states, and then asks for all of them in every way.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from sandbox.stripe.structure import operations, structure
from tests.sandbox.stripe_process import (
    CARD_DECLINED,
    CARD_DISPUTED,
    CARD_GOOD,
    CARD_INQUIRY,
    CARD_NOT_RECEIVED,
    CARD_SLOW_REFUND,
    LocalStripe,
    Receiver,
    refusal,
    running,
    until,
)
from tests.sandbox.stripe_shapes import check_answer, complaints, taken_notes, wrong_event

# Lists that an object holds when asked to: https://docs.stripe.com/api/expanding_objects
HELD_LISTS = {"checkout.session": ["line_items"], "charge": ["refunds"], "invoice": ["payments"]}


def test_every_object_list_expansion_and_event_has_the_shape_of_stripes() -> None:
    receiver = Receiver()
    with running("--forward-to", receiver.url) as local:
        fill(local)
        seen: set[str] = set()
        for path, kind in lists():
            found = everything(local, path)
            seen |= {each["object"] for each in found}
            for each in found:
                local.raw("GET", f"{path}/{each['id']}")
            expand_everything(local, path, kind, found)
        for path in ("/v1/customers", "/v1/subscriptions"):
            of_clocks(local, path)
        for session in everything(local, "/v1/checkout/sessions"):
            local.raw("GET", f"/v1/checkout/sessions/{session['id']}/line_items")
        assert seen == {kind for _, kind in lists()}
        number = len(everything(local, "/v1/events"))
        until(lambda: len(receiver.received) >= number)
    receiver.close()


def lists() -> Iterator[tuple[str, str]]:
    """The lists of objects that have a path of their own, and what is in them."""
    for operation, found in operations().items():
        method, path = operation.split(" ")
        if method == "GET" and f"{operation}/{{}}" in operations():
            yield path, found["returns"]["properties"]["data"]["items"]["$ref"].rpartition("/")[2]


def everything(local: LocalStripe, path: str) -> list[dict[str, Any]]:
    """All pages of a list."""
    found: list[dict[str, Any]] = []
    page: dict[str, Any] = local.raw("GET", f"{path}?limit=100").json()
    while page["has_more"]:
        found += page["data"]
        page = local.raw("GET", f"{path}?limit=100&starting_after={found[-1]['id']}").json()
    return [*found, *page["data"]]


def of_clocks(local: LocalStripe, path: str) -> None:
    """What lives by a test clock is in no list that does not name the clock."""
    for test_clock in everything(local, "/v1/test_helpers/test_clocks"):
        found = local.raw("GET", f"{path}?test_clock={test_clock['id']}").json()["data"]
        assert found
        expand_everything(local, path, found[0]["object"], found)


def expand_everything(local: LocalStripe, path: str, kind: str, found: list[dict[str, Any]]) -> None:
    """Every expansion once, also of what was expanded, on an object that has something there, and in the list."""
    done: set[str] = set()
    for each in found:
        for name in expandable(each):
            if name not in done:
                done.add(name)
                assert local.raw("GET", f"{path}?limit=100&expand[]=data.{name}").ok
                expanded = local.raw("GET", f"{path}/{each['id']}?expand[]={name}").json()[name]
                for below in expandable(expanded):
                    assert local.raw("GET", f"{path}/{each['id']}?expand[]={name}.{below}").ok


def expandable(body: dict[str, Any]) -> list[str]:
    """The names of an object's fields that hold an id, where the object can be had instead."""
    schema = structure()["schemas"].get(body.get("object"), {"properties": {}})
    return HELD_LISTS.get(body.get("object", ""), []) + [
        name
        for name, value in body.items()
        if isinstance(value, str)
        and any("$ref" in each for each in schema["properties"].get(name, {}).get("anyOf", ()))
    ]


def fill(local: LocalStripe) -> None:
    pay(local)
    refund_and_dispute(local)
    local.client.v1.prices.create({"currency": "usd", "unit_amount": 5, "product_data": {"name": "Tea"}})
    endpoints: Any = local.client.v1.webhook_endpoints
    made = [endpoints.create({"url": "http://127.0.0.1:9/hooks", "enabled_events": ["*"]}) for _ in range(2)]
    endpoints.update(made[0].id, {"disabled": True})
    endpoints.delete(made[1].id)
    bill(local)


def bill(local: LocalStripe) -> None:
    """Bring customers, subscriptions and invoices into each of their states, within two months."""
    v1: Any = local.client.v1
    product = v1.products.create({"name": "Gold"})
    month, year = (
        v1.prices.create(
            {"product": product.id, "currency": "usd", "unit_amount": 1500, "recurring": {"interval": each}}
        )
        for each in ("month", "year")
    )

    def customer(card: str | None = "pm_card_visa", **more: Any) -> str:
        default = {"payment_method": card, "invoice_settings": {"default_payment_method": card}} if card else {}
        return str(v1.customers.create({"name": "Jenny", "email": "jenny@example.com"} | default | more).id)

    def subscribed(who: str, price: str = month.id, **more: Any) -> Any:
        return v1.subscriptions.create({"customer": who, "items": [{"price": price}]} | more)

    good, failing, asking = (
        customer(),
        customer("pm_card_chargeCustomerFail"),
        customer("pm_card_authenticationRequired"),
    )
    upgraded = subscribed(good)
    item = upgraded["items"].data[0].id
    v1.subscriptions.update(upgraded.id, {"items": [{"id": item, "quantity": 3}]})
    v1.subscriptions.update(upgraded.id, {"items": [{"id": item, "price": year.id}], "metadata": {"a": "b"}})
    v1.subscriptions.update(subscribed(good).id, {"cancel_at_period_end": True})
    v1.subscriptions.update(subscribed(good).id, {"pause_collection": {"behavior": "void"}})
    v1.subscriptions.cancel(subscribed(good).id, {"prorate": True, "invoice_now": True})
    subscribed(failing)
    subscribed(failing, trial_period_days=5)
    subscribed(asking)
    pause = {"end_behavior": {"missing_payment_method": "pause"}}
    paused = subscribed(customer(None), trial_period_days=1, trial_settings=pause)

    payer = customer()
    for finish in ("void_invoice", "mark_uncollectible", "pay", "delete"):
        v1.invoice_items.create({"customer": payer, "amount": 700, "currency": "usd"})
        made = v1.invoices.create({"customer": payer, "pending_invoice_items_behavior": "include"})
        if finish in ("void_invoice", "mark_uncollectible"):
            v1.invoices.finalize_invoice(made.id)
        getattr(v1.invoices, finish)(made.id)
    v1.invoice_items.delete(v1.invoice_items.create({"customer": payer, "amount": 1, "currency": "usd"}).id)

    without_card = {"mode": "subscription", "payment_method_collection": "if_required"}
    free = {"success_url": "http://127.0.0.1:9/", "subscription_data": {"trial_period_days": 7}}
    tried = [{"price": month.id, "quantity": 1}]
    local.submit(local.sessions.create(without_card | free | {"line_items": tried}).id)
    for trial in ({}, {"trial_period_days": 7}):
        once = {"price_data": {"currency": "usd", "unit_amount": 5, "product_data": {"name": "Tin"}}, "quantity": 1}
        wanted = {"mode": "subscription", "success_url": "http://127.0.0.1:9/", "subscription_data": trial}
        lines = [{"price": month.id, "quantity": 2}, once]
        signed_up = local.sessions.create(wanted | {"line_items": lines})
        for card in (CARD_DECLINED, CARD_GOOD):
            local.submit(signed_up.id, card=card)

    assert local.control("clock", advance_seconds=62 * 24 * 3600).ok
    v1.customers.update(
        paused.customer,
        {
            "invoice_settings": {
                "default_payment_method": v1.payment_methods.attach("pm_card_visa", {"customer": paused.customer}).id
            }
        },
    )
    v1.subscriptions.resume(paused.id)
    v1.billing_portal.sessions.create({"customer": good})
    v1.payment_methods.detach(v1.payment_methods.list({"customer": good}).data[0].id)
    v1.customers.delete(customer())
    own_payments(local)
    test_clock = v1.test_helpers.test_clocks.create({"frozen_time": 1_700_000_000})
    subscribed(customer(test_clock=test_clock.id))
    v1.test_helpers.test_clocks.advance(test_clock.id, {"frozen_time": 1_704_000_000})
    v1.test_helpers.test_clocks.delete(v1.test_helpers.test_clocks.create({"frozen_time": 5}).id)


def own_payments(local: LocalStripe) -> None:
    """Bring PaymentIntents without a session into each of their states."""
    intents: Any = local.client.v1.payment_intents
    asked = {"amount": 2000, "currency": "usd"}
    intents.create(asked)
    for card in ("visa", "authenticationRequired", "createDispute"):
        intents.create(asked | {"payment_method": f"pm_card_{card}", "confirm": True})
    refusal(lambda: intents.create(asked | {"payment_method": "pm_card_chargeDeclined", "confirm": True}))
    held = intents.create(
        asked | {"payment_method": "pm_card_mastercard", "confirm": True, "capture_method": "manual"}
    )
    intents.capture(held.id, {"amount_to_capture": 500})
    intents.cancel(intents.create(asked | {"payment_method": "pm_card_visa"}).id)


def pay(local: LocalStripe) -> None:
    """Bring sessions and PaymentIntents into each of their states."""
    paid, debited, failed, expired, free = (local.new_session(amount) for amount in (1, 2, 3, 4, 0))
    for session, form in (
        (paid, {"card": CARD_DECLINED}),
        (paid, {"card": CARD_GOOD}),
        (debited, {"method": "bank_debit"}),
        (failed, {"method": "bank_debit"}),
        (expired, {"card": CARD_DECLINED}),
        (free, {}),
    ):
        local.submit(session.id, **form)
    local.control(f"sessions/{debited.id}/settle", outcome="succeeded")
    local.control(f"sessions/{failed.id}/settle", outcome="failed")
    local.sessions.expire(expired.id)


def refund_and_dispute(local: LocalStripe) -> None:
    """Bring refunds and disputes into each of their states."""
    refunds = local.client.v1.refunds
    by_card, by_bank = local.paid(presentment_currency="jpy", shipping=100), local.paid(method="bank_debit")
    slow = local.paid(card=CARD_SLOW_REFUND)
    for paid in (by_card, by_bank, slow):
        made = refunds.create({"payment_intent": paid.intent, "amount": 500, "reason": "duplicate"})
        refunds.create({"charge": paid.charge})
        for outcome in ("succeeded", "failed"):
            local.control(f"refunds/{made.id}/settle", outcome=outcome)

    for card, outcomes in (
        (CARD_DISPUTED, ("under_review", "won")),
        (CARD_NOT_RECEIVED, ("lost", "won")),
        (CARD_INQUIRY, ("under_review", "escalated", "lost")),
        (CARD_INQUIRY, ("warning_closed",)),
    ):
        paid = local.paid(card=card)
        (dispute,) = local.client.v1.disputes.list({"payment_intent": paid.intent}).data
        for outcome in outcomes:
            assert local.control(f"disputes/{dispute.id}/settle", outcome=outcome).ok
    local.control(f"payment_intents/{local.paid(method='bank_debit').intent}/dispute")


def refund(**changes: Any) -> dict[str, Any]:
    return {"id": "re_1", "object": "refund", "amount": 5, "created": 1, "currency": "eur"} | changes


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"colour": "red"}, "refund at $: Additional properties are not allowed ('colour' was unexpected)"),
        ({"amount": "5"}, "refund at $.amount: '5' is not of type 'integer'"),
        ({"amount": None}, "refund at $.amount: None is not of type 'integer'"),
        ({"metadata": {"a": 1}}, "refund at $.metadata.a: 1 is not of type 'string'"),
        ({"charge": {"id": "ch_1"}}, "refund at $.charge: 'amount' is a required property"),
        (
            {"transfer_reversal": {"id": "trr_1"}},
            "refund at $.transfer_reversal: {'id': 'trr_1'} is not of type 'string'",
        ),
        ({"pending_reason": "patience"}, "refund at $.pending_reason: 'patience' is not one of"),
    ],
)
def test_what_stripe_would_not_send_is_noticed(changes: dict[str, Any], wrong: str) -> None:
    assert list(complaints("refund", refund())) == []
    assert next(complaints("refund", refund(**changes))).startswith(wrong)


def test_a_wrong_answer_fails_its_test() -> None:
    check_answer("GET", "http://127.0.0.1/v1/refunds/re_1", 200, '{"object": "refund"}')
    check_answer("GET", "http://127.0.0.1/v1/refunds/re_1", 404, '{"error": {"type": "not_found"}}')
    assert len(taken_notes()) == 2


def test_an_event_holds_an_object_of_stripes_and_what_it_was_before() -> None:
    event = {
        "type": "refund.updated",
        "data": {"object": refund(amount=None), "previous_attributes": {"colour": "red"}},
    }
    assert list(wrong_event(event)) == [
        "refund at $.amount: None is not of type 'integer'",
        "refund.updated: refund has no colour",
    ]
