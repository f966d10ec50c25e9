"""`/v1/customers`: what somebody may use, and the portal where they manage it."""

from flask import Blueprint, current_app

from stripe_svc.models import NewPortalSession, check_customer_reference
from stripe_svc.routes.api_keys import require_api_key
from stripe_svc.routes.bodies import read_optional_json, refuse_repeated_names
from stripe_svc.services import customers

MAX_BODY = 16 * 1024

bp = Blueprint("customers", __name__, url_prefix="/v1/customers")
bp.before_request(require_api_key)


@bp.get("/<path:customer_reference>/access")
def get_access(customer_reference: str) -> dict[str, object]:
    check_customer_reference(customer_reference)
    return customers.get_access(
        current_app.extensions["database"],
        customer_reference,
        current_app.extensions["settings"].access_grace_days,
    )


@bp.post("/<path:customer_reference>/portal")
def start_portal_session(customer_reference: str) -> dict[str, object]:
    check_customer_reference(customer_reference)
    body = read_optional_json(MAX_BODY)
    new = NewPortalSession.model_validate_json(body)
    refuse_repeated_names(body)
    return customers.start_portal_session(
        current_app.extensions["database"], current_app.extensions["stripe"], customer_reference, new.return_url
    )
