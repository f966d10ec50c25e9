"""What happens to a Checkout Session: it is created, paid, settled, canceled, or it expires.

Each function is one step inside a transaction that its caller opened, and emits the events that Stripe emits
for it. Where money moves, the session's status is read in that same transaction, so a double click, two
tabs or two processes charge once. Which events come when:
https://docs.stripe.com/payments/checkout/fulfill-orders and https://docs.stripe.com/payments/paymentintents/lifecycle.
"""

from . import attempts, catalog, choices, clock, customers, objects, payment_methods
from .banks import Outcome
from .billing import collection, setups, signups
from .cards import TestCard
from .choices import NO_CHOICES, Choices
from .errors import InvalidRequest, Refused
from .events import NO_REQUEST, Cause, emit
from .lookup import in_time_of, named
from .objects import Object
from .params import CreateSession, PaymentIntentData, SubscriptionData
from .payment_params import CreateCustomer
from .store import Transaction

HALF_HOUR = 30 * 60
DAY = 24 * 3600

ONLY_IN = {
    "payment": ("customer_creation", "payment_intent_data"),
    "subscription": ("payment_method_collection", "subscription_data"),
}


def create_session(tx: Transaction, params: CreateSession) -> Object:
    """Whoever buys, its page is open by everybody's clock."""
    with clock.frozen(None, 0):
        return _create_session(tx, params)


def _create_session(tx: Transaction, params: CreateSession) -> Object:
    customer = None if params.customer is None else named(tx, params.customer, "customer", "customer")
    with in_time_of(tx, customer):  # which a trial would end in
        _must_fit_its_mode(params)
    now = int(clock.now())
    expires_at = now + DAY if params.expires_at is None else params.expires_at
    if not now + HALF_HOUR <= expires_at <= now + DAY:
        raise InvalidRequest("The session must expire between 30 minutes and 24 hours from now.", param="expires_at")
    items = [_line_item(tx, params, index) for index in range(len(params.line_items))]
    if params.mode == "subscription":
        _must_recur(items)
    currency = params.currency or items[0]["currency"]
    if any(item["currency"] != currency for item in items):
        raise InvalidRequest(f"All line items must be in one currency, which is {currency} here.", param="line_items")
    session = objects.checkout_session(
        params,
        amount=sum(item["amount_total"] for item in items),
        currency=currency,
        expires_at=expires_at,
        base_url=tx.base_url,
    )
    if not session["payment_method_types"]:
        raise InvalidRequest(
            f"The local Stripe has none of these payment methods for {currency}.", param="payment_method_types"
        )
    private = {
        "payment_intent_data": (params.payment_intent_data or PaymentIntentData()).model_dump(),
        "subscription_data": (params.subscription_data or SubscriptionData()).model_dump(),
    }
    tx.insert(session, private=private, due_at=expires_at)
    for item in items:
        tx.insert(item, parent=session["id"])
    return session


def _must_fit_its_mode(params: CreateSession) -> None:
    if params.mode == "setup":
        raise InvalidRequest("The local Stripe does not cover mode=setup.", param="mode")
    for name in (name for mode, names in ONLY_IN.items() if mode != params.mode for name in names):
        if getattr(params, name) is not None:
            raise InvalidRequest(f"You can not pass `{name}` in `{params.mode}` mode.", param=name)
    _must_be_a_trial(params.subscription_data or SubscriptionData())
    if params.customer is not None and params.customer_email is not None:
        raise InvalidRequest(
            "You may only specify one of these parameters: customer, customer_email.", param="customer"
        )


def _must_be_a_trial(data: SubscriptionData) -> None:
    if data.trial_end is not None and data.trial_period_days is not None:
        raise InvalidRequest(
            "You may only specify one of these parameters: trial_end, trial_period_days.",
            param="subscription_data[trial_end]",
        )
    if data.trial_end is not None and data.trial_end < clock.now() + 2 * DAY:
        raise InvalidRequest(
            "The `trial_end` date has to be at least 2 days in the future.", param="subscription_data[trial_end]"
        )


def _must_recur(items: list[Object]) -> None:
    """Said now, because the buyer could not do anything about it."""
    recurring = [item["price"]["recurring"] for item in items if item["price"]["recurring"] is not None]
    if not recurring:
        raise InvalidRequest(
            "You must provide at least one recurring price in `subscription` mode when using prices.", param="mode"
        )
    if any(each != recurring[0] for each in recurring):
        raise InvalidRequest(
            "The local Stripe does not cover items that renew at different times.", param="line_items"
        )


