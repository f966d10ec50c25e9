"""`/checkout/return`: where a buyer lands after paying, when the shop gave no success_url of its own."""

import re

from flask import Blueprint, Response, current_app, make_response, render_template, request

from stripe_svc.errors import SessionNotFound
from stripe_svc.services import orders

bp = Blueprint("pages", __name__)


@bp.get("/checkout/return")
def checkout_return() -> Response:
    """Shows where the order stands. Asked for JSON, it says only that; the page asks for it until it is settled.

    A session's id cannot be guessed and is known to the buyer, so it is all that is asked for. The page proves
    nothing: the status is the one that verified events gave the order.
    """
    session_id = request.args.get("session_id", "")
    if not re.fullmatch(r"\w{1,255}", session_id, re.ASCII):
        raise SessionNotFound("This checkout is not known here.")
    order = orders.get_order_by_session(
        current_app.extensions["database"],
        session_id,
        access_grace_days=current_app.extensions["settings"].access_grace_days,
    )
    if request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json":
        response = make_response({"status": order["status"]})
    else:
        response = make_response(render_template("checkout_return.html", order=order))
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'"
    )
    return response
