"""PaymentMethods: cards and bank accounts to pay with, once or, attached to a customer, again.

https://docs.stripe.com/api/payment_methods. What a number or a name like `pm_card_visa` leads to is in `cards` and
`banks`; numbers are kept beside the object, which shows the last four digits only.
"""

import re
from datetime import UTC, datetime

from . import cards, clock, objects
from .banks import TEST_ACCOUNTS
from .cards import TestCard
from .errors import Declined, InvalidRequest, Refused
from .events import Cause, change, emit
from .lookup import named
from .objects import Object
from .params import merged_metadata
from .payment_params import BillingDetails, Card, CreatePaymentMethod, UpdatePaymentMethod
from .store import Transaction

CHECKOUT_ACCOUNT = "6789"

USED_UP = (
    "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment or was detached"
    " from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a"
    " Customer first."
)


def create(tx: Transaction, given: CreatePaymentMethod) -> Object:
    details = getattr(given, given.type)
    if details is None:
        raise InvalidRequest(f"Missing required param: {given.type}.", code="parameter_missing", param=given.type)
    billing = _billing(objects.billing_details(), given.billing_details)
    if given.card is not None:
        card = _card(given.card)
        expiry = (given.card.exp_month, _full(given.card.exp_year or 2040))
        return of_card(tx, card, billing, given.metadata, expiry)
    if given.sepa_debit is not None:
        iban = given.sepa_debit.iban.replace(" ", "")
        return of_bank(tx, "sepa_debit", iban, billing, given.metadata, country=iban[:2])
    told = details.model_dump(exclude={"account_number"})
    return of_bank(tx, "us_bank_account", details.account_number, billing, given.metadata, **told)


def _card(given: Card) -> TestCard:
    if (given.number is None) == (given.token is None):
        raise InvalidRequest("Give exactly one of card[number] and card[token].", param="card")
    if given.token is not None:
        card = cards.named(given.token) if given.token.startswith("tok_") else None
        if card is None:
            raise InvalidRequest(f"No such token: '{given.token}'", code="resource_missing", param="card[token]")
        return card
    _check_typed(given)
    number = (given.number or "").replace(" ", "")
    if not cards.can_be_a_number(number):
        raise Declined("Your card number is incorrect.", code="incorrect_number", param="number")
    card = cards.TEST_CARDS.get(number)
    if card is None:
        raise InvalidRequest(
            "The local Stripe knows only Stripe's test cards: https://docs.stripe.com/testing.", param="card[number]"
        )
    return card


def _check_typed(given: Card) -> None:
    """https://docs.stripe.com/testing#invalid-data"""
    today = datetime.fromtimestamp(clock.now(), UTC)
    if not 1 <= given.exp_month <= 12:
        raise Declined("Your card's expiration month is invalid.", code="invalid_expiry_month", param="exp_month")
    if given.exp_year is not None:
        expiry = (_full(given.exp_year), given.exp_month)
        if not (today.year, today.month) <= expiry < (today.year + 50, 1):
            raise Declined("Your card's expiration year is invalid.", code="invalid_expiry_year", param="exp_year")
    if given.cvc is not None and not re.fullmatch("[0-9]{3,4}", given.cvc):
        raise Declined("Your card's security code is invalid.", code="invalid_cvc", param="cvc")


def _full(year: int) -> int:
    return year + 2000 if year < 100 else year


def of_card(
    tx: Transaction,
    card: TestCard,
    billing: Object,
    metadata: Object | None = None,
    expiry: tuple[int, int] = (12, 2040),
) -> Object:
    method = objects.payment_method("card", objects.card_details(card, expiry), billing, metadata)
    tx.insert(method, private={"card": card.number})
    return method


def of_bank(
    tx: Transaction, kind: str, number: str | None, billing: Object, metadata: Object | None = None, **more: str
) -> Object:
    """The account with this number, or, without one, the account of whoever pays on a page; `more` is told of it."""
    if number is not None and (number not in TEST_ACCOUNTS or TEST_ACCOUNTS[number].kind != kind):
        raise InvalidRequest(
            "The local Stripe knows only Stripe's test accounts: https://docs.stripe.com/testing.", param=kind
        )
    last4 = (number or CHECKOUT_ACCOUNT)[-4:]
    details: Object = {"fingerprint": f"local{last4}", "last4": last4, **more}
    method = objects.payment_method(kind, details, billing, metadata)
    tx.insert(method, private={"account": number})
    return method


