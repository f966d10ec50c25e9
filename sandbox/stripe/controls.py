"""Test controls: what a buyer, a bank or a bad day would do, as plain JSON requests (not part of Stripe's API).

POST   /_sandbox/sessions/{id}/pay     {"card": "4242424242424242"} or {"method": "bank_debit"}, and "email";
                                       "discount", "shipping" and "tax" change what it costs, with
                                       "presentment_currency" the buyer pays in another currency, see `choices`
                                       -> 200 the session: complete, or still open after a declined card;
                                       400 if it can no longer be paid
POST   /_sandbox/sessions/{id}/authenticate
                                       {"outcome": "succeeded"} or {"outcome": "failed"} -> 200 the session; for cards
                                       that ask for it (3-D Secure), which leave it open until then
POST   /_sandbox/sessions/{id}/settle  {"outcome": "succeeded"} or {"outcome": "failed"} -> 200 the session
POST   /_sandbox/refunds/{id}/settle   {"outcome": "succeeded"} or {"outcome": "failed"} -> 200 the refund;
                                       a refund can fail after it succeeded
POST   /_sandbox/payment_intents/{id}/dispute
                                       {"inquiry": false, "reason": "fraudulent", "amount": 500} -> 200 the dispute;
                                       all three can be left out, the amount is then the payment's;
                                       400 unless the payment succeeded and is not under dispute
POST   /_sandbox/disputes/{id}/settle  {"outcome": "won"}, "lost", "under_review", or for an inquiry "escalated"
                                       or "warning_closed" -> 200 the dispute; 400 if it cannot come to that,
                                       see `disputes.STEPS`
POST   /_sandbox/deliveries            {"duplicate": 2, "delay_ms": 500, "shuffle": true, "drop": 50, "lose": 10,
                                       "rolled_secret": true}: how events of now on are delivered, see
                                       `outbox.Switches`; what is left out is off
GET    /_sandbox/deliveries            shows that
DELETE /_sandbox/deliveries            makes deliveries well-behaved again
POST   /_sandbox/webhook_endpoints/{id}/roll_secret
                                       {"old_good_for_seconds": 86400} -> 200 {"id", "secret"}: a new secret; for so
                                       long, a day when left out, the old one signs as well
POST   /_sandbox/keys                  {"key": "rk_test_shop", "permissions": ["rak_checkout_session_write"]} -> 200
                                       the same: this restricted key may do nothing else, see `keys.RESOURCES`
POST   /_sandbox/clock                 {"advance_seconds": 3600} -> 200 {"now", "ahead_seconds"}: moves the local
                                       Stripe's time forward, for good; what is due then, as sessions that expire,
                                       is done before the answer. Signatures keep the computer's time
GET    /_sandbox/clock                 shows it
POST   /_sandbox/faults                {"method": "POST", "path": "/v1/checkout/sessions", "times": 1,
                                        "fault": "drop_response"}, see `faults` for the kinds
DELETE /_sandbox/faults                forgets the faults that have not happened yet
GET    /_sandbox/faults                lists them
"""

from dataclasses import asdict
from typing import Annotated, Any, Literal, NoReturn, TypeVar

from flask import Blueprint, Response, jsonify, request
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from . import checkout, clock, disputes, endpoints, keys, refunds, schedule
from .banks import Outcome
from .cards import TEST_CARDS
from .choices import Choices
from .destinations import WEBHOOK_ENDPOINT
from .disputes import Step
from .errors import ApiError, InvalidRequest, NotFound
from .faults import KINDS, Fault
from .objects import Object
from .outbox import Switches
from .params import Currency
from .state import state
from .store import Transaction

bp = Blueprint("controls", __name__, url_prefix="/_sandbox")


class Control(BaseModel):
    model_config = ConfigDict(extra="forbid")


Amount = Annotated[int, Field(ge=0)]


class Pay(Control):
    card: str | None = None
    method: Literal["bank_debit"] | None = None
    email: str | None = None
    discount: Amount | None = None
    shipping: Amount | None = None
    tax: Amount | None = None
    presentment_currency: Currency | None = None

    def choices(self) -> Choices:
        return Choices(self.discount, self.shipping, self.tax, self.presentment_currency)


class Settle(Control):
    outcome: Outcome


class Dispute(Control):
    inquiry: bool = False
    reason: Annotated[str, Field(pattern=r"^[a-z_]{1,50}$")] = "fraudulent"
    amount: Annotated[int, Field(ge=1)] | None = None


class SettleDispute(Control):
    outcome: Step


class RollSecret(Control):
    old_good_for_seconds: Annotated[int, Field(ge=0, le=endpoints.DAY)] = endpoints.DAY


class RestrictKey(Control):
    key: Annotated[str, Field(pattern=r"^rk_test_\w{1,100}$")]
    permissions: list[Literal[*keys.PERMISSIONS]]  # type: ignore[valid-type]


class Advance(Control):
    advance_seconds: Annotated[int, Field(ge=0, le=10 * 366 * endpoints.DAY)]


