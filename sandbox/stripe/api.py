"""The REST routes under /v1: Stripe's paths, keys and versions. How they answer is in `answering`.

https://docs.stripe.com/api, https://docs.stripe.com/api/authentication, https://docs.stripe.com/api/versioning.
"""

from typing import NoReturn

from flask import Blueprint, Response, g, request

from . import catalog, checkout, disputes, keys, objects, params, refunds
from .answering import (
    Call,
    Within,
    answer,
    answer_change,
    answer_create,
    answer_get,
    answer_list,
    as_json,
)
from .errors import ApiError, NotFound
from .objects import Object
from .state import state
from .store import new_id

# For every request


def authenticate() -> None:
    """Bearer or, as curl -u does it, Basic with the key as the user's name."""
    g.request_id = new_id("req_", 14)
    sent = request.authorization
    key = ((sent.token or sent.username) if sent is not None else None) or ""
    keys.check(state(), key, request.method, request.path)


def refuse_uncovered() -> None:
    """What Stripe has where others have ids would be taken for one."""
    if request.path.rpartition("/")[2] in {"search", "create_preview", "upcoming"}:
        raise NotFound(f"The local Stripe does not cover {request.method} {request.path}.")


def answer_error(error: ApiError) -> Response:
    return answer(error.status, as_json(error.body()))


def add_headers(response: Response) -> Response:
    response.headers["Request-Id"] = g.request_id
    response.headers["Stripe-Version"] = request.headers.get("Stripe-Version", objects.API_VERSION)
    if key := request.headers.get("Idempotency-Key"):
        response.headers["Idempotency-Key"] = key
    if response.status_code == 500:
        response.headers["Stripe-Should-Retry"] = "false"  # a retry with the same key would only replay it
    return response


def v1_blueprint(name: str) -> Blueprint:
    """Routes under /v1 that authenticate and answer as all do."""
    blueprint = Blueprint(name, __name__, url_prefix="/v1")
    blueprint.before_request(authenticate)
    blueprint.before_request(refuse_uncovered)
    blueprint.register_error_handler(ApiError, answer_error)
    blueprint.after_request(add_headers)
    return blueprint


bp = v1_blueprint("api")


# Products and prices


@bp.post("/products")
def create_product() -> Response:
    return answer_create(params.CreateProduct, lambda call, given: catalog.create_product(call.tx, given, call.cause))


@bp.post("/products/<object_id>")
def update_product(object_id: str) -> Response:
    def step(call: Call, product: Object, given: params.UpdateProduct) -> Object:
        return catalog.update_product(call.tx, product, given, call.cause)

    return answer_change("product", object_id, params.UpdateProduct, step)


@bp.post("/prices")
def create_price() -> Response:
    return answer_create(params.CreatePrice, lambda call, given: catalog.create_price(call.tx, given, call.cause))


@bp.post("/prices/<object_id>")
def update_price(object_id: str) -> Response:
    def step(call: Call, price: Object, given: params.UpdatePrice) -> Object:
        return catalog.update_price(call.tx, price, given, call.cause)

    return answer_change("price", object_id, params.UpdatePrice, step)


@bp.get("/products")
def list_products() -> Response:
    return answer_list("product", params.ListProducts)


@bp.get("/prices")
def list_prices() -> Response:
    return answer_list("price", params.ListPrices)


@bp.get("/products/<object_id>")
def get_product(object_id: str) -> Response:
    return answer_get("product", object_id)


@bp.get("/prices/<object_id>")
def get_price(object_id: str) -> Response:
    return answer_get("price", object_id)


# Checkout sessions


@bp.post("/checkout/sessions")
def create_session() -> Response:
    return answer_create(params.CreateSession, lambda call, given: checkout.create_session(call.tx, given))


@bp.post("/checkout/sessions/<object_id>/expire")
def expire_session(object_id: str) -> Response:
    def step(call: Call, session: Object, _given: params.Params) -> Object:
        return checkout.expire(call.tx, session["id"], call.cause)

    return answer_change("checkout.session", object_id, params.Params, step)


@bp.get("/checkout/sessions")
def list_sessions() -> Response:
    return answer_list("checkout.session", params.ListSessions)


@bp.get("/checkout/sessions/<object_id>")
def get_session(object_id: str) -> Response:
    return answer_get("checkout.session", object_id)


@bp.get("/checkout/sessions/<object_id>/line_items")
def list_line_items(object_id: str) -> Response:
    return answer_list("item", params.ListObjects, Within("checkout.session", object_id))


# Charges, which attempts to pay make


@bp.get("/charges")
def list_charges() -> Response:
    return answer_list("charge", params.ListCharges)


@bp.get("/charges/<object_id>")
def get_charge(object_id: str) -> Response:
    return answer_get("charge", object_id)


# Refunds


@bp.post("/refunds")
def create_refund() -> Response:
    return answer_create(params.CreateRefund, lambda call, given: refunds.create(call.tx, given, call.cause))


@bp.post("/refunds/<object_id>")
def update_refund(object_id: str) -> Response:
    def step(call: Call, refund: Object, given: params.UpdateRefund) -> Object:
        return refunds.update(call.tx, refund, given, call.cause)

    return answer_change("refund", object_id, params.UpdateRefund, step)


@bp.post("/refunds/<object_id>/cancel")
def cancel_refund(object_id: str) -> Response:
    return answer_change("refund", object_id, params.Params, lambda _call, _refund, _given: refunds.cancel())


@bp.get("/refunds")
def list_refunds() -> Response:
    return answer_list("refund", params.ListOfPayment)


@bp.get("/refunds/<object_id>")
def get_refund(object_id: str) -> Response:
    return answer_get("refund", object_id)


# Disputes, which a test card or a control opens


@bp.post("/disputes/<object_id>")
def update_dispute(object_id: str) -> Response:
    def step(call: Call, dispute: Object, given: params.UpdateDispute) -> Object:
        return disputes.update(call.tx, dispute, given, call.cause)

    return answer_change("dispute", object_id, params.UpdateDispute, step)


@bp.post("/disputes/<object_id>/close")
def close_dispute(object_id: str) -> Response:
    def step(call: Call, dispute: Object, _given: params.Params) -> Object:
        return disputes.close(call.tx, dispute, call.cause)

    return answer_change("dispute", object_id, params.Params, step)


@bp.get("/disputes")
def list_disputes() -> Response:
    return answer_list("dispute", params.ListOfPayment)


@bp.get("/disputes/<object_id>")
def get_dispute(object_id: str) -> Response:
    return answer_get("dispute", object_id)


# Events, and what is not here


@bp.get("/events")
def list_events() -> Response:
    return answer_list("event", params.ListEvents)


@bp.get("/events/<object_id>")
def get_event(object_id: str) -> Response:
    return answer_get("event", object_id)


@bp.route("/<path:rest>", methods=["GET", "POST", "DELETE", "PUT", "PATCH"])
def not_covered(rest: str) -> NoReturn:
    raise NotFound(f"The local Stripe does not cover {request.method} /v1/{rest}.")
