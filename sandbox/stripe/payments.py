"""What happens to a Checkout Session: it is created, paid, settled, canceled, or it expires.

Each function is one step inside a transaction that its caller opened, and emits the events that Stripe emits
for it. Where money moves, the session's status is read in that same transaction, so a double click, two
tabs or two processes charge once. Which events come when:
https://docs.stripe.com/payments/checkout/fulfill-orders and https://docs.stripe.com/payments/paymentintents/lifecycle.
"""

from typing import Literal

from . import choices, clock, disputes, objects
from .cards import TEST_CARDS, TestCard
from .choices import NO_CHOICES, Choices
from .errors import InvalidRequest, Refused
from .events import NO_REQUEST, Cause, change, emit
from .objects import Object
from .params import CreatePrice, CreateSession, LineItem, PriceData
from .store import Selection, Transaction

HALF_HOUR = 30 * 60
DAY = 24 * 3600

Outcome = Literal["succeeded", "failed"]

CANCELABLE = ("requires_payment_method", "requires_capture", "requires_confirmation", "requires_action", "processing")


def create_session(tx: Transaction, params: CreateSession, base_url: str) -> Object:
    if params.mode != "payment":
        raise InvalidRequest(f"The local Stripe does not cover mode={params.mode} yet.", param="mode")
    now = int(clock.now())
    expires_at = now + DAY if params.expires_at is None else params.expires_at
    if not now + HALF_HOUR <= expires_at <= now + DAY:
        raise InvalidRequest("The session must expire between 30 minutes and 24 hours from now.", param="expires_at")
    items = [_line_item(tx, item, f"line_items[{index}]") for index, item in enumerate(params.line_items)]
    currency = params.currency or items[0]["currency"]
    if any(item["currency"] != currency for item in items):
        raise InvalidRequest(f"All line items must be in one currency, which is {currency} here.", param="line_items")
    session = objects.checkout_session(
        params,
        amount=sum(item["amount_total"] for item in items),
        currency=currency,
        expires_at=expires_at,
        base_url=base_url,
    )
    if not session["payment_method_types"]:
        raise InvalidRequest(
            f"The local Stripe has none of these payment methods for {currency}.", param="payment_method_types"
        )
    tx.insert(session, private={"payment_intent_data": params.payment_intent_data.model_dump()})
    for item in items:
        tx.insert(item, parent=session["id"])
    return session


def _line_item(tx: Transaction, item: LineItem, param: str) -> Object:
    if (item.price is None) == (item.price_data is None):
        raise InvalidRequest("Give exactly one of price and price_data.", param=f"{param}[price]")
    if item.price_data is not None:
        price = _inline_price(tx, item.price_data, f"{param}[price_data]")
    else:
        price = _existing(tx, str(item.price), "price", f"{param}[price]")
        if not price["active"]:
            raise InvalidRequest("This price is not active.", param=f"{param}[price]")
    product = _existing(tx, price["product"], "product", param)
    return objects.line_item(price, product["name"], item.quantity)


def create_price(tx: Transaction, given: CreatePrice, cause: Cause) -> Object:
    product = _product(tx, given, "", active=True)
    if given.product_data is not None:
        emit(tx, "product.created", product, cause)
    price = objects.price(
        given.currency,
        given.unit_amount,
        product["id"],
        active=given.active,
        lookup_key=given.lookup_key,
        metadata=given.metadata,
        nickname=given.nickname,
    )
    tx.insert(price)
    emit(tx, "price.created", price, cause)
    return price


def _inline_price(tx: Transaction, data: PriceData, param: str) -> Object:
    """Prices and products made in passing are inactive at once: nobody can use them again."""
    product = _product(tx, data, param, active=False)
    price = objects.price(data.currency, data.unit_amount, product["id"], active=False)
    tx.insert(price)
    return price


def _product(tx: Transaction, given: PriceData | CreatePrice, param: str, *, active: bool) -> Object:
    """The product that a price names, or a new one from `product_data`."""
    where = f"{param}[product]" if param else "product"
    if (given.product is None) == (given.product_data is None):
        raise InvalidRequest("Give exactly one of product and product_data.", param=where)
    if given.product_data is None:
        return _existing(tx, str(given.product), "product", where)
    product = objects.product(**given.product_data.model_dump(), active=active)
    tx.insert(product)
    return product


