"""`POST /webhooks/stripe`: where Stripe's events come in. sql/functions/receive_event.sql is the other half."""

import logging
from functools import partial
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, request

from stripe_svc.errors import ServiceError
from stripe_svc.handlers.event import parse_event
from stripe_svc.logs import log
from stripe_svc.routes.bodies import read_body
from stripe_svc.services import events, subscriptions
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
    database = current_app.extensions["database"]
    outcome = events.receive_event(database, event, source="webhook", livemode=settings.livemode)
    response = jsonify(received=True, outcome=outcome)
    if outcome == "processed" and event.type.startswith(("customer.subscription.", "invoice")):
        response.call_on_close(partial(_after_the_answer, current_app.extensions))
    return response


def _after_the_answer(extensions: dict[str, Any]) -> None:
    """Stripe has its 200 by now, and nothing is lost if this fails: a mark stays until it has succeeded."""
    try:
        subscriptions.refetch_ambiguous(
            extensions["database"], extensions["stripe"], livemode=extensions["settings"].livemode
        )
    except ServiceError as error:
        log("subscription.refetch_failed", logging.WARNING, error=error.detail)
