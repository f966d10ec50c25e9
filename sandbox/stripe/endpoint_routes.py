"""The REST routes of webhook endpoints, and the one that sends an event again.

https://docs.stripe.com/api/webhook_endpoints. `POST /v1/events/{id}/retry` is not in Stripe's reference: it is what
`stripe events resend` calls (https://docs.stripe.com/cli/events/resend).
"""

from flask import Response

from . import endpoints, params
from .answering import Call, answer_change, answer_create, answer_get, answer_list, shown
from .api import v1_blueprint
from .destinations import WEBHOOK_ENDPOINT
from .objects import Object

bp = v1_blueprint("endpoints")


@bp.post("/webhook_endpoints")
def create_endpoint() -> Response:
    return answer_create(params.CreateWebhookEndpoint, lambda call, given: endpoints.create(call.tx, given))


@bp.get("/webhook_endpoints")
def list_endpoints() -> Response:
    return answer_list(WEBHOOK_ENDPOINT, params.ListObjects)


@bp.get("/webhook_endpoints/<object_id>")
def get_endpoint(object_id: str) -> Response:
    return answer_get(WEBHOOK_ENDPOINT, object_id)


@bp.post("/webhook_endpoints/<object_id>")
def update_endpoint(object_id: str) -> Response:
    def step(call: Call, endpoint: Object, given: params.UpdateWebhookEndpoint) -> Object:
        return endpoints.update(call.tx, endpoint, given)

    return answer_change(WEBHOOK_ENDPOINT, object_id, params.UpdateWebhookEndpoint, step)


@bp.delete("/webhook_endpoints/<object_id>")
def delete_endpoint(object_id: str) -> Response:
    def step(call: Call, endpoint: Object, _given: params.Bare) -> Object:
        return endpoints.delete(call.tx, endpoint)

    return answer_change(WEBHOOK_ENDPOINT, object_id, params.Bare, step)


@bp.post("/events/<object_id>/retry")
def retry_event(object_id: str) -> Response:
    def step(call: Call, event: Object, given: params.RetryEvent) -> Object:
        endpoints.resend(call.tx, event, given.webhook_endpoint, to_listeners=given.for_stripecli)
        return shown(call.tx, event)

    return answer_change("event", object_id, params.RetryEvent, step)