def _existing(tx: Transaction, object_id: str, kind: str, param: str) -> Object:
    found = tx.find(object_id, kind)
    if found is None:
        raise InvalidRequest(f"No such {kind}: '{object_id}'", code="resource_missing", param=param)
    return found


def pay_by_card(
    tx: Transaction, session_id: str, card: TestCard, email: str | None, chosen: Choices = NO_CHOICES
) -> Object:
    """Charge the card. A decline is a `last_payment_error` on the PaymentIntent; the session stays open."""
    session, email = _open_session(tx, session_id, "card", email, chosen)
    if session["amount_total"] == 0:
        return _complete_for_free(tx, session, email)
    details = {
        "brand": "visa",
        "checks": {"address_line1_check": None, "address_postal_code_check": None, "cvc_check": "pass"},
        "country": "US",
        "exp_month": 12,
        "exp_year": 2040,
        "fingerprint": f"local{card.number[-4:]}",
        "funding": "credit",
        "last4": card.number[-4:],
        "wallet": None,
    }
    method = objects.payment_method("card", details, email)
    intent = _attempt(tx, session, method, number=card.number)
    if card.needs_authentication:
        return _ask_to_authenticate(tx, session, intent)
    return _charge_card(tx, session, intent, method, card)


def _ask_to_authenticate(tx: Transaction, session: Object, intent: Object) -> Object:
    """3-D Secure: nothing is charged before the buyer has answered their bank, or has chosen another way to pay.

    https://docs.stripe.com/payments/3d-secure/authentication-flow. Stripe's page does this in a frame.
    """
    redirect = {"return_url": session["url"], "url": f"{session['url']}/authenticate"}
    intent.update(status="requires_action", next_action={"type": "redirect_to_url", "redirect_to_url": redirect})
    tx.update(intent)
    emit(tx, "payment_intent.requires_action", intent, NO_REQUEST)
    return session


def authenticate(tx: Transaction, session_id: str, outcome: Outcome) -> Object:
    """What the buyer's bank says: only then the card is charged. After a failure they may try again."""
    session = _existing(tx, session_id, "checkout.session", "session")
    intent = awaiting_authentication(tx, session)
    if intent is None:
        raise Refused("No payment of this session waits for authentication.", param="session")
    method = tx.get(intent["payment_method"])
    intent.update(next_action=None)
    if outcome == "succeeded":
        return _charge_card(tx, session, intent, method, TEST_CARDS[tx.private(method["id"])["card"]])
    error = {
        "code": "payment_intent_authentication_failure",
        "message": "We are unable to authenticate your payment method.",
        "payment_method": method,
        "type": "invalid_request_error",
    }
    intent.update(status="requires_payment_method", last_payment_error=error, payment_method=None)
    tx.update(intent)
    emit(tx, "payment_intent.payment_failed", intent, NO_REQUEST)
    return session


def awaiting_authentication(tx: Transaction, session: Object) -> Object | None:
    """The session's PaymentIntent, if its buyer can authenticate now."""
    intent = tx.find(session["payment_intent"] or "", "payment_intent")
    is_waiting = intent is not None and intent["status"] == "requires_action" and _is_open(session)
    return intent if is_waiting else None


def _charge_card(tx: Transaction, session: Object, intent: Object, method: Object, card: TestCard) -> Object:
    charge = _charge(tx, intent, method)
    if card.decline_code is not None:
        _fail(tx, intent, charge, method, decline_code=card.decline_code, message=card.message)
        return session
    _succeed(tx, intent, charge)
    _complete(tx, session, "paid", session["customer_email"] or method["billing_details"]["email"])
    if card.dispute_reason is not None:
        disputes.open_dispute(tx, intent, inquiry=card.is_inquiry, reason=card.dispute_reason)
    return session


