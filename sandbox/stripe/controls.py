"""Test controls: what a buyer, a bank or a bad day would do, as plain JSON requests (not part of Stripe's API).

POST   /_sandbox/sessions/{id}/pay     {"card": "4242424242424242"} or {"method": "bank_debit"}, and "email"
                                       -> 200 the session: complete, or still open after a declined card;
                                       400 if it can no longer be paid
POST   /_sandbox/sessions/{id}/settle  {"outcome": "succeeded"} or {"outcome": "failed"} -> 200 the session
POST   /_sandbox/faults                {"method": "POST", "path": "/v1/checkout/sessions", "times": 1,
                                        "fault": "drop_response"}, see `faults` for the kinds
DELETE /_sandbox/faults                forgets the faults that have not happened yet
GET    /_sandbox/faults                lists them
"""

from dataclasses import asdict
from typing import Annotated, Any, Literal, NoReturn, TypeVar

from flask import Blueprint, Response, jsonify, request
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from . import payments
from .errors import ApiError, InvalidRequest, NotFound
from .faults import KINDS, Fault
from .objects import Object
from .payments import TEST_CARDS
from .state import state

bp = Blueprint("controls", __name__, url_prefix="/_sandbox")


class Control(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Pay(Control):
    card: str | None = None
    method: Literal["bank_debit"] | None = None
    email: str | None = None


class Settle(Control):
    outcome: Literal["succeeded", "failed"]


class AskForFault(Control):
    method: Literal["GET", "POST"] = "POST"
    path: Annotated[str, Field(pattern=r"^/")]
    times: Annotated[int, Field(ge=1, le=1000)] = 1
    fault: Annotated[str, Field(pattern=f"^({KINDS.pattern})$")]


C = TypeVar("C", bound=Control)


@bp.post("/sessions/<session_id>/pay")
def pay(session_id: str) -> Response:
    given = parsed(Pay)
    if (given.card is None) == (given.method is None):
        raise InvalidRequest("Give exactly one of card and method.", param="card")
    card = TEST_CARDS.get((given.card or "").replace(" ", ""))
    if given.card is not None and card is None:
        raise InvalidRequest("The local Stripe does not know this card number.", param="card")
    with state().store.transaction() as tx:
        if tx.find(session_id, "checkout.session") is None:
            raise NotFound(f"No such checkout.session: '{session_id}'", code="resource_missing")
        if card is not None:
            session = payments.pay_by_card(tx, session_id, card, given.email)
        else:
            session = payments.pay_by_bank_debit(tx, session_id, given.email)
    return jsonify(session)


@bp.post("/sessions/<session_id>/settle")
def settle(session_id: str) -> Response:
    given = parsed(Settle)
    with state().store.transaction() as tx:
        session: Object = payments.settle(tx, session_id, given.outcome)
    return jsonify(session)


@bp.get("/faults")
def list_faults() -> Response:
    return jsonify(faults=[asdict(fault) for fault in state().faults.waiting()])


@bp.post("/faults")
def add_fault() -> Response:
    given = parsed(AskForFault)
    state().faults.add(Fault(given.method, given.path, given.fault, given.times))
    return list_faults()


@bp.delete("/faults")
def clear_faults() -> Response:
    state().faults.clear()
    return list_faults()


@bp.route("/<path:rest>", methods=["GET", "POST", "DELETE"])
def no_such_control(rest: str) -> NoReturn:
    raise NotFound(f"There is no control {request.method} /_sandbox/{rest}.")


@bp.errorhandler(ApiError)
def answer_error(error: ApiError) -> tuple[dict[str, Any], int]:
    return error.body(), error.status


def parsed(model: type[C]) -> C:
    try:
        return model.model_validate(request.get_json())
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise InvalidRequest(first["msg"], param=".".join(str(part) for part in first["loc"])) from None
