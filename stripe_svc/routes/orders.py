"""`/v1/orders`: create, read, list, check out, refund."""

import re

from flask import Blueprint, current_app, g, request

from stripe_svc.errors import OrderNotFound, RequestInvalid, RequestMalformed
from stripe_svc.handlers import values
from stripe_svc.models import NewOrder, NewRefund, OrderQuery
from stripe_svc.routes.api_keys import require_api_key
from stripe_svc.routes.bodies import read_json, refuse_repeated_names
from stripe_svc.services import checkouts, orders, refunds

MAX_BODY = 64 * 1024

bp = Blueprint("orders", __name__, url_prefix="/v1/orders")
bp.before_request(require_api_key)


@bp.post("")
def create_order() -> tuple[dict[str, object], int, dict[str, str]]:
    body = read_json(MAX_BODY)
    new = NewOrder.model_validate_json(body)
    refuse_repeated_names(body)
    order, replayed = orders.create_order(
        current_app.extensions["database"],
        new,
        client=g.client,
        idempotency_key=_idempotency_key(),
        access_grace_days=_grace_days(),
    )
    headers = {"Location": f"/v1/orders/{order['id']}"}
    if replayed:
        headers["Idempotent-Replayed"] = "true"
    return order, 201, headers


@bp.get("")
def list_orders() -> dict[str, object]:
    if repeated := next((name for name, values in request.args.lists() if len(values) > 1), None):
        raise RequestInvalid(f"{repeated[:100]} is given more than once.")
    query = OrderQuery.model_validate(request.args.to_dict())
    return orders.list_orders(current_app.extensions["database"], query, access_grace_days=_grace_days())


@bp.get("/<order_id>")
def get_order(order_id: str) -> dict[str, object]:
    return orders.get_order(current_app.extensions["database"], _order_id(order_id), access_grace_days=_grace_days())


@bp.post("/<order_id>/checkout")
def start_checkout(order_id: str) -> dict[str, object]:
    return checkouts.start_checkout(
        current_app.extensions["database"],
        current_app.extensions["stripe"],
        current_app.extensions["settings"].public_url,
        _order_id(order_id),
    )


@bp.post("/<order_id>/expire")
def expire_checkout(order_id: str) -> dict[str, object]:
    database = current_app.extensions["database"]
    checkouts.expire_checkout(database, current_app.extensions["stripe"], _order_id(order_id))
    return orders.get_order(database, _order_id(order_id), access_grace_days=_grace_days())


@bp.post("/<order_id>/refunds")
def create_refund(order_id: str) -> tuple[dict[str, object], int, dict[str, str]]:
    body = read_json(MAX_BODY)
    new = NewRefund.model_validate_json(body)
    refuse_repeated_names(body)
    key = _idempotency_key()
    if key is None:
        raise RequestMalformed("A refund needs an Idempotency-Key header: a new one for each refund that you want.")
    refund, replayed = refunds.create_refund(
        current_app.extensions["database"],
        current_app.extensions["stripe"],
        _order_id(order_id),
        new,
        client=g.client,
        idempotency_key=key,
    )
    return refund, 201, {"Idempotent-Replayed": "true"} if replayed else {}


def _grace_days() -> int:
    return int(current_app.extensions["settings"].access_grace_days)


def _order_id(given: str) -> int:
    order_id = values.order_id(given)
    if order_id is None:
        raise OrderNotFound(f"There is no order {given[:40]}: an order's id is a whole number.")
    return order_id


def _idempotency_key() -> str | None:
    key = request.headers.get("Idempotency-Key")
    if key is not None and not re.fullmatch(r"[!-~]{1,255}", key):
        raise RequestMalformed("Idempotency-Key must be 1 to 255 visible ASCII characters without blanks.")
    return key
