"""Builders of Stripe's objects, field for field as the API reference lists them.

https://docs.stripe.com/api. Each returns a plain dictionary, which is what the API answers and what an event
carries. Amounts are integers in the currency's smallest unit, times are Unix seconds.
"""

from typing import Any

from . import clock
from .cards import TestCard
from .params import EVIDENCE_FIELDS, CreateSession
from .store import new_id

API_VERSION = "2026-10-28.endive"

Object = dict[str, Any]

# The bank debit that Checkout offers for a currency. All of them tell only days later whether money came:
# https://docs.stripe.com/payments/bank-debits.
BANK_DEBITS = {
    "aud": "au_becs_debit",
    "cad": "acss_debit",
    "eur": "sepa_debit",
    "gbp": "bacs_debit",
    "nzd": "nz_bank_account",
    "usd": "us_bank_account",
}

# Visa's codes for what the test cards are disputed for: https://docs.stripe.com/disputes/categories#network-code-map.
NETWORK_REASON_CODES = {"fraudulent": "10.4", "product_not_received": "13.1"}

DAY = 24 * 3600


def product(
    name: str,
    *,
    product_id: str | None = None,
    active: bool = True,
    description: str | None = None,
    images: list[str] | None = None,
    metadata: dict[str, str] | None = None,
) -> Object:
    now = int(clock.now())
    return {
        "id": product_id or new_id("prod_", 14),
        "object": "product",
        "active": active,
        "created": now,
        "default_price": None,
        "description": description,
        "images": images or [],
        "livemode": False,
        "marketing_features": [],
        "metadata": metadata or {},
        "name": name,
        "package_dimensions": None,
        "shippable": None,
        "statement_descriptor": None,
        "tax_code": None,
        "type": "service",
        "unit_label": None,
        "updated": now,
        "url": None,
    }


def price(
    currency: str,
    unit_amount: int,
    product_id: str,
    *,
    active: bool = True,
    lookup_key: str | None = None,
    metadata: dict[str, str] | None = None,
    nickname: str | None = None,
    recurring: Object | None = None,
) -> Object:
    return {
        "id": new_id("price_1", 23),
        "object": "price",
        "active": active,
        "billing_scheme": "per_unit",
        "created": int(clock.now()),
        "currency": currency,
        "custom_unit_amount": None,
        "livemode": False,
        "lookup_key": lookup_key,
        "metadata": metadata or {},
        "nickname": nickname,
        "product": product_id,
        "recurring": recurring,
        "tax_behavior": "unspecified",
        "tiers_mode": None,
        "transform_quantity": None,
        "type": "recurring" if recurring else "one_time",
        "unit_amount": unit_amount,
        "unit_amount_decimal": str(unit_amount),
    }


def recurring(given: Object) -> Object:
    """How often a price is due: `{interval, interval_count}`."""
    return {"meter": None, "usage_type": "licensed", **given}


def line_item(price: Object, description: str, quantity: int, *, is_trial: bool = False) -> Object:
    """What is due for it now, which is nothing for what recurs only after a trial."""
    amount = 0 if is_trial else price["unit_amount"] * quantity
    return {
        "id": new_id("li_"),
        "object": "item",
        "adjustable_quantity": None,
        "amount_discount": 0,
        "amount_subtotal": amount,
        "amount_tax": 0,
        "amount_total": amount,
        "currency": price["currency"],
        "description": description,
        "metadata": {},
        "price": price,
        "quantity": quantity,
    }


