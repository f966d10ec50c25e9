"""What a payment means for what it was made for, when it goes on after its request: a Checkout Session, an invoice.

A debit settles, a buyer authenticates, somebody cancels: the PaymentIntent changes in `attempts`, and its owner here.
"""

from contextlib import suppress

from . import attempts, checkout, payment_methods
from .banks import Outcome
from .billing import collection
from .errors import ApiError, Refused
from .events import NO_REQUEST, Cause, emit
from .lookup import in_time_of
from .objects import Object
from .store import Selection, Transaction


def owner(tx: Transaction, intent: Object) -> Object | None:
    """The Checkout Session or invoice that a PaymentIntent is for; None for one that was made by API."""
    private = tx.private(intent["id"])
    owner_id = private.get("session") or private.get("invoice")
    if owner_id is not None:
        return tx.get(owner_id)
    # From before owners were noted: the session names it.
    found = tx.page(Selection("checkout.session", fields={"payment_intent": intent["id"]})).data
    return found[0] if found else None


def settle_in_time(tx: Transaction, intent: Object) -> None:
    """A debit of a known test account settles by itself."""
    if intent["status"] == "processing":
        account = attempts.account_of(tx, tx.get(intent["payment_method"]))
        settle(tx, intent, "succeeded" if account is None else account.outcome)


def settle(tx: Transaction, intent: Object, outcome: Outcome) -> None:
    """The bank's answer to a debit."""
    if intent["status"] != "processing":
        raise Refused("No bank debit of this payment is being processed.", param="payment_intent")
    with in_time_of(tx, intent):
        attempts.settled(tx, intent, outcome)
        for_whom = owner(tx, intent)
        if for_whom is not None and for_whom["object"] == "checkout.session":
            checkout.settled(tx, for_whom, intent)
        else:
            go_on(tx, intent)


def authenticate(tx: Transaction, intent: Object, outcome: Outcome) -> None:
    """What the buyer answered their bank."""
    if intent["status"] != "requires_action":
        raise Refused("This payment does not wait for authentication.", param="payment_intent")
    with in_time_of(tx, intent):
        attempts.authenticated(tx, intent, outcome)
        go_on(tx, intent)


def go_on(tx: Transaction, intent: Object, cause: Cause = NO_REQUEST) -> None:
    """Somebody tried to pay: what that means for the owner, and for the PaymentMethod."""
    for_whom = owner(tx, intent)
    if for_whom is None or for_whom["object"] != "checkout.session":
        _keep_method(tx, intent, cause)
    if for_whom is None:
        attempts.aftermath(tx, intent)
    elif for_whom["object"] == "checkout.session":
        checkout.go_on(tx, for_whom, intent)
    else:
        collection.go_on_after(tx, for_whom, intent)


def _keep_method(tx: Transaction, intent: Object, cause: Cause) -> None:
    """`setup_future_usage` attaches what has paid to the customer; what nobody keeps cannot pay again."""
    if intent["status"] not in ("processing", "requires_capture", "succeeded"):
        return
    method = tx.get(intent["payment_method"])
    if method["customer"] is not None:
        return
    if intent["setup_future_usage"] is None:
        payment_methods.use_up(tx, method)
    elif intent["customer"] is not None:
        # A debit takes days: whoever was to keep it may be gone by now, or it may have been detached.
        with suppress(ApiError), tx.savepoint():
            payment_methods.attach(tx, method, intent["customer"], cause)


def must_be_cancelable(tx: Transaction, intent: Object) -> None:
    """While its session is open, only expiring that one ends a payment; an invoice's ends by voiding that."""
    for_whom = owner(tx, intent)
    if for_whom is not None and for_whom["status"] == "open":
        way_out = "Expire the session" if for_whom["object"] == "checkout.session" else "Void the invoice"
        raise Refused(
            f"You cannot cancel this PaymentIntent because its {for_whom['object']} is open. {way_out} instead.",
            code="payment_intent_unexpected_state",
        )


def debit_canceled(tx: Transaction, intent: Object, cause: Cause) -> None:
    """A session that was completed with the debit will not be paid, and says so."""
    for_whom = owner(tx, intent)
    if for_whom is not None and for_whom["object"] == "checkout.session":
        emit(tx, "checkout.session.async_payment_failed", for_whom, cause)
