"""PaymentIntents by API: created, confirmed, captured, canceled. https://docs.stripe.com/api/payment_intents.

Those of Checkout Sessions are tried on the session's page only; those of invoices here too.
"""

from . import attempts, money, objects, payment_methods, settlements
from .errors import Declined, InvalidRequest, Refused
from .events import Cause, change, emit
from .lookup import named
from .objects import Object
from .params import PaymentIntentData, changed, merged_metadata
from .payment_params import (
    CapturePaymentIntent,
    Confirming,
    ConfirmPaymentIntent,
    CreatePaymentIntent,
    UpdatePaymentIntent,
)
from .store import Transaction

UNFINISHED = ("requires_payment_method", "requires_confirmation", "requires_action")
CANCELABLE = (*UNFINISHED, "requires_capture", "processing")

TAKEN_OVER = {
    *PaymentIntentData.model_fields,
    "capture_method",
    "confirmation_method",
    "statement_descriptor",
    "statement_descriptor_suffix",
    "transfer_group",
}

# What can be said of a payment also when it is over.
REMARKS = {"description", "metadata", "expand"}
FOR_CONFIRMING = ("mandate_data", "off_session", "return_url")


def create(tx: Transaction, given: CreatePaymentIntent, cause: Cause) -> Object:
    for name in FOR_CONFIRMING:
        if getattr(given, name) and not given.confirm:
            raise InvalidRequest(f"The parameter {name} can only be used with confirm=true.", param=name)
    if given.customer is not None:
        named(tx, given.customer, "customer", "customer")
    money.check(given.amount, given.currency, "amount")
    automatic = given.automatic_payment_methods
    intent = objects.payment_intent(
        given.amount,
        given.currency,
        _method_types(given),
        allowed_payment_method_types=given.allowed_payment_method_types,
        automatic_payment_methods=None if automatic is None else automatic.model_dump(),
        customer=given.customer,
        **given.model_dump(include=TAKEN_OVER),
    )
    tx.insert(intent)
    if given.payment_method is not None:
        _choose(tx, intent, given.payment_method)
    emit(tx, "payment_intent.created", intent, cause)
    return _confirm(tx, intent, given, cause) if given.confirm else intent


def _method_types(given: CreatePaymentIntent) -> list[str]:
    """Without a choice all that the currency has, as at Stripe, which offers what its dashboard says.

    A bank sets nothing aside, so a debit cannot be captured later.
    """
    debit = None if given.capture_method == "manual" else objects.BANK_DEBITS.get(given.currency)
    offered = ["card"] if debit is None else ["card", debit]
    wanted = given.allowed_payment_method_types or given.payment_method_types or offered
    for index, kind in enumerate(wanted):
        if kind not in offered:
            name = "allowed_" if given.allowed_payment_method_types else ""
            raise InvalidRequest(
                f"The local Stripe does not cover payments in {given.currency} by {kind}.",
                param=f"{name}payment_method_types[{index}]",
            )
    return wanted


def _choose(tx: Transaction, intent: Object, id_or_name: str) -> None:
    method = payment_methods.wanted(tx, id_or_name, "payment_method", intent["customer"])
    if method["type"] not in intent["payment_method_types"]:
        raise InvalidRequest(
            f"The PaymentMethod provided ({method['type']}) is not allowed for this PaymentIntent, which allows"
            f" {', '.join(intent['payment_method_types'])}.",
            param="payment_method",
        )
    change(tx, intent, payment_method=method["id"], status="requires_confirmation", next_action=None)


def update(tx: Transaction, intent: Object, given: UpdatePaymentIntent) -> Object:
    if given.model_fields_set - REMARKS:
        _must_be(intent, UNFINISHED, "update")
        _must_not_be_of_checkout(tx, intent, "update")
    if given.amount is not None:
        money.check(given.amount, intent["currency"], "amount")
    if given.customer is not None:
        named(tx, given.customer, "customer", "customer")
    changes = changed(intent, given)
    changes.pop("payment_method", None)
    if given.shipping is not None:
        changes["shipping"] = given.shipping.model_dump()
    change(tx, intent, **{"last_payment_error": None} | changes)
    if given.payment_method is not None:
        _choose(tx, intent, given.payment_method)
    return intent


