"""The objects have the fields, types and values of Stripe's OpenAPI document.

`stripe_fields.json` holds its structure for the objects that exist so far, one line a field: JSON types, whether it
is required, and the values it can have. API version 2026-08-26.dahlia; what newer versions renamed is added here.
"""

import json
from pathlib import Path
from typing import Any

from tests.sandbox.stripe_process import (
    CARD_DECLINED,
    CARD_DISPUTED,
    CARD_GOOD,
    CARD_INQUIRY,
    CARD_NOT_RECEIVED,
    CARD_SLOW_REFUND,
    LocalStripe,
    running,
)

FIELDS: dict[str, dict[str, str]] = json.loads(Path(__file__).with_name("stripe_fields.json").read_text())
NEWER = {
    "checkout.session": {"allowed_payment_method_types": "array null"},
    "payment_intent": {"source": "null string"},
}
UNLISTED = {"product": {"type"}}  # in answers, not in the document


def kind_of(value: Any) -> str:
    names = {bool: "boolean", int: "integer", str: "string", list: "array", dict: "object", type(None): "null"}
    return names[type(value)]


def complaints(found: dict[str, Any]) -> list[str]:
    name = found["object"]
    fields = FIELDS[name] | NEWER.get(name, {})
    wrong = [f"{name} has no field {field}" for field in found.keys() - fields.keys() - UNLISTED.get(name, set())]
    for field, spec in fields.items():
        types, _, values = spec.partition(" = ")
        if field not in found:
            if "required" in types.split():
                wrong.append(f"{name}.{field} is missing")
        elif kind_of(found[field]) not in types.split():
            wrong.append(f"{name}.{field} is a {kind_of(found[field])}, not {types}")
        elif values and found[field] is not None and found[field] not in values.split():
            wrong.append(f"{name}.{field} is {found[field]}, not one of {values}")
    return wrong


def test_every_object_and_event_has_the_shape_of_stripes() -> None:
    with running() as local:
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
        local.client.v1.prices.create({"currency": "usd", "unit_amount": 5, "product_data": {"name": "Tea"}})

        refund_and_dispute(local)

        seen = []
        for path in (
            *("events", "products", "prices", "checkout/sessions"),
            *("payment_intents", "charges", "refunds", "disputes"),
        ):
            seen += everything(local, path)
        seen += local.raw("GET", f"/v1/checkout/sessions/{paid.id}/line_items").json()["data"]
        seen += [each["data"]["object"] for each in seen if each["object"] == "event"]
        seen += [moved for each in seen if each["object"] == "dispute" for moved in each["balance_transactions"]]
        assert {each["object"] for each in seen} == FIELDS.keys()
        assert [wrong for each in seen for wrong in complaints(each)] == []


def everything(local: LocalStripe, path: str) -> list[dict[str, Any]]:
    """All pages of a list."""
    found: list[dict[str, Any]] = []
    page: dict[str, Any] = local.raw("GET", f"/v1/{path}?limit=100").json()
    while page["has_more"]:
        found += page["data"]
        page = local.raw("GET", f"/v1/{path}?limit=100&starting_after={found[-1]['id']}").json()
    return [*found, *page["data"]]


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
