"""Subscriptions by API: created, changed, canceled, resumed. https://docs.stripe.com/api/subscriptions."""

from typing import Any

from .. import catalog, clock, payment_methods
from ..errors import InvalidRequest, Refused
from ..events import Cause, change, emit
from ..lookup import named
from ..objects import Object
from ..params import MAX_TIMESTAMP, PriceData, changed, merged_metadata
from ..store import Selection, Transaction
from . import collection, invoices, objects, periods, prorations, renewals, standing
from .params import (
    CancelSubscription,
    ChangedItem,
    CreateSubscription,
    NewItem,
    RecurringPriceData,
    UpdateSubscription,
)

DAY = 24 * 3600


def create(tx: Transaction, given: CreateSubscription, cause: Cause) -> Object:
    customer = named(tx, given.customer, "customer", "customer")
    items = [_new_item(tx, item, f"items[{index}]") for index, item in enumerate(given.items)]
    trial_end = trial_end_of(given.trial_end, given.trial_period_days)
    method = _own_method(tx, given.default_payment_method, customer["id"])
    subscription = begin(
        tx,
        customer,
        items,
        trial_end=trial_end,
        default_payment_method=method,
        description=given.description,
        metadata=given.metadata,
        **({} if given.trial_settings is None else {"trial_settings": given.trial_settings.model_dump()}),
    )
    if given.cancel_at_period_end:
        change(tx, subscription, **_cancel_at_period_end(subscription, is_wanted=True))
    if given.cancel_at is not None:
        change(tx, subscription, **_cancel_at(subscription, str(given.cancel_at)))
    charge_first_period(tx, subscription, cause, collects=given.payment_behavior == "allow_incomplete")
    standing.announce(tx, subscription, cause)
    renewals.plan(tx, subscription)
    return subscription


def begin(tx: Transaction, customer: Object, items: list[Object], *, trial_end: int | None, **more: Any) -> Object:
    """A subscription in its first period or its trial; nothing is charged and nobody told yet."""
    currency = _common(items)
    now = int(clock.now())
    subscription = objects.subscription(customer, currency, items, **more)
    for item in items:
        end = trial_end or periods.end_of_period(now, now, item["price"]["recurring"])
        item.update(current_period_start=now, current_period_end=end)
    if trial_end is not None:
        subscription.update(status="trialing", trial_start=now, trial_end=trial_end, billing_cycle_anchor=trial_end)
    tx.insert(subscription, private={"is_announced": False})
    if customer["currency"] is None:
        change(tx, customer, currency=currency)
    return subscription


def charge_first_period(tx: Transaction, subscription: Object, cause: Cause, *, collects: bool) -> Object:
    """The first invoice, which is never a draft for long. Returns it."""
    is_trial = subscription["status"] == "trialing"
    items = subscription["items"]["data"]
    lines = [renewals.period_line(tx, item, is_trial=is_trial) for item in items]
    customer = tx.get(subscription["customer"])
    if collects and sum(line["amount"] for line in lines) and collection.method_of(tx, subscription) is None:
        raise InvalidRequest(
            "This customer has no attached payment source or default payment method. Please consider adding a default"
            " payment method.",
            code="resource_missing",
        )
    invoice = invoices.draft(
        tx,
        customer,
        lines,
        cause,
        currency=subscription["currency"],
        reason="subscription_create",
        subscription=subscription,
        auto_advance=True,
    )
    change(tx, subscription, latest_invoice=invoice["id"])
    if collects:
        collection.finalize_and_collect(tx, invoice, cause)
    else:
        invoices.finalize(tx, invoice, cause)
        if invoice["status"] == "paid":
            standing.paid(tx, subscription, invoice, cause)
    return invoice


def _common(items: list[Object]) -> str:
    """Their currency, which they share, as they do how often they are due."""
    prices = [item["price"] for item in items]
    if len({price["currency"] for price in prices}) > 1:
        raise InvalidRequest("All prices of a subscription must be in one currency.", param="items")
    if len({(price["recurring"]["interval"], price["recurring"]["interval_count"]) for price in prices}) > 1:
        raise InvalidRequest("The local Stripe does not cover items that renew at different times.", param="items")
    return str(prices[0]["currency"])


def _new_item(tx: Transaction, item: NewItem, param: str) -> Object:
    return objects.subscription_item(_price(tx, item.price, item.price_data, param), item.quantity, item.metadata)


