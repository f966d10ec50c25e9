"""The OpenAPI 3.1 document: the models of models.py and the table of routes below. https://spec.openapis.org/oas/v3.1"""

import re
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from stripe_svc import errors
from stripe_svc.models import (
    Checkout,
    CheckoutStatus,
    CustomerAccess,
    Health,
    NewOrder,
    NewPortalSession,
    NewRefund,
    Order,
    OrderPage,
    OrderQuery,
    PortalSession,
    Problem,
    Readiness,
    Receipt,
    Refund,
    Subscription,
    SubscriptionEnd,
)

Json = dict[str, Any]

# A problem of these statuses comes from Flask, not from a class in errors.py.
BODY_TOO_LARGE = 413

ORDER_ID = {"name": "order_id", "in": "path", "required": True, "schema": {"type": "integer", "minimum": 1}}
CUSTOMER_REFERENCE = {
    "name": "customer_reference",
    "in": "path",
    "required": True,
    "description": "The app's own word for the customer, as its orders have it.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
}
SUBSCRIPTION_ID = {
    "name": "subscription_id",
    "in": "path",
    "required": True,
    "description": "Stripe's id, as the customer's access shows it.",
    "schema": {"type": "string", "pattern": "^sub_[A-Za-z0-9_]+$", "maxLength": 255},
}
IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "Send a new one with each new order. The same key and body return the order that they made.",
    "schema": {"type": "string", "pattern": "^[!-~]{1,255}$"},
    "example": "order-A-1001",
}
REFUND_KEY = {
    **IDEMPOTENCY_KEY,
    "required": True,
    "description": "Send a new one with each new refund. The same key and body return the refund that they made.",
    "example": "refund-A-1001",
}
SIGNATURE = {
    "name": "Stripe-Signature",
    "in": "header",
    "required": True,
    "description": "https://docs.stripe.com/webhooks#verify-manually",
    "schema": {"type": "string"},
}
SESSION_ID = {"name": "session_id", "in": "query", "required": True, "schema": {"type": "string"}}
EVENT = {"type": "object", "description": "A Stripe event: https://docs.stripe.com/api/events/object"}

_CREATED: Json = {
    "Location": {"description": "Where the order can be read.", "schema": {"type": "string"}},
    "Idempotent-Replayed": {
        "description": "`true` if this Idempotency-Key had made the order before.",
        "schema": {"type": "string", "const": "true"},
    },
}
_REFUNDED: Json = {
    "Idempotent-Replayed": {
        "description": "`true` if this Idempotency-Key had made the refund before.",
        "schema": {"type": "string", "const": "true"},
    },
}
_STRIPE_PROBLEMS = (
    errors.RequestInProgress,
    errors.StripeRefused,
    errors.StripeMisconfigured,
    errors.StripeUnavailable,
    errors.StripeFailed,
    errors.StripeBusy,
)


