"""What is owed: an invoice is a draft, then finalized, then paid, voided or given up.

https://docs.stripe.com/invoicing/integration/workflow-transitions. As everywhere, each function is one step inside
its caller's transaction and emits the events that Stripe emits for it. How money is collected: see `collection`.
"""

from .. import attempts, clock
from ..errors import InvalidRequest, Refused
from ..events import Cause, change, emit
from ..lookup import named
from ..objects import BANK_DEBITS, Object, deleted, list_object, payment_intent
from ..store import Selection, Transaction
from . import objects

SHOWN = 10  # lines within the invoice itself; all of them are at its /lines


def draft(
    tx: Transaction,
    customer: Object,
    lines: list[Object],
    cause: Cause,
    *,
    currency: str,
    reason: str,
    subscription: Object | None = None,
    takes_pending: bool = True,
    **more: object,
) -> Object:
    """A new invoice with these lines, and with what waits for this customer's or subscription's next one."""
    invoice = objects.invoice(customer, currency, reason, subscription, **more)
    tx.insert(invoice)
    # In this order: of an invoice with many changes its events do not show what it is for.
    for item in pending(tx, customer["id"], currency, subscription) if takes_pending else []:
        _take(tx, invoice, item)
    for each in lines:
        tx.insert(each | {"invoice": invoice["id"]}, parent=invoice["id"])
    _add_up(tx, invoice)
    emit(tx, "invoice.created", invoice, cause)
    return invoice


def pending(tx: Transaction, customer: str, currency: str, subscription: Object | None) -> list[Object]:
    """The invoice items that wait for an invoice, newest first. One for a subscription leaves those of others."""
    waiting = Selection("invoiceitem", limit=250, fields={"customer": customer, "invoice": None})
    return [
        item
        for item in tx.page(waiting).data
        if item["currency"] == currency
        and (subscription is None or objects.subscription_of(item) in (None, subscription["id"]))
    ]


def take(tx: Transaction, invoice: Object, item: Object, cause: Cause) -> None:
    """An invoice item becomes a line of a draft."""
    _take(tx, invoice, item)
    emit(tx, "invoice.updated", invoice, cause, _add_up(tx, invoice))


def give_back(tx: Transaction, invoice: Object, item: Object, cause: Cause) -> None:
    """The draft loses the line of an invoice item."""
    for each in tx.children(invoice["id"]):
        if (each["parent"]["invoice_item_details"] or {}).get("invoice_item") == item["id"]:
            tx.delete(each["id"])
    emit(tx, "invoice.updated", invoice, cause, _add_up(tx, invoice))


def _take(tx: Transaction, invoice: Object, item: Object) -> None:
    change(tx, item, invoice=invoice["id"])
    made = objects.line(
        item["currency"],
        item["amount"],
        description=item["description"],
        period=(item["period"]["start"], item["period"]["end"]),
        parent=objects.of_invoice_item(item),
        pricing=item["pricing"],
        quantity=item["quantity"],
    )
    tx.insert(made | {"invoice": invoice["id"], "metadata": item["metadata"]}, parent=invoice["id"])


def _add_up(tx: Transaction, invoice: Object) -> Object:
    """The draft's lines and their sum; returns what was there before."""
    lines = tx.children(invoice["id"])
    total = sum(each["amount"] for each in lines)
    url = f"/v1/invoices/{invoice['id']}/lines"
    return change(
        tx,
        invoice,
        lines=list_object(url, lines[:SHOWN], has_more=len(lines) > SHOWN),
        subtotal=total,
        subtotal_excluding_tax=total,
        total=total,
        total_excluding_tax=total,
        amount_due=max(0, total),
        amount_remaining=max(0, total),
    )


def finalize(tx: Transaction, invoice: Object, cause: Cause) -> None:
    """From now on it is owed. The customer's credit is used first; what is left gets a PaymentIntent."""
    if invoice["status"] != "draft":
        raise Refused("This invoice is already finalized, you can't re-finalize a non-draft invoice.")
    customer, now = named(tx, invoice["customer"], "customer", "customer"), int(clock.now())
    due = invoice["total"] + customer["balance"]
    invoice.update(
        amount_due=max(0, due),
        amount_remaining=max(0, due),
        automatically_finalizes_at=None,
        effective_at=now,
        ending_balance=min(0, due),
        number=f"{customer['invoice_prefix']}-{customer['next_invoice_sequence']:04d}",
        starting_balance=customer["balance"],
        status="open",
        status_transitions=invoice["status_transitions"] | {"finalized_at": now},
    )
    tx.update(invoice)
    tx.set_due(invoice["id"], None)
    change(tx, customer, balance=min(0, due), next_invoice_sequence=customer["next_invoice_sequence"] + 1)
    if due > 0:
        _ask_for_payment(tx, invoice, customer, cause)
    emit(tx, "invoice.finalized", invoice, cause)
    if due <= 0:
        paid(tx, invoice, cause)


