"""Facts in `customer.subscription.*` events. https://docs.stripe.com/api/subscriptions/object"""

from collections.abc import Mapping
from typing import Any

from stripe_svc.handlers import values
from stripe_svc.handlers.event import Event
from stripe_svc.handlers.values import Report

# The type under which the journal keeps what we fetched; Stripe sends no such event.
FETCHED = "customer.subscription.fetched"


def reported(event: Event) -> Report:
    """All that Stripe knew of the subscription in that second."""
    return {"subscriptions": [fact_of(event.object, event.created)]}


def fetched(event: Event) -> Report:
    """What Stripe answered when we asked, some time after the second that two reports disagreed on: `created`."""
    return {"subscriptions": [fact_of(event.object, event.created) | {"is_fetched": True}]}


def deleted(event: Event) -> Report:
    """It has ended. API versions of old do not always say since when."""
    ended = {"ended_at": event.created} | {name: value for name, value in event.object.items() if value is not None}
    return {"subscriptions": [fact_of(ended, event.created)]}


def fact_of(subscription: Mapping[str, Any], reported_at: int) -> dict[str, Any]:
    period = _period(subscription)
    metadata = subscription.get("metadata") or {}
    pause = subscription.get("pause_collection")
    return {
        "id": values.text(subscription, "id"),
        "status": values.text(subscription, "status"),
        "reported_at": values.moment(reported_at),
        "is_fetched": False,
        "is_ambiguous": False,
        "current_period_start": values.known_time(period, "current_period_start"),
        "current_period_end": values.known_time(period, "current_period_end"),
        "trial_end": values.known_time(subscription, "trial_end"),
        "cancel_at": _cancel_at(subscription, period),
        "ended_at": values.known_time(subscription, "ended_at"),
        "pause_behavior": values.text(pause, "behavior") if pause else None,
        "customer_id": values.id_of(subscription, "customer"),
        "checkout_attempt_id": values.uuid_text(metadata.get("checkout_attempt_id")),
        "created_at": values.time({"created": reported_at} | dict(subscription), "created"),
    }


def _period(subscription: Mapping[str, Any]) -> Mapping[str, Any]:
    """Since API version 2025-03-31 each item has a period of its own; the first to end is the one that is renewed."""
    if subscription.get("current_period_end") is not None:
        return subscription
    items = (subscription.get("items") or {}).get("data") or []
    ends = [item for item in items if item.get("current_period_end") is not None]
    return min(ends, key=lambda item: values.timestamp(item, "current_period_end"), default={})


def _cancel_at(subscription: Mapping[str, Any], period: Mapping[str, Any]) -> str | None:
    """API versions of old give no cancel_at for the end of a period."""
    cancel_at = values.known_time(subscription, "cancel_at")
    if cancel_at is None and subscription.get("cancel_at_period_end"):
        return values.known_time(period, "current_period_end")
    return cancel_at