@dataclass(frozen=True)
class Route:
    """One operation. `answers`: what it returns by status; a text is a content type other than JSON."""

    method: str
    path: str
    summary: str
    answers: dict[int, list[type[BaseModel] | str]]
    problems: tuple[type[errors.ServiceError] | int, ...] = ()
    parameters: tuple[Json, ...] = ()
    query: type[BaseModel] | None = None
    body: type[BaseModel] | Json | None = None
    headers: Json | None = None
    needs_key: bool = False
    needs_body: bool = True

    @property
    def statuses(self) -> set[int]:
        """Every status that this operation may answer with."""
        return set(self.answers) | set(self.problems_by_status())

    def problems_by_status(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        common = (errors.ServiceError, *([errors.Unauthorized] if self.needs_key else []))
        for problem in (*self.problems, *common):
            status, title = (
                (problem, "The body is too large.") if isinstance(problem, int) else (problem.status, _title(problem))
            )
            found.setdefault(status, []).append(title)
        return dict(sorted(found.items()))


ROUTES = (
    Route(
        "POST",
        "/v1/orders",
        "Create an order",
        {201: [Order]},
        (
            errors.RequestMalformed,
            errors.IdempotencyConflict,
            BODY_TOO_LARGE,
            errors.UnsupportedMediaType,
            errors.RequestInvalid,
            errors.DatabaseBusy,
        ),
        parameters=(IDEMPOTENCY_KEY,),
        body=NewOrder,
        headers=_CREATED,
        needs_key=True,
    ),
    Route(
        "GET",
        "/v1/orders",
        "List orders, newest first",
        {200: [OrderPage]},
        (errors.RequestInvalid, errors.DatabaseBusy),
        query=OrderQuery,
        needs_key=True,
    ),
    Route(
        "GET",
        "/v1/orders/{order_id}",
        "Read an order",
        {200: [Order]},
        (errors.OrderNotFound, errors.DatabaseBusy),
        parameters=(ORDER_ID,),
        needs_key=True,
    ),
    Route(
        "POST",
        "/v1/orders/{order_id}/checkout",
        "Get a payment page for an order; an open one is returned again",
        {200: [Checkout]},
        (
            errors.OrderNotFound,
            errors.OrderNotPayable,
            *_STRIPE_PROBLEMS,
            errors.DatabaseBusy,
        ),
        parameters=(ORDER_ID,),
        needs_key=True,
    ),
    Route(
        "POST",
        "/v1/orders/{order_id}/expire",
        "Expire an order's open checkout at Stripe; the status follows with Stripe's event",
        {200: [Order]},
        (errors.OrderNotFound, errors.NoOpenCheckout, *_STRIPE_PROBLEMS, errors.DatabaseBusy),
        parameters=(ORDER_ID,),
        needs_key=True,
    ),
    Route(
        "POST",
        "/v1/orders/{order_id}/refunds",
        "Refund a payment of an order, or a part of it; the status follows with Stripe's event",
        {201: [Refund]},
        (
            errors.RequestMalformed,
            errors.OrderNotFound,
            errors.IdempotencyConflict,
            errors.NothingToRefund,
            BODY_TOO_LARGE,
            errors.UnsupportedMediaType,
            errors.RequestInvalid,
            *_STRIPE_PROBLEMS,
            errors.DatabaseBusy,
        ),
        parameters=(ORDER_ID, REFUND_KEY),
        body=NewRefund,
        headers=_REFUNDED,
        needs_key=True,
    ),
    Route(
        "GET",
        "/v1/customers/{customer_reference}/access",
        "Read what a customer may use now, and until when",
        {200: [CustomerAccess]},
        (errors.RequestInvalid, errors.DatabaseBusy),
        parameters=(CUSTOMER_REFERENCE,),
        needs_key=True,
    ),
    Route(
        "POST",
        "/v1/customers/{customer_reference}/portal",
        "Get a page where a customer manages what they subscribe to: Stripe's billing portal",
        {200: [PortalSession]},
        (
            errors.RequestMalformed,
            errors.CustomerNotFound,
            BODY_TOO_LARGE,
            errors.UnsupportedMediaType,
            errors.RequestInvalid,
            *_STRIPE_PROBLEMS,
            errors.DatabaseBusy,
        ),
        parameters=(CUSTOMER_REFERENCE,),
        body=NewPortalSession,
        needs_body=False,
        needs_key=True,
    ),
    Route(
        "POST",
        "/v1/subscriptions/{subscription_id}/cancel",
        "End a subscription with its period, or now; the access follows with Stripe's event",
        {200: [Subscription]},
        (
            errors.RequestMalformed,
            errors.SubscriptionNotFound,
            errors.SubscriptionEnded,
            BODY_TOO_LARGE,
            errors.UnsupportedMediaType,
            errors.RequestInvalid,
            *_STRIPE_PROBLEMS,
            errors.DatabaseBusy,
        ),
        parameters=(SUBSCRIPTION_ID,),
        body=SubscriptionEnd,
        needs_body=False,
        needs_key=True,
    ),
    Route(
        "POST",
        "/webhooks/stripe",
        "Receive an event from Stripe",
        {200: [Receipt]},
        (errors.SignatureInvalid, errors.PayloadInvalid, BODY_TOO_LARGE, errors.EventFailed, errors.DatabaseBusy),
        parameters=(SIGNATURE,),
        body=EVENT,
    ),
    Route(
        "GET",
        "/checkout/return",
        "Show a buyer who comes back from paying where the order stands",
        {200: ["text/html", CheckoutStatus]},
        (errors.SessionNotFound, errors.DatabaseBusy),
        parameters=(SESSION_ID,),
    ),
    Route("GET", "/healthz", "Tell whether the process is alive", {200: [Health]}),
    Route(
        "GET",
        "/readyz",
        "Tell whether database, schema and backlog are fine",
        {200: [Readiness], 503: [Readiness]},
        (errors.DatabaseBusy,),
    ),
    Route("GET", "/openapi.json", "Read this document", {200: ["application/json"]}),
    Route("GET", "/docs", "Read this document as a page", {200: ["text/html"]}),
)


def build_document(public_url: str) -> Json:
    """The whole document. Built once, at start."""
    answers = {
        kind for route in ROUTES for kinds in route.answers.values() for kind in kinds if not isinstance(kind, str)
    }
    requests = {route.body for route in ROUTES if isinstance(route.body, type)}
    models: list[Any] = [(model, "serialization") for model in sorted({*answers, Problem}, key=str)]
    models += [(model, "validation") for model in requests]
    _, schemas = models_json_schema(models, ref_template="#/components/schemas/{model}")

    paths: Json = {}
    for route in ROUTES:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.1",
        "info": {
            "title": "stripe-svc",
            "version": "1",
            "description": "Orders that are paid through Stripe. Amounts are whole numbers of the currency's "
            "smallest unit; times are ISO 8601 in UTC; errors are application/problem+json (RFC 9457).",
        },
        "servers": [{"url": public_url}],
        "paths": paths,
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {
                "key": {"type": "http", "scheme": "bearer", "description": "One of the keys in API_KEYS."}
            },
        },
    }


