"""Customers: one at Stripe for each customer_reference, what they may use, and the portal where they manage it."""

from typing import Any

from stripe_svc import dao
from stripe_svc.database import Database
from stripe_svc.errors import CustomerNotFound, RequestInProgress, StripeFailed, StripeRefused
from stripe_svc.logs import log
from stripe_svc.stripe_api import StripeApi


def get_access(database: Database, customer_reference: str, access_grace_days: int) -> dict[str, Any]:
    """What a customer may use now, and until when. Nobody is unknown: who has bought nothing is granted nothing."""
    with database.autocommit() as conn:
        return dao.get_customer_access(
            conn, customer_reference=customer_reference, access_grace_days=access_grace_days
        )


def start_portal_session(
    database: Database, stripe: StripeApi, customer_reference: str, return_url: str | None
) -> dict[str, Any]:
    """A page of Stripe's for one customer: `{customer_reference, url}`.

    Raises CustomerNotFound, and what StripeApi raises.
    """
    with database.autocommit() as conn:
        customer = dao.get_customer(conn, customer_reference)
    if customer is None or customer["stripe_customer_id"] is None:
        raise CustomerNotFound(
            f"Customer {customer_reference} has not started a checkout of a subscription, or was deleted at Stripe."
        )
    url = stripe.create_portal_session(customer["stripe_customer_id"], return_url)
    return {"customer_reference": customer_reference, "url": url}


def ensure_customer(database: Database, stripe: StripeApi, terms: dict[str, Any]) -> str | None:
    """The id at Stripe of the customer whom an order is for; None if the order does not say.

    The row is committed before Stripe is called, and its id is the idempotency key: two orders that are started at
    once, or one that died before Stripe's answer, get one Customer. A refusal of Stripe's ends the row.
    """
    reference = terms["customer_reference"]
    if reference is None:
        return None
    request = {"email": terms["customer_email"], "metadata": {"customer_reference": reference}}
    with database.transaction() as conn:
        dao.insert_customer(
            conn,
            customer_reference=reference,
            request={name: value for name, value in request.items() if value is not None},
        )
        customer = dao.get_customer(conn, reference)
    if customer is None:
        # It ended between our two statements, by an event or another request.
        raise RequestInProgress(f"Customer {reference} changed under this request. Try again.")
    if customer["stripe_customer_id"] is not None:
        return str(customer["stripe_customer_id"])

    customer_id = str(customer["id"])
    try:
        stripe_customer_id = stripe.create_customer(customer["request"], idempotency_key=f"customer-{customer_id}")
    except (StripeRefused, StripeFailed) as error:
        # Stripe would repeat this answer for as long as it keeps the key: the next order gets a new one.
        with database.transaction() as conn:
            dao.record_customer_refusal(conn, customer_id=customer_id)
        log("customer.refused", customer_reference=reference, reason=error.detail)
        raise
    with database.transaction() as conn:
        dao.record_customer(conn, customer_id=customer_id, stripe_customer_id=stripe_customer_id)
    log("customer.created", customer_reference=reference, stripe_customer_id=stripe_customer_id)
    return stripe_customer_id