def wanted(tx: Transaction, id_or_name: str, param: str, customer: str | None = None) -> Object:
    """The PaymentMethod that a request names; a name like `pm_card_visa` makes a new one.

    One that is attached can be used for payments of its customer only.
    """
    method = of_name(tx, id_or_name) or named(tx, id_or_name, "payment_method", param)
    if method["customer"] is not None and method["customer"] != customer:
        raise InvalidRequest(
            f"The payment method {method['id']} belongs to the Customer {method['customer']}. Give that one too.",
            param=param,
        )
    if _is_used_up(tx, method):
        raise InvalidRequest(USED_UP, param=param)
    return method


def use_up(tx: Transaction, method: Object) -> None:
    """Nobody can pay with it again: what is not attached to a customer is good for one payment."""
    tx.remember(method["id"], is_used_up=True)


def _is_used_up(tx: Transaction, method: Object) -> bool:
    return bool(tx.private(method["id"]).get("is_used_up", False))


def of_name(tx: Transaction, name: str) -> Object | None:
    if not name.startswith("pm_card_"):
        return None
    card = cards.named(name)
    if card is None:
        raise InvalidRequest(f"The local Stripe does not cover {name}.", param="payment_method")
    return of_card(tx, card, objects.billing_details())


def attach(tx: Transaction, method: Object, customer_id: str, cause: Cause) -> Object:
    """Save it for a customer. Their bank is asked, so a card that is always declined cannot be saved."""
    customer = named(tx, customer_id, "customer", "customer")
    if method["customer"] is not None:
        raise Refused("The payment method you provided has already been attached to a customer.")
    if _is_used_up(tx, method):
        raise Refused(USED_UP)
    card = cards.TEST_CARDS.get(tx.private(method["id"]).get("card") or "")
    if card is not None and not card.can_be_attached:
        raise Declined(card.message, code=card.code, decline_code=card.decline_code)
    change(tx, method, customer=customer["id"])
    emit(tx, "payment_method.attached", method, cause)
    return method


def detach(tx: Transaction, method: Object, cause: Cause) -> Object:
    if method["customer"] is None:
        raise Refused("The payment method you provided is not attached to a customer so detachment is impossible.")
    customer = tx.get(method["customer"])
    settings = customer.get("invoice_settings", {})
    if settings.get("default_payment_method") == method["id"]:
        change(tx, customer, invoice_settings={**settings, "default_payment_method": None})
    previous = change(tx, method, customer=None)
    use_up(tx, method)
    emit(tx, "payment_method.detached", method, cause, previous)
    return method


def update(tx: Transaction, method: Object, given: UpdatePaymentMethod, cause: Cause) -> Object:
    if method["customer"] is None:
        raise Refused("You must save this PaymentMethod to a customer before you can update it.")
    changes: Object = {
        "billing_details": _billing(method["billing_details"], given.billing_details),
        "metadata": merged_metadata(method["metadata"], given.metadata),
    }
    expiry = given.card.model_dump(exclude_none=True)
    if expiry and method["type"] != "card":
        raise InvalidRequest(f"A payment method of type {method['type']} has no card.", param="card")
    if expiry:
        changes["card"] = method["card"] | expiry
    previous = change(tx, method, **changes)
    emit(tx, "payment_method.updated", method, cause, previous)
    return method


def _billing(old: Object, given: BillingDetails) -> Object:
    new = old | given.model_dump(exclude_none=True, exclude={"address"})
    if given.address is not None:
        new["address"] = objects.address(given.address.model_dump())
    return new


def default_of(tx: Transaction, customer: Object) -> Object | None:
    """What is charged when nobody says otherwise."""
    return tx.find(customer["invoice_settings"]["default_payment_method"] or "", "payment_method")
