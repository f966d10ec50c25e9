"""A Checkout Session in subscription mode: what its buyer makes by paying it.

The first attempt makes the customer, the subscription and its first invoice, whose PaymentIntent later attempts pay;
the session names them once it is complete. https://docs.stripe.com/payments/checkout/build-subscriptions
"""

from .. import customers, payment_methods
from ..errors import Refused
from ..events import NO_REQUEST, Cause, change, emit
from ..objects import Object, customer_details
from ..payment_params import CreateCustomer
from ..store import Transaction
from . import collection, invoices, objects, renewals, standing, subscriptions


def intent_of(tx: Transaction, session: Object) -> Object | None:
    """The PaymentIntent that the session is paid by; None before the first attempt, and if nothing is due."""
    made = tx.private(session["id"]).get("made")
    invoice = tx.get(made["invoice"]) if made else None
    return None if invoice is None or invoice["amount_due"] == 0 else invoices.intent_of(tx, invoice)


def begin(tx: Transaction, session: Object, billing: Object, method: Object | None = None) -> None:
    """Make what is to be paid for, unless an earlier attempt did; `method` is for later, when nothing is due now."""
    made = tx.private(session["id"]).get("made")
    if made:
        _must_be_payable(tx, made)
        return
    customer = _customer(tx, session, billing)
    if method is not None:
        _attach(tx, method, customer["id"])
    data = tx.private(session["id"])["subscription_data"]
    items = [
        objects.subscription_item(line["price"], line["quantity"], line["metadata"])
        for line in tx.children(session["id"])
        if line["price"]["recurring"] is not None
    ]
    trial_end = data["trial_end"] or subscriptions.trial_end_of(None, data["trial_period_days"])
    subscription = subscriptions.begin(
        tx,
        customer,
        items,
        trial_end=trial_end,
        default_payment_method=None if method is None else method["id"],
        description=data["description"],
        metadata=data["metadata"],
        **({} if data["trial_settings"] is None else {"trial_settings": data["trial_settings"]}),
    )
    tx.remember(subscription["id"], is_signing_up=True)
    _add_what_is_paid_once(tx, session, customer)
    standing.announce(tx, subscription, NO_REQUEST)
    invoice = subscriptions.charge_first_period(tx, subscription, NO_REQUEST, collects=False)
    intent = None if invoice["amount_due"] == 0 else invoices.intent_of(tx, invoice)
    if intent is not None:
        change(tx, intent, setup_future_usage="off_session")
        tx.remember(intent["id"], session=session["id"])
    made = {"customer": customer["id"], "subscription": subscription["id"], "invoice": invoice["id"]}
    tx.remember(session["id"], made=made)


def _must_be_payable(tx: Transaction, made: Object) -> None:
    """Meanwhile the shop may have ended the subscription, or voided its invoice."""
    has_ended = tx.get(made["subscription"])["status"] in standing.ENDED
    if has_ended or tx.get(made["invoice"])["status"] != "open" or tx.get(made["customer"]).get("deleted"):
        raise Refused("This session can no longer be paid.", code="session_not_open", param="session")


def _customer(tx: Transaction, session: Object, billing: Object) -> Object:
    if session["customer"] is not None:
        return tx.get(session["customer"])
    given = CreateCustomer(email=session["customer_email"] or billing["email"], name=billing["name"])
    return customers.create(tx, given, NO_REQUEST)


def _add_what_is_paid_once(tx: Transaction, session: Object, customer: Object) -> None:
    for line in tx.children(session["id"]):
        if line["price"]["recurring"] is None:
            item = objects.invoice_item(
                customer["id"],
                line["currency"],
                line["amount_total"],
                description=line["description"],
                metadata=line["metadata"],
                period=(session["created"], session["created"]),
                price=line["price"],
                quantity=line["quantity"],
            )
            tx.insert(item)
            emit(tx, "invoiceitem.created", item, NO_REQUEST)


def paid(tx: Transaction, session: Object, intent: Object, method: Object) -> None:
    """What has paid is kept for renewals; one update tells of that and of the subscription being active."""
    made = tx.private(session["id"])["made"]
    with standing.told_once(tx, tx.get(made["subscription"]), NO_REQUEST):
        keep(tx, session, method)
        collection.go_on_after(tx, tx.get(made["invoice"]), intent)


def keep(tx: Transaction, session: Object, method: Object) -> None:
    """Renewals are paid by it."""
    made = tx.private(session["id"])["made"]
    _attach(tx, method, made["customer"])
    standing.set_to(tx, tx.get(made["subscription"]), default_payment_method=method["id"])


def _attach(tx: Transaction, method: Object, customer: str) -> None:
    if method["customer"] is None:
        payment_methods.attach(tx, method, customer, NO_REQUEST)


def complete(tx: Transaction, session: Object, billing: Object) -> None:
    """Time brings renewals from now on, and the session names what was made."""
    made = tx.private(session["id"])["made"]
    subscription, customer = tx.get(made["subscription"]), tx.get(made["customer"])
    tx.remember(subscription["id"], is_signing_up=False)
    renewals.plan(tx, subscription)
    email = customer["email"] or billing["email"]
    session.update(made, customer_details=customer_details(email, customer["name"]))


def give_up(tx: Transaction, session: Object, cause: Cause) -> None:
    """Nobody paid in time: what the attempts made ends with the session."""
    made = tx.private(session["id"]).get("made")
    if made is not None:
        renewals.expire(tx, tx.get(made["subscription"]), cause)
