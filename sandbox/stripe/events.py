"""Events: what Stripe tells its endpoints, recorded beside the change that it is about.

https://docs.stripe.com/api/events/object.
"""

from dataclasses import dataclass
from typing import Any

from . import clock, objects
from .objects import Object
from .store import Transaction


@dataclass(frozen=True)
class Cause:
    """The API request that an event is owed to."""

    request_id: str | None = None
    idempotency_key: str | None = None


NO_REQUEST = Cause()  # what buyers, banks and people at the dashboard do


def emit(tx: Transaction, kind: str, subject: Object, cause: Cause, previous: Object | None = None) -> None:
    """Record the event and its deliveries. `previous` is what an update replaced (see `change`)."""
    event = objects.event(
        kind,
        subject,
        previous,
        pending_webhooks=len(tx.outbox.wanting(kind)),
        request={"id": cause.request_id, "idempotency_key": cause.idempotency_key},
    )
    tx.insert(event)
    tx.outbox.send(event, clock.running_now())


def change(tx: Transaction, subject: Object, **changes: Any) -> Object:
    """Store the changes. Returns what these fields held before: an event's `previous_attributes`."""
    previous = before(subject, subject | changes)
    subject.update(changes)
    tx.update(subject)
    return previous


def before(old: Object, new: Object) -> Object:
    """What was different, of hashes only the keys that were; what was not there was null."""
    found = {}
    for name, value in new.items():
        was = old.get(name)
        if was != value:
            found[name] = before(was, value) if isinstance(was, dict) and isinstance(value, dict) else was
    return found | {name: old[name] for name in old.keys() - new.keys()}
