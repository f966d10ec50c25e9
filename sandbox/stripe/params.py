"""What the REST routes accept: Stripe's form encoding, decoded, and one model per request.

Nesting is written with brackets (`line_items[0][price_data][unit_amount]=500`, `types[]=a`):
https://docs.stripe.com/api. What Stripe itself would refuse, `checking` has refused before a model sees
it; what Stripe has and no model names, the local Stripe does not cover yet, and says so.
"""

import re
from collections.abc import Iterable
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from .errors import ApiError, InvalidRequest
from .money import CURRENCIES, odd_amount

_KEY = re.compile(r"^[^\[\]]+((?:\[[^\[\]]*\])*)$")
MAX_DEPTH = 12

EMPTY = (
    "You passed an empty string for '{param}'. We assume empty values are an attempt to unset a parameter; however"
    " '{param}' cannot be unset. You should remove '{param}' from your request or supply a non-empty value."
)

# What a dispute's evidence can hold; files are named by their ids. https://docs.stripe.com/api/disputes/update
EVIDENCE_FIELDS = (
    "access_activity_log",
    "billing_address",
    "cancellation_policy",
    "cancellation_policy_disclosure",
    "cancellation_rebuttal",
    "customer_communication",
    "customer_email_address",
    "customer_name",
    "customer_purchase_ip",
    "customer_signature",
    "duplicate_charge_documentation",
    "duplicate_charge_explanation",
    "duplicate_charge_id",
    "product_description",
    "receipt",
    "refund_policy",
    "refund_policy_disclosure",
    "refund_refusal_explanation",
    "service_date",
    "service_documentation",
    "shipping_address",
    "shipping_carrier",
    "shipping_date",
    "shipping_documentation",
    "shipping_tracking_number",
    "uncategorized_file",
    "uncategorized_text",
)


