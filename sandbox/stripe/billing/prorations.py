"""What a change in the middle of a period costs: https://docs.stripe.com/billing/subscriptions/prorations."""

from fractions import Fraction

from .. import clock
from ..events import Cause, emit
from ..objects import Object
from ..store import Transaction
from . import invoices, objects


def charge_difference(
    tx: Transaction, subscription: Object, before: list[Object], after: list[Object], cause: Cause
) -> None:
    """Credit what is left of the items that were, and charge for as much of those that are now."""
    was, now_is = ({item["id"]: item for item in items} for items in (before, after))
    for item_id, item in was.items():
        if _costs(item) != _costs(now_is.get(item_id)):
            _add(tx, subscription, item, cause, is_credit=True)
    for item_id, item in now_is.items():
        if _costs(item) != _costs(was.get(item_id)):
            _add(tx, subscription, item, cause, is_credit=False)


def credit_rest(tx: Transaction, subscription: Object, cause: Cause) -> None:
    """Credit what is left of the period, because it will not be used."""
    charge_difference(tx, subscription, subscription["items"]["data"], [], cause)


def drop(tx: Transaction, subscription: Object, cause: Cause) -> None:
    """Forget what earlier changes have cost, or given back, and no invoice has yet."""
    for item in invoices.pending(tx, subscription["customer"], subscription["currency"], subscription):
        if item["proration"]:
            tx.delete(item["id"])
            emit(tx, "invoiceitem.deleted", item, cause)


def _costs(item: Object | None) -> tuple[str, int] | None:
    return None if item is None else (item["price"]["id"], item["quantity"])


def _add(tx: Transaction, subscription: Object, item: Object, cause: Cause, *, is_credit: bool) -> None:
    now = int(clock.now())
    start, end = item["current_period_start"], item["current_period_end"]
    left = Fraction(max(0, end - max(now, start)), end - start)
    price = item["price"]
    amount = round(price["unit_amount"] * item["quantity"] * left)
    if amount == 0:
        return
    what = f"{item['quantity']} x {tx.get(price['product'])['name']}"
    made = objects.invoice_item(
        subscription["customer"],
        price["currency"],
        -amount if is_credit else amount,
        description=f"{'Unused' if is_credit else 'Remaining'} time on {what}",
        metadata={},
        period=(now, end),
        of=item,
        price=price,
        quantity=item["quantity"] or 1,
    )
    tx.insert(made)
    emit(tx, "invoiceitem.created", made, cause)