def checkout_session(params: CreateSession, *, amount: int, currency: str, expires_at: int, base_url: str) -> Object:
    session_id = new_id("cs_test_a1", 56)
    allowed = params.allowed_payment_method_types or params.payment_method_types
    offered = ["card"] + ([BANK_DEBITS[currency]] if currency in BANK_DEBITS else [])
    by_default = "always" if params.mode == "subscription" else "if_required"
    return {
        "id": session_id,
        "object": "checkout.session",
        "adaptive_pricing": {"enabled": False},
        "after_expiration": None,
        "allow_promotion_codes": None,
        "allowed_payment_method_types": params.allowed_payment_method_types,
        "amount_subtotal": amount,
        "amount_total": amount,
        "automatic_tax": {"enabled": False, "liability": None, "provider": None, "status": None},
        "billing_address_collection": None,
        "cancel_url": params.cancel_url,
        "client_reference_id": params.client_reference_id,
        "client_secret": None,
        "collected_information": None,
        "consent": None,
        "consent_collection": None,
        "created": int(clock.now()),
        "currency": currency,
        "currency_conversion": None,
        "custom_fields": [],
        "custom_text": {
            "after_submit": None,
            "shipping_address": None,
            "submit": None,
            "terms_of_service_acceptance": None,
        },
        "customer": params.customer,
        "customer_account": None,
        "customer_creation": None if params.customer else params.customer_creation or by_default,
        "customer_details": customer_details(params.customer_email) if params.customer_email else None,
        "customer_email": params.customer_email,
        "discounts": [],
        "expires_at": expires_at,
        "integration_identifier": None,
        "invoice": None,
        "invoice_creation": None,
        "livemode": False,
        "locale": params.locale,
        "managed_payments": None,
        "metadata": params.metadata,
        "mode": params.mode,
        "optional_items": None,
        "origin_context": None,
        "payment_intent": None,
        "payment_link": None,
        "payment_method_collection": params.payment_method_collection or by_default,
        "payment_method_configuration_details": None,
        "payment_method_options": {},
        "payment_method_types": [kind for kind in offered if not allowed or kind in allowed],
        "payment_status": "unpaid" if amount else "no_payment_required",
        "permissions": None,
        "phone_number_collection": {"enabled": False},
        "recovered_from": None,
        "saved_payment_method_options": None,
        "setup_intent": None,
        "shipping_address_collection": None,
        "shipping_cost": None,
        "shipping_options": [],
        "status": "open",
        "submit_type": params.submit_type,
        "subscription": None,
        "success_url": params.success_url,
        "total_details": {"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0},
        "ui_mode": params.ui_mode,
        "url": f"{base_url}/c/pay/{session_id}",
        "wallet_options": None,
    }


def customer_details(email: str | None, name: str | None = None) -> Object:
    return {
        "address": None,
        "business_name": None,
        "email": email,
        "individual_name": None,
        "name": name,
        "phone": None,
        "tax_exempt": "none",
        "tax_ids": [],
    }


def customer(
    *,
    address: Object | None = None,
    description: str | None = None,
    email: str | None = None,
    metadata: Object | None = None,
    name: str | None = None,
    phone: str | None = None,
    shipping: Object | None = None,
    test_clock: str | None = None,
) -> Object:
    return {
        "id": new_id("cus_", 14),
        "object": "customer",
        "address": address,
        "balance": 0,
        "created": int(clock.now()),
        "currency": None,
        "customer_account": None,
        "default_source": None,
        "delinquent": False,
        "description": description,
        "discount": None,
        "email": email,
        "invoice_prefix": new_id("", 8).upper(),
        "invoice_settings": {
            "custom_fields": None,
            "default_payment_method": None,
            "footer": None,
            "rendering_options": None,
        },
        "livemode": False,
        "metadata": metadata or {},
        "name": name,
        "next_invoice_sequence": 1,
        "phone": phone,
        "preferred_locales": [],
        "shipping": shipping,
        "tax_exempt": "none",
        "test_clock": test_clock,
    }


def deleted(found: Object) -> Object:
    """What remains of an object, for those who still have its id."""
    return {"id": found["id"], "object": found["object"], "deleted": True}


def payment_intent(amount: int, currency: str, method_types: list[str], **more: Any) -> Object:
    """Money that is asked for; `more` are fields of the object. Nobody has tried to pay it yet."""
    intent_id = new_id("pi_")
    return {
        "id": intent_id,
        "object": "payment_intent",
        "allowed_payment_method_types": None,
        "amount": amount,
        "amount_capturable": 0,
        "amount_details": {"tip": {}},
        "amount_received": 0,
        "application": None,
        "application_fee_amount": None,
        "automatic_payment_methods": None,
        "canceled_at": None,
        "cancellation_reason": None,
        "capture_method": "automatic_async",
        "client_secret": new_id(f"{intent_id}_secret_", 25),
        "confirmation_method": "automatic",
        "created": int(clock.now()),
        "currency": currency,
        "customer": None,
        "customer_account": None,
        "description": None,
        "excluded_payment_method_types": None,
        "last_payment_error": None,
        "latest_charge": None,
        "livemode": False,
        "managed_payments": None,
        "metadata": {},
        "next_action": None,
        "on_behalf_of": None,
        "payment_method": None,
        "payment_method_configuration_details": None,
        "payment_method_options": {},
        "payment_method_types": method_types,
        "processing": None,
        "receipt_email": None,
        "review": None,
        "setup_future_usage": None,
        "shipping": None,
        "source": None,
        "statement_descriptor": None,
        "statement_descriptor_suffix": None,
        "status": "requires_payment_method",
        "transfer_data": None,
        "transfer_group": None,
        **more,
    }


def payment_method(kind: str, details: Object, billing: Object, metadata: Object | None = None) -> Object:
    return {
        "id": new_id("pm_1", 23),
        "object": "payment_method",
        "allow_redisplay": "unspecified",
        "billing_details": billing,
        "created": int(clock.now()),
        "customer": None,
        "customer_account": None,
        "livemode": False,
        "metadata": metadata or {},
        "type": kind,
        kind: details,
    }


def card_details(card: TestCard, expiry: tuple[int, int]) -> Object:
    return {
        "brand": card.brand,
        "checks": {"address_line1_check": None, "address_postal_code_check": None, "cvc_check": "pass"},
        "country": card.country,
        "display_brand": card.brand,
        "exp_month": expiry[0],
        "exp_year": expiry[1],
        "fingerprint": f"local{card.number[-4:]}",
        "funding": card.funding,
        "generated_from": None,
        "last4": card.number[-4:],
        "networks": {"available": [card.brand], "preferred": None},
        "regulated_status": "unregulated",
        "three_d_secure_usage": {"supported": True},
        "wallet": None,
    }


# What a charge tells of the card, which is not all that the PaymentMethod does.
CARD_OF_CHARGE = (
    "brand",
    "checks",
    "country",
    "exp_month",
    "exp_year",
    "fingerprint",
    "funding",
    "last4",
    "regulated_status",
    "wallet",
)


def charge(intent: Object, method: Object) -> Object:
    """One attempt to move the money; begins as pending."""
    kind = method["type"]
    return {
        "id": new_id("py_" if kind != "card" else "ch_"),
        "object": "charge",
        "amount": intent["amount"],
        "amount_captured": 0,
        "amount_refunded": 0,
        "application": None,
        "application_fee": None,
        "application_fee_amount": None,
        "balance_transaction": None,
        "billing_details": method["billing_details"],
        "calculated_statement_descriptor": None,
        "captured": False,
        "created": int(clock.now()),
        "currency": intent["currency"],
        "customer": intent["customer"],
        "description": intent["description"],
        "disputed": False,
        "failure_balance_transaction": None,
        "failure_code": None,
        "failure_message": None,
        "fraud_details": {},
        "livemode": False,
        "metadata": intent["metadata"],
        "on_behalf_of": None,
        "outcome": None,
        "paid": False,
        "payment_intent": intent["id"],
        "payment_method": method["id"],
        "payment_method_details": {"type": kind, kind: _method_of_charge(method)},
        "radar_options": {},
        "receipt_email": intent["receipt_email"],
        "receipt_number": None,
        "receipt_url": None,
        "refunded": False,
        "review": None,
        "shipping": intent["shipping"],
        "source_transfer": None,
        "statement_descriptor": None,
        "statement_descriptor_suffix": None,
        "status": "pending",
        "transfer_data": None,
        "transfer_group": None,
        **presentment_of(intent),
    }


def _method_of_charge(method: Object) -> Object:
    details: Object = method[method["type"]]
    return {name: details[name] for name in CARD_OF_CHARGE} if method["type"] == "card" else details


def presentment_of(payment: Object) -> Object:
    """What the buyer paid in a currency of their own: the same from the session down to the charge, or no field."""
    return {"presentment_details": payment["presentment_details"]} if "presentment_details" in payment else {}


def billing_details(email: str | None = None, name: str | None = None, phone: str | None = None) -> Object:
    return {"address": address({}), "email": email, "name": name, "phone": phone, "tax_id": None}


def address(given: Object) -> Object:
    return dict.fromkeys(("city", "country", "line1", "line2", "postal_code", "state")) | given


def refund(charge: Object, amount: int, *, status: str, reason: str | None, metadata: Object) -> Object:
    """Money on its way back to where it came from."""
    by_card = charge["payment_method_details"]["type"] == "card"
    made: Object = {
        "id": new_id("re_" if by_card else "pyr_"),
        "object": "refund",
        "amount": amount,
        "balance_transaction": None,
        "charge": charge["id"],
        "created": int(clock.now()),
        "currency": charge["currency"],
        "customer": None,
        "customer_account": None,
        "metadata": metadata,
        "payment_intent": charge["payment_intent"],
        "payment_method": charge["payment_method"],
        "reason": reason,
        "receipt_number": None,
        "source_transfer_reversal": None,
        "status": status,
        "transfer_reversal": None,
    }
    if by_card:
        reference = {"reference_status": "pending", "reference_type": "acquirer_reference_number", "type": "refund"}
        made["destination_details"] = {"type": "card", "card": reference}
    if status == "pending":
        made["pending_reason"] = "processing"
    return made


def dispute(charge: Object, amount: int, *, status: str, reason: str) -> Object:
    """A buyer's bank asks about a payment (an inquiry), or has taken the money back already."""
    now = int(clock.now())
    is_inquiry = status.startswith("warning_")
    dispute_id = new_id("du_")
    made: Object = {
        "id": dispute_id,
        "object": "dispute",
        "amount": amount,
        "balance_transactions": [],
        "charge": charge["id"],
        "created": now,
        "currency": charge["currency"],
        "enhanced_eligibility_types": [],
        "evidence": {**dict.fromkeys(EVIDENCE_FIELDS), "enhanced_evidence": {}},
        "evidence_details": {
            "due_by": now - now % DAY + 9 * DAY - 1,
            "enhanced_eligibility": {},
            "has_evidence": False,
            "past_due": False,
            "submission_count": 0,
        },
        "is_charge_refundable": is_inquiry,
        "livemode": False,
        "metadata": {},
        "payment_intent": charge["payment_intent"],
        "reason": reason,
        "status": status,
    }
    if charge["payment_method_details"]["type"] == "card":
        card = {
            "brand": "visa",
            "case_type": "inquiry" if is_inquiry else "chargeback",
            "network": "visa",
            "network_reason_code": NETWORK_REASON_CODES.get(reason),
        }
        made["payment_method_details"] = {"type": "card", "card": card}
    return made


def dispute_adjustment(dispute: Object, amount: int, *, category: str) -> Object:
    """The balance transaction by which a dispute moves money; the local Stripe takes no fee for it."""
    now = int(clock.now())
    return {
        "id": new_id("txn_1", 23),
        "object": "balance_transaction",
        "amount": amount,
        "available_on": now,
        "balance_type": "payments",
        "created": now,
        "currency": dispute["currency"],
        "description": f"{category} for {dispute['charge']}",
        "exchange_rate": None,
        "fee": 0,
        "fee_details": [],
        "net": amount,
        "reporting_category": category,
        "source": dispute["id"],
        "status": "available",
        "type": "adjustment",
    }


def webhook_endpoint(
    url: str,
    enabled_events: list[str],
    *,
    api_version: str | None = None,
    description: str | None = None,
    metadata: Object | None = None,
) -> Object:
    """Where events go. Its secret is no part of it: only the answer that creates it shows one."""
    return {
        "id": new_id("we_1", 23),
        "object": "webhook_endpoint",
        "api_version": api_version,
        "application": None,
        "created": int(clock.now()),
        "description": description,
        "enabled_events": enabled_events,
        "livemode": False,
        "metadata": metadata or {},
        "status": "enabled",
        "url": url,
    }


def event(kind: str, subject: Object, previous: Object | None, *, pending_webhooks: int, request: Object) -> Object:
    """An event about `subject`, of which it keeps a snapshot."""
    updated = {} if previous is None else {"previous_attributes": previous}
    return {
        "id": new_id("evt_1", 23),
        "object": "event",
        "api_version": API_VERSION,
        "created": int(clock.now()),
        "data": {"object": subject, **updated},
        "livemode": False,
        "pending_webhooks": pending_webhooks,
        "request": request,
        "type": kind,
    }


def list_object(url: str, data: list[Object], *, has_more: bool) -> Object:
    return {"object": "list", "data": data, "has_more": has_more, "url": url}
