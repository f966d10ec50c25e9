"""What the routes of PaymentIntents, PaymentMethods and customers accept: see `params`."""

from typing import Annotated, Any, Literal

from pydantic import Field

from .params import (
    Address,
    Boolean,
    Currency,
    Email,
    Integer,
    ListCreated,
    ListObjects,
    Metadata,
    MethodTypes,
    Nested,
    Params,
    PaymentIntentData,
    Shipping,
    Text,
    Timestamp,
    TrackedShipping,
    Url,
)

CaptureMethod = Literal["automatic", "automatic_async", "manual"]


class BillingDetails(Nested):
    address: Address | None = None
    email: Email | None = None
    name: Text | None = None
    phone: Text | None = None


class AutomaticPaymentMethods(Nested):
    enabled: Boolean
    allow_redirects: Literal["always", "never"] = "always"


class OnlineAcceptance(Nested):
    ip_address: Text
    user_agent: Text


class CustomerAcceptance(Nested):
    type: Literal["offline", "online"]
    accepted_at: Timestamp | None = None
    online: OnlineAcceptance | None = None


class MandateData(Nested):
    """Understood and not kept: there are no mandates here."""

    customer_acceptance: CustomerAcceptance


class Confirming(Params):
    """What an attempt to pay needs."""

    off_session: Boolean = False
    payment_method: Text | None = None
    return_url: Url | None = None
    use_stripe_sdk: Boolean = False


class CreatePaymentIntent(PaymentIntentData, Confirming):
    amount: Annotated[Integer, Field(ge=1)]
    currency: Currency
    # The same thing since API version 2026-10-28.endive and before.
    allowed_payment_method_types: MethodTypes | None = None
    payment_method_types: MethodTypes | None = None
    automatic_payment_methods: AutomaticPaymentMethods | None = None
    capture_method: CaptureMethod = "automatic_async"
    confirm: Boolean = False
    confirmation_method: Literal["automatic"] = "automatic"
    customer: Text | None = None
    mandate_data: MandateData | None = None
    statement_descriptor: Text | None = None
    statement_descriptor_suffix: Text | None = None
    transfer_group: Text | None = None


class UpdatePaymentIntent(Params):
    amount: Annotated[Integer, Field(ge=1)] | None = None
    customer: Text | None = None
    description: Annotated[str, Field(max_length=1000)] | None = None
    metadata: Metadata | None = None
    payment_method: Text | None = None
    receipt_email: Email | None = None
    setup_future_usage: Literal["off_session", "on_session"] | None = None
    shipping: TrackedShipping | None = None


class ConfirmPaymentIntent(Confirming):
    receipt_email: Email | None = None
    setup_future_usage: Literal["off_session", "on_session"] | None = None
    shipping: TrackedShipping | None = None


class CapturePaymentIntent(Params):
    amount_to_capture: Annotated[Integer, Field(ge=1)] | None = None
    metadata: Metadata | None = None


class ListPaymentIntents(ListCreated):
    customer: Text | None = None


class Card(Nested):
    number: Text | None = None
    token: Text | None = None
    cvc: Text | None = None
    exp_month: Integer = 12
    exp_year: Integer | None = None


class SepaDebit(Nested):
    iban: Text


class UsBankAccount(Nested):
    account_number: Text
    routing_number: Text
    account_holder_type: Literal["company", "individual"] = "individual"
    account_type: Literal["checking", "savings"] = "checking"


class CreatePaymentMethod(Params):
    type: Literal["card", "sepa_debit", "us_bank_account"]
    billing_details: BillingDetails = BillingDetails()
    card: Card | None = None
    metadata: Metadata = Field(default={})
    sepa_debit: SepaDebit | None = None
    us_bank_account: UsBankAccount | None = None


class ExpiryDate(Nested):
    exp_month: Annotated[Integer, Field(ge=1, le=12)] | None = None
    exp_year: Annotated[Integer, Field(ge=1)] | None = None


class UpdatePaymentMethod(Params):
    billing_details: BillingDetails = BillingDetails()
    card: ExpiryDate = ExpiryDate()
    metadata: Metadata | None = None


class AttachPaymentMethod(Params):
    customer: Text


class ListPaymentMethods(ListObjects):
    customer: Text | None = None
    type: Text | None = None


class ListOfCustomer(ListObjects):
    type: Text | None = None


class InvoiceSettings(Nested):
    default_payment_method: Annotated[str, Field(max_length=5000)] | None = None


class UpdateCustomer(Params):
    address: Address | None = None
    description: Annotated[str, Field(max_length=5000)] | None = None
    email: Email | None = None
    invoice_settings: InvoiceSettings = InvoiceSettings()
    metadata: Metadata = Field(default={})
    name: Annotated[str, Field(max_length=256)] | None = None
    phone: Annotated[str, Field(max_length=20)] | None = None
    shipping: Shipping | None = None


class CreateCustomer(UpdateCustomer):
    payment_method: Text | None = None
    test_clock: Text | None = None


class ListCustomers(ListCreated):
    email: Email | None = None
    test_clock: Text | None = None

    def filters(self) -> dict[str, Any]:
        """Those of a test clock are listed only when it is named."""
        return super().filters() | {"test_clock": self.test_clock}


class ConfirmPaymentPage(Params):
    """What `stripe trigger` sends to complete a Checkout Session."""

    expected_amount: Integer
    payment_method: Text
