"""Invoices by API: https://docs.stripe.com/api/invoices."""

from .. import clock, payment_methods
from ..errors import Declined, InvalidRequest, Refused
from ..events import Cause, change, emit
from ..lookup import named
from ..objects import Object, deleted
from ..params import changed
from ..payment_intents import raise_if_declined
from ..store import Selection, Transaction
from . import collection, invoices, objects, standing
from .params import CreateInvoice, CreateInvoiceItem, FinalizeInvoice, PayInvoice, UpdateInvoice


def create_item(tx: Transaction, given: CreateInvoiceItem, cause: Cause) -> Object:
    customer = named(tx, given.customer, "customer", "customer")
    now = int(clock.now())
    item = objects.invoice_item(
        customer["id"],
        given.currency,
        given.amount,
        description=given.description,
        metadata=given.metadata,
        period=(now, now),
    )
    tx.insert(item)
    if given.invoice is not None:
        invoices.take(tx, _draft(tx, given.invoice, item), item, cause)
    emit(tx, "invoiceitem.created", item, cause)
    return item


def _draft(tx: Transaction, invoice_id: str, item: Object) -> Object:
    """One that the item can be added to."""
    invoice = named(tx, invoice_id, "invoice", "invoice")
    if invoice["status"] != "draft":
        raise InvalidRequest("Invoice is no longer editable", code="invoice_not_editable", param="invoice")
    for name in ("customer", "currency"):
        if invoice[name] != item[name]:
            raise InvalidRequest(f"The {name} of the invoice is {invoice[name]}, not {item[name]}.", param="invoice")
    return invoice


def delete_item(tx: Transaction, item: Object, cause: Cause) -> Object:
    if item["invoice"] is not None:
        invoice = tx.get(item["invoice"])
        if invoice["status"] != "draft":
            raise Refused("You can only delete an invoice item that is part of no invoice, or of a draft.")
        invoices.give_back(tx, invoice, item, cause)
    gone = deleted(item)
    tx.delete(item["id"])
    emit(tx, "invoiceitem.deleted", item, cause)
    return gone


def create(tx: Transaction, given: CreateInvoice, cause: Cause) -> Object:
    """A draft, by default without lines: those of invoice items are only taken when asked for."""
    customer = named(tx, given.customer, "customer", "customer")
    if given.default_payment_method is not None:
        named(tx, given.default_payment_method, "payment_method", "default_payment_method")
    now = int(clock.now())
    invoice = invoices.draft(
        tx,
        customer,
        [],
        cause,
        currency=given.currency or customer["currency"] or _pending_currency(tx, customer) or "usd",
        reason="manual",
        takes_pending=given.pending_invoice_items_behavior == "include",
        auto_advance=given.auto_advance,
        automatically_finalizes_at=now + collection.HOUR if given.auto_advance else None,
        default_payment_method=given.default_payment_method,
        description=given.description,
        metadata=given.metadata,
    )
    tx.set_due(invoice["id"], invoice["automatically_finalizes_at"])
    return invoice


def _pending_currency(tx: Transaction, customer: Object) -> str | None:
    waiting = Selection("invoiceitem", limit=1, fields={"customer": customer["id"], "invoice": None})
    return next((str(item["currency"]) for item in tx.page(waiting).data), None)


def update(tx: Transaction, invoice: Object, given: UpdateInvoice, cause: Cause) -> Object:
    if given.default_payment_method is not None:
        named(tx, given.default_payment_method, "payment_method", "default_payment_method")
    previous = change(tx, invoice, **changed(invoice, given))
    if invoice["status"] == "draft" and given.auto_advance is not None:
        at = int(clock.now()) + collection.HOUR if given.auto_advance else None
        change(tx, invoice, automatically_finalizes_at=at)
        tx.set_due(invoice["id"], at)
    emit(tx, "invoice.updated", invoice, cause, previous)
    return invoice


def finalize(tx: Transaction, invoice: Object, given: FinalizeInvoice, cause: Cause) -> Object:
    """What advances by itself is collected an hour later, as at Stripe."""
    if given.auto_advance is not None:
        change(tx, invoice, auto_advance=given.auto_advance)
    invoices.finalize(tx, invoice, cause)
    if invoice["status"] == "open" and invoice["auto_advance"]:
        at = int(clock.now()) + collection.HOUR
        change(tx, invoice, next_payment_attempt=at)
        tx.set_due(invoice["id"], at)
    _tell_subscription(tx, invoice, cause)
    return invoice


def pay(tx: Transaction, invoice: Object, given: PayInvoice, cause: Cause) -> Object:
    if invoice["status"] == "paid":
        raise Refused("Invoice is already paid", code="invoice_already_paid")
    if invoice["status"] == "void":
        raise Refused("This invoice was voided; it can no longer be paid.")
    named(tx, invoice["customer"], "customer", "customer")
    if invoice["status"] == "draft":
        invoices.finalize(tx, invoice, cause)
    if given.paid_out_of_band and invoice["status"] != "paid":
        invoices.paid(tx, invoice, cause, out_of_band=True)
    _tell_subscription(tx, invoice, cause)
    if invoice["status"] == "paid":
        return invoice
    method = None
    if given.payment_method is not None:
        method = payment_methods.wanted(tx, given.payment_method, "payment_method", invoice["customer"])
    elif collection.default_method(tx, invoice) is None:
        raise InvalidRequest(
            "There is no default_payment_method set on this Customer or Invoice. Please set one, or give"
            " payment_method.",
            code="resource_missing",
        )
    intent = collection.collect(tx, invoice, cause, method)
    raise_if_declined(intent)
    if intent["status"] == "requires_action":
        raise Declined(
            "This payment requires additional user action before it can be completed successfully. Payment can be"
            " completed using the PaymentIntent associated with the invoice.",
            code="invoice_payment_intent_requires_action",
            payment_intent=intent,
        )
    return invoice


def _tell_subscription(tx: Transaction, invoice: Object, cause: Cause) -> None:
    """What was paid without a PaymentIntent counts as well."""
    subscription = standing.of_invoice(tx, invoice)
    if subscription is not None and invoice["status"] == "paid":
        standing.paid(tx, subscription, invoice, cause)
