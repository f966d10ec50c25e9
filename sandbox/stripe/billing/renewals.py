"""What time does to a subscription: it renews, its trial ends, it is canceled as was asked, or never begins."""

from .. import clock
from ..events import NO_REQUEST, Cause, change, emit
from ..objects import Object
from ..store import Transaction
from . import collection, invoices, objects, periods, standing
from .collection import DAY, HOUR

FIRST_PAYMENT_WITHIN = 23 * HOUR
TRIAL_WILL_END_BEFORE = 3 * DAY


def plan(tx: Transaction, subscription: Object) -> None:
    """Note when to look at it next."""
    times = [subscription["cancel_at"], (subscription["pause_collection"] or {}).get("resumes_at")]
    if subscription["status"] == "incomplete":
        times.append(subscription["created"] + FIRST_PAYMENT_WITHIN)
    elif subscription["status"] == "trialing":
        told = tx.private(subscription["id"]).get("is_told_of_trial_end", False)
        times.append(subscription["trial_end"] - (0 if told else TRIAL_WILL_END_BEFORE))
    elif subscription["status"] != "paused":
        times.append(period_end(subscription))
    is_over = subscription["status"] in standing.ENDED
    tx.set_due(subscription["id"], None if is_over else min((at for at in times if at is not None), default=None))


def period_end(subscription: Object) -> int:
    return min(int(item["current_period_end"]) for item in subscription["items"]["data"])


def go_on(tx: Transaction, subscription: Object) -> None:
    """Its time has come."""
    now = clock.now()
    resumes_at = (subscription["pause_collection"] or {}).get("resumes_at")
    if resumes_at is not None and resumes_at <= now:
        standing.set_to(tx, subscription, pause_collection=None)
    if subscription["cancel_at"] is not None and subscription["cancel_at"] <= now:
        _cancel_as_asked(tx, subscription)
    elif subscription["status"] == "incomplete" and subscription["created"] + FIRST_PAYMENT_WITHIN <= now:
        expire(tx, subscription, NO_REQUEST)
    elif subscription["status"] == "trialing":
        _go_on_with_trial(tx, subscription, now)
    elif subscription["status"] in ("active", "past_due") and period_end(subscription) <= now:
        renew(tx, subscription)
    plan(tx, subscription)


def _cancel_as_asked(tx: Transaction, subscription: Object) -> None:
    """What changes in the last period have cost, or given back, is settled an hour later."""
    standing.end_as_asked(tx, subscription)
    invoice = collection.invoice_pending(tx, subscription, "subscription_cycle", NO_REQUEST)
    if invoice is not None:
        finalizes_at = int(clock.now()) + HOUR
        change(tx, invoice, automatically_finalizes_at=finalizes_at)
        tx.set_due(invoice["id"], finalizes_at)


def expire(tx: Transaction, subscription: Object, cause: Cause) -> None:
    """The first payment was not made in time. One that was canceled before has had its end."""
    if subscription["status"] == "incomplete":
        standing.set_to(tx, subscription, cause, status="incomplete_expired", ended_at=int(clock.now()))
        tx.set_due(subscription["id"], None)
    invoice = tx.get(subscription["latest_invoice"])
    if invoice["status"] == "open":
        invoices.void(tx, invoice, cause)


def _go_on_with_trial(tx: Transaction, subscription: Object, now: float) -> None:
    if subscription["trial_end"] <= now:
        end_trial(tx, subscription, subscription["trial_end"], NO_REQUEST)
    elif subscription["trial_end"] - TRIAL_WILL_END_BEFORE <= now:
        tx.remember(subscription["id"], is_told_of_trial_end=True)
        emit(tx, "customer.subscription.trial_will_end", subscription, NO_REQUEST)