def _line_item(tx: Transaction, params: CreateSession, index: int) -> Object:
    item, param = params.line_items[index], f"line_items[{index}]"
    if (item.price is None) == (item.price_data is None):
        raise InvalidRequest("Give exactly one of price and price_data.", param=f"{param}[price]")
    if item.price_data is not None:
        price = catalog.inline_price(tx, item.price_data, f"{param}[price_data]")
    else:
        price = named(tx, str(item.price), "price", f"{param}[price]")
        if not price["active"]:
            raise InvalidRequest("This price is not active.", param=f"{param}[price]")
    if params.mode == "payment" and price["recurring"] is not None:
        raise InvalidRequest(
            "You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use"
            " only one-time prices.",
            param=f"{param}[price]",
        )
    product = named(tx, price["product"], "product", param)
    data = params.subscription_data or SubscriptionData()
    is_trial = price["recurring"] is not None and bool(data.trial_end or data.trial_period_days)
    return objects.line_item(price, product["name"], item.quantity, is_trial=is_trial)


def pay_by_card(
    tx: Transaction, session_id: str, card: TestCard, email: str | None, chosen: Choices = NO_CHOICES
) -> Object:
    """Charge the card. A decline is a `last_payment_error` on the PaymentIntent; the session stays open."""
    session, email = _open_session(tx, session_id, "card", email, chosen)
    if is_free(session):
        return _complete_for_free(tx, session, email)
    return _pay(tx, session, payment_methods.of_card(tx, card, objects.billing_details(email)))


def pay_by_bank_debit(tx: Transaction, session_id: str, email: str | None, chosen: Choices = NO_CHOICES) -> Object:
    """Promise the money: the session completes as unpaid, and `settle` tells later what became of it."""
    currency = (tx.find(session_id, "checkout.session") or {}).get("currency", "")
    kind = objects.BANK_DEBITS.get(currency, "bank_debit")
    session, email = _open_session(tx, session_id, kind, email, chosen)
    if is_free(session):
        return _complete_for_free(tx, session, email)
    return _pay(tx, session, payment_methods.of_bank(tx, kind, None, objects.billing_details(email)))


def pay_by_method(tx: Transaction, session_id: str, method: Object, expected_amount: int) -> Object:
    """What Stripe's page does when its button is pressed, as `stripe trigger` does it (/v1/payment_pages)."""
    email = method["billing_details"]["email"]
    session, email = _open_session(tx, session_id, method["type"], email, NO_CHOICES)
    if expected_amount != session["amount_total"]:
        raise Refused("The amount of this Checkout Session has changed.", code="checkout_amount_mismatch")
    if is_free(session):
        return _complete_for_free(tx, session, email)
    return _pay(tx, session, method)


def _pay(tx: Transaction, session: Object, method: Object) -> Object:
    with in_time_of(tx, session):
        return _attempt(tx, session, method)


def _attempt(tx: Transaction, session: Object, method: Object) -> Object:
    billing = method["billing_details"]
    if session["amount_total"] == 0:
        return _begin_for_free(tx, session, billing, method) if setups.begin(tx, session, method) else session
    if session["mode"] == "subscription":
        signups.begin(tx, session, billing)
        intent = signups.intent_of(tx, session)
        if intent is None:  # the customer's credit was enough
            signups.keep(tx, session, method)
            return _complete(tx, session, "paid", billing)
    else:
        intent = _intent(tx, session, billing)
    attempts.attempt(tx, intent, method, page=f"{session['url']}/authenticate")
    return go_on(tx, session, intent)


def go_on(tx: Transaction, session: Object, intent: Object) -> Object:
    """What the last attempt means for the session, and for the invoice that it may be about."""
    if session["status"] != "open" or intent["status"] not in ("succeeded", "processing"):
        _tell_invoice(tx, intent)
        return session
    method = tx.get(intent["payment_method"])
    if session["mode"] == "subscription":
        signups.paid(tx, session, intent, method)
    else:
        session["customer"] = intent["customer"]
        if intent["setup_future_usage"] is not None and method["customer"] is None:
            payment_methods.attach(tx, method, intent["customer"], NO_REQUEST)
    _complete(tx, session, "paid" if intent["status"] == "succeeded" else "unpaid", method["billing_details"])
    _aftermath(tx, session, intent)
    return session


