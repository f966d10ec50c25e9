"""`/v1/subscriptions`: ended on request."""

from flask import Blueprint, current_app

from stripe_svc.models import SubscriptionEnd
from stripe_svc.routes.api_keys import require_api_key
from stripe_svc.routes.bodies import read_optional_json, refuse_repeated_names
from stripe_svc.services import subscriptions

MAX_BODY = 16 * 1024

bp = Blueprint("subscriptions", __name__, url_prefix="/v1/subscriptions")
bp.before_request(require_api_key)


@bp.post("/<subscription_id>/cancel")
def cancel_subscription(subscription_id: str) -> dict[str, object]:
    body = read_optional_json(MAX_BODY)
    wanted = SubscriptionEnd.model_validate_json(body)
    refuse_repeated_names(body)
    return subscriptions.end_subscription(
        current_app.extensions["database"],
        current_app.extensions["stripe"],
        subscription_id,
        at_period_end=wanted.at_period_end,
    )
