"""Subscriptions: ended on request, and looked at again at Stripe where events alone cannot tell how they stand."""

import json
import logging
import time
from datetime import UTC, datetime
from typing import Any

from stripe_svc import dao
from stripe_svc.database import Database
from stripe_svc.errors import EventFailed, StripeRefused, SubscriptionEnded, SubscriptionNotFound
from stripe_svc.handlers.event import Event
from stripe_svc.handlers.subscriptions import FETCHED
from stripe_svc.logs import log
from stripe_svc.services.events import receive_event
from stripe_svc.stripe_api import API_VERSION, StripeApi

ENDED = {"canceled", "incomplete_expired"}
# Events and answers carry whole seconds: what Stripe says in a later one is newer than all events of this one.
A_SECOND = 1.1


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
    if known["status"] in ENDED:
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


def refetch_ambiguous(database: Database, stripe: StripeApi, *, livemode: bool) -> None:
    """Asks Stripe how the marked subscriptions stand, outside any transaction, and takes its answer for an event."""
    with database.autocommit() as conn:
        marked = dao.list_ambiguous_subscriptions(conn)
    too_early = [each for each in marked if not _refetch(database, stripe, livemode=livemode, **each)]
    if too_early:
        time.sleep(A_SECOND)
        for each in too_early:
            _refetch(database, stripe, livemode=livemode, **each)


def _refetch(database: Database, stripe: StripeApi, id: str, reported_at: int, *, livemode: bool) -> bool:
    """Settles one of them, if that can be; False if it is too early to tell."""
    try:
        fetched = stripe.get_subscription(id)
        if fetched.answered_at <= reported_at:
            # By Stripe's own clock the second is not over, and more may happen in it.
            return False
        event = Event(
            # Two who ask at once ask for the same: the second answer is a duplicate.
            id=f"fetched_{id}_{reported_at}",
            type=FETCHED,
            created=reported_at,
            livemode=livemode,
            api_version=API_VERSION,
            account=None,
            object=fetched.object,
            payload=json.dumps({"data": {"object": fetched.object}}),
        )
        receive_event(database, event, source="reconcile", livemode=livemode)
    except (StripeRefused, EventFailed) as error:
        # The others are not to wait for one that Stripe does not know any more.
        log("subscription.refetch_failed", logging.WARNING, subscription_id=id, error=error.detail)
    return True