def _aftermath(tx: Transaction, session: Object, intent: Object) -> None:
    """For an invoice's payment, `collection` has seen to it."""
    if session["mode"] == "payment":
        attempts.aftermath(tx, intent)


def _tell_invoice(tx: Transaction, intent: Object) -> None:
    invoice_id = tx.private(intent["id"]).get("invoice")
    if invoice_id is not None:
        collection.go_on_after(tx, tx.get(invoice_id), intent)


def intent_of(tx: Transaction, session: Object) -> Object | None:
    """The PaymentIntent that a session is paid by, once somebody has tried to."""
    if session["mode"] == "subscription":
        return signups.intent_of(tx, session)
    return tx.find(session["payment_intent"] or "", "payment_intent")


def authenticate(tx: Transaction, session_id: str, outcome: Outcome) -> Object:
    """What the buyer's bank says: only then the card is charged. After a failure they may try again."""
    session = named(tx, session_id, "checkout.session", "session")
    if awaiting_authentication(tx, session) is None:
        raise Refused("No payment of this session waits for authentication.", param="session")
    with in_time_of(tx, session):
        return _authenticated(tx, session, outcome)


def _authenticated(tx: Transaction, session: Object, outcome: Outcome) -> Object:
    intent = intent_of(tx, session)
    if intent is not None:
        attempts.authenticated(tx, intent, outcome)
        return go_on(tx, session, intent)
    method = setups.authenticated(tx, session, outcome)
    return session if method is None else _begin_for_free(tx, session, method["billing_details"], method)


def awaiting_authentication(tx: Transaction, session: Object) -> Object | None:
    """The session's PaymentIntent, if its buyer can authenticate now; for a trial, what stands in for one."""
    intent = intent_of(tx, session) or setups.awaiting_authentication(tx, session)
    is_waiting = intent is not None and intent["status"] == "requires_action" and _is_open(session)
    return intent if is_waiting else None


def settle(tx: Transaction, session_id: str, outcome: Outcome) -> Object:
    """The bank's answer to a debit, which at the real Stripe comes after days."""
    session = named(tx, session_id, "checkout.session", "session")
    intent = intent_of(tx, session)
    if intent is None or intent["status"] != "processing":
        raise Refused("No bank debit of this session is being processed.", param="session")
    with in_time_of(tx, session):
        attempts.settled(tx, intent, outcome)
        return settled(tx, session, intent)


def settled(tx: Transaction, session: Object, intent: Object) -> Object:
    """A debit that the session was completed with has come to its end."""
    _tell_invoice(tx, intent)
    has_succeeded = intent["status"] == "succeeded"
    if has_succeeded:
        session["payment_status"] = "paid"
    tx.update(session)
    emit(tx, f"checkout.session.async_payment_{'succeeded' if has_succeeded else 'failed'}", session, NO_REQUEST)
    _aftermath(tx, session, intent)
    return session


def expire_in_time(tx: Transaction, session: Object) -> None:
    if session["status"] == "open":
        expire(tx, session["id"], NO_REQUEST)


def expire(tx: Transaction, session_id: str, cause: Cause) -> Object:
    """End an open session. A PaymentIntent that was tried and declined is canceled with it."""
    session = named(tx, session_id, "checkout.session", "session")
    if session["status"] != "open":
        raise Refused(f"Only open sessions can be expired; this one is {session['status']}.", param="session")
    session.update(status="expired", url=None)
    tx.update(session)
    tx.set_due(session_id, None)
    with in_time_of(tx, session):
        if session["mode"] == "subscription":
            signups.give_up(tx, session, cause)
        elif (intent := intent_of(tx, session)) is not None:
            attempts.canceled(tx, intent, "expired", cause)
        emit(tx, "checkout.session.expired", session, cause)
    return session


