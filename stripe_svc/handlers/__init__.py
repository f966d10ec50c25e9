"""From a Stripe event to the facts in it. Pure: no database, no clock, no network.

A new event type is one function in a module here and its line in HANDLERS.
"""

from collections.abc import Callable, Mapping
from typing import Any

from stripe_svc.handlers import checkout_sessions
from stripe_svc.handlers.event import Event

# What an event reports: facts by the table they belong to, each in the shape that its merge_…() function takes.
# None: nothing of ours is in it.
Facts = dict[str, list[dict[str, Any]]]

HANDLERS: Mapping[str, Callable[[Event], Facts | None]] = {
    "checkout.session.completed": checkout_sessions.completed,
    "checkout.session.async_payment_succeeded": checkout_sessions.async_payment_succeeded,
    "checkout.session.async_payment_failed": checkout_sessions.async_payment_failed,
    "checkout.session.expired": checkout_sessions.expired,
}


def facts_of(event: Event) -> Facts | None:
    """The facts that an event reports; None if its type is not in HANDLERS or nothing of ours is in it.

    Raises FactError if the event does not have the shape that its type promises.
    """
    handler = HANDLERS.get(event.type)
    return handler(event) if handler else None
