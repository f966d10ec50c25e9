"""What a buyer adds on the payment page: a promotion code, shipping, tax, and a currency of their own.

They change what a session costs, never its subtotal: https://docs.stripe.com/api/checkout/sessions/object. The
line items are left as they were; at Stripe each of them also tells its share of the discount and the tax.
"""

from dataclasses import dataclass

from . import money
from .errors import InvalidRequest
from .objects import Object


@dataclass(frozen=True)
class Choices:
    """None leaves a part as it is: a buyer whose card was declined has not taken the code back."""

    discount: int | None = None
    shipping: int | None = None
    tax: int | None = None
    presentment_currency: str | None = None


NO_CHOICES = Choices()


def apply(session: Object, choices: Choices) -> None:
    """Change the session's total, and what it shows of that, in place."""
    details = dict(session["total_details"])
    for name in ("discount", "shipping", "tax"):
        amount = getattr(choices, name)
        if amount is not None:
            money.check(amount, session["currency"], name)
            details[f"amount_{name}"] = amount
    if details["amount_discount"] > session["amount_subtotal"]:
        raise InvalidRequest("A discount takes off at most the subtotal.", param="discount")
    session["total_details"] = details
    session["amount_total"] = (
        session["amount_subtotal"] - details["amount_discount"] + details["amount_shipping"] + details["amount_tax"]
    )
    if choices.shipping is not None:
        session["shipping_cost"] = _shipping_cost(choices.shipping)
    _present(session, choices.presentment_currency)


def _shipping_cost(amount: int) -> Object:
    return {"amount_subtotal": amount, "amount_tax": 0, "amount_total": amount, "shipping_rate": None}


def _present(session: Object, chosen: str | None) -> None:
    """Adaptive Pricing: the buyer pays in another currency, while all amounts stay in the session's own.

    https://docs.stripe.com/payments/currencies/localize-prices/adaptive-pricing; since API version
    2025-03-31.basil `presentment_details` is all that tells of it.
    """
    shown = session.pop("presentment_details", {})
    currency = chosen or shown.get("presentment_currency") or session["currency"]
    if currency != session["currency"]:
        session["adaptive_pricing"] = {"enabled": True}
        session["presentment_details"] = money.presented(session["amount_total"], session["currency"], currency)
