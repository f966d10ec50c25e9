"""What Stripe's API has and its OpenAPI document does not have yet: one entry a difference, with its reason.

The document is of 2026-08-26.dahlia; the API spoken here is of 2026-10-28.endive, as is stripe-python 16.1.0, whose
types are "the SDK" below. `extract_structure` lays these over the document. Only what somebody could meet here is
listed; https://docs.stripe.com/changelog has the rest.
"""

from dataclasses import dataclass
from typing import Any

Schema = dict[str, Any]

# The parameter's name since this API version, and before.
RENAMED_SINCE = "2026-10-28"
RENAMED = {"allowed_payment_method_types": "payment_method_types"}


@dataclass(frozen=True)
class Newer:
    """A property of a place: an operation's parameters or a schema, and, with dots, the names inside.

    It is new or replaced (`schema`), had another name (`was`), has `more_values` than listed, or is `gone`.
    """

    place: str
    name: str
    reason: str
    schema: Schema | None = None
    was: str | None = None
    more_values: tuple[str, ...] = ()
    gone: bool = False


TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
TEXTS_OR_NULL: Schema = {"type": ["array", "null"], "items": TEXT}
INTEGER: Schema = {"type": "integer"}
BOOLEAN: Schema = {"type": "boolean"}
ANYTHING: Schema = {}

SESSIONS = "POST /v1/checkout/sessions"
INTENTS = "POST /v1/payment_intents"
SUBSCRIPTIONS = "POST /v1/subscriptions"
GOODS: Schema = {"type": "string", "enum": ["good", "service"]}
VERSIONS = ("2026-09-30.endive", "2026-10-28.endive")

IN_REQUESTS = (
    Newer(SESSIONS, "allowed_payment_method_types", "renamed", was="payment_method_types"),
    Newer(INTENTS, "payment_method_types", "renamed; the document has both", gone=True),
    Newer(f"{INTENTS}/{{intent}}", "payment_method_types", "renamed; the document has both", gone=True),
    Newer(f"{INTENTS}/{{intent}}/confirm", "payment_method_types", "renamed; the document has both", gone=True),
    Newer(SESSIONS, "ui_mode", "a new kind of page", more_values=("form",)),
    Newer(SESSIONS, "locale", "a new language", more_values=("hi-IN",)),
    Newer(f"{SESSIONS}/{{session}}", "payment_intent_data", "new in the SDK", ANYTHING),
    Newer("POST /v1/disputes/{dispute}", "intended_submission_method", "new in the SDK", TEXT),
    Newer("POST /v1/disputes/{dispute}", "evidence.appeal", "appeals are new", ANYTHING),
    Newer("POST /v1/customers", "validate", "undocumented, but in the SDK", BOOLEAN),
    Newer("POST /v1/customers/{customer}", "validate", "undocumented, but in the SDK", BOOLEAN),
    Newer("POST /v1/products", "type", "undocumented, but in the SDK", GOODS),
    Newer("POST /v1/products", "tax_details", "new in the SDK", ANYTHING),
    Newer("POST /v1/products/{id}", "tax_details", "new in the SDK", ANYTHING),
    Newer("POST /v1/prices", "recurring.trial_period_days", "undocumented, but in the SDK", INTEGER),
    Newer("POST /v1/prices", "product_data.tax_details", "new in the SDK", ANYTHING),
    Newer(SUBSCRIPTIONS, "items.plan", "undocumented, but in the SDK", TEXT),
    Newer(SUBSCRIPTIONS, "items.current_trial", "new in the SDK", ANYTHING),
    Newer("POST /v1/webhook_endpoints", "api_version", "versions since the document's", more_values=VERSIONS),
)

IN_OBJECTS = (
    Newer("checkout.session", "allowed_payment_method_types", "what was asked for", TEXTS_OR_NULL),
    Newer("checkout.session", "ui_mode", "a new kind of page", more_values=("form",)),
    Newer("payment_intent", "payment_record", "new in the SDK", TEXT_OR_NULL),
    Newer("payment_intent", "source", "undocumented, but in answers", TEXT_OR_NULL),
    Newer("dispute", "network_reason_code", "undocumented, but in the SDK", TEXT_OR_NULL),
    Newer("dispute", "intended_submission_method", "new in the SDK", TEXT),
    Newer("dispute", "status", "appeals are new", more_values=("appeal_needs_response", "appeal_under_review")),
    Newer("dispute_evidence_details", "submission_method", "new in the SDK", TEXT),
    Newer("product", "type", "undocumented, but in answers", GOODS),
    Newer("subscription", "status_details", "new in the SDK", ANYTHING),
    Newer("invoice", "status_details", "new in the SDK", ANYTHING),
)