def _price(tx: Transaction, price_id: str | None, data: RecurringPriceData | None, param: str) -> Object:
    if (price_id is None) == (data is None):
        raise InvalidRequest("Give exactly one of price and price_data.", param=f"{param}[price]")
    if data is not None:
        return catalog.inline_price(tx, PriceData(**data.model_dump()), f"{param}[price_data]")
    price = named(tx, str(price_id), "price", f"{param}[price]")
    if not price["active"]:
        raise InvalidRequest("This price is not active.", param=f"{param}[price]")
    return recurring(price, f"{param}[price]")


def recurring(price: Object, param: str) -> Object:
    if price["recurring"] is None:
        raise InvalidRequest(
            f"The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`"
            f" ({price['id']}).",
            param=param,
        )
    return price


def trial_end_of(at: str | None, days: int | None) -> int | None:
    """When a trial that begins now ends, by a time or a number of days; None without one."""
    if at is not None and days is not None:
        raise InvalidRequest("Give only one of trial_end and trial_period_days.", param="trial_end")
    now = int(clock.now())
    if days is not None:
        return now + days * DAY
    if at is None or at == "now":
        return None
    return _future(at, "trial_end")


def _future(at: str, param: str) -> int:
    if not at.isdecimal() or not clock.now() < int(at) <= MAX_TIMESTAMP:
        raise InvalidRequest(f"Invalid timestamp: {at}; it must be in the future, in seconds.", param=param)
    return int(at)


def _own_method(tx: Transaction, id_or_name: str | None, customer: str) -> str | None:
    if not id_or_name:
        return None
    method = payment_methods.wanted(tx, id_or_name, "default_payment_method", customer)
    if method["customer"] is None:
        raise InvalidRequest(
            f"The payment method {method['id']} must be attached to the customer first.",
            param="default_payment_method",
        )
    return str(method["id"])


def update(tx: Transaction, subscription: Object, given: UpdateSubscription, cause: Cause) -> Object:
    _must_go_on(subscription)
    names = {"default_payment_method", "description", "metadata", "trial_settings"}
    changes = {name: value for name, value in changed(subscription, given).items() if name in names}
    if given.default_payment_method:
        _own_method(tx, given.default_payment_method, subscription["customer"])
    if given.cancel_at_period_end is not None:
        changes |= _cancel_at_period_end(subscription, is_wanted=given.cancel_at_period_end)
    if given.cancel_at is not None:
        changes |= _cancel_at(subscription, given.cancel_at)
    if given.cancellation_details is not None:
        details: Object = changes.get("cancellation_details") or subscription["cancellation_details"]
        changes["cancellation_details"] = details | given.cancellation_details.model_dump(exclude_unset=True)
    if given.pause_collection is not None:
        pause = given.pause_collection
        changes["pause_collection"] = pause.model_dump() if not isinstance(pause, str) else None
    if given.trial_end not in (None, "now"):
        changes |= _with_trial(subscription, _future(str(given.trial_end), "trial_end"))
        tx.remember(subscription["id"], is_told_of_trial_end=False)
    with standing.told_once(tx, subscription, cause):
        change(tx, subscription, **changes)
        if given.items:
            _change_items(tx, subscription, given, cause)
        if given.trial_end == "now" and subscription["status"] == "trialing":
            renewals.end_trial(tx, subscription, int(clock.now()), cause, at_once=True)
    renewals.plan(tx, subscription)
    return subscription


def _must_go_on(subscription: Object) -> None:
    if subscription["status"] in standing.ENDED:
        raise Refused(
            f"This subscription is {subscription['status']}; only one that has not ended can be changed.",
            code="resource_missing",
        )


def _cancel_at_period_end(subscription: Object, *, is_wanted: bool) -> Object:
    asked = "cancellation_requested" if is_wanted else None
    return {
        "cancel_at": renewals.period_end(subscription) if is_wanted else None,
        "cancel_at_period_end": is_wanted,
        "canceled_at": int(clock.now()) if is_wanted else None,
        "cancellation_details": subscription["cancellation_details"] | {"reason": asked},
    }


def _cancel_at(subscription: Object, at: str) -> Object:
    if at == "":
        return _cancel_at_period_end(subscription, is_wanted=False)
    wanted = _cancel_at_period_end(subscription, is_wanted=True)
    return wanted | {"cancel_at": _future(at, "cancel_at"), "cancel_at_period_end": False}


def _with_trial(subscription: Object, end: int) -> Object:
    """A trial, or a longer or shorter one; until then nothing is charged."""
    items = subscription["items"]
    data = [item | {"current_period_end": end} for item in items["data"]]
    return {
        "billing_cycle_anchor": end,
        "items": items | {"data": data},
        "status": "trialing",
        "trial_end": end,
        "trial_start": subscription["trial_start"] or int(clock.now()),
    }


