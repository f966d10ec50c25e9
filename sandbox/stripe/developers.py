"""The dashboard's forms for developers: what becomes of webhook endpoints, and how late it is."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from . import endpoints, schedule
from .controls import Advance, RollSecret, parsed
from .dashboard import back, existing
from .destinations import WEBHOOK_ENDPOINT
from .errors import ApiError
from .pages import show_error, show_not_found
from .state import state

bp = Blueprint("developers", __name__)
bp.register_error_handler(ApiError, show_error)
bp.register_error_handler(404, show_not_found)


@bp.post("/webhook_endpoints/<endpoint_id>/status")
def set_enabled(endpoint_id: str) -> Response:
    with state().store.transaction() as tx:
        endpoint = existing(tx, endpoint_id, WEBHOOK_ENDPOINT)
        endpoints.set_enabled(tx, endpoint, request.form.get("enabled") == "true")
    return back()


@bp.post("/webhook_endpoints/<endpoint_id>/roll_secret")
def roll_secret(endpoint_id: str) -> Response:
    given = parsed(RollSecret, request.form.to_dict())
    with state().store.transaction() as tx:
        endpoint = existing(tx, endpoint_id, WEBHOOK_ENDPOINT)
        endpoints.roll_secret(tx, endpoint, given.old_good_for_seconds)
    return back()


@bp.post("/clock")
def advance() -> Response:
    given = parsed(Advance, request.form.to_dict())
    schedule.advance(state().store, given.advance_seconds)
    return back()
