"""`/v1/orders`: create, read, list, and check out."""

import re

from flask import Blueprint, current_app, g, request

from stripe_svc.errors import OrderNotFound, RequestMalformed, UnsupportedMediaType
from stripe_svc.handlers import values
from stripe_svc.models import NewOrder, OrderQuery
from stripe_svc.routes.api_keys import require_api_key
from stripe_svc.services import checkouts, orders

MAX_BODY = 64 * 1024

bp = Blueprint("orders", __name__, url_prefix="/v1/orders")
bp.before_request(require_api_key)


@bp.before_request
def _limit_body() -> None:
    request.max_content_length = MAX_BODY


@bp.post("")
def create_order() -> tuple[dict[str, object], int, dict[str, str]]:
    new = NewOrder.model_validate_json(_json_body())
    order, replayed = orders.create_order(
        current_app.extensions["database"], new, client=g.client, idempotency_key=_idempotency_key()
    )
    headers = {"Location": f"/v1/orders/{order['id']}"}
    if replayed:
        headers["Idempotent-Replayed"] = "true"
    return order, 201, headers


@bp.get("")
def list_orders() -> dict[str, object]:
    query = OrderQuery.model_validate(request.args.to_dict())
    return orders.list_orders(current_app.extensions["database"], query)


@bp.get("/<order_id>")
def get_order(order_id: str) -> dict[str, object]:
    return orders.get_order(current_app.extensions["database"], _order_id(order_id))


@bp.post("/<order_id>/checkout")
def start_checkout(order_id: str) -> dict[str, object]:
    return checkouts.start_checkout(
        current_app.extensions["database"],
        current_app.extensions["stripe"],
        current_app.extensions["settings"].public_url,
        _order_id(order_id),
    )


def _order_id(given: str) -> int:
    order_id = values.order_id(given)
    if order_id is None:
        raise OrderNotFound(f"There is no order {given[:40]}: an order's id is a whole number.")
    return order_id


def _json_body() -> bytes:
    if request.mimetype != "application/json":
        raise UnsupportedMediaType("Send JSON, with the header 'Content-Type: application/json'.")
    return request.get_data(cache=False)


def _idempotency_key() -> str | None:
    key = request.headers.get("Idempotency-Key")
    if key is not None and not re.fullmatch(r"[!-~]{1,255}", key):
        raise RequestMalformed("Idempotency-Key must be 1 to 255 visible ASCII characters without blanks.")
    return key