def _ask_for_payment(tx: Transaction, invoice: Object, customer: Object, cause: Cause) -> None:
    debit = BANK_DEBITS.get(invoice["currency"])
    intent = payment_intent(
        invoice["amount_due"],
        invoice["currency"],
        ["card"] if debit is None else ["card", debit],
        customer=customer["id"],
        # What pays for a subscription is charged again.
        setup_future_usage=None if objects.subscription_of(invoice) is None else "off_session",
        description=f"Payment for Invoice {invoice['number']}",
        receipt_email=None,
    )
    tx.insert(intent, private={"invoice": invoice["id"]})
    tx.insert(objects.invoice_payment(invoice, intent), parent=invoice["id"])
    emit(tx, "payment_intent.created", intent, cause)


def payment_of(tx: Transaction, invoice: Object) -> Object | None:
    """Its InvoicePayment, which names the PaymentIntent."""
    found = tx.page(Selection("invoice_payment", parent=invoice["id"])).data
    return found[0] if found else None


def intent_of(tx: Transaction, invoice: Object) -> Object:
    """The PaymentIntent of a finalized invoice that something is due for."""
    payment = payment_of(tx, invoice)
    if payment is None:
        raise InvalidRequest(f"Nothing is due for this invoice, which is {invoice['status']}.")
    return tx.get(payment["payment"]["payment_intent"])


def paid(tx: Transaction, invoice: Object, cause: Cause, *, out_of_band: bool = False) -> None:
    """By its PaymentIntent, by credit, because nothing was due, or in another way of which we were told."""
    now = int(clock.now())
    change(
        tx,
        invoice,
        amount_paid=invoice["amount_due"],
        amount_paid_off_stripe=invoice["amount_due"] if out_of_band else 0,
        amount_remaining=0,
        attempted=True,
        auto_advance=False,
        next_payment_attempt=None,
        status="paid",
        status_transitions=invoice["status_transitions"] | {"paid_at": now},
    )
    tx.set_due(invoice["id"], None)
    payment = payment_of(tx, invoice)
    if out_of_band:
        _end_payment(tx, invoice, cause)
    elif payment is not None:
        transitions = payment["status_transitions"] | {"paid_at": now}
        change(tx, payment, amount_paid=invoice["amount_due"], status="paid", status_transitions=transitions)
        emit(tx, "invoice_payment.paid", payment, cause)
    emit(tx, "invoice.paid", invoice, cause)
    emit(tx, "invoice.payment_succeeded", invoice, cause)


def _end_payment(tx: Transaction, invoice: Object, cause: Cause) -> None:
    payment = payment_of(tx, invoice)
    if payment is not None:
        transitions = payment["status_transitions"] | {"canceled_at": int(clock.now())}
        change(tx, payment, status="canceled", status_transitions=transitions)
        attempts.canceled(tx, tx.get(payment["payment"]["payment_intent"]), "void_invoice", cause)


def void(tx: Transaction, invoice: Object, cause: Cause) -> Object:
    """As if it had never been owed; the credit that it used is the customer's again."""
    if invoice["status"] not in ("open", "uncollectible"):
        raise Refused(f"You can only void an invoice that is open or uncollectible; this one is {invoice['status']}.")
    _end_payment(tx, invoice, cause)
    _end(tx, invoice, "void", "voided_at")
    customer = tx.get(invoice["customer"])
    if not customer.get("deleted"):
        used = invoice["starting_balance"] - invoice["ending_balance"]
        change(tx, customer, balance=customer["balance"] + used)
    emit(tx, "invoice.voided", invoice, cause)
    return invoice


def give_up(tx: Transaction, invoice: Object, cause: Cause) -> Object:
    """Owed, and not expected to be paid; it still can be."""
    if invoice["status"] != "open":
        raise Refused(f"You can only mark an open invoice as uncollectible; this one is {invoice['status']}.")
    _end(tx, invoice, "uncollectible", "marked_uncollectible_at")
    emit(tx, "invoice.marked_uncollectible", invoice, cause)
    return invoice


def _end(tx: Transaction, invoice: Object, status: str, when: str) -> None:
    transitions = invoice["status_transitions"] | {when: int(clock.now())}
    change(tx, invoice, status=status, auto_advance=False, next_payment_attempt=None, status_transitions=transitions)
    tx.set_due(invoice["id"], None)


def delete(tx: Transaction, invoice: Object, cause: Cause) -> Object:
    """Only a draft that is for no subscription; what it had lines for waits for the next invoice."""
    if invoice["status"] != "draft" or objects.subscription_of(invoice) is not None:
        raise Refused("You can only delete draft invoices that were not created by a subscription.")
    for item in tx.page(Selection("invoiceitem", limit=100, fields={"invoice": invoice["id"]})).data:
        change(tx, item, invoice=None)
    for each in tx.children(invoice["id"]):
        tx.delete(each["id"])
    tx.delete(invoice["id"])
    emit(tx, "invoice.deleted", invoice, cause)
    return deleted(invoice)
