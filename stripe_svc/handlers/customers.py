"""Facts in `customer.*` events. https://docs.stripe.com/api/customers/object"""

from stripe_svc.handlers import values
from stripe_svc.handlers.event import Event
from stripe_svc.handlers.values import Report


def deleted(event: Event) -> Report:
    """A Customer is gone for good; their subscriptions end by events of their own."""
    fact = {"id": values.text(event.object, "id"), "deleted_at": values.moment(event.created)}
    return {"deleted_customers": [fact]}
