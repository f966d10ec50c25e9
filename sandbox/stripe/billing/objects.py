"""Builders of billing's objects: see `sandbox.stripe.objects`."""

from typing import Any

from .. import clock
from ..objects import Object, list_object
from ..store import new_id

SELF = {"type": "self"}


def subscription(customer: Object, currency: str, items: list[Object], **more: Any) -> Object:
    now = int(clock.now())
    subscription_id = new_id("sub_1", 23)
    for item in items:
        item["subscription"] = subscription_id
    return {
        "id": subscription_id,
        "object": "subscription",
        "application": None,
        "application_fee_percent": None,
        "automatic_tax": {"disabled_reason": None, "enabled": False, "liability": None},
        "billing_cycle_anchor": now,
        "billing_cycle_anchor_config": None,
        "billing_mode": {"flexible": {"proration_discounts": "included"}, "type": "flexible"},
        "billing_schedules": [],
        "billing_thresholds": None,
        "cancel_at": None,
        "cancel_at_period_end": False,
        "canceled_at": None,
        "cancellation_details": {"comment": None, "feedback": None, "reason": None},
        "collection_method": "charge_automatically",
        "created": now,
        "currency": currency,
        "customer": customer["id"],
        "customer_account": None,
        "days_until_due": None,
        "default_payment_method": None,
        "default_source": None,
        "default_tax_rates": [],
        "description": None,
        "discounts": [],
        "ended_at": None,
        "invoice_settings": {"account_tax_ids": None, "issuer": SELF},
        "items": items_of(subscription_id, items),
        "latest_invoice": None,
        "livemode": False,
        "metadata": {},
        "next_pending_invoice_item_invoice": None,
        "on_behalf_of": None,
        "pause_collection": None,
        "payment_settings": {
            "payment_method_options": None,
            "payment_method_types": None,
            "save_default_payment_method": "off",
        },
        "pending_invoice_item_interval": None,
        "pending_setup_intent": None,
        "pending_update": None,
        "schedule": None,
        "start_date": now,
        "status": "incomplete",
        "test_clock": customer["test_clock"],
        "transfer_data": None,
        "trial_end": None,
        "trial_settings": {"end_behavior": {"missing_payment_method": "create_invoice"}},
        "trial_start": None,
        **more,
    }


def items_of(subscription_id: str, items: list[Object]) -> Object:
    url = f"/v1/subscription_items?subscription={subscription_id}"
    return list_object(url, items, has_more=False)


def subscription_item(price: Object, quantity: int, metadata: Object) -> Object:
    now = int(clock.now())
    return {
        "id": new_id("si_", 14),
        "object": "subscription_item",
        "billing_thresholds": None,
        "created": now,
        "current_period_end": now,
        "current_period_start": now,
        "discounts": [],
        "metadata": metadata,
        "price": price,
        "quantity": quantity,
        "subscription": "",
        "tax_rates": [],
    }