def pay_by_bank_debit(tx: Transaction, session_id: str, email: str | None, chosen: Choices = NO_CHOICES) -> Object:
    """Promise the money: the session completes as unpaid, and `settle` tells later what became of it."""
    currency = (tx.find(session_id, "checkout.session") or {}).get("currency", "")
    kind = objects.BANK_DEBITS.get(currency, "bank_debit")
    session, email = _open_session(tx, session_id, kind, email, chosen)
    if session["amount_total"] == 0:
        return _complete_for_free(tx, session, email)
    details = {"fingerprint": "local6789", "last4": "6789"}
    method = objects.payment_method(kind, details, email)
    intent = _attempt(tx, session, method)
    charge = _charge(tx, intent, method)
    intent.update(status="processing", payment_method=method["id"])
    tx.update(intent)
    emit(tx, "payment_intent.processing", intent, NO_REQUEST)
    emit(tx, "charge.pending", charge, NO_REQUEST)
    return _complete(tx, session, "unpaid", email)


def settle(tx: Transaction, session_id: str, outcome: Outcome) -> Object:
    """The bank's answer to a debit, which at the real Stripe comes after days."""
    session = _existing(tx, session_id, "checkout.session", "session")
    intent = tx.find(session["payment_intent"] or "", "payment_intent")
    if intent is None or intent["status"] != "processing":
        raise Refused("No bank debit of this session is being processed.", param="session")
    charge = _existing(tx, intent["latest_charge"], "charge", "session")
    method = _existing(tx, intent["payment_method"], "payment_method", "session")
    if outcome == "succeeded":
        _succeed(tx, intent, charge)
        session["payment_status"] = "paid"
    else:
        _fail(tx, intent, charge, method, decline_code=None, message="The bank could not debit this account.")
    tx.update(session)
    emit(tx, f"checkout.session.async_payment_{outcome}", session, NO_REQUEST)
    return session


def expire(tx: Transaction, session_id: str, cause: Cause) -> Object:
    """End an open session. A PaymentIntent that was tried and declined is canceled with it."""
    session = _existing(tx, session_id, "checkout.session", "session")
    if session["status"] != "open":
        raise Refused(f"Only open sessions can be expired; this one is {session['status']}.", param="session")
    session.update(status="expired", url=None)
    tx.update(session)
    intent = tx.find(session["payment_intent"] or "", "payment_intent")
    if intent is not None:
        _cancel(tx, intent, "expired", cause)
    emit(tx, "checkout.session.expired", session, cause)
    return session


def cancel_intent(tx: Transaction, intent: Object, reason: str | None, cause: Cause) -> Object:
    """End a payment that has not succeeded. While its session is open, only expiring that one ends it.

    https://docs.stripe.com/api/payment_intents/cancel
    """
    before = intent["status"]
    if before not in CANCELABLE:
        raise Refused(
            f"You cannot cancel this PaymentIntent because it has a status of {before}. Only a PaymentIntent with"
            f" one of the following statuses may be canceled: {', '.join(CANCELABLE)}.",
            code="payment_intent_unexpected_state",
        )
    (session,) = tx.page(Selection("checkout.session", fields={"payment_intent": intent["id"]})).data
    if session["status"] == "open":
        raise Refused(
            "You cannot cancel this PaymentIntent because its Checkout Session is open. Expire the session instead.",
            code="payment_intent_unexpected_state",
        )
    _cancel(tx, intent, reason, cause)
    if before == "processing":
        change(tx, tx.get(intent["latest_charge"]), status="failed", failure_message="The payment was canceled.")
        emit(tx, "checkout.session.async_payment_failed", session, cause)
    return intent


def _cancel(tx: Transaction, intent: Object, reason: str | None, cause: Cause) -> None:
    change(tx, intent, status="canceled", canceled_at=int(clock.now()), cancellation_reason=reason, next_action=None)
    emit(tx, "payment_intent.canceled", intent, cause)


