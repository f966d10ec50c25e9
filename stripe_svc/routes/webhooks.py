"""`POST /webhooks/stripe`: where Stripe's events come in. sql/functions/receive_event.sql is the other half."""

from flask import Blueprint, current_app, request

from stripe_svc.handlers.event import parse_event
from stripe_svc.routes.bodies import read_body
from stripe_svc.services import events
from stripe_svc.stripe_api import verify_signature

# Stripe's largest events, invoices with many lines, are some hundred kilobytes.
MAX_BODY = 1024 * 1024

bp = Blueprint("webhooks", __name__, url_prefix="/webhooks")


@bp.post("/stripe")
def receive_event() -> dict[str, object]:
    settings = current_app.extensions["settings"]
    payload = verify_signature(
        read_body(MAX_BODY), request.headers.get("Stripe-Signature"), settings.stripe_webhook_secret
    )
    outcome = events.receive_event(
        current_app.extensions["database"], parse_event(payload), source="webhook", livemode=settings.livemode
    )
    return {"received": True, "outcome": outcome}