def _operation(route: Route) -> Json:
    operation: Json = {
        "operationId": _operation_id(route),
        "summary": route.summary,
        "parameters": [*route.parameters, *_query_parameters(route.query)],
        "responses": {str(status): _response(route, status) for status in sorted(route.statuses)},
    }
    if route.needs_key:
        operation["security"] = [{"key": []}]
    if route.body is not None:
        schema = _ref(route.body) if isinstance(route.body, type) else route.body
        operation["requestBody"] = {"required": route.needs_body, "content": {"application/json": {"schema": schema}}}
    return operation


def _response(route: Route, status: int) -> Json:
    content: Json = {}
    for kind in route.answers.get(status, []):
        if isinstance(kind, str):
            content[kind] = {}
        else:
            content["application/json"] = {"schema": _ref(kind)}
    problems = route.problems_by_status().get(status, [])
    if problems:
        content["application/problem+json"] = {"schema": _ref(Problem)}
    response: Json = {"description": " ".join(problems) or "Done.", "content": content}
    if route.headers and status in route.answers:
        response["headers"] = route.headers
    return response


def _query_parameters(query: type[BaseModel] | None) -> list[Json]:
    schema = query.model_json_schema() if query else {"properties": {}}
    return [
        # A filter that is not given is left out: there is no way to send null in a query.
        {"name": name, "in": "query", "schema": _without_null(described)}
        for name, described in schema["properties"].items()
    ]


def _without_null(schema: Json) -> Json:
    kinds = [kind for kind in schema.get("anyOf", [schema]) if kind != {"type": "null"}]
    return {name: value for name, value in kinds[0].items() if name != "title"}


def _operation_id(route: Route) -> str:
    parts = re.sub(r"\{(\w+)_(?:id|reference)\}", r"\1", route.path).replace(".", "/").strip("/").split("/")
    return "_".join([route.method.lower(), *parts])


def _ref(model: type[BaseModel]) -> Json:
    return {"$ref": f"#/components/schemas/{model.__name__}"}


def _title(problem: type[errors.ServiceError]) -> str:
    return (problem.__doc__ or "").splitlines()[0]
