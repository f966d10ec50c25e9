"""One attempt to pay a PaymentIntent, and what comes of it: charged, declined, asked to authenticate, or processing.

https://docs.stripe.com/payments/paymentintents/lifecycle. Each function is one step inside a transaction that its
caller opened, and emits the events that Stripe emits for it; the PaymentIntent says what came of it. What it was
paid for, a Checkout Session or an invoice, is for the caller: see `settlements`.
"""

from typing import NamedTuple

from . import clock, disputes, objects
from .banks import TEST_ACCOUNTS, Outcome, TestAccount
from .cards import TEST_CARDS, TestCard
from .events import NO_REQUEST, Cause, change, emit
from .objects import Object
from .store import Transaction

AUTHENTICATION_FAILED = {
    "code": "payment_intent_authentication_failure",
    "message": "We are unable to authenticate your payment method.",
    "type": "invalid_request_error",
}


class Refusal(NamedTuple):
    """Why a bank does not pay: https://docs.stripe.com/error-codes."""

    code: str
    decline_code: str | None
    message: str


NOT_DEBITED = Refusal("payment_intent_payment_attempt_failed", None, "The bank could not debit this account.")
AUTHENTICATION_REQUIRED = Refusal(
    "authentication_required",
    "authentication_required",
    "Your card was declined. This transaction requires authentication.",
)


def attempt(
    tx: Transaction,
    intent: Object,
    method: Object,
    cause: Cause = NO_REQUEST,
    *,
    page: str | None = None,
    off_session: bool = False,
    can_ask: bool = True,
) -> None:
    """Try to pay with a PaymentMethod. `page` is where its owner authenticates, unless they cannot be asked."""
    intent.update(last_payment_error=None, next_action=None, payment_method=method["id"])
    if method["type"] != "card":
        _debit(tx, intent, method, cause, off_session=off_session)
        return
    card = card_of(tx, method)
    if not _must_authenticate(tx, card, method, off_session):
        _charge_card(tx, intent, method, cause)
    elif not can_ask:
        _fail(tx, intent, _charge(tx, intent, method), cause, AUTHENTICATION_REQUIRED)
    else:
        # Stripe's own page does this in a frame. Nothing is charged before their bank has heard the buyer.
        page = page or f"{tx.base_url}/authenticate/{intent['id']}"
        redirect = {"return_url": tx.private(intent["id"]).get("return_url") or page, "url": page}
        intent.update(status="requires_action", next_action={"type": "redirect_to_url", "redirect_to_url": redirect})
        tx.update(intent)
        emit(tx, "payment_intent.requires_action", intent, cause)


def card_of(tx: Transaction, method: Object) -> TestCard:
    return TEST_CARDS[tx.private(method["id"])["card"]]


def _must_authenticate(tx: Transaction, card: TestCard, method: Object, off_session: bool) -> bool:
    if card.authentication == "until_set_up":
        return not tx.private(method["id"]).get("is_set_up", False)
    return card.authentication == "always" or (card.authentication == "on_session" and not off_session)


def authenticated(tx: Transaction, intent: Object, outcome: Outcome) -> None:
    """What the buyer's bank says: only then the card is charged. After a failure they may try again."""
    method = tx.get(intent["payment_method"])
    intent.update(next_action=None)
    if outcome == "succeeded":
        if intent["setup_future_usage"] == "off_session":
            tx.remember(method["id"], is_set_up=True)
        _charge_card(tx, intent, method, NO_REQUEST)
        return
    error = AUTHENTICATION_FAILED | {"payment_method": method}
    intent.update(status="requires_payment_method", last_payment_error=error, payment_method=None)
    tx.update(intent)
    emit(tx, "payment_intent.payment_failed", intent, NO_REQUEST)


def _charge_card(tx: Transaction, intent: Object, method: Object, cause: Cause) -> None:
    card = card_of(tx, method)
    charge = _charge(tx, intent, method)
    if card.code is not None:
        _fail(tx, intent, charge, cause, Refusal(card.code, card.decline_code, card.message))
        return
    if intent["capture_method"] != "manual":
        _succeed(tx, intent, charge, cause)
        return
    charge.update(status="succeeded", paid=True, outcome=_approved())
    tx.update(charge)
    intent.update(status="requires_capture", amount_capturable=intent["amount"])
    tx.update(intent)
    emit(tx, "charge.succeeded", charge, cause)
    emit(tx, "payment_intent.amount_capturable_updated", intent, cause)


def captured(tx: Transaction, intent: Object, amount: int, cause: Cause) -> None:
    """Take what was set aside, or a part of it; the rest goes back to being the buyer's."""
    charge = tx.get(intent["latest_charge"])
    before = change(tx, charge, captured=True, amount_captured=amount)
    change(tx, intent, status="succeeded", amount_capturable=0, amount_received=amount)
    emit(tx, "charge.captured", charge, cause, before)
    emit(tx, "payment_intent.succeeded", intent, cause)