def decode(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Form pairs as nested dictionaries; dictionaries with the keys 0, 1, 2 … become lists."""
    tree: dict[str, Any] = {}
    for name, value in pairs:
        match = _KEY.match(name)
        path = [] if match is None else [name.split("[", 1)[0], *re.findall(r"\[([^\[\]]*)\]", name)]
        if not path or len(path) > MAX_DEPTH:
            raise InvalidRequest(f"Invalid parameter name: {name}", param=name)
        _put(tree, path, value, name)
    return {key: _lists(key, value) for key, value in tree.items()}


def _put(tree: dict[str, Any], path: list[str], value: str, name: str) -> None:
    for part in path[:-1]:
        tree = tree.setdefault(part or str(len(tree)), {})
        if not isinstance(tree, dict):
            raise InvalidRequest(f"Invalid hash: {name} is given as a value too.", param=name)
    last = path[-1] or str(len(tree))
    if isinstance(tree.get(last), dict):
        raise InvalidRequest(f"Invalid value: {name} is given as a hash too.", param=name)
    tree[last] = value


def _lists(name: str, value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if name != "metadata" and set(value) == {str(index) for index in range(len(value))}:
        return [_lists("", value[str(index)]) for index in range(len(value))]
    return {key: _lists(key, inner) for key, inner in value.items()}


def _integer(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]{1,18}", value):
        raise PydanticCustomError("parameter_invalid_integer", "Invalid integer: {value}", {"value": value})
    return value


def _boolean(value: Any) -> Any:
    if value not in ("true", "false", True, False):
        raise PydanticCustomError("invalid_boolean", "Invalid boolean: {value}", {"value": str(value)})
    return value in ("true", True)


def _currency(value: str) -> str:
    if value.lower() not in CURRENCIES:
        raise PydanticCustomError("invalid_currency", "Invalid currency: {value}", {"value": value})
    return value.lower()


def _chargeable(value: int, info: ValidationInfo) -> int:
    """Stands after the currency in its model, so that it is known here."""
    wrong = odd_amount(value, info.data.get("currency", ""))
    if wrong is not None:
        raise PydanticCustomError("parameter_invalid_integer", "{wrong}", {"wrong": wrong})
    return value


def _url(value: str) -> str:
    if not re.match(r"https?://[^/\s]", value):
        raise PydanticCustomError("url_invalid", "Not a valid URL")
    return value


def _email(value: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", value):
        raise PydanticCustomError("email_invalid", "Invalid email address: {value}", {"value": value})
    return value


def _metadata(value: Any) -> Any:
    """At most 50 keys of 40 characters with values of 500: https://docs.stripe.com/api/metadata."""
    value = {} if value == "" else value
    if isinstance(value, dict):
        if len(value) > 50:
            raise PydanticCustomError("metadata_size", "Metadata can have at most 50 keys")
        if any(len(key) > 40 or len(str(item)) > 500 for key, item in value.items()):
            raise PydanticCustomError(
                "metadata_size", "Metadata keys have at most 40 characters and values at most 500"
            )
    return value


def _evidence(value: dict[str, str]) -> dict[str, str]:
    for name in value.keys() - set(EVIDENCE_FIELDS):
        raise PydanticCustomError(
            "not_covered", "The local Stripe does not cover the parameter evidence[{name}].", {"name": name}
        )
    return value


Integer = Annotated[int, BeforeValidator(_integer)]
# Seconds, up to the year 3000. Milliseconds, the classic mistake, are far beyond that.
MAX_TIMESTAMP = 32_503_680_000
Timestamp = Annotated[Integer, Field(ge=0, le=MAX_TIMESTAMP)]
Boolean = Annotated[bool, BeforeValidator(_boolean)]
Text = Annotated[str, Field(min_length=1, max_length=5000)]
Currency = Annotated[Text, AfterValidator(_currency)]
Url = Annotated[Text, AfterValidator(_url)]
Email = Annotated[Text, AfterValidator(_email)]
Metadata = Annotated[dict[str, str], BeforeValidator(_metadata)]
UnitAmount = Annotated[Integer, Field(ge=0), AfterValidator(_chargeable)]
Evidence = Annotated[dict[str, Annotated[str, Field(max_length=150_000)]], AfterValidator(_evidence)]
MethodTypes = Annotated[list[Text], Field(min_length=1)]


class Bare(BaseModel):
    """A request that cannot even expand what it returns."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Params(Bare):
    expand: list[Text] = []


class Nested(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PriceProductData(Nested):
    name: Text
    metadata: Metadata = {}


class ProductData(PriceProductData):
    """Checkout's prices can say more of their product than others."""

    description: Text | None = None
    images: list[Url] = []


class Cycle(Nested):
    interval: Literal["day", "week", "month", "year"]
    interval_count: Annotated[Integer, Field(ge=1)] = 1

    @field_validator("interval_count")
    @classmethod
    def _within_three_years(cls, count: int, info: ValidationInfo) -> int:
        most = {"day": 1095, "week": 156, "month": 36, "year": 3}.get(info.data.get("interval", ""), count)
        if count > most:
            raise PydanticCustomError(
                "interval_count", "Invalid interval_count: the interval may be at most three years"
            )
        return count


class Recurring(Cycle):
    usage_type: Literal["licensed"] = "licensed"


class PriceData(Nested):
    currency: Currency
    unit_amount: UnitAmount
    product: Text | None = None
    product_data: ProductData | None = None
    recurring: Cycle | None = None


class LineItem(Nested):
    price: Text | None = None
    price_data: PriceData | None = None
    quantity: Annotated[Integer, Field(ge=1)]


class Address(Nested):
    city: Text | None = None
    country: Text | None = None
    line1: Text | None = None
    line2: Text | None = None
    postal_code: Text | None = None
    state: Text | None = None


class Shipping(Nested):
    address: Address
    name: Text
    phone: Text | None = None


class TrackedShipping(Shipping):
    carrier: Text | None = None
    tracking_number: Text | None = None


class PaymentIntentData(Nested):
    """What a PaymentIntent takes over as it is, from Checkout too."""

    description: Annotated[str, Field(max_length=1000)] | None = None
    metadata: Metadata = {}
    receipt_email: Email | None = None
    setup_future_usage: Literal["off_session", "on_session"] | None = None
    shipping: TrackedShipping | None = None


class EndBehavior(Nested):
    missing_payment_method: Literal["cancel", "create_invoice", "pause"]


class TrialSettings(Nested):
    end_behavior: EndBehavior


class SubscriptionData(Nested):
    """What a subscription takes over from Checkout."""

    description: Annotated[str, Field(max_length=500)] | None = None
    metadata: Metadata = {}
    trial_end: Timestamp | None = None
    trial_period_days: Annotated[Integer, Field(ge=1, le=730)] | None = None
    trial_settings: TrialSettings | None = None


class CreateSession(Params):
    mode: Literal["payment", "setup", "subscription"]
    line_items: Annotated[list[LineItem], Field(min_length=1, max_length=100)]
    success_url: Url
    cancel_url: Url | None = None
    client_reference_id: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    currency: Currency | None = None
    customer: Text | None = None
    customer_creation: Literal["always", "if_required"] | None = None
    customer_email: Email | None = None
    expires_at: Timestamp | None = None
    locale: Text | None = None
    metadata: Metadata = {}
    payment_intent_data: PaymentIntentData | None = None
    payment_method_collection: Literal["always", "if_required"] | None = None
    subscription_data: SubscriptionData | None = None
    submit_type: Literal["auto", "book", "donate", "pay"] | None = None
    ui_mode: Literal["hosted_page"] = "hosted_page"
    # The same thing before and since API version 2026-10-28.endive.
    payment_method_types: MethodTypes | None = None
    allowed_payment_method_types: MethodTypes | None = None


class CreateProduct(Params):
    name: Text
    id: Text | None = None
    active: Boolean = True
    description: Text | None = None
    images: list[Url] = []
    metadata: Metadata = {}


class CreatePrice(Params):
    currency: Currency
    unit_amount: UnitAmount
    product: Text | None = None
    product_data: PriceProductData | None = None
    active: Boolean = True
    lookup_key: Annotated[str, Field(max_length=200)] | None = None
    metadata: Metadata = {}
    nickname: Text | None = None
    recurring: Recurring | None = None


class UpdateProduct(Params):
    name: Text | None = None
    active: Boolean | None = None
    default_price: Text | None = None
    description: Annotated[str, Field(max_length=5000)] | None = None
    metadata: Metadata | None = None


class UpdatePrice(Params):
    active: Boolean | None = None
    lookup_key: Annotated[str, Field(max_length=200)] | None = None
    metadata: Metadata | None = None
    nickname: Annotated[str, Field(max_length=5000)] | None = None


class CancelPaymentIntent(Params):
    cancellation_reason: Literal["abandoned", "duplicate", "fraudulent", "requested_by_customer"] | None = None


class CreateRefund(Params):
    payment_intent: Text | None = None
    charge: Text | None = None
    amount: Annotated[Integer, Field(ge=1)] | None = None
    metadata: Metadata = {}
    reason: Literal["duplicate", "fraudulent", "requested_by_customer"] | None = None


class UpdateRefund(Params):
    metadata: Metadata | None = None


class UpdateDispute(Params):
    evidence: Evidence = {}
    metadata: Metadata | None = None
    submit: Boolean | None = None


def merged_metadata(old: dict[str, str], given: dict[str, str] | None) -> dict[str, str]:
    """Keys are added one by one; an empty value takes its key away, and empty metadata all of them."""
    if given is None:
        return old
    return {key: value for key, value in (old | given).items() if value} if given else {}


def changed(found: dict[str, Any], given: Params) -> dict[str, Any]:
    """The fields of an object that an update gives. Empty metadata and texts are none; keys are added one by one."""
    fields = given.model_dump(exclude={"expand"}, exclude_unset=True)
    if "metadata" in fields:
        fields["metadata"] = merged_metadata(found["metadata"], given.metadata)  # type: ignore[attr-defined]
    return {name: None if value == "" else value for name, value in fields.items()}


class Created(Nested):
    gt: Integer | None = None
    gte: Integer | None = None
    lt: Integer | None = None
    lte: Integer | None = None


def _created(value: Any) -> Any:
    return value if isinstance(value, dict) else {"gte": value, "lte": value}


class ListObjects(Params):
    limit: Annotated[Integer, Field(ge=1, le=100)] = 10
    starting_after: Text | None = None
    ending_before: Text | None = None

    def filters(self) -> dict[str, Any]:
        """Which fields of the objects must be what."""
        return self.model_dump(exclude_none=True, exclude=set(ListObjects.model_fields))

    def unlike(self) -> dict[str, str]:
        """Which fields must not be what."""
        return {}


class ListCreated(ListObjects):
    created: Annotated[Created, BeforeValidator(_created)] = Created()


class ListSessions(ListCreated):
    payment_intent: Text | None = None
    status: Literal["open", "complete", "expired"] | None = None


class ListCharges(ListCreated):
    customer: Text | None = None
    payment_intent: Text | None = None


class ListOfPayment(ListCreated):
    """Refunds and disputes are found by what they are about."""

    charge: Text | None = None
    payment_intent: Text | None = None


class ListPrices(ListCreated):
    active: Boolean | None = None
    currency: Currency | None = None
    product: Text | None = None
    type: Literal["one_time", "recurring"] | None = None


class ListProducts(ListCreated):
    active: Boolean | None = None


EventTypes = Annotated[list[Annotated[str, Field(pattern=r"^(\*|[a-z0-9_]+(\.[a-z0-9_]+)+)$")]], Field(min_length=1)]


class CreateWebhookEndpoint(Params):
    url: Url
    enabled_events: EventTypes
    api_version: Text | None = None
    connect: Literal["false"] | None = None
    description: Text | None = None
    metadata: Metadata = {}


class UpdateWebhookEndpoint(Params):
    url: Url | None = None
    enabled_events: EventTypes | None = None
    description: Annotated[str, Field(max_length=5000)] | None = None
    disabled: Boolean | None = None
    metadata: Metadata | None = None


class RetryEvent(Params):
    """What `stripe events resend` sends."""

    account: Text | None = None
    for_stripecli: Boolean = False
    webhook_endpoint: Text | None = None


class CreateListener(Params):
    """What `stripe listen` sends. URLs of connected accounts and of thin events go unused: there are none here."""

    device_name: Text
    websocket_features: list[Text]
    filters: Text | None = None
    forward_to_url: Text | None = None
    forward_connect_to_url: Text | None = None
    forward_thin_to_url: Text | None = None
    forward_thin_connect_to_url: Text | None = None


class ListEvents(ListCreated):
    type: Text | None = None
    types: Annotated[list[Text], Field(max_length=20)] | None = None
    delivery_success: Boolean | None = None


P = TypeVar("P", bound=Bare)


def parse(model: type[P], params: dict[str, Any]) -> P:
    """The request's parameters, or an error about one that is not covered, or else the first that is wrong."""
    try:
        return model.model_validate(params)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        raise _as_stripe_says(min(errors, key=lambda each: each["type"] not in _NOT_COVERED)) from None


# What Stripe accepts, as `checking` has found, and no model does.
_NOT_COVERED = ("extra_forbidden", "string_type", "list_type", "dict_type", "model_type")


_CODES = {
    "missing": "parameter_missing",
    "string_too_short": "parameter_invalid_empty",
    "parameter_invalid_integer": "parameter_invalid_integer",
    "greater_than_equal": "parameter_invalid_integer",
    "less_than_equal": "parameter_invalid_integer",
    "url_invalid": "url_invalid",
    "email_invalid": "email_invalid",
}


def _as_stripe_says(error: ErrorDetails) -> ApiError:
    first, *rest = (str(part) for part in error["loc"])
    param = first + "".join(f"[{part}]" for part in rest)
    if error["type"] in _NOT_COVERED:
        is_known = error["type"] != "extra_forbidden"
        return InvalidRequest(
            f"The local Stripe does not cover {'this form of ' if is_known else ''}the parameter {param}.",
            param=param,
        )
    message = {
        "missing": f"Missing required param: {param}.",
        "literal_error": f"The local Stripe does not cover {param}={error['input']},"
        f" only {error.get('ctx', {}).get('expected', '')}.",
        "greater_than_equal": f"This value must be greater than or equal to {error.get('ctx', {}).get('ge')}.",
        "string_too_short": EMPTY.format(param=param),
    }.get(error["type"], error["msg"])
    return InvalidRequest(message, code=_CODES.get(error["type"]), param=param)
