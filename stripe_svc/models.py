"""The shapes of requests and answers. Strict: an unknown field or a value of another type is refused.

Amounts are whole numbers of the currency's smallest unit; times are ISO 8601 in UTC.
"""

import re
from datetime import datetime
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    TypeAdapter,
    WithJsonSchema,
    model_validator,
)

from stripe_svc.currencies import CURRENCIES

# Stripe's own limits: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
MAX_AMOUNT = 999_999_999_999
MAX_LINE_ITEMS = 100
# Of lines that recur, and of the others: https://docs.stripe.com/api/checkout/sessions/create
MAX_SUBSCRIPTION_LINES = 20
# https://docs.stripe.com/api/prices/create
IN_THREE_YEARS = {"day": 1095, "week": 156, "month": 36, "year": 3}
# Stripe allows 50 metadata keys (https://docs.stripe.com/api/metadata); we keep some for our own.
MAX_METADATA_KEYS = 40
RESERVED_METADATA_KEYS = {"order_id", "checkout_attempt_id"}

OrderStatus = Literal["pending", "paying", "paid", "failed", "review", "refunded", "disputed"]


# Control characters, line separators, and what turns the direction of text: none can be seen, all can deceive.
# Not str.isprintable: it refuses the non-breaking spaces of French and the joiners of emoji and of Persian.
_CONTROL = r"\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069"


def _visible(value: str) -> str:
    if re.search(f"[{_CONTROL}]", value):
        raise ValueError("must not contain control characters")
    return value


def _not_blank(value: str) -> str:
    if value.isspace():
        raise ValueError("must not be blank")
    return value


def _web_address(value: str) -> str:
    # Not pydantic's HttpUrl: it would encode the braces of Stripe's {CHECKOUT_SESSION_ID}.
    try:
        parts = urlsplit(value)
        blank = re.search(r"\s", value)
        valid = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0 and not blank
    except ValueError:
        valid = False
    if not valid:
        raise ValueError("must be an address that begins with https:// or http://")
    return value


def _decimal(value: Any) -> Any:
    # In a query everything is text, and int() takes ` 1_0 ` too.
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,19}", value):
        raise ValueError("must be a whole number")
    return value


def _supported(value: str) -> str:
    if value not in CURRENCIES:
        raise ValueError("must be a currency that Stripe supports, in lower case: eur, usd, jpy, …")
    return value


# What the validators above ask for, in JSON Schema's words.
_VISIBLE = {"pattern": f"^[^{_CONTROL}]*$"}
_VISIBLE_NOT_BLANK = {"pattern": rf"^[^{_CONTROL}]*[^\s{_CONTROL}][^{_CONTROL}]*$"}

Text = Annotated[
    str,
    StringConstraints(min_length=1, max_length=255),
    AfterValidator(_visible),
    AfterValidator(_not_blank),
    Field(json_schema_extra=_VISIBLE_NOT_BLANK),
]
Email = Annotated[str, StringConstraints(max_length=512, pattern=r"^[^@\s]+@[^@\s]+$"), AfterValidator(_visible)]
WebAddress = Annotated[
    str,
    StringConstraints(max_length=2048),
    AfterValidator(_visible),
    AfterValidator(_web_address),
    Field(json_schema_extra={"format": "uri", "pattern": r"^https?://\S+$"}),
]
Currency = Annotated[
    str,
    AfterValidator(_supported),
    WithJsonSchema({"type": "string", "enum": sorted(CURRENCIES), "description": "ISO 4217, in lower case"}),
]
Quantity = Annotated[int, Field(ge=1, le=999_999)]
# Stripe refuses brackets: https://docs.stripe.com/api/metadata
MetadataKey = Annotated[
    str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^\[\]]*$"), AfterValidator(_visible)
]
MetadataValue = Annotated[
    str, StringConstraints(max_length=500), AfterValidator(_visible), Field(json_schema_extra=_VISIBLE)
]