class AskForFault(Control):
    method: Literal["GET", "POST", "DELETE"] = "POST"
    path: Annotated[str, Field(pattern=r"^/")]
    times: Annotated[int, Field(ge=1, le=1000)] = 1
    fault: Annotated[str, Field(pattern=f"^({KINDS.pattern})$")]


M = TypeVar("M", bound=BaseModel)


@bp.post("/sessions/<session_id>/pay")
def pay(session_id: str) -> Response:
    given = parsed(Pay, request.get_json())
    if (given.card is None) == (given.method is None):
        raise InvalidRequest("Give exactly one of card and method.", param="card")
    card = TEST_CARDS.get((given.card or "").replace(" ", ""))
    if given.card is not None and card is None:
        raise InvalidRequest("The local Stripe does not know this card number.", param="card")
    with state().store.transaction() as tx:
        existing(tx, session_id, "checkout.session")
        if card is not None:
            session = checkout.pay_by_card(tx, session_id, card, given.email, given.choices())
        else:
            session = checkout.pay_by_bank_debit(tx, session_id, given.email, given.choices())
    return jsonify(session)


@bp.post("/sessions/<session_id>/authenticate")
def authenticate(session_id: str) -> Response:
    given = parsed(Settle, request.get_json())
    with state().store.transaction() as tx:
        session = checkout.authenticate(tx, session_id, given.outcome)
    return jsonify(session)


@bp.post("/sessions/<session_id>/settle")
def settle(session_id: str) -> Response:
    given = parsed(Settle, request.get_json())
    with state().store.transaction() as tx:
        session: Object = checkout.settle(tx, session_id, given.outcome)
    return jsonify(session)


@bp.post("/refunds/<refund_id>/settle")
def settle_refund(refund_id: str) -> Response:
    given = parsed(Settle, request.get_json())
    with state().store.transaction() as tx:
        refund = refunds.settle(tx, existing(tx, refund_id, "refund"), given.outcome)
    return jsonify(refund)


@bp.post("/payment_intents/<intent_id>/dispute")
def dispute(intent_id: str) -> Response:
    given = parsed(Dispute, request.get_json())
    with state().store.transaction() as tx:
        intent = existing(tx, intent_id, "payment_intent")
        made = disputes.open_dispute(tx, intent, inquiry=given.inquiry, reason=given.reason, amount=given.amount)
    return jsonify(made)


@bp.post("/disputes/<dispute_id>/settle")
def settle_dispute(dispute_id: str) -> Response:
    given = parsed(SettleDispute, request.get_json())
    with state().store.transaction() as tx:
        settled = disputes.settle(tx, existing(tx, dispute_id, "dispute"), given.outcome)
    return jsonify(settled)


@bp.get("/deliveries")
def show_switches() -> Response:
    with state().store.snapshot() as tx:
        return jsonify(tx.outbox.switches().model_dump())


@bp.post("/deliveries")
def switch() -> Response:
    switches = parsed(Switches, request.get_json())
    with state().store.transaction() as tx:
        tx.outbox.set_switches(switches)
    return show_switches()


@bp.delete("/deliveries")
def switch_off() -> Response:
    with state().store.transaction() as tx:
        tx.outbox.set_switches(Switches())
    return show_switches()


@bp.post("/webhook_endpoints/<endpoint_id>/roll_secret")
def roll_secret(endpoint_id: str) -> Response:
    given = parsed(RollSecret, request.get_json())
    with state().store.transaction() as tx:
        endpoint = existing(tx, endpoint_id, WEBHOOK_ENDPOINT)
        secret = endpoints.roll_secret(tx, endpoint, given.old_good_for_seconds)
    return jsonify(id=endpoint_id, secret=secret)


@bp.post("/keys")
def restrict_key() -> Response:
    given = parsed(RestrictKey, request.get_json())
    with state().store.transaction() as tx:
        keys.restrict(tx, given.key, given.permissions)
    return jsonify(given.model_dump())


@bp.get("/clock")
def show_clock() -> Response:
    with state().store.snapshot():
        return jsonify(now=int(clock.now()), ahead_seconds=clock.CLOCK.ahead_seconds)


@bp.post("/clock")
def advance() -> Response:
    given = parsed(Advance, request.get_json())
    schedule.advance(state().store, given.advance_seconds)
    return show_clock()


@bp.get("/faults")
def list_faults() -> Response:
    return jsonify(faults=[asdict(fault) for fault in state().faults.waiting()])


@bp.post("/faults")
def add_fault() -> Response:
    given = parsed(AskForFault, request.get_json())
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


def existing(tx: Transaction, object_id: str, kind: str) -> Object:
    found = tx.find(object_id, kind)
    if found is None:
        raise NotFound(f"No such {kind}: '{object_id}'", code="resource_missing")
    return found


def parsed(model: type[M], given: Any) -> M:
    try:
        return model.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise InvalidRequest(first["msg"], param=".".join(str(part) for part in first["loc"])) from None