def invoice(customer: Object, currency: str, reason: str, subscription: Object | None, **more: Any) -> Object:
    """A draft without lines."""
    now = int(clock.now())
    return {
        "id": new_id("in_1", 23),
        "object": "invoice",
        "account_country": "US",
        "account_name": "Local Stripe",
        "account_tax_ids": None,
        "amount_due": 0,
        "amount_overpaid": 0,
        "amount_paid": 0,
        "amount_paid_off_stripe": 0,
        "amount_remaining": 0,
        "amount_shipping": 0,
        "application": None,
        "attempt_count": 0,
        "attempted": False,
        "auto_advance": False,
        "automatic_tax": {
            "disabled_reason": None,
            "enabled": False,
            "liability": None,
            "provider": None,
            "status": None,
        },
        "automatically_finalizes_at": None,
        "billing_reason": reason,
        "collection_method": "charge_automatically",
        "created": now,
        "currency": currency,
        "custom_fields": None,
        "customer": customer["id"],
        "customer_account": None,
        "customer_address": customer["address"],
        "customer_email": customer["email"],
        "customer_name": customer["name"],
        "customer_phone": customer["phone"],
        "customer_shipping": customer["shipping"],
        "customer_tax_exempt": customer["tax_exempt"],
        "customer_tax_ids": [],
        "default_payment_method": None,
        "default_source": None,
        "default_tax_rates": [],
        "description": None,
        "discounts": [],
        "due_date": None,
        "effective_at": None,
        "ending_balance": None,
        "footer": None,
        "from_invoice": None,
        "hosted_invoice_url": None,
        "invoice_pdf": None,
        "issuer": SELF,
        "last_finalization_error": None,
        "latest_revision": None,
        "lines": list_object("", [], has_more=False),
        "livemode": False,
        "metadata": {},
        "next_payment_attempt": None,
        "number": None,
        "on_behalf_of": None,
        "parent": None if subscription is None else parent(subscription),
        "payment_settings": {
            "default_mandate": None,
            "payment_method_options": None,
            "payment_method_types": None,
        },
        "period_end": now,
        "period_start": now,
        "post_payment_credit_notes_amount": 0,
        "pre_payment_credit_notes_amount": 0,
        "receipt_number": None,
        "rendering": None,
        "shipping_cost": None,
        "shipping_details": None,
        "starting_balance": 0,
        "statement_descriptor": None,
        "status": "draft",
        "status_transitions": {
            "finalized_at": None,
            "marked_uncollectible_at": None,
            "paid_at": None,
            "voided_at": None,
        },
        "subtotal": 0,
        "subtotal_excluding_tax": 0,
        "test_clock": customer["test_clock"],
        "total": 0,
        "total_discount_amounts": [],
        "total_excluding_tax": 0,
        "total_pretax_credit_amounts": [],
        "total_taxes": [],
        "webhooks_delivered_at": None,
        **more,
    }


def parent(subscription: Object) -> Object:
    """The invoice keeps a copy of the subscription's metadata as they are now."""
    details = {"metadata": subscription["metadata"], "subscription": subscription["id"]}
    return {"quote_details": None, "subscription_details": details, "type": "subscription_details"}


def subscription_of(subject: Object) -> str | None:
    """The id of the subscription that an invoice or an invoice item is for."""
    details = (subject["parent"] or {}).get("subscription_details")
    return None if details is None else str(details["subscription"])


def line(
    currency: str,
    amount: int,
    *,
    description: str | None,
    period: tuple[int, int],
    parent: Object,
    pricing: Object,
    quantity: int,
) -> Object:
    """One line of an invoice; `parent` says what it is for."""
    return {
        "id": new_id("il_1", 23),
        "object": "line_item",
        "amount": amount,
        "currency": currency,
        "description": description,
        "discount_amounts": [],
        "discountable": True,
        "discounts": [],
        "invoice": None,
        "livemode": False,
        "metadata": {},
        "parent": parent,
        "period": {"end": period[1], "start": period[0]},
        "pretax_credit_amounts": [],
        "pricing": pricing,
        "quantity": quantity,
        "subscription": _of_parent(parent, "subscription"),
        "subtotal": amount,
        "taxes": [],
    }


