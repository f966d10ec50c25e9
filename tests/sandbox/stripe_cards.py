"""Payments by API, and Stripe's test cards and test accounts as its documentation has them.

https://docs.stripe.com/testing; what the local Stripe makes of them is compared with this, not with its own tables.
"""

from typing import Any

import stripe

from tests.sandbox.stripe_process import (
    CARD_ASKING,
    CARD_DECLINED,
    CARD_DISPUTED,
    CARD_FAILING_REFUND,
    CARD_GOOD,
    CARD_INQUIRY,
    CARD_NOT_RECEIVED,
    CARD_SLOW_REFUND,
    refusal,
)

# number: names, brand, funding, country
PAYING = {
    CARD_GOOD: ("visa us", "visa", "credit", "US"),
    "4000 0566 5566 5556": ("visa_debit", "visa", "debit", "US"),
    "5555 5555 5555 4444": ("mastercard", "mastercard", "credit", "US"),
    "5200 8282 8282 8210": ("mastercard_debit", "mastercard", "debit", "US"),
    "5105 1051 0510 5100": ("mastercard_prepaid", "mastercard", "prepaid", "US"),
    "3782 822463 10005": ("amex amex_threeDSecureNotSupported", "amex", "credit", "US"),
    "6011 1111 1111 1117": ("discover", "discover", "credit", "US"),
    "3056 9300 0902 0004": ("diners", "diners", "credit", "US"),
    "3566 0020 2036 0505": ("jcb", "jcb", "credit", "JP"),
    "6200 0000 0000 0005": ("unionpay", "unionpay", "credit", "US"),
    "4000 0027 6000 0016": ("de", "visa", "credit", "DE"),
    "4000 0082 6000 0000": ("gb", "visa", "credit", "GB"),
    "4000 0025 0000 0003": ("fr", "visa", "credit", "FR"),
    "4000 0000 0000 0077": ("bypassPending", "visa", "credit", "US"),
    "4000 0000 0000 3055": ("threeDSecureOptional", "visa", "credit", "US"),
    CARD_SLOW_REFUND: ("pendingRefund", "visa", "credit", "US"),
    CARD_FAILING_REFUND: ("refundFail", "visa", "credit", "US"),
    CARD_DISPUTED: ("createDispute", "visa", "credit", "US"),
    CARD_NOT_RECEIVED: ("createDisputeProductNotReceived", "visa", "credit", "US"),
    CARD_INQUIRY: ("createDisputeInquiry", "visa", "credit", "US"),
}
# number: name, which can also begin with visa_, code, decline_code
DECLINED = {
    CARD_DECLINED: ("chargeDeclined", "card_declined", "generic_decline"),
    "4000 0000 0000 9995": ("chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds"),
    "4000 0000 0000 9987": ("chargeDeclinedLostCard", "card_declined", "lost_card"),
    "4000 0000 0000 9979": ("chargeDeclinedStolenCard", "card_declined", "stolen_card"),
    "4000 0000 0000 0069": ("chargeDeclinedExpiredCard", "expired_card", "expired_card"),
    "4000 0000 0000 0127": ("chargeDeclinedIncorrectCvc", "incorrect_cvc", "incorrect_cvc"),
    "4000 0000 0000 0119": ("chargeDeclinedProcessingError", "processing_error", "processing_error"),
    "4000 0000 0000 6975": ("chargeDeclinedVelocityLimitExceeded", "card_declined", "card_velocity_exceeded"),
    "4000 0000 0000 0341": ("chargeCustomerFail", "card_declined", "generic_decline"),
}
# number: name, country, and the decline_code of a payment without its owner, unless that succeeds
ASKING = {
    CARD_ASKING: ("authenticationRequiredOnSetup", "FR", "authentication_required"),
    "4000 0027 6000 3184": ("authenticationRequired", "DE", "authentication_required"),
    "4000 0038 0000 0446": ("authenticationRequiredSetupForOffSession", "IT", None),
    "4000 0000 0000 3220": ("threeDSecure2Required", "US", "authentication_required"),
    "4000 0000 0000 3063": ("threeDSecureRequired", "US", "authentication_required"),
    "4000 0084 0000 1629": ("threeDSecureRequiredChargeDeclined", "US", "authentication_required"),
    "4000 0082 6000 3178": ("authenticationRequiredChargeDeclinedInsufficientFunds", "GB", "insufficient_funds"),
}
SLOW_ACCOUNT = "AT321904300235473204"
# number: outcome, and whether it is slow or disputed
ACCOUNTS = {
    "AT611904300234573201": "succeeded",
    SLOW_ACCOUNT: "succeeded slow",
    "AT861904300235473202": "failed",
    "AT051904300235473205": "failed slow",
    "AT591904300235473203": "succeeded disputed",
    "DE89370400440532013000": "succeeded",
    "DE08370400440532013003": "succeeded slow",
    "DE62370400440532013001": "failed",
    "DE78370400440532013004": "failed slow",
    "DE35370400440532013002": "succeeded disputed",
    "IT40S0542811101000000123456": "succeeded",
    "IT60X0542811101000000123456": "failed",
    "000123456789": "succeeded",
    "000111111113": "failed",
    "000111111116": "failed",
    "000222222227": "failed",
}
EXPIRY = {"exp_month": 12, "exp_year": 2040}


