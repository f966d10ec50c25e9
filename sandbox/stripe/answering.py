"""How every REST route answers: one transaction per POST, idempotency, pages of lists, expansion, faults.

https://docs.stripe.com/api/idempotent_requests, https://docs.stripe.com/api/pagination,
https://docs.stripe.com/api/expanding_objects.
"""

import hashlib
import json
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Response, g, request

from . import objects, params
from .checking import checked_params
from .errors import Declined, IdempotencyMismatch, InvalidRequest, NotFound, RateLimited, Refused, ServerError
from .events import Cause
from .faults import Fault
from .lookup import in_time_of
from .objects import Object
from .state import state
from .store import Answer, Selection, Transaction

DROP = "sandbox.drop_response"


@dataclass(frozen=True)
class Call:
    """One POST: its decoded parameters, the transaction that its work is part of, and who asked."""

    tx: Transaction
    params: dict[str, Any]
    cause: Cause


P = TypeVar("P", bound=params.Params)
B = TypeVar("B", bound=params.Bare)


def answer_create(model: type[P], step: Callable[[Call, P], Object]) -> Response:
    """A POST that makes something."""

    def work(call: Call) -> Object:
        given = params.parse(model, call.params)
        with in_time_of(call.tx, {"customer": getattr(given, "customer", None)}):
            made = step(call, given)
        return expanded(call.tx, made, given.expand)

    return answer_post(work)


def answer_change(kind: str, object_id: str, model: type[B], step: Callable[[Call, Object, B], Object]) -> Response:
    """A POST or DELETE about an object that its path names."""

    def work(call: Call) -> Object:
        given = params.parse(model, call.params)
        found = existing(call.tx, kind, object_id)
        with in_time_of(call.tx, found):
            changed = step(call, found, given)
        return expanded(call.tx, changed, getattr(given, "expand", []))

    return answer_post(work)


def answer_post(work: Callable[[Call], Object]) -> Response:
    """Do the work, and keep its answer for the idempotency key, in one transaction."""
    key = request.headers.get("Idempotency-Key")
    if key is not None and not 1 <= len(key) <= 255:
        raise InvalidRequest("Idempotency keys have 1 to 255 characters.")
    given = checked_params()
    fingerprint = hashlib.sha256(f"{request.path} {json.dumps(given, sort_keys=True)}".encode()).hexdigest()
    fault = take_fault()
    with state().keys_in_use.hold(key):
        with state().store.transaction() as tx:
            kept = None if key is None else tx.find_answer(key)
            if kept is not None:
                response = replay(kept, fingerprint)
            else:
                call = Call(tx, given, Cause(g.request_id, key))
                status, body = carry_out(call, work, fault)
                response = answer(status, body)
                if key is not None:
                    tx.insert_answer(key, Answer(fingerprint, g.request_id, status, body))
        misbehave_after_commit(fault)
        return response


def carry_out(call: Call, work: Callable[[Call], Object], fault: Fault | None) -> tuple[int, str]:
    """Status and body; an error that is an outcome (and not a wrong parameter) is one as well."""
    try:
        with call.tx.savepoint():
            try:
                body = work(call)
            except Declined as error:
                return error.status, as_json(error.body())
            if fault is not None and fault.fault == "500":
                raise ServerError("The local Stripe was asked to fail here.")
            return 200, as_json(body)
    except (Refused, ServerError) as error:
        return error.status, as_json(error.body())


def replay(kept: Answer, fingerprint: str) -> Response:
    if kept.fingerprint != fingerprint:
        raise IdempotencyMismatch(
            "Keys for idempotent requests can only be used with the same parameters they were first used with. Try"
            f" using a key other than '{request.headers['Idempotency-Key']}' if you meant to execute a different"
            " request."
        )
    response = answer(kept.status, kept.body)
    response.headers["Idempotent-Replayed"] = "true"
    response.headers["Original-Request"] = kept.request_id
    return response


def answer_get(kind: str, object_id: str) -> Response:
    fault = take_fault()
    given = params.parse(params.Params, checked_params())
    with state().store.snapshot() as tx:
        body = as_json(expanded(tx, shown(tx, existing(tx, kind, object_id)), given.expand))
    misbehave_after_commit(fault)
    return answer(200, body)


@dataclass(frozen=True)
class Within:
    """The object that a list's path names; its members name it in a field, or have it for a parent."""

    kind: str
    id: str
    field: str | None = None


