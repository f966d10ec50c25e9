"""The shapes of requests and answers. Strict: an unknown field or a value of another type is refused.

Amounts are whole numbers of the currency's smallest unit; times are ISO 8601 in UTC.
"""

from datetime import datetime
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)

from stripe_svc.currencies import CURRENCIES

# Stripe's own limits: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
MAX_AMOUNT = 999_999_999_999
MAX_LINE_ITEMS = 100
# Stripe allows 50 metadata keys (https://docs.stripe.com/api/metadata); we keep some for our own.
MAX_METADATA_KEYS = 40
RESERVED_METADATA_KEYS = {"order_id", "checkout_attempt_id"}

OrderStatus = Literal["pending", "paying", "paid", "failed", "review", "refunded", "disputed"]


def _printable(value: str) -> str:
    if not value.isprintable():
        raise ValueError("must not contain control characters")
    return value


def _web_address(value: str) -> str:
    # Not pydantic's HttpUrl: it would encode the braces of Stripe's {CHECKOUT_SESSION_ID}.
    try:
        parts = urlsplit(value)
        valid = parts.scheme in {"http", "https"} and parts.hostname and " " not in value
    except ValueError:
        valid = False
    if not valid:
        raise ValueError("must be an address that begins with https:// or http://")
    return value


def _supported(value: str) -> str:
    if value not in CURRENCIES:
        raise ValueError("must be a currency that Stripe supports, in lower case: eur, usd, jpy, …")
    return value


Text = Annotated[str, StringConstraints(min_length=1, max_length=255), AfterValidator(_printable)]
Email = Annotated[str, StringConstraints(max_length=512, pattern=r"^[^@\s]+@[^@\s]+$"), AfterValidator(_printable)]
WebAddress = Annotated[
    str, StringConstraints(max_length=2048), AfterValidator(_printable), AfterValidator(_web_address)
]
Currency = Annotated[str, AfterValidator(_supported)]
Quantity = Annotated[int, Field(ge=1, le=999_999)]


class _Request(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class NewLineItem(_Request):
    """One line: what the buyer sees, its price each in the smallest unit, how many."""

    name: Text
    unit_amount: Annotated[int, Field(ge=1, le=MAX_AMOUNT)]
    quantity: Quantity = 1


class PricedLineItem(_Request):
    """One line at a price that is kept at Stripe."""

    price: Annotated[str, StringConstraints(max_length=255, pattern=r"^price_\w+$")]
    quantity: Quantity = 1


def _kind(item: Any) -> str:
    return "priced" if isinstance(item, PricedLineItem) or (isinstance(item, dict) and "price" in item) else "new"


LineItem = Annotated[
    Annotated[NewLineItem, Tag("new")] | Annotated[PricedLineItem, Tag("priced")], Discriminator(_kind)
]


class NewOrder(_Request):
    """What is to be paid, for `POST /v1/orders`."""

    reference: Text | None = None
    mode: Literal["payment"] = "payment"
    currency: Currency
    line_items: Annotated[list[LineItem], Field(min_length=1, max_length=MAX_LINE_ITEMS)]
    customer_email: Email | None = None
    customer_reference: Text | None = None
    success_url: WebAddress | None = None
    cancel_url: WebAddress | None = None
    metadata: dict[
        Annotated[str, StringConstraints(min_length=1, max_length=40), AfterValidator(_printable)],
        Annotated[str, StringConstraints(max_length=500), AfterValidator(_printable)],
    ] = Field(default_factory=dict, max_length=MAX_METADATA_KEYS)

    @property
    def amount_subtotal(self) -> int | None:
        """The sum of the lines; None if a price is only known to Stripe."""
        amounts = [
            item.unit_amount * item.quantity if isinstance(item, NewLineItem) else None for item in self.line_items
        ]
        return None if None in amounts else sum(amount for amount in amounts if amount)

    @model_validator(mode="after")
    def _fits_stripe(self) -> "NewOrder":
        if (self.amount_subtotal or 0) > MAX_AMOUNT:
            raise ValueError(f"the line items add up to more than {MAX_AMOUNT}")
        if reserved := RESERVED_METADATA_KEYS & set(self.metadata):
            raise ValueError(f"the metadata key {min(reserved)} is this service's own")
        return self


class OrderQuery(BaseModel):
    """The filters of `GET /v1/orders`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    status: OrderStatus | None = None
    reference: Text | None = None
    limit: int = Field(default=20, ge=1, le=100)
    after: int | None = Field(default=None, ge=1, le=2**63 - 1)


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
    failure_reason: Literal["expired", "async_payment_failed"] | None
    review_reason: Literal["session_mismatch", "mode_mismatch", "currency_mismatch", "amount_mismatch"] | None
    currency: str
    amount_subtotal: int | None
    amount_paid: int
    amount_refunded: int
    duplicate_payment: bool
    access: Access
    checkout: OrderCheckout | None
    line_items: list[dict[str, Any]]
    metadata: dict[str, str]
    created_at: datetime
    updated_at: datetime
    history: list[Transition]


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


class Receipt(BaseModel):
    """What became of a webhook."""

    received: Literal[True]
    outcome: Literal["processed", "duplicate", "ignored", "quarantined"]


class Problem(BaseModel):
    """An error, as RFC 9457 has it. `errors` lists every field that is wrong."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[dict[str, str]] | None = None
