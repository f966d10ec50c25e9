"""Questions to Stripe that events alone cannot answer, one at a time: how a subscription stands. The worker asks."""

import json
import logging

from stripe_svc import dao
from stripe_svc.database import Database
from stripe_svc.errors import EventFailed, RequestInProgress, StripeMisconfigured, StripeRefused, StripeUnavailable
from stripe_svc.handlers.event import Event
from stripe_svc.handlers.subscriptions import FETCHED
from stripe_svc.logs import log
from stripe_svc.services.events import receive_event
from stripe_svc.stripe_api import API_VERSION, StripeApi


def refetch_next(database: Database, stripe: StripeApi, *, livemode: bool) -> bool:
    """Asks Stripe about the next subscription that is due, and takes the answer in like an event.

    Returns False if none was due. The claim is committed before Stripe is asked; if this process dies, another one
    asks again. What goes wrong is noted beside the question. Raises DatabaseBusy.
    """
    with database.autocommit() as conn:
        claimed = dao.claim_subscription_refetch(conn)
    if claimed is None:
        return False
    subscription_id, reported_at = claimed["subscription_id"], claimed["reported_at"]
    try:
        fetched = stripe.get_subscription(subscription_id)
        if fetched.answered_at <= reported_at:
            # By Stripe's own clock the second is not over, and more may happen in it.
            with database.autocommit() as conn:
                dao.record_refetch_delay(conn, subscription_id=subscription_id)
            return True
        outcome = receive_event(
            database,
            Event(
                # Two workers who ask for the same get the same: the second answer is a duplicate.
                id=f"fetched_{subscription_id}_{reported_at}",
                type=FETCHED,
                created=reported_at,
                livemode=livemode,
                api_version=API_VERSION,
                account=None,
                object=fetched.object,
                payload=json.dumps({"data": {"object": fetched.object}}),
            ),
            source="reconcile",
            livemode=livemode,
        )
    except StripeRefused as error:
        with database.autocommit() as conn:
            dao.record_refetch_refusal(conn, subscription_id=subscription_id, error=error.detail)
        log("subscription.refetch_refused", logging.WARNING, subscription_id=subscription_id, error=error.detail)
    except (StripeUnavailable, StripeMisconfigured, RequestInProgress, EventFailed) as error:
        with database.autocommit() as conn:
            dao.record_refetch_failure(conn, subscription_id=subscription_id, error=error.detail)
        log("subscription.refetch_failed", logging.WARNING, subscription_id=subscription_id, error=error.detail)
    else:
        log("subscription.refetched", subscription_id=subscription_id, outcome=outcome)
    return True
