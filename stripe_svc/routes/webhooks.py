"""`POST /webhooks/stripe`: where Stripe's events come in. The other half is in sql/functions/receive/."""

from flask import Blueprint, Response, current_app, request

from stripe_svc.handlers.event import parse_event
from stripe_svc.routes.bodies import read_body
from stripe_svc.services import events
from stripe_svc.stripe_api import verify_signature

# Stripe's largest events, invoices with many lines, are some hundred kilobytes.
MAX_BODY = 1024 * 1024

bp = Blueprint("webhooks", __name__, url_prefix="/webhooks")


@bp.post("/stripe")
def receive_event() -> Response:
    settings = current_app.extensions["settings"]
    payload = verify_signature(
        read_body(MAX_BODY), request.headers.get("Stripe-Signature"), settings.stripe_webhook_secret
    )
    event = parse_event(payload)
    outcome = events.receive_event(
        current_app.extensions["database"], event, source="webhook", livemode=settings.livemode
    )
    return Response(f'{{"received": true, "outcome": "{outcome}"}}\n', mimetype="application/json")