def _open_session(
    tx: Transaction, session_id: str, kind: str, email: str | None, chosen: Choices
) -> tuple[Object, str | None]:
    """The session, if it can be paid this way now, with what the buyer chose, and the e-mail address that counts."""
    session = named(tx, session_id, "checkout.session", "session")
    if not _is_open(session):
        raise Refused("This session can no longer be paid.", code="session_not_open", param="session")
    if session["customer"] is not None:
        named(tx, session["customer"], "customer", "customer")
    if kind not in session["payment_method_types"]:
        raise Refused(f"This session cannot be paid by {kind}.", param="method")
    if session["mode"] == "subscription" and chosen != NO_CHOICES:
        raise Refused("The local Stripe covers discounts, shipping, tax and other currencies in payment mode only.")
    choices.apply(session, chosen)
    tx.update(session)
    return session, session["customer_email"] or email or None


def _is_open(session: Object) -> bool:
    return bool(session["status"] == "open" and session["expires_at"] > clock.running_now())


def _intent(tx: Transaction, session: Object, billing: Object) -> Object:
    """The session's PaymentIntent, which the first attempt creates, as it does the customer that may be wanted."""
    intent = tx.find(session["payment_intent"] or "", "payment_intent")
    if intent is None:
        data = tx.private(session["id"])["payment_intent_data"]
        intent = objects.payment_intent(
            session["amount_total"],
            session["currency"],
            session["payment_method_types"],
            allowed_payment_method_types=session["allowed_payment_method_types"],
            customer=_customer(tx, session, billing),
            **data,
        )
        tx.insert(intent, private={"session": session["id"]})
        session["payment_intent"] = intent["id"]
        tx.update(session)
        emit(tx, "payment_intent.created", intent, NO_REQUEST)
    intent["amount"] = session["amount_total"]  # the buyer may have chosen anew since the first attempt
    intent.pop("presentment_details", None)
    intent |= objects.presentment_of(session)
    return intent


def is_free(session: Object) -> bool:
    """Whether nothing is asked for to pay with."""
    return bool(session["amount_total"] == 0 and session["payment_method_collection"] == "if_required")


def _complete_for_free(tx: Transaction, session: Object, email: str | None) -> Object:
    """Nothing is left to pay, so there is no PaymentIntent; an earlier, declined attempt's is canceled."""
    billing = objects.billing_details(email)
    if session["mode"] == "subscription":
        with in_time_of(tx, session):
            return _begin_for_free(tx, session, billing)
    intent = tx.find(session["payment_intent"] or "", "payment_intent")
    if intent is not None:
        attempts.canceled(tx, intent, "abandoned", NO_REQUEST)
        session["payment_intent"] = None
    session["customer"] = intent["customer"] if intent is not None else _customer(tx, session, billing)
    return _complete(tx, session, "no_payment_required", billing)


def _begin_for_free(tx: Transaction, session: Object, billing: Object, method: Object | None = None) -> Object:
    """A subscription that costs nothing yet, with what will be charged later, if that was collected."""
    signups.begin(tx, session, billing, method)
    return _complete(tx, session, "no_payment_required", billing)


def _complete(tx: Transaction, session: Object, payment_status: str, billing: Object) -> Object:
    if session["mode"] == "subscription":
        signups.complete(tx, session, billing)
    else:
        email = session["customer_email"] or billing["email"]
        session["customer_details"] = objects.customer_details(email, billing["name"])
    return _end(tx, session, payment_status)


def _customer(tx: Transaction, session: Object, billing: Object) -> str | None:
    """Who pays in payment mode: the customer that was given, a new one if that is wanted, or a guest."""
    saves = tx.private(session["id"])["payment_intent_data"].get("setup_future_usage")
    if session["customer"] is not None:
        return str(session["customer"])
    if not saves and session["customer_creation"] != "always":
        return None
    given = CreateCustomer(email=session["customer_email"] or billing["email"], name=billing["name"])
    return str(customers.create(tx, given, NO_REQUEST)["id"])


def _end(tx: Transaction, session: Object, payment_status: str) -> Object:
    session.update(status="complete", payment_status=payment_status, url=None)
    tx.update(session)
    tx.set_due(session["id"], None)
    emit(tx, "checkout.session.completed", session, NO_REQUEST)
    return session


def decline_message(tx: Transaction, session: Object) -> str | None:
    """Why the last attempt to pay an open session failed, if one did."""
    error = (intent_of(tx, session) or {}).get("last_payment_error")
    message = setups.declined(tx, session) if error is None else str(error["message"])
    return message if session["status"] == "open" else None
