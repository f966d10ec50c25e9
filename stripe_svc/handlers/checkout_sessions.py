"""Facts in `checkout.session.*` events. https://docs.stripe.com/api/checkout/sessions/object"""

from typing import Any

from stripe_svc.handlers import values
from stripe_svc.handlers.event import Event
from stripe_svc.handlers.values import Report


def completed(event: Event) -> Report:
    """The buyer went through with it. `payment_status` says whether money came, or is still to come (`unpaid`)."""
    return _report(event, status="complete")


def async_payment_succeeded(event: Event) -> Report:
    """A delayed payment method brought the money."""
    return _report(event, status="complete")


def async_payment_failed(event: Event) -> Report:
    """A delayed payment method did not bring the money."""
    return _report(event, status="complete", async_payment_failed=True)


def expired(event: Event) -> Report:
    """Nobody paid in time, or we expired the session."""
    return _report(event, status="expired")


def _report(event: Event, *, status: str, async_payment_failed: bool = False) -> Report:
    # The status comes from the event's type: sessions of old API versions do not carry one.
    session = event.object
    metadata = session.get("metadata") or {}
    attempt_id = values.uuid_text(metadata.get("checkout_attempt_id"))
    named = values.order_id(metadata.get("order_id"))
    claimed = values.order_id(session.get("client_reference_id"))
    order_id = named or claimed
    if order_id is None:
        return None
    # With adaptive pricing, API versions before 2025-03-31 give the buyer's currency and amounts in the
    # session and those that we asked for in currency_conversion.
    terms = session | _original(session.get("currency_conversion"))
    # The first sessions, of 2019, did not say.
    guessed_mode = "subscription" if session.get("subscription") else "payment"
    return {
        "checkout_sessions": [
            {
                "id": values.text(session, "id"),
                "order_id": order_id,
                # A session that we created says it twice. A buyer can set client_reference_id on a Payment
                # Link, and other software uses metadata.order_id: one of them alone is only a claim.
                "created_by_us": attempt_id is not None or named == claimed,
                "checkout_attempt_id": attempt_id,
                "status": status,
                "payment_status": session.get("payment_status") or "unpaid",
                "async_payment_failed": async_payment_failed,
                "mode": values.text({"mode": guessed_mode} | session, "mode"),
                "currency": terms.get("currency"),
                "amount_subtotal": values.amount(terms, "amount_subtotal"),
                "amount_total": values.amount(terms, "amount_total"),
                "payment_intent_id": values.id_of(session, "payment_intent"),
                "subscription_id": values.id_of(session, "subscription"),
                "customer_id": values.id_of(session, "customer"),
                "created_at": values.time({"created": event.created} | session, "created"),
            }
        ]
    }


def personal_of(session: dict[str, Any]) -> dict[str, Any] | None:
    """`{email, name, phone, shipping}` of the buyer, those that Stripe tells; `shipping` as Stripe tells it."""
    buyer = session.get("customer_details") or {}
    collected = session.get("collected_information") or {}
    told = {
        "email": buyer.get("email") or session.get("customer_email"),
        "name": buyer.get("name"),
        "phone": buyer.get("phone"),
        # API versions before 2025-03-31 have it in the session itself.
        "shipping": collected.get("shipping_details") or session.get("shipping_details"),
    }
    return {field: value for field, value in told.items() if value} or None


def _original(conversion: Any) -> dict[str, Any]:
    if not isinstance(conversion, dict):
        return {}
    return {
        "currency": conversion.get("source_currency"),
        "amount_subtotal": conversion.get("amount_subtotal"),
        "amount_total": conversion.get("amount_total"),
    }