def confirm(tx: Transaction, intent: Object, given: ConfirmPaymentIntent, cause: Cause) -> Object:
    _must_be(intent, UNFINISHED, "confirm")
    _must_not_be_of_checkout(tx, intent, "confirm")
    if given.payment_method is not None:
        _choose(tx, intent, given.payment_method)
    for name, value in given.model_dump(include=TAKEN_OVER, exclude_none=True).items():
        intent[name] = value
    return _confirm(tx, intent, given, cause)


def _confirm(tx: Transaction, intent: Object, given: Confirming, cause: Cause) -> Object:
    if intent["payment_method"] is None:
        raise InvalidRequest(
            "You cannot confirm this PaymentIntent because it's missing a payment method.",
            code="payment_intent_unexpected_state",
            param="payment_method",
        )
    method = payment_methods.wanted(tx, intent["payment_method"], "payment_method", intent["customer"])
    tx.remember(intent["id"], return_url=given.return_url)
    attempts.attempt(tx, intent, method, cause, off_session=given.off_session, can_ask=not given.off_session)
    settlements.go_on(tx, intent, cause)
    raise_if_declined(intent)
    return intent


def raise_if_declined(intent: Object) -> None:
    error = intent["last_payment_error"]
    if error is not None:
        raise Declined(
            error["message"],
            code=error["code"],
            decline_code=error.get("decline_code"),
            charge=error.get("charge"),
            payment_intent=intent,
            payment_method=error["payment_method"],
        )


def capture(tx: Transaction, intent: Object, given: CapturePaymentIntent, cause: Cause) -> Object:
    _must_be(intent, ("requires_capture",), "capture")
    amount = intent["amount_capturable"] if given.amount_to_capture is None else given.amount_to_capture
    if amount > intent["amount_capturable"]:
        raise Refused(
            f"The amount to capture is greater than the {intent['amount_capturable']} that can be captured.",
            code="amount_too_large",
            param="amount_to_capture",
        )
    money.check(amount, intent["currency"], "amount_to_capture")
    intent["metadata"] = merged_metadata(intent["metadata"], given.metadata)
    attempts.captured(tx, intent, amount, cause)
    attempts.aftermath(tx, intent)
    return intent


def cancel(tx: Transaction, intent: Object, reason: str | None, cause: Cause) -> Object:
    """End a payment that has not succeeded: https://docs.stripe.com/api/payment_intents/cancel."""
    _must_be(intent, CANCELABLE, "cancel")
    settlements.must_be_cancelable(tx, intent)
    was_processing = intent["status"] == "processing"
    attempts.canceled(tx, intent, reason, cause)
    if was_processing:
        settlements.debit_canceled(tx, intent, cause)
    return intent


def _must_be(intent: Object, statuses: tuple[str, ...], verb: str) -> None:
    if intent["status"] not in statuses:
        raise Refused(
            f"You cannot {verb} this PaymentIntent because it has a status of {intent['status']}. Only a"
            f" PaymentIntent with one of the following statuses may be {verb.removesuffix('e')}ed:"
            f" {', '.join(statuses)}.",
            code="payment_intent_unexpected_state",
            payment_intent=intent,
        )


def _must_not_be_of_checkout(tx: Transaction, intent: Object, verb: str) -> None:
    owner = settlements.owner(tx, intent)
    if owner is not None and owner["object"] == "checkout.session":
        raise Refused(
            f"You cannot {verb} this PaymentIntent because it belongs to the Checkout Session {owner['id']}.",
            code="payment_intent_unexpected_state",
        )
