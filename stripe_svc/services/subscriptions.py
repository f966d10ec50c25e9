"""Subscriptions: ended on request."""

from datetime import UTC, datetime
from typing import Any

from stripe_svc import dao
from stripe_svc.database import Database
from stripe_svc.errors import SubscriptionEnded, SubscriptionNotFound
from stripe_svc.logs import log
from stripe_svc.stripe_api import StripeApi


def end_subscription(
    database: Database, stripe: StripeApi, subscription_id: str, *, at_period_end: bool
) -> dict[str, Any]:
    """Has Stripe end a subscription, and says how it stands there now. The access follows with Stripe's event.

    Raises SubscriptionNotFound, SubscriptionEnded, and what StripeApi raises.
    """
    with database.autocommit() as conn:
        # No id of Stripe's has anything in it that PostgreSQL does not take.
        known = dao.get_subscription(conn, subscription_id) if subscription_id.isprintable() else None
    if known is None:
        raise SubscriptionNotFound(f"No order of ours has a subscription {subscription_id[:100]}.")
    if known["has_ended"]:
        raise SubscriptionEnded(f"Subscription {subscription_id} is {known['status']} already.")
    ended = stripe.end_subscription(subscription_id, at_period_end=at_period_end)
    log("subscription.ended", subscription_id=subscription_id, at_period_end=at_period_end)
    return {
        "id": subscription_id,
        "order_id": known["order_id"],
        "status": ended.status,
        "cancel_at": _time(ended.cancel_at),
        "ended_at": _time(ended.ended_at),
    }


def _time(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
