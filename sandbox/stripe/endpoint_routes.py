"""The REST routes of webhook endpoints, and the one that sends an event again.

https://docs.stripe.com/api/webhook_endpoints. `POST /v1/events/{id}/retry` is not in Stripe's reference: it is what
`stripe events resend` calls (https://docs.stripe.com/cli/events/resend).
"""

from flask import Blueprint, Response

from . import endpoints, params
from .answering import Call, answer_get, answer_list, answer_post, existing, expanded, shown
from .api import add_headers, answer_error, authenticate
from .destinations import WEBHOOK_ENDPOINT
from .errors import ApiError
from .objects import Object

bp = Blueprint("endpoints", __name__, url_prefix="/v1")
bp.before_request(authenticate)
bp.register_error_handler(ApiError, answer_error)
bp.after_request(add_headers)


@bp.post("/webhook_endpoints")
def create_endpoint() -> Response:
    def work(call: Call) -> Object:
        given = params.parse(params.CreateWebhookEndpoint, call.params)
        return expanded(call.tx, endpoints.create(call.tx, given), given.expand)

    return answer_post(work)


@bp.get("/webhook_endpoints")
def list_endpoints() -> Response:
    return answer_list(WEBHOOK_ENDPOINT, params.ListObjects)


@bp.get("/webhook_endpoints/<object_id>")
def get_endpoint(object_id: str) -> Response:
    return answer_get(WEBHOOK_ENDPOINT, object_id)


@bp.post("/webhook_endpoints/<object_id>")
def update_endpoint(object_id: str) -> Response:
    def work(call: Call) -> Object:
        given = params.parse(params.UpdateWebhookEndpoint, call.params)
        endpoint = existing(call.tx, WEBHOOK_ENDPOINT, object_id)
        return expanded(call.tx, endpoints.update(call.tx, endpoint, given), given.expand)

    return answer_post(work)


@bp.delete("/webhook_endpoints/<object_id>")
def delete_endpoint(object_id: str) -> Response:
    def work(call: Call) -> Object:
        return endpoints.delete(call.tx, existing(call.tx, WEBHOOK_ENDPOINT, object_id))

    return answer_post(work)


@bp.post("/events/<object_id>/retry")
def retry_event(object_id: str) -> Response:
    def work(call: Call) -> Object:
        given = params.parse(params.RetryEvent, call.params)
        event = existing(call.tx, "event", object_id)
        endpoints.resend(call.tx, event, given.webhook_endpoint, to_listeners=given.for_stripecli)
        return expanded(call.tx, shown(call.tx, event), given.expand)

    return answer_post(work)
