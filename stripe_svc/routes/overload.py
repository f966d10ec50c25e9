"""Overload: what has waited too long for a thread is refused at once, so that the others are served in time.

Without this, requests would queue up until their clients have given up on all of them, and the threads would answer
nobody. A refusal costs a tenth of an event; Stripe, and any client that reads Retry-After, comes again.
"""

from contextvars import ContextVar

from flask import request

from stripe_svc.errors import Overloaded

PATIENCE_SECONDS = 2.0

# How long this thread's request waited for it. Set in gunicorn.conf.py.
waited_seconds: ContextVar[float] = ContextVar("waited_seconds", default=0.0)


def refuse_if_late() -> None:
    """Runs before each request. Raises Overloaded; not for /healthz and /readyz, which say how we are."""
    waited = waited_seconds.get()
    if waited > PATIENCE_SECONDS and request.blueprint != "health":
        raise Overloaded(f"All threads were busy for {waited:.1f} seconds. Try again.")