def _debit(tx: Transaction, intent: Object, method: Object, cause: Cause, *, off_session: bool) -> None:
    """Promise the money; `settled` tells later what became of it.

    A test account answers by itself; of one from the payment page somebody is asked, unless it pays for a renewal.
    """
    charge = _charge(tx, intent, method)
    intent.update(status="processing")
    tx.update(intent)
    account = account_of(tx, method)
    if account is not None or off_session:
        tx.set_due(intent["id"], clock.now() + (account.delay_seconds if account else 0))
    emit(tx, "payment_intent.processing", intent, cause)
    emit(tx, "charge.pending", charge, cause)


def account_of(tx: Transaction, method: Object) -> TestAccount | None:
    return TEST_ACCOUNTS.get(tx.private(method["id"]).get("account") or "")


def settled(tx: Transaction, intent: Object, outcome: Outcome) -> None:
    """The bank's answer to a debit, which at the real Stripe comes after days."""
    tx.set_due(intent["id"], None)
    charge = tx.get(intent["latest_charge"])
    if outcome == "succeeded":
        _succeed(tx, intent, charge, NO_REQUEST)
    else:
        _fail(tx, intent, charge, NO_REQUEST, NOT_DEBITED)


def canceled(tx: Transaction, intent: Object, reason: str | None, cause: Cause) -> None:
    was_processing = intent["status"] == "processing"
    was_authorized = intent["status"] == "requires_capture"
    tx.set_due(intent["id"], None)
    change(
        tx,
        intent,
        status="canceled",
        amount_capturable=0,
        canceled_at=int(clock.now()),
        cancellation_reason=reason,
        next_action=None,
    )
    emit(tx, "payment_intent.canceled", intent, cause)
    if was_processing:
        change(tx, tx.get(intent["latest_charge"]), status="failed", failure_message="The payment was canceled.")
    if was_authorized:
        # What was held is let go: https://docs.stripe.com/api/payment_intents/cancel
        charge = tx.get(intent["latest_charge"])
        previous = change(tx, charge, amount_refunded=charge["amount"], refunded=True)
        emit(tx, "charge.refunded", charge, cause, previous)


def aftermath(tx: Transaction, intent: Object) -> None:
    """Some test cards and accounts are disputed as soon as they have paid."""
    if intent["status"] != "succeeded":
        return
    method = tx.get(intent["payment_method"])
    if method["type"] == "card":
        card = card_of(tx, method)
        if card.dispute_reason is not None:
            disputes.open_dispute(tx, intent, inquiry=card.is_inquiry, reason=card.dispute_reason)
    elif (account := account_of(tx, method)) is not None and account.is_disputed:
        disputes.open_dispute(tx, intent, reason="debit_not_authorized")


def _charge(tx: Transaction, intent: Object, method: Object) -> Object:
    charge = objects.charge(intent, method)
    tx.insert(charge)
    intent["latest_charge"] = charge["id"]
    return charge


def _succeed(tx: Transaction, intent: Object, charge: Object, cause: Cause) -> None:
    charge.update(status="succeeded", paid=True, captured=True, amount_captured=charge["amount"])
    charge["outcome"] = _approved()
    tx.update(charge)
    intent.update(status="succeeded", amount_received=intent["amount"])
    tx.update(intent)
    emit(tx, "charge.succeeded", charge, cause)
    emit(tx, "payment_intent.succeeded", intent, cause)


def _fail(tx: Transaction, intent: Object, charge: Object, cause: Cause, why: Refusal) -> None:
    method = tx.get(intent["payment_method"])
    charge.update(status="failed", failure_code=why.code, failure_message=why.message)
    charge["outcome"] = _outcome("issuer_declined", "declined_by_network", why.decline_code, why.message)
    tx.update(charge)
    error: Object = {"type": "card_error" if method["type"] == "card" else "invalid_request_error"}
    error.update(charge=charge["id"], code=why.code, message=why.message, payment_method=method)
    if why.decline_code is not None:
        error["decline_code"] = why.decline_code
    intent.update(status="requires_payment_method", last_payment_error=error, payment_method=None)
    tx.update(intent)
    emit(tx, "charge.failed", charge, cause)
    emit(tx, "payment_intent.payment_failed", intent, cause)


def _approved() -> Object:
    return _outcome("authorized", "approved_by_network", None, "Payment complete.")


def _outcome(kind: str, network_status: str, reason: str | None, message: str) -> Object:
    return {
        "advice_code": None,
        "network_advice_code": None,
        "network_decline_code": None,
        "network_status": network_status,
        "reason": reason,
        "risk_level": "normal",
        "risk_score": 1,
        "seller_message": message,
        "type": kind,
    }
