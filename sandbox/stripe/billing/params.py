"""What billing's routes accept: see `sandbox.stripe.params`."""

from typing import Annotated, Any, Literal

from pydantic import Field

from ..params import (
    Boolean,
    Currency,
    Cycle,
    Integer,
    ListCreated,
    Metadata,
    Nested,
    Params,
    Text,
    Timestamp,
    TrialSettings,
    UnitAmount,
    Url,
)

Unsettable = Annotated[str, Field(max_length=5000)]  # an empty text unsets
Quantity = Annotated[Integer, Field(ge=0, le=1_000_000)]
Proration = Literal["always_invoice", "create_prorations", "none"]


class RecurringPriceData(Nested):
    currency: Currency
    product: Text
    recurring: Cycle
    unit_amount: UnitAmount


class NewItem(Nested):
    metadata: Metadata = Field(default={})
    price: Text | None = None
    price_data: RecurringPriceData | None = None
    quantity: Quantity = 1


class ChangedItem(Nested):
    """One that is there already, by its id, or a new one."""

    id: Text | None = None
    deleted: Boolean = False
    metadata: Metadata | None = None
    price: Text | None = None
    price_data: RecurringPriceData | None = None
    quantity: Quantity | None = None


class PauseCollection(Nested):
    behavior: Literal["keep_as_draft", "mark_uncollectible", "void"]
    resumes_at: Timestamp | None = None


class CancellationDetails(Nested):
    comment: Unsettable | None = None
    feedback: (
        Literal[
            "customer_service",
            "low_quality",
            "missing_features",
            "other",
            "switched_service",
            "too_complex",
            "too_expensive",
            "unused",
        ]
        | None
    ) = None


class CreateSubscription(Params):
    customer: Text
    items: Annotated[list[NewItem], Field(min_length=1, max_length=20)]
    cancel_at: Timestamp | None = None
    cancel_at_period_end: Boolean = False
    collection_method: Literal["charge_automatically"] = "charge_automatically"
    currency: Currency | None = None
    default_payment_method: Text | None = None
    description: Annotated[str, Field(max_length=500)] | None = None
    metadata: Metadata = Field(default={})
    off_session: Boolean = False
    payment_behavior: Literal["allow_incomplete", "default_incomplete"] = "allow_incomplete"
    proration_behavior: Proration = "create_prorations"
    trial_end: Text | None = None
    trial_period_days: Annotated[Integer, Field(ge=1, le=730)] | None = None
    trial_settings: TrialSettings | None = None


class UpdateSubscription(Params):
    cancel_at: Text | None = None
    cancel_at_period_end: Boolean | None = None
    cancellation_details: CancellationDetails | None = None
    default_payment_method: Unsettable | None = None
    description: Annotated[str, Field(max_length=500)] | None = None
    items: list[ChangedItem] = Field(default=[])
    metadata: Metadata | None = None
    off_session: Boolean = False
    pause_collection: PauseCollection | Literal[""] | None = None
    payment_behavior: Literal["allow_incomplete", "default_incomplete"] = "allow_incomplete"
    proration_behavior: Proration = "create_prorations"
    trial_end: Text | None = None
    trial_settings: TrialSettings | None = None


class CancelSubscription(Params):
    cancellation_details: CancellationDetails = CancellationDetails()
    invoice_now: Boolean = False
    prorate: Boolean = False


class ResumeSubscription(Params):
    billing_cycle_anchor: Literal["now"] = "now"
    proration_behavior: Proration = "create_prorations"


class ListSubscriptions(ListCreated):
    customer: Text | None = None
    status: (
        Literal["active", "all", "canceled", "incomplete", "incomplete_expired", "past_due", "paused", "trialing"]
        | None
    ) = None
    test_clock: Text | None = None

    def filters(self) -> dict[str, Any]:
        """Those of a test clock are listed only when it or their customer is named."""
        found = super().filters()
        if self.customer is None:
            found["test_clock"] = self.test_clock
        if self.status == "all":
            del found["status"]
        return found

    def unlike(self) -> dict[str, str]:
        return {"status": "canceled"} if self.status is None else {}


class CreateInvoiceItem(Params):
    customer: Text
    amount: Integer
    currency: Currency
    description: Text | None = None
    invoice: Text | None = None
    metadata: Metadata = Field(default={})


class ListInvoiceItems(ListCreated):
    customer: Text | None = None
    invoice: Text | None = None


class CreateInvoice(Params):
    customer: Text
    auto_advance: Boolean = False
    collection_method: Literal["charge_automatically"] = "charge_automatically"
    currency: Currency | None = None
    default_payment_method: Text | None = None
    description: Annotated[str, Field(max_length=1500)] | None = None
    metadata: Metadata = Field(default={})
    pending_invoice_items_behavior: Literal["exclude", "include"] = "exclude"


class UpdateInvoice(Params):
    auto_advance: Boolean | None = None
    default_payment_method: Text | None = None
    description: Annotated[str, Field(max_length=1500)] | None = None
    metadata: Metadata | None = None


class FinalizeInvoice(Params):
    auto_advance: Boolean | None = None


class PayInvoice(Params):
    off_session: Boolean = True
    paid_out_of_band: Boolean = False
    payment_method: Text | None = None


class ListInvoices(ListCreated):
    customer: Text | None = None
    status: Literal["draft", "open", "paid", "uncollectible", "void"] | None = None
    subscription: Text | None = None

    def filters(self) -> dict[str, Any]:
        found = super().filters()
        if self.subscription is not None:
            found["parent.subscription_details.subscription"] = found.pop("subscription")
        return found


class PaymentFilter(Nested):
    type: Literal["payment_intent"]
    payment_intent: Text


class ListInvoicePayments(ListCreated):
    invoice: Text | None = None
    payment: PaymentFilter | None = None
    status: Literal["canceled", "open", "paid"] | None = None

    def filters(self) -> dict[str, Any]:
        found = super().filters()
        if self.payment is not None:
            found["payment.payment_intent"] = found.pop("payment")["payment_intent"]
        return found


class CreatePortalSession(Params):
    customer: Text
    configuration: Text | None = None
    locale: Text | None = None
    return_url: Url | None = None


class CreateTestClock(Params):
    frozen_time: Timestamp
    name: Annotated[str, Field(max_length=300)] | None = None


class AdvanceTestClock(Params):
    frozen_time: Timestamp