def _change_items(tx: Transaction, subscription: Object, given: UpdateSubscription, cause: Cause) -> None:
    """Upgrades, downgrades, and more or less of the same."""
    before = subscription["items"]["data"]
    after = _items_after(tx, subscription, given.items)
    _common(after)
    now = int(clock.now())
    is_charged = subscription["status"] in ("active", "past_due")
    # What renews at other times, or was free, begins anew: all that was is credited, and all that is charged at once.
    is_anew = after[0]["price"]["recurring"] != before[0]["price"]["recurring"]
    is_anew = is_anew or (_is_free(before) and not _is_free(after))
    if is_charged and given.proration_behavior != "none":
        prorations.charge_difference(tx, subscription, before, [] if is_anew else after, cause)
    change(tx, subscription, items=objects.items_of(subscription["id"], after))
    if not is_charged:
        return
    if is_anew:
        renewals.start_period(tx, subscription, now, cause, at_once=True)
    elif given.proration_behavior == "always_invoice":
        invoice = collection.invoice_pending(tx, subscription, "subscription_update", cause)
        if invoice is not None:
            change(tx, subscription, latest_invoice=invoice["id"])
            collection.finalize_and_collect(tx, invoice, cause)


def _is_free(items: list[Object]) -> bool:
    return not any(item["price"]["unit_amount"] * item["quantity"] for item in items)


def _items_after(tx: Transaction, subscription: Object, given: list[ChangedItem]) -> list[Object]:
    items = {item["id"]: item for item in subscription["items"]["data"]}
    first = subscription["items"]["data"][0]
    for index, wanted in enumerate(given):
        param = f"items[{index}]"
        if wanted.id is None:
            price = _price(tx, wanted.price, wanted.price_data, param)
            quantity = 1 if wanted.quantity is None else wanted.quantity
            item = objects.subscription_item(price, quantity, wanted.metadata or {})
            same = ("subscription", "current_period_start", "current_period_end")
            items[item["id"]] = item | {name: first[name] for name in same}
        elif wanted.id not in items:
            raise InvalidRequest(
                f"No such subscription item: '{wanted.id}'", code="resource_missing", param=f"{param}[id]"
            )
        elif wanted.deleted:
            del items[wanted.id]
        else:
            items[wanted.id] = _changed_item(tx, items[wanted.id], wanted, param)
    if not items:
        raise InvalidRequest("A subscription must have at least one active plan.", param="items")
    return list(items.values())


def _changed_item(tx: Transaction, item: Object, wanted: ChangedItem, param: str) -> Object:
    new = dict(item)
    if wanted.price is not None or wanted.price_data is not None:
        new["price"] = _price(tx, wanted.price, wanted.price_data, param)
    if wanted.quantity is not None:
        new["quantity"] = wanted.quantity
    if wanted.metadata is not None:
        new["metadata"] = merged_metadata(item["metadata"], wanted.metadata)
    return new


def cancel(tx: Transaction, subscription: Object, given: CancelSubscription, cause: Cause) -> Object:
    """Now. At the end of the period is an update, `cancel_at_period_end`."""
    _must_go_on(subscription)
    if given.prorate and subscription["status"] in ("active", "past_due"):
        prorations.credit_rest(tx, subscription, cause)
    elif not given.invoice_now:
        prorations.drop(tx, subscription, cause)
    told = given.cancellation_details.model_dump(exclude_unset=True)
    standing.end(tx, subscription, "cancellation_requested", cause, **told)
    invoice = collection.invoice_pending(tx, subscription, "manual", cause) if given.invoice_now else None
    if invoice is not None:
        collection.finalize_and_collect(tx, invoice, cause)
    return subscription


def cancel_all(tx: Transaction, customer: Object, cause: Cause) -> None:
    """What the end of a customer means for their subscriptions, and for invoices without one."""
    of_customer = {"customer": customer["id"]}
    for subscription in tx.page(Selection("subscription", limit=1000, fields=of_customer)).data:
        if subscription["status"] not in standing.ENDED:
            standing.end(tx, subscription, "cancellation_requested", cause)
    standing.stop_collecting(tx, of_customer)


def resume(tx: Transaction, subscription: Object, cause: Cause) -> Object:
    """One that was paused for want of a PaymentMethod begins a new period."""
    if subscription["status"] != "paused":
        raise Refused(f"Only a paused subscription can be resumed; this one is {subscription['status']}.")
    renewals.start_period(tx, subscription, int(clock.now()), cause, at_once=True, status="active")
    emit(tx, "customer.subscription.resumed", subscription, cause)
    renewals.plan(tx, subscription)
    return subscription