def new(v1: Any, method: str | None = None, **more: Any) -> Any:
    """A PaymentIntent of 20.00; with a method that is to pay it at once."""
    how = {} if method is None else {"payment_method": method, "confirm": True}
    return v1.payment_intents.create({"amount": 2000, "currency": "eur"} | how | more)


def by_account(v1: Any, number: str) -> str:
    """A PaymentMethod of a bank account."""
    kind, details = "sepa_debit", {"iban": number}
    if number.isdigit():
        kind, details = "us_bank_account", {"account_number": number, "routing_number": "110000000"}
    billing = {"name": "Jenny", "email": "jenny@example.com"}
    return str(v1.payment_methods.create({"type": kind, kind: details, "billing_details": billing}).id)


def every_way(v1: Any, number: str, *names: str) -> list[str]:
    """The same card as a PaymentMethod by its number, by each of its tokens, and by the names themselves."""
    number = number.replace(" ", "")
    made = [v1.payment_methods.create({"type": "card", "card": {"number": number, **EXPIRY}})]
    made += [v1.payment_methods.create({"type": "card", "card": {"token": f"tok_{name}"}}) for name in names]
    assert {each.card.last4 for each in made} == {number[-4:]}
    return [each.id for each in made] + [f"pm_card_{name}" for name in names]


def declined(of: Any) -> Any:
    """The error object of a card error."""
    error = refusal(of)
    assert isinstance(error, stripe.CardError), error
    found: Any = error.json_body["error"]  # type: ignore[index]
    assert (error.http_status, found["type"]) == (402, "card_error")
    return found


def refused(of: Any, code: str | None, param: str | None = None) -> str:
    """What the message of an invalid request says."""
    error = refusal(of)
    assert isinstance(error, stripe.InvalidRequestError), error
    assert (error.http_status, error.code, error.param) == (400, code, param)
    return str(error)


def news(v1: Any, about: str) -> list[str]:
    """The types of the events about an object and what names it, oldest first; its creation is no news."""
    events = reversed(v1.events.list({"limit": 40}).data)
    told = [(event.type, event.data.object) for event in events]
    found = [kind for kind, each in told if about in (each["id"], each.to_dict().get("payment_intent"))]
    return found[1:] if found[0] == "payment_intent.created" else found


def in_state(v1: Any, status: str) -> str:
    """The id of a PaymentIntent that has come so far."""
    made = {
        "requires_payment_method": lambda: new(v1),
        "requires_confirmation": lambda: new(v1, payment_method="pm_card_visa"),
        "requires_action": lambda: new(v1, "pm_card_authenticationRequired"),
        "requires_capture": lambda: new(v1, "pm_card_visa", capture_method="manual"),
        "processing": lambda: new(v1, by_account(v1, SLOW_ACCOUNT)),
        "succeeded": lambda: new(v1, "pm_card_visa"),
        "canceled": lambda: v1.payment_intents.cancel(new(v1).id),
    }[status]()
    assert made.status == status
    return str(made.id)