def answer_list(kind: str, model: type[params.ListObjects], within: Within | None = None) -> Response:
    fault = take_fault()
    given = params.parse(model, checked_params())
    if given.starting_after is not None and given.ending_before is not None:
        raise InvalidRequest("Give only one of starting_after and ending_before.", param="starting_after")
    with state().store.snapshot() as tx:
        if within is not None:
            existing(tx, within.kind, within.id)
        for param in ("starting_after", "ending_before"):
            cursor = getattr(given, param)
            if cursor is not None and tx.find(cursor, kind) is None:
                raise InvalidRequest(f"No such {kind}: '{cursor}'", code="resource_missing", param=param)
        page = tx.page(selection(kind, given, within))
        data = [shown(tx, found) for found in page.data]
        body = expanded(tx, objects.list_object(request.path, data, has_more=page.has_more), given.expand)
    misbehave_after_commit(fault)
    return answer(200, as_json(body))


def selection(kind: str, given: params.ListObjects, within: Within | None) -> Selection:
    filters, parent = {"deleted": None} | given.filters(), None
    if within is not None and within.field is None:
        parent = within.id
    elif within is not None:
        filters[within.field] = within.id
    types = filters.pop("types", None)
    if kind == "event" and "type" in filters:
        if types is not None:
            raise InvalidRequest("Give only one of type and types.", param="type")
        types = [filters.pop("type")]
    return Selection(
        kind,
        limit=given.limit,
        starting_after=given.starting_after,
        ending_before=given.ending_before,
        parent=parent,
        created=filters.pop("created", None),
        delivery_success=filters.pop("delivery_success", None),
        types=types,
        fields=filters,
        unlike=given.unlike(),
    )


def existing(tx: Transaction, kind: str, object_id: str) -> Object:
    found = tx.find(object_id, kind)
    if found is None:
        raise NotFound(f"No such {kind}: '{object_id}'", code="resource_missing", param="id")
    return found


def shown(tx: Transaction, found: Object) -> Object:
    """The object as of now: an event says how many endpoints have not accepted it yet."""
    if found["object"] == "event":
        found["pending_webhooks"] = tx.outbox.pending_webhooks(found["id"])
    return found


def expanded(tx: Transaction, found: Object, paths: list[str]) -> Object:
    """A copy with what was asked for in place of ids."""
    found = deepcopy(found)
    for path in paths:
        expand(tx, found, path.split("."))
    return found


def expand(tx: Transaction, found: Object, path: list[str]) -> None:
    """Replace the id at the end of the path by its object, in place."""
    name, *rest = path
    held = HELD_LISTS.get((str(found.get("object")), name))
    if held is not None:
        url, selection = held(found["id"])
        page = tx.page(selection)
        found[name] = objects.list_object(url, deepcopy(page.data), has_more=page.has_more)
    value = found.get(name)
    if value is None and name in found:
        return
    if isinstance(value, str):
        value = found[name] = deepcopy(tx.find(value))
    targets: list[Any] = value if isinstance(value, list) else [value]
    if not all(isinstance(target, dict) for target in targets):
        raise InvalidRequest(f"This property cannot be expanded ({name}).", param="expand")
    if rest:
        for target in targets:
            expand(tx, target, rest)


# Lists that an object holds when asked to: where they are by themselves, and what is in them.
HELD_LISTS: dict[tuple[str, str], Callable[[str], tuple[str, Selection]]] = {
    ("charge", "refunds"): lambda held_by: (
        f"/v1/charges/{held_by}/refunds",
        Selection("refund", fields={"charge": held_by}),
    ),
    ("checkout.session", "line_items"): lambda held_by: (
        f"/v1/checkout/sessions/{held_by}/line_items",
        Selection("item", parent=held_by),
    ),
    ("customer", "subscriptions"): lambda held_by: (
        f"/v1/customers/{held_by}/subscriptions",
        Selection("subscription", fields={"customer": held_by}, unlike={"status": "canceled"}),
    ),
    ("invoice", "payments"): lambda held_by: (
        "/v1/invoice_payments",
        Selection("invoice_payment", fields={"invoice": held_by}),
    ),
}


def take_fault() -> Fault | None:
    fault = state().faults.take(request.method, request.path)
    if fault is not None and fault.fault == "429":
        raise RateLimited("The local Stripe was asked to refuse this request.", code="rate_limit")
    if fault is not None and fault.fault == "500" and request.method == "GET":
        raise ServerError("The local Stripe was asked to fail here.")
    return fault


def misbehave_after_commit(fault: Fault | None) -> None:
    if fault is None:
        return
    time.sleep(fault.delay_seconds)
    if fault.fault == "drop_response":
        request.environ[DROP] = True


def as_json(body: Object) -> str:
    return json.dumps(body, indent=2, ensure_ascii=False) + "\n"


def answer(status: int, body: str) -> Response:
    return Response(body, status=status, content_type="application/json")