def pricing(price: Object | None, amount: int, quantity: int) -> Object:
    if price is None:
        return {"type": "price_details", "unit_amount_decimal": str(amount // quantity)}
    details = {"price": price["id"], "product": price["product"]}
    return {"price_details": details, "type": "price_details", "unit_amount_decimal": price["unit_amount_decimal"]}


def of_subscription_item(item: Object) -> Object:
    """A line's parent: a period of a subscription's item."""
    details = {
        "invoice_item": None,
        "proration": False,
        "proration_details": None,
        "subscription": item["subscription"],
        "subscription_item": item["id"],
    }
    return {"invoice_item_details": None, "subscription_item_details": details, "type": "subscription_item_details"}


def of_invoice_item(item: Object) -> Object:
    """A line's parent: something that was added by itself, or a proration."""
    details = {
        "invoice_item": item["id"],
        "proration": item["proration"],
        "proration_details": item["proration_details"],
        "subscription": _of_parent(item["parent"], "subscription"),
    }
    return {"invoice_item_details": details, "subscription_item_details": None, "type": "invoice_item_details"}


def _of_parent(parent: Object | None, name: str) -> Any:
    if parent is None:
        return None
    return next((details.get(name) for details in parent.values() if isinstance(details, dict)), None)


def invoice_item(
    customer: str,
    currency: str,
    amount: int,
    *,
    description: str | None,
    metadata: Object,
    period: tuple[int, int],
    of: Object | None = None,
    price: Object | None = None,
    quantity: int = 1,
) -> Object:
    """What the next invoice shall have a line for; `of` is the subscription's item that a proration is about."""
    parent = None
    if of is not None:
        details = {"subscription": of["subscription"], "subscription_item": of["id"]}
        parent = {"subscription_details": details, "type": "subscription_details"}
    return {
        "id": new_id("ii_1", 23),
        "object": "invoiceitem",
        "amount": amount,
        "currency": currency,
        "customer": customer,
        "customer_account": None,
        "date": int(clock.now()),
        "description": description,
        "discountable": of is None,
        "discounts": [],
        "invoice": None,
        "livemode": False,
        "metadata": metadata,
        "net_amount": amount,
        "parent": parent,
        "period": {"end": period[1], "start": period[0]},
        "pricing": pricing(price, amount, quantity),
        "proration": of is not None,
        "proration_details": None,
        "quantity": quantity,
        "quantity_decimal": str(quantity),
        "tax_rates": [],
        "test_clock": clock.test_clock(),
    }


def invoice_payment(invoice: Object, intent: Object) -> Object:
    """That a PaymentIntent is for an invoice; since API version 2025-03-31.basil the invoice itself does not say."""
    return {
        "id": new_id("inpay_1", 23),
        "object": "invoice_payment",
        "amount_paid": None,
        "amount_requested": intent["amount"],
        "created": int(clock.now()),
        "currency": intent["currency"],
        "invoice": invoice["id"],
        "is_default": True,
        "livemode": False,
        "payment": {"payment_intent": intent["id"], "type": "payment_intent"},
        "status": "open",
        "status_transitions": {"canceled_at": None, "paid_at": None},
    }


def portal_configuration() -> Object:
    """What customers may do in the portal: all that it has here."""
    now = int(clock.now())
    return {
        "id": new_id("bpc_1", 23),
        "object": "billing_portal.configuration",
        "active": True,
        "application": None,
        "business_profile": {"headline": None, "privacy_policy_url": None, "terms_of_service_url": None},
        "created": now,
        "default_return_url": None,
        "features": {
            "customer_update": {"allowed_updates": ["email", "name"], "enabled": True},
            "invoice_history": {"enabled": True},
            "payment_method_update": {"enabled": True, "payment_method_configuration": None},
            "subscription_cancel": {
                "cancellation_reason": {"enabled": False, "options": []},
                "enabled": True,
                "mode": "at_period_end",
                "proration_behavior": "none",
            },
            "subscription_update": {
                "billing_cycle_anchor": None,
                "default_allowed_updates": [],
                "enabled": False,
                "products": [],
                "proration_behavior": "none",
                "schedule_at_period_end": {"conditions": []},
                "trial_update_behavior": "continue_trial",
            },
        },
        "is_default": True,
        "livemode": False,
        "login_page": {"enabled": False, "url": None},
        "metadata": {},
        "name": None,
        "updated": now,
    }


def portal_session(
    customer: str, configuration: str, *, locale: str | None, return_url: str | None, base_url: str
) -> Object:
    session_id = new_id("bps_1", 23)
    return {
        "id": session_id,
        "object": "billing_portal.session",
        "configuration": configuration,
        "created": int(clock.now()),
        "customer": customer,
        "customer_account": None,
        "flow": None,
        "livemode": False,
        "locale": locale,
        "on_behalf_of": None,
        "return_url": return_url,
        "url": f"{base_url}/p/session/{session_id}",
    }
