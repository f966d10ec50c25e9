"""From a Stripe event to the facts in it. Pure: no database, no clock, no network.

A new event type is one function in a module here and its line in HANDLERS.
"""

from collections.abc import Callable, Mapping
from typing import Any

from stripe_svc.handlers import (
    charges,
    checkout_sessions,
    customers,
    disputes,
    invoices,
    payment_intents,
    refunds,
    subscriptions,
)
from stripe_svc.handlers.event import Event
from stripe_svc.handlers.values import Report

HANDLERS: Mapping[str, Callable[[Event], Report]] = {
    "checkout.session.completed": checkout_sessions.completed,
    "checkout.session.async_payment_succeeded": checkout_sessions.async_payment_succeeded,
    "checkout.session.async_payment_failed": checkout_sessions.async_payment_failed,
    "checkout.session.expired": checkout_sessions.expired,
    "payment_intent.succeeded": payment_intents.succeeded,
    "payment_intent.processing": payment_intents.processing,
    "payment_intent.payment_failed": payment_intents.payment_failed,
    "payment_intent.canceled": payment_intents.canceled,
    "charge.refunded": charges.refunded,
    "charge.refund.updated": refunds.updated,
    "refund.created": refunds.created,
    "refund.updated": refunds.updated,
    "refund.failed": refunds.failed,
    "charge.dispute.created": disputes.created,
    "charge.dispute.updated": disputes.updated,
    "charge.dispute.closed": disputes.closed,
    "charge.dispute.funds_withdrawn": disputes.funds_withdrawn,
    "charge.dispute.funds_reinstated": disputes.funds_reinstated,
    "customer.subscription.created": subscriptions.reported,
    "customer.subscription.updated": subscriptions.reported,
    "customer.subscription.paused": subscriptions.reported,
    "customer.subscription.resumed": subscriptions.reported,
    "customer.subscription.trial_will_end": subscriptions.reported,
    "customer.subscription.deleted": subscriptions.deleted,
    "invoice.created": invoices.created,
    "invoice.finalized": invoices.finalized,
    "invoice.paid": invoices.paid,
    "invoice.payment_failed": invoices.payment_failed,
    "invoice.payment_action_required": invoices.payment_action_required,
    "invoice.voided": invoices.voided,
    "invoice.marked_uncollectible": invoices.marked_uncollectible,
    "invoice_payment.paid": invoices.payment_paid,
    "customer.deleted": customers.deleted,
}


def facts_of(event: Event) -> Report:
    """The facts that an event reports, without what is NULL; None if there are none for us, or no handler.

    Raises FactError if the event does not have the shape that its type promises.
    """
    handler = subscriptions.fetched if event.type == subscriptions.FETCHED else HANDLERS.get(event.type)
    report = handler(event) if handler else None
    return report and {
        table: [{name: value for name, value in fact.items() if value is not None} for fact in facts]
        for table, facts in report.items()
    }


def personal_of(event: Event) -> dict[str, Any] | None:
    """What an event says about a person. The journal keeps it apart from the facts, so that it can be erased."""
    return checkout_sessions.personal_of(event.object) if event.type.startswith("checkout.session.") else None
