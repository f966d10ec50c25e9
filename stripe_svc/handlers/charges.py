"""Facts in `charge.refunded` events. https://docs.stripe.com/api/charges/object"""

from stripe_svc.handlers import refunds, values
from stripe_svc.handlers.event import Event
from stripe_svc.handlers.values import Report


def refunded(event: Event) -> Report:
    """How much of a payment was refunded and, in API versions before 2022-11-15, by which refunds."""
    charge = event.object
    charge_id = values.text(charge, "id")
    payment_intent_id = values.id_of(charge, "payment_intent")
    if payment_intent_id is None:
        return None  # charged without a PaymentIntent: Checkout does not do that
    listed = (charge.get("refunds") or {}).get("data") or []
    # Older API versions do not tell what was captured: then it is the amount.
    captured = values.amount(charge, "amount_captured" if "amount_captured" in charge else "amount")
    report = {
        "payments": [
            {
                "id": payment_intent_id,
                # An authorisation that is given up is "refunded" without ever having been captured.
                "status": "succeeded" if captured else "canceled",
                "currency": charge.get("currency"),
                "amount": None,
                "amount_received": captured,
                "amount_refunded": values.amount(charge, "amount_refunded"),
                "charge_id": charge_id,
                "checkout_attempt_id": values.uuid_text((charge.get("metadata") or {}).get("checkout_attempt_id")),
                "created_at": values.time({"created": event.created} | charge, "created"),
            }
        ],
        "refunds": [
            refunds.fact_of(refund | {"charge": charge_id, "payment_intent": payment_intent_id}, event.created)
            for refund in listed
        ],
    }
    return {table: facts for table, facts in report.items() if facts}
