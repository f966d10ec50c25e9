"""Money that goes back to the buyer, and sometimes does not arrive.

https://docs.stripe.com/refunds and https://docs.stripe.com/api/refunds. A charge counts a refund from the moment
of its creation, also while it is pending, and no longer once it has failed. As in `attempts`, each function is
one step inside its caller's transaction, where what is left of the charge is read: two requests at once
never give back more than was paid.
"""

from typing import NoReturn

from . import disputes, money, objects
from .banks import Outcome
from .cards import TEST_CARDS
from .errors import InvalidRequest, NotFound, Refused
from .events import NO_REQUEST, Cause, change, emit
from .lookup import in_time_of
from .objects import Object
from .params import CreateRefund, UpdateRefund, merged_metadata
from .store import Transaction

# A refund can fail long after it succeeded: https://docs.stripe.com/refunds#failed-refunds.
OUTCOMES: dict[str, tuple[Outcome, ...]] = {"pending": ("succeeded", "failed"), "succeeded": ("failed",)}


def create(tx: Transaction, given: CreateRefund, cause: Cause) -> Object:
    charge = _charge(tx, given)
    with in_time_of(tx, charge):
        return _create(tx, charge, given, cause)


def _create(tx: Transaction, charge: Object, given: CreateRefund, cause: Cause) -> Object:
    refund = objects.refund(
        charge,
        _amount(tx, charge, given.amount),
        status=_first_status(tx, charge),
        reason=given.reason,
        metadata=given.metadata,
    )
    if "presentment_details" in charge:
        into = charge["presentment_details"]["presentment_currency"]
        refund["presentment_details"] = money.presented(refund["amount"], refund["currency"], into)
    tx.insert(refund)
    previous = _count(tx, charge, refund["amount"])
    emit(tx, "refund.created", refund, cause)
    emit(tx, "charge.refunded", charge, cause, previous)
    return refund


def _charge(tx: Transaction, given: CreateRefund) -> Object:
    """The successful charge that the request names itself or by its PaymentIntent."""
    if given.charge is not None and given.payment_intent is not None:
        raise InvalidRequest("You may only specify one of these parameters: charge, payment_intent.", param="charge")
    if given.charge is not None:
        charge = tx.find(given.charge, "charge")
        if charge is None:
            raise NotFound(f"No such charge: '{given.charge}'", code="resource_missing", param="id")
    elif given.payment_intent is not None:
        intent = tx.find(given.payment_intent, "payment_intent")
        if intent is None:
            raise NotFound(
                f"No such payment_intent: '{given.payment_intent}'", code="resource_missing", param="payment_intent"
            )
        charge = tx.find(intent["latest_charge"] or "", "charge")
    else:
        raise InvalidRequest(
            "One of the following params should be provided for this request: payment_intent or charge."
        )
    if charge is None or charge["status"] != "succeeded":
        name = given.payment_intent if charge is None else charge["payment_intent"]
        raise Refused(f"This PaymentIntent ({name}) does not have a successful charge to refund.")
    return charge


def _amount(tx: Transaction, charge: Object, wanted: int | None) -> int:
    """What is to go back: all that is left, or a part of that."""
    if not all(dispute["is_charge_refundable"] for dispute in disputes.of_charge(tx, charge["id"])):
        raise Refused(f"Charge {charge['id']} has been charged back; cannot issue a refund.", code="charge_disputed")
    unrefunded = left(charge)
    if not charge["captured"]:
        raise Refused(f"Charge {charge['id']} has not been captured; cancel its PaymentIntent instead.")
    if unrefunded == 0:
        raise Refused(f"Charge {charge['id']} has already been refunded.", code="charge_already_refunded")
    if wanted is None:
        return unrefunded
    money.check(wanted, charge["currency"], "amount")
    if wanted > unrefunded:
        against = "unrefunded amount on charge" if charge["amount_refunded"] else "charge amount"
        raise Refused(
            f"Refund amount ({money.with_symbol(wanted, charge['currency'])}) is greater than {against}"
            f" ({money.with_symbol(unrefunded, charge['currency'])})",
            param="amount",
        )
    return wanted


def left(charge: Object) -> int:
    """What of a charge can still go back."""
    return int(charge["amount_captured"] - charge["amount_refunded"])


def _first_status(tx: Transaction, charge: Object) -> str:
    """Card networks promise a refund at once, except for one test card; banks take their time."""
    if charge["payment_method_details"]["type"] != "card":
        return "pending"
    card = TEST_CARDS.get(tx.private(charge["payment_method"]).get("card", ""))
    return "succeeded" if card is None else card.refund_status


def _count(tx: Transaction, charge: Object, amount: int) -> Object:
    """Have the charge count a refund of this amount (or forget it, when negative)."""
    refunded = charge["amount_refunded"] + amount
    return change(tx, charge, amount_refunded=refunded, refunded=refunded == charge["amount_captured"])


def update(tx: Transaction, refund: Object, given: UpdateRefund, cause: Cause) -> Object:
    previous = change(tx, refund, metadata=merged_metadata(refund["metadata"], given.metadata))
    _emit_update(tx, refund, cause, previous)
    return refund


def cancel() -> NoReturn:
    """Only refunds that wait for the buyer (`requires_action`) can be canceled; no payment method here has such."""
    raise Refused("Canceling this refund is unsupported.")


def settle(tx: Transaction, refund: Object, outcome: Outcome) -> Object:
    """What the bank reports, which at the real Stripe comes after days."""
    if outcome not in OUTCOMES.get(refund["status"], ()):
        raise Refused(f"A refund that is {refund['status']} cannot become {outcome}.", param="outcome")
    refund.pop("pending_reason", None)
    if outcome == "succeeded":
        _emit_update(tx, refund, NO_REQUEST, change(tx, refund, status="succeeded"))
        return refund
    by_card = "destination_details" in refund
    previous = change(
        tx, refund, status="failed", failure_reason="expired_or_canceled_card" if by_card else "unknown"
    )
    _count(tx, tx.get(refund["charge"]), -refund["amount"])
    emit(tx, "refund.failed", refund, NO_REQUEST)
    _emit_update(tx, refund, NO_REQUEST, previous)
    return refund


def _emit_update(tx: Transaction, refund: Object, cause: Cause, previous: Object) -> None:
    """`charge.refund.updated` is the older name of the same news; Stripe sends both."""
    emit(tx, "refund.updated", refund, cause, previous)
    emit(tx, "charge.refund.updated", refund, cause, previous)