def _open_session(
    tx: Transaction, session_id: str, kind: str, email: str | None, chosen: Choices
) -> tuple[Object, str | None]:
    """The session, if it can be paid this way now, with what the buyer chose, and the e-mail address that counts."""
    session = _existing(tx, session_id, "checkout.session", "session")
    if not _is_open(session):
        raise Refused("This session can no longer be paid.", code="session_not_open", param="session")
    if kind not in session["payment_method_types"]:
        raise Refused(f"This session cannot be paid by {kind}.", param="method")
    choices.apply(session, chosen)
    tx.update(session)
    return session, session["customer_email"] or email or None


def _is_open(session: Object) -> bool:
    return bool(session["status"] == "open" and session["expires_at"] > clock.now())


def _attempt(tx: Transaction, session: Object, method: Object, *, number: str | None = None) -> Object:
    """The session's PaymentIntent, which the first attempt creates, ready to be paid this way."""
    tx.insert(method, private={"card": number})
    intent = tx.find(session["payment_intent"] or "", "payment_intent")
    if intent is None:
        intent = objects.payment_intent(session, tx.private(session["id"])["payment_intent_data"])
        tx.insert(intent)
        session["payment_intent"] = intent["id"]
        tx.update(session)
        emit(tx, "payment_intent.created", intent, NO_REQUEST)
    intent["amount"] = session["amount_total"]  # the buyer may have chosen anew since the first attempt
    intent.pop("presentment_details", None)
    intent |= objects.presentment_of(session)
    intent.update(last_payment_error=None, next_action=None, payment_method=method["id"])
    return intent


def _charge(tx: Transaction, intent: Object, method: Object) -> Object:
    charge = objects.charge(intent, method)
    tx.insert(charge)
    intent["latest_charge"] = charge["id"]
    return charge


def _succeed(tx: Transaction, intent: Object, charge: Object) -> None:
    charge.update(status="succeeded", paid=True, captured=True, amount_captured=charge["amount"])
    charge["outcome"] = _outcome("authorized", "approved_by_network", None, "Payment complete.")
    tx.update(charge)
    intent.update(status="succeeded", amount_received=intent["amount"])
    tx.update(intent)
    emit(tx, "charge.succeeded", charge, NO_REQUEST)
    emit(tx, "payment_intent.succeeded", intent, NO_REQUEST)


def _fail(
    tx: Transaction, intent: Object, charge: Object, method: Object, *, decline_code: str | None, message: str
) -> None:
    code = "card_declined" if method["type"] == "card" else "payment_intent_payment_attempt_failed"
    charge.update(status="failed", failure_code=code, failure_message=message)
    charge["outcome"] = _outcome("issuer_declined", "declined_by_network", decline_code, message)
    tx.update(charge)
    error: Object = {"type": "card_error" if method["type"] == "card" else "invalid_request_error"}
    error.update(charge=charge["id"], code=code, message=message, payment_method=method)
    if decline_code is not None:
        error["decline_code"] = decline_code
    intent.update(status="requires_payment_method", last_payment_error=error, payment_method=None)
    tx.update(intent)
    emit(tx, "charge.failed", charge, NO_REQUEST)
    emit(tx, "payment_intent.payment_failed", intent, NO_REQUEST)


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


def _complete_for_free(tx: Transaction, session: Object, email: str | None) -> Object:
    """Nothing is left to pay, so there is no PaymentIntent; an earlier, declined attempt's is canceled."""
    intent = tx.find(session["payment_intent"] or "", "payment_intent")
    if intent is not None:
        _cancel(tx, intent, "abandoned", NO_REQUEST)
        session["payment_intent"] = None
    return _complete(tx, session, "no_payment_required", email)


def _complete(tx: Transaction, session: Object, payment_status: str, email: str | None) -> Object:
    session.update(
        status="complete",
        payment_status=payment_status,
        url=None,
        customer_details=objects.customer_details(email),
    )
    tx.update(session)
    emit(tx, "checkout.session.completed", session, NO_REQUEST)
    return session


def decline_message(tx: Transaction, session: Object) -> str | None:
    """Why the last attempt to pay an open session failed, if one did."""
    intent = tx.find(session["payment_intent"] or "", "payment_intent")
    error = (intent or {}).get("last_payment_error")
    return None if session["status"] != "open" or error is None else str(error["message"])
