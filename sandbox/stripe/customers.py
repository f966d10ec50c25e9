"""Customers, whose PaymentMethods can be charged without them: https://docs.stripe.com/api/customers."""

from . import clock, objects, payment_methods
from .billing import subscriptions
from .errors import Declined, InvalidRequest
from .events import Cause, change, emit
from .lookup import named
from .objects import Object
from .params import changed
from .payment_params import CreateCustomer, UpdateCustomer
from .store import Selection, Transaction


def create(tx: Transaction, given: CreateCustomer, cause: Cause) -> Object:
    if given.test_clock is None:
        return _create(tx, given, cause)
    test_clock = named(tx, given.test_clock, "test_helpers.test_clock", "test_clock")
    with clock.frozen(test_clock["id"], test_clock["frozen_time"]):
        return _create(tx, given, cause)


def _create(tx: Transaction, given: CreateCustomer, cause: Cause) -> Object:
    customer = objects.customer(**given.model_dump(exclude={"expand", "invoice_settings", "payment_method"}))
    tx.insert(customer)
    attached = None
    if given.payment_method is not None:
        attached = payment_methods.wanted(tx, given.payment_method, "payment_method", customer["id"])
        try:
            payment_methods.attach(tx, attached, customer["id"], cause)
        except Declined:
            tx.delete(customer["id"])  # a card that cannot be saved makes no customer
            raise
    default = given.invoice_settings.default_payment_method
    if attached is not None and default == given.payment_method:
        default = attached["id"]  # a name like `pm_card_visa` means the PaymentMethod that was made by it
    _set_default(tx, customer, default)
    emit(tx, "customer.created", customer, cause)
    return customer


def update(tx: Transaction, customer: Object, given: UpdateCustomer, cause: Cause) -> Object:
    must_exist(customer)
    changes = changed(customer, given)
    previous = {}
    if changes.pop("invoice_settings", None) is not None:
        previous = _set_default(tx, customer, given.invoice_settings.default_payment_method)
    previous |= change(tx, customer, **changes)
    if previous:
        emit(tx, "customer.updated", customer, cause, previous)
    return customer


def _set_default(tx: Transaction, customer: Object, wanted: str | None) -> Object:
    found = tx.find(wanted or "", "payment_method")
    if wanted and (found is None or found["customer"] != customer["id"]):
        raise InvalidRequest(
            f"No such PaymentMethod: '{wanted}'; attach it to the customer first.",
            code="resource_missing",
            param="invoice_settings[default_payment_method]",
        )
    settings = customer["invoice_settings"] | {"default_payment_method": wanted or None}
    return change(tx, customer, invoice_settings=settings)


def delete(tx: Transaction, customer: Object, cause: Cause) -> Object:
    """For good: what is left of it is that it was there. Its subscriptions end with it, at once."""
    must_exist(customer)
    subscriptions.cancel_all(tx, customer, cause)
    for method in tx.page(Selection("payment_method", limit=100, fields={"customer": customer["id"]})).data:
        payment_methods.detach(tx, method, cause)
    gone = objects.deleted(customer)
    tx.update(gone)
    emit(tx, "customer.deleted", customer, cause)
    return gone


def must_exist(customer: Object) -> None:
    if customer.get("deleted"):
        raise InvalidRequest(f"No such customer: '{customer['id']}'", code="resource_missing", param="id")