def end_trial(tx: Transaction, subscription: Object, at: int, cause: Cause, *, at_once: bool = False) -> None:
    """The first period that costs something begins, if there is something to pay it with."""
    behavior = subscription["trial_settings"]["end_behavior"]["missing_payment_method"]
    if behavior != "create_invoice" and collection.method_of(tx, subscription) is None:
        if behavior == "cancel":
            standing.end(tx, subscription, None, cause)
            return
        standing.set_to(tx, subscription, cause, status="paused", trial_end=at)
        emit(tx, "customer.subscription.paused", subscription, cause)
        return
    start_period(tx, subscription, at, cause, at_once=at_once, trial_end=at, status="active")


def start_period(
    tx: Transaction, subscription: Object, at: int, cause: Cause, *, at_once: bool, **changes: object
) -> None:
    """Begin a new cycle now, with an invoice of its own."""
    items = with_periods(subscription["items"], at, at)
    reason = "subscription_update" if at_once else "subscription_cycle"
    invoice_period(tx, subscription, items, reason, cause, at_once=at_once, billing_cycle_anchor=at, **changes)


def renew(tx: Transaction, subscription: Object) -> None:
    """The next period begins where the last one ended."""
    items = with_periods(subscription["items"], subscription["billing_cycle_anchor"], period_end(subscription))
    invoice_period(tx, subscription, items, "subscription_cycle", NO_REQUEST, at_once=False)


def with_periods(items: Object, anchor: int, start: int) -> Object:
    """The items in the period that begins then."""
    ends = [periods.end_of_period(anchor, start, item["price"]["recurring"]) for item in items["data"]]
    data = [
        item | {"current_period_start": start, "current_period_end": end}
        for item, end in zip(items["data"], ends, strict=True)
    ]
    return items | {"data": data}


def invoice_period(
    tx: Transaction,
    subscription: Object,
    items: Object,
    reason: str,
    cause: Cause,
    *,
    at_once: bool,
    **changes: object,
) -> None:
    """Charge for the items' periods: at once, or, as renewals are, in an hour, so that shops can add to it."""
    now = int(clock.now())
    before = subscription["items"]["data"][0]
    paused = subscription["pause_collection"]
    is_kept = paused is not None and paused["behavior"] == "keep_as_draft"
    waits = not at_once and not is_kept
    invoice = invoices.draft(
        tx,
        tx.get(subscription["customer"]),
        [period_line(tx, item) for item in items["data"]],
        cause,
        currency=subscription["currency"],
        reason=reason,
        subscription=subscription,
        auto_advance=not is_kept,
        automatically_finalizes_at=now + HOUR if waits else None,
        period_start=before["current_period_start"],
        period_end=items["data"][0]["current_period_start"],
    )
    if subscription["cancel_at_period_end"]:
        changes["cancel_at"] = min(item["current_period_end"] for item in items["data"])
    standing.set_to(tx, subscription, cause, items=items, latest_invoice=invoice["id"], **changes)
    if is_kept:
        return
    if paused is not None:
        invoices.finalize(tx, invoice, cause)
        if invoice["status"] == "open":
            (invoices.void if paused["behavior"] == "void" else invoices.give_up)(tx, invoice, cause)
    elif at_once:
        collection.finalize_and_collect(tx, invoice, cause)
    elif waits:
        tx.set_due(invoice["id"], now + HOUR)


def period_line(tx: Transaction, item: Object, *, is_trial: bool = False) -> Object:
    """The invoice's line for the period that an item is in."""
    price = item["price"]
    amount = 0 if is_trial else price["unit_amount"] * item["quantity"]
    period = (item["current_period_start"], item["current_period_end"])
    name = tx.get(price["product"])["name"]
    description = f"Trial period for {name}" if is_trial else f"{item['quantity']} x {name}"
    parent = objects.of_subscription_item(item)
    return objects.line(
        price["currency"],
        amount,
        description=description,
        period=period,
        parent=parent,
        pricing=objects.pricing(price, amount, item["quantity"]),
        quantity=item["quantity"],
    )
