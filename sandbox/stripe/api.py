"""The REST routes under /v1: Stripe's paths, keys and versions. How they answer is in `answering`.

https://docs.stripe.com/api, https://docs.stripe.com/api/authentication, https://docs.stripe.com/api/versioning.
"""

import secrets
from typing import NoReturn

from flask import Blueprint, Response, g, request

from . import disputes, objects, params, payments, refunds
from .answering import Call, answer, answer_get, answer_list, answer_post, as_json, existing, expanded
from .errors import ApiError, InvalidRequest, NotFound, Unauthorized
from .events import emit
from .objects import Object
from .state import state
from .store import new_id

bp = Blueprint("api", __name__, url_prefix="/v1")


# For every request


@bp.before_request
def authenticate() -> None:
    """Bearer or, as curl -u does it, Basic with the key as the user's name."""
    g.request_id = new_id("req_", 14)
    sent = request.authorization
    key = ((sent.token or sent.username) if sent is not None else None) or ""
    expected = state().api_key
    if not key:
        raise Unauthorized("You did not provide an API key.")
    if expected is None and key.startswith(("sk_test_", "rk_test_")):
        return
    if expected is None or not secrets.compare_digest(key.encode(), expected.encode()):
        raise Unauthorized(f"Invalid API Key provided: {key[:8]}****")


@bp.errorhandler(ApiError)
def answer_error(error: ApiError) -> Response:
    return answer(error.status, as_json(error.body()))


@bp.after_request
def add_headers(response: Response) -> Response:
    response.headers["Request-Id"] = g.request_id
    response.headers["Stripe-Version"] = request.headers.get("Stripe-Version", objects.API_VERSION)
    if key := request.headers.get("Idempotency-Key"):
        response.headers["Idempotency-Key"] = key
    if response.status_code == 500:
        response.headers["Stripe-Should-Retry"] = "false"  # a retry with the same key would only replay it
    return response


# Products and prices


@bp.post("/products")
def create_product() -> Response:
    def work(call: Call) -> Object:
        given = params.parse(params.CreateProduct, call.params)
        if given.id is not None and call.tx.find(given.id) is not None:
            raise InvalidRequest("Product already exists.", code="resource_already_exists", param="id")
        product = objects.product(
            given.name,
            product_id=given.id,
            active=given.active,
            description=given.description,
            images=given.images,
            metadata=given.metadata,
        )
        call.tx.insert(product)
        emit(call.tx, "product.created", product, call.cause)
        return expanded(call.tx, product, given.expand)

    return answer_post(work)


@bp.post("/prices")
def create_price() -> Response:
    def work(call: Call) -> Object:
        given = params.parse(params.CreatePrice, call.params)
        price = payments.create_price(call.tx, given, call.cause)
        return expanded(call.tx, price, given.expand)

    return answer_post(work)


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
    base_url = request.host_url.rstrip("/")

    def work(call: Call) -> Object:
        given = params.parse(params.CreateSession, call.params)
        session = payments.create_session(call.tx, given, base_url)
        return expanded(call.tx, session, given.expand)

    return answer_post(work)


@bp.post("/checkout/sessions/<object_id>/expire")
def expire_session(object_id: str) -> Response:
    def work(call: Call) -> Object:
        given = params.parse(params.Params, call.params)
        existing(call.tx, "checkout.session", object_id)
        return expanded(call.tx, payments.expire(call.tx, object_id, call.cause), given.expand)

    return answer_post(work)


@bp.get("/checkout/sessions")
def list_sessions() -> Response:
    return answer_list("checkout.session", params.ListSessions)


@bp.get("/checkout/sessions/<object_id>")
def get_session(object_id: str) -> Response:
    return answer_get("checkout.session", object_id)


@bp.get("/checkout/sessions/<object_id>/line_items")
def list_line_items(object_id: str) -> Response:
    with state().store.snapshot() as tx:
        existing(tx, "checkout.session", object_id)
    return answer_list("item", params.ListObjects, parent=object_id)


# PaymentIntents and charges are made by what buyers do; here they are read, and a payment may be ended


@bp.post("/payment_intents/<object_id>/cancel")
def cancel_payment_intent(object_id: str) -> Response:
    def work(call: Call) -> Object:
        given = params.parse(params.CancelPaymentIntent, call.params)
        intent = existing(call.tx, "payment_intent", object_id)
        intent = payments.cancel_intent(call.tx, intent, given.cancellation_reason, call.cause)
        return expanded(call.tx, intent, given.expand)

    return answer_post(work)


@bp.get("/payment_intents")
def list_payment_intents() -> Response:
    return answer_list("payment_intent", params.ListCreated)


@bp.get("/payment_intents/<object_id>")
def get_payment_intent(object_id: str) -> Response:
    return answer_get("payment_intent", object_id)


@bp.get("/charges")
def list_charges() -> Response:
    return answer_list("charge", params.ListCharges)


@bp.get("/charges/<object_id>")
def get_charge(object_id: str) -> Response:
    return answer_get("charge", object_id)


# Refunds


@bp.post("/refunds")
def create_refund() -> Response:
    def work(call: Call) -> Object:
        given = params.parse(params.CreateRefund, call.params)
        return expanded(call.tx, refunds.create(call.tx, given, call.cause), given.expand)

    return answer_post(work)


@bp.post("/refunds/<object_id>")
def update_refund(object_id: str) -> Response:
    def work(call: Call) -> Object:
        given = params.parse(params.UpdateRefund, call.params)
        refund = existing(call.tx, "refund", object_id)
        return expanded(call.tx, refunds.update(call.tx, refund, given, call.cause), given.expand)

    return answer_post(work)


@bp.post("/refunds/<object_id>/cancel")
def cancel_refund(object_id: str) -> Response:
    def work(call: Call) -> Object:
        params.parse(params.Params, call.params)
        existing(call.tx, "refund", object_id)
        refunds.cancel()

    return answer_post(work)


@bp.get("/refunds")
def list_refunds() -> Response:
    return answer_list("refund", params.ListOfPayment)


@bp.get("/refunds/<object_id>")
def get_refund(object_id: str) -> Response:
    return answer_get("refund", object_id)


# Disputes, which a test card or a control opens


@bp.post("/disputes/<object_id>")
def update_dispute(object_id: str) -> Response:
    def work(call: Call) -> Object:
        given = params.parse(params.UpdateDispute, call.params)
        dispute = existing(call.tx, "dispute", object_id)
        return expanded(call.tx, disputes.update(call.tx, dispute, given, call.cause), given.expand)

    return answer_post(work)


@bp.post("/disputes/<object_id>/close")
def close_dispute(object_id: str) -> Response:
    def work(call: Call) -> Object:
        given = params.parse(params.Params, call.params)
        dispute = existing(call.tx, "dispute", object_id)
        return expanded(call.tx, disputes.close(call.tx, dispute, call.cause), given.expand)

    return answer_post(work)


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
