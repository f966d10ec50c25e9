"""Facts in `payment_intent.*` events. https://docs.stripe.com/api/payment_intents/object"""

from collections.abc import Mapping
from typing import Any

from stripe_svc.handlers import values
from stripe_svc.handlers.event import Event
from stripe_svc.handlers.values import Report


def succeeded(event: Event) -> Report:
    """The money came."""
    return _report(event, status="succeeded", charge_id=_successful_charge(event.object))


def processing(event: Event) -> Report:
    """The money is on its way (delayed payment methods)."""
    return _report(event, status="processing")


def payment_failed(event: Event) -> Report:
    """An attempt failed. The buyer may try again: this ends nothing."""
    return _report(event, status="requires_payment_method")


def canceled(event: Event) -> Report:
    """No money will come of it any more."""
    return _report(event, status="canceled")


def _report(event: Event, *, status: str, charge_id: str | None = None) -> Report:
    # The status comes from the event's type: that is what the event says, whatever happened since.
    intent = event.object
    metadata = intent.get("metadata") or {}
    return {
        "payments": [
            {
                "id": values.text(intent, "id"),
                "status": status,
                "currency": intent.get("currency"),
                "amount": values.amount(intent, "amount"),
                "amount_received": values.amount(intent, "amount_received"),
                "amount_refunded": None,
                "charge_id": charge_id,
                "checkout_attempt_id": values.uuid_text(metadata.get("checkout_attempt_id")),
                "created_at": values.time({"created": event.created} | intent, "created"),
            }
        ]
    }


def _successful_charge(intent: Mapping[str, Any]) -> str | None:
    """The charge that brought the money. API versions before 2022-11-15 list all charges, newest first."""
    charges = (intent.get("charges") or {}).get("data") or []
    return values.id_of(intent, "latest_charge") or next(
        (values.text(charge, "id") for charge in charges if charge.get("paid")), None
    )
