"""Facts in `refund.*` and `charge.refund.updated` events. https://docs.stripe.com/api/refunds/object"""

from typing import Any

from stripe_svc.handlers import values
from stripe_svc.handlers.event import Event
from stripe_svc.handlers.values import Report


def created(event: Event) -> Report:
    """A refund began; most have succeeded by then."""
    return _report(event.object, event)


def updated(event: Event) -> Report:
    """Its status may have changed. `charge.refund.updated` is its older name."""
    return _report(event.object, event)


def failed(event: Event) -> Report:
    """It did not reach the buyer: the money is ours again. That can come long after it succeeded."""
    return _report(event.object | {"status": "failed"}, event)


def _report(refund: dict[str, Any], event: Event) -> Report:
    fact = fact_of(refund, event.created)
    if fact["charge_id"] is None and fact["payment_intent_id"] is None:
        return None  # paid out of a customer's balance: no payment goes back
    return {"refunds": [fact]}


def fact_of(refund: dict[str, Any], event_created: int) -> dict[str, Any]:
    """A row of `refunds`. Refunds without a status are of API versions in which all had succeeded."""
    return {
        "id": values.text(refund, "id"),
        "status": values.text({"status": refund.get("status") or "succeeded"}, "status"),
        "amount": values.known_amount(refund, "amount"),
        "currency": refund.get("currency"),
        "reason": refund.get("reason"),
        **values.payment_of(refund),
        "refund_request_id": values.uuid_text((refund.get("metadata") or {}).get("refund_request_id")),
        "created_at": values.time({"created": event_created} | refund, "created"),
    }
