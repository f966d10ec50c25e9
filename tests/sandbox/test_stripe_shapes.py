"""The objects have the fields, types and values of Stripe's OpenAPI document.

`stripe_fields.json` holds its structure for the objects that exist so far, one line a field: JSON types, whether it
is required, and the values it can have. API version 2026-08-26.dahlia; what newer versions renamed is added here.
"""

import json
from pathlib import Path
from typing import Any

from tests.sandbox.stripe_process import CARD_DECLINED, CARD_GOOD, running

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

        seen = []
        for path in ("events", "products", "prices", "payment_intents", "checkout/sessions"):
            seen += local.raw("GET", f"/v1/{path}?limit=100").json()["data"]
        seen += local.raw("GET", f"/v1/checkout/sessions/{paid.id}/line_items").json()["data"]
        seen += [each["data"]["object"] for each in seen if each["object"] == "event"]
        assert {each["object"] for each in seen} == FIELDS.keys()
        assert [wrong for each in seen for wrong in complaints(each)] == []