class _Request(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Recurring(_Request):
    """How often a line of a subscription is due: every `interval_count` intervals, at most every three years."""

    interval: Literal["day", "week", "month", "year"]
    interval_count: Annotated[int, Field(ge=1, le=1095)] = 1

    @model_validator(mode="after")
    def _within_three_years(self) -> Self:
        if self.interval_count > IN_THREE_YEARS[self.interval]:
            raise ValueError(
                f"at most every {IN_THREE_YEARS[self.interval]} {self.interval}s, which Stripe's limit is"
            )
        return self


class NewLineItem(_Request):
    """One line: what the buyer sees, its price each in the smallest unit, how many; with `recurring`, how often."""

    name: Text
    unit_amount: Annotated[int, Field(ge=1, le=MAX_AMOUNT)]
    quantity: Quantity = 1
    recurring: Recurring | None = None


class PricedLineItem(_Request):
    """One line at a price that is kept at Stripe."""

    price: Annotated[str, StringConstraints(max_length=255, pattern=r"^price_[A-Za-z0-9_]+$")]
    quantity: Quantity = 1


def _kind(item: Any) -> str:
    return "priced" if isinstance(item, PricedLineItem) or (isinstance(item, dict) and "price" in item) else "new"


LineItem = Annotated[
    Annotated[NewLineItem, Tag("new")] | Annotated[PricedLineItem, Tag("priced")], Discriminator(_kind)
]


def _amount(items: list[LineItem], *, is_trial: bool = False) -> int | None:
    """What is due at the checkout: the sum of the lines; None if a price is only known to Stripe."""
    if any(isinstance(item, PricedLineItem) for item in items):
        return None
    due = [item for item in items if isinstance(item, NewLineItem) and not (is_trial and item.recurring)]
    return sum(item.unit_amount * item.quantity for item in due)


def _payable(items: list[LineItem]) -> list[LineItem]:
    if (_amount(items) or 0) > MAX_AMOUNT:
        raise ValueError(f"the line items add up to more than {MAX_AMOUNT}")
    return items


def _not_reserved(metadata: dict[str, str]) -> dict[str, str]:
    if reserved := RESERVED_METADATA_KEYS & set(metadata):
        raise ValueError(f"the key {min(reserved)} is this service's own")
    return metadata


class NewOrder(_Request):
    """What is to be paid, for `POST /v1/orders`."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "reference": "A-1001",
                    "currency": "eur",
                    "line_items": [{"name": "Green tea, 100 g", "unit_amount": 999, "quantity": 2}],
                    "customer_email": "buyer@example.com",
                }
            ]
        }
    )

    reference: Text | None = None
    mode: Literal["payment", "subscription"] = "payment"
    currency: Currency
    line_items: Annotated[list[LineItem], Field(min_length=1, max_length=MAX_LINE_ITEMS), AfterValidator(_payable)]
    trial_period_days: Annotated[int, Field(ge=1, le=730)] | None = None
    customer_email: Email | None = None
    customer_reference: Text | None = None
    success_url: WebAddress | None = None
    cancel_url: WebAddress | None = None
    metadata: Annotated[dict[MetadataKey, MetadataValue], AfterValidator(_not_reserved)] = Field(
        default_factory=dict,
        max_length=MAX_METADATA_KEYS,
        json_schema_extra={"additionalProperties": False, "propertyNames": {"minLength": 1, "maxLength": 40}},
    )

    @model_validator(mode="after")
    def _fits_its_mode(self) -> Self:
        """One-time orders have nothing that recurs; a subscription has something that does, or that Stripe prices."""
        new = [item for item in self.line_items if isinstance(item, NewLineItem)]
        recurring = [item for item in new if item.recurring]
        if self.mode == "payment" and (recurring or self.trial_period_days):
            raise ValueError('recurring and trial_period_days are for orders with "mode": "subscription"')
        if self.mode == "subscription" and max(len(recurring), len(new) - len(recurring)) > MAX_SUBSCRIPTION_LINES:
            raise ValueError(
                f"a subscription has at most {MAX_SUBSCRIPTION_LINES} lines that recur, and as many others"
            )
        if self.mode == "subscription" and len(new) == len(self.line_items) and not recurring:
            raise ValueError("a subscription needs a line item with recurring, or with a recurring price of Stripe's")
        return self

    @property
    def amount_subtotal(self) -> int | None:
        """What is due at the checkout; None if a price is only known to Stripe."""
        return _amount(self.line_items, is_trial=self.trial_period_days is not None)


_TEXT = TypeAdapter(Text)  # once: to build it costs as much as to look the access up


def check_customer_reference(value: str) -> None:
    """Raises ValidationError if no order can have this `customer_reference`."""
    _TEXT.validate_python(value)


class NewRefund(_Request):
    """What is to be refunded, for `POST /v1/orders/{id}/refunds`; without an amount, all that is left.

    `payment_intent` names the payment where an order was paid more than once.
    """

    model_config = ConfigDict(json_schema_extra={"examples": [{"amount": 999, "reason": "requested_by_customer"}]})

    amount: Annotated[int, Field(ge=1, le=MAX_AMOUNT)] | None = None
    reason: Literal["duplicate", "fraudulent", "requested_by_customer"] | None = None
    payment_intent: Annotated[str, StringConstraints(max_length=255, pattern=r"^pi_[A-Za-z0-9_]+$")] | None = None


class NewPortalSession(_Request):
    """Where the billing portal leads back to, for `POST /v1/customers/{customer_reference}/portal`."""

    return_url: WebAddress | None = None


class SubscriptionEnd(_Request):
    """When a subscription is to end, for `POST /v1/subscriptions/{id}/cancel`: with its period, or now."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"at_period_end": True}]})

    at_period_end: bool = True


class OrderQuery(BaseModel):
    """The filters of `GET /v1/orders`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    status: OrderStatus | None = None
    reference: Text | None = None
    limit: Annotated[int, Field(ge=1, le=100), BeforeValidator(_decimal)] = 20
    after: Annotated[int, Field(ge=1, le=2**63 - 1), BeforeValidator(_decimal)] | None = None


class Access(BaseModel):
    """Whether to deliver, and until when; `until` is null for what does not end."""

    granted: bool
    until: datetime | None


class OrderCheckout(BaseModel):
    """An order's newest Checkout Session. `url` is null once it is no longer open."""

    session_id: str
    url: str | None
    status: Literal["open", "complete", "expired"]
    expires_at: datetime | None


class Transition(BaseModel):
    """One change of an order's status and the verified Stripe event behind it."""

    model_config = ConfigDict(populate_by_name=True)

    from_: OrderStatus = Field(alias="from")
    to: OrderStatus
    event_id: str
    event_type: str
    source: Literal["webhook", "reconcile", "replay"]
    at: datetime


class Order(BaseModel):
    """An order, in every answer."""

    id: int
    reference: str | None
    mode: Literal["payment", "subscription"]
    status: OrderStatus
    failure_reason: Literal["expired", "async_payment_failed", "payment_canceled"] | None
    review_reason: Literal["session_mismatch", "mode_mismatch", "currency_mismatch", "amount_mismatch"] | None
    currency: str
    amount_subtotal: int | None
    amount_paid: int
    amount_refunded: int
    duplicate_payment: bool
    access: Access
    checkout: OrderCheckout | None
    line_items: list[LineItem]
    metadata: dict[str, str]
    created_at: datetime
    updated_at: datetime
    history: list[Transition]


class Grant(BaseModel):
    """An order that gives access now; `until` is null for what does not end."""

    order_id: int
    reference: str | None
    mode: Literal["payment", "subscription"]
    until: datetime | None


SubscriptionStatus = Literal[
    "incomplete", "trialing", "active", "past_due", "unpaid", "paused", "incomplete_expired", "canceled"
]


class CustomerSubscription(BaseModel):
    """A subscription that has not ended, whether it gives access or not."""

    id: str
    order_id: int
    status: SubscriptionStatus
    current_period_end: datetime | None
    trial_end: datetime | None
    cancel_at: datetime | None


class CustomerAccess(BaseModel):
    """What a customer may use now. `until`: the longest grant's, null without one and for what does not end."""

    customer_reference: str
    granted: bool
    until: datetime | None
    grants: list[Grant]
    subscriptions: list[CustomerSubscription]


class PortalSession(BaseModel):
    """Stripe's billing portal for one customer, for a short while: send them there at once."""

    customer_reference: str
    url: str


class Subscription(BaseModel):
    """A subscription as Stripe has it now. The customer's access follows with Stripe's event."""

    id: str
    order_id: int
    status: SubscriptionStatus
    cancel_at: datetime | None
    ended_at: datetime | None


class OrderPage(BaseModel):
    """A page of orders, newest first. `next_after` is the `after` of the next page, null on the last one."""

    data: list[Order]
    has_more: bool
    next_after: int | None


class Checkout(BaseModel):
    """Where to send the buyer."""

    order_id: int
    session_id: str
    url: str
    expires_at: datetime


class Refund(BaseModel):
    """A refund that Stripe has made. The order follows when Stripe's event says that the money went back."""

    id: str
    order_id: int
    payment_intent: str
    amount: int
    currency: str
    reason: Literal["duplicate", "fraudulent", "requested_by_customer"] | None
    status: Literal["requires_action", "pending", "succeeded", "canceled", "failed"]
    created_at: datetime


class CheckoutStatus(BaseModel):
    """Where the order stands that a buyer has just paid."""

    status: OrderStatus


class Receipt(BaseModel):
    """What became of a webhook."""

    received: Literal[True]
    outcome: Literal["processed", "duplicate", "ignored", "quarantined"]


class Health(BaseModel):
    """The process is alive."""

    status: Literal["ok"]


class Readiness(BaseModel):
    """Whether this process can do its work, and what waits for somebody to look at it."""

    status: Literal["ok", "schema_outdated", "events_failing"]
    schema_version: str
    failed_events: int
    oldest_failed_event_seconds: int


class FieldProblem(BaseModel):
    """What is wrong with one field; `field` is empty for the body as a whole."""

    field: str
    message: str


class Problem(BaseModel):
    """An error, as RFC 9457 has it. `type` and `status` are for programs, `title` and `detail` for people.

    `errors`, where there are any, lists the fields that are wrong, the first 50 of them.
    """

    type: Annotated[str, StringConstraints(pattern=r"^urn:stripe-svc:problem:[a-z-]+$")]
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] | None = None
