"""Facts in `charge.dispute.*` events. https://docs.stripe.com/api/disputes/object"""

from stripe_svc.handlers import values
from stripe_svc.handlers.event import Event
from stripe_svc.handlers.values import Report


def created(event: Event) -> Report:
    """A buyer's bank questions the payment; `warning_…` is an inquiry, which moves no money yet."""
    return _report(event)


def updated(event: Event) -> Report:
    """Its status may have changed: evidence was sent, an inquiry became a dispute."""
    return _report(event)


def closed(event: Event) -> Report:
    """It was won, lost, or the inquiry ended."""
    return _report(event)


def funds_withdrawn(event: Event) -> Report:
    """The disputed money was taken from the balance."""
    return _report(event, funds_withdrawn=True)


def funds_reinstated(event: Event) -> Report:
    """Money was given back to the balance: all of it after a win, a part for other reasons."""
    return _report(event, funds_reinstated=True)


def _report(event: Event, *, funds_withdrawn: bool = False, funds_reinstated: bool = False) -> Report:
    dispute = event.object
    payment = values.payment_of(dispute)
    if "id" not in dispute or not any(payment.values()):
        return None  # the oldest API versions gave disputes no id
    return {
        "disputes": [
            {
                "id": values.text(dispute, "id"),
                "status": values.text(dispute, "status"),
                "amount": values.amount(dispute, "amount"),
                "currency": dispute.get("currency"),
                "reason": dispute.get("reason"),
                "funds_withdrawn": funds_withdrawn,
                "funds_reinstated": funds_reinstated,
                **payment,
                "created_at": values.time({"created": event.created} | dispute, "created"),
            }
        ]
    }
