"""What becomes of a payment that a buyer disputes at their bank.

A dispute takes the money at once; an inquiry (its status begins with `warning_`) only asks, and may become a
dispute. https://docs.stripe.com/disputes/how-disputes-work and https://docs.stripe.com/api/disputes. As in
`attempts`, each function is one step inside its caller's transaction.
"""

from typing import Any, Literal

from . import objects
from .errors import Refused
from .events import NO_REQUEST, Cause, change, emit
from .objects import Object
from .params import UpdateDispute, merged_metadata
from .store import Selection, Transaction

Step = Literal["won", "lost", "under_review", "escalated", "warning_closed"]

OPEN = {"warning_needs_response", "warning_under_review", "needs_response", "under_review"}

# From where a step leads where. A bank may change its mind after a loss, not after a win.
STEPS: dict[str, dict[Step, str]] = {
    "needs_response": {"under_review": "under_review", "won": "won", "lost": "lost"},
    "under_review": {"won": "won", "lost": "lost"},
    "warning_needs_response": {
        "under_review": "warning_under_review",
        "escalated": "needs_response",
        "warning_closed": "warning_closed",
    },
    "warning_under_review": {"escalated": "needs_response", "warning_closed": "warning_closed"},
    "lost": {"won": "won"},
}

# Evidence that decides a test dispute: https://docs.stripe.com/testing#disputes.
DECISIVE: dict[str, tuple[Step, Step]] = {
    "winning_evidence": ("won", "warning_closed"),
    "losing_evidence": ("lost", "warning_closed"),
    "escalate_inquiry_evidence": ("escalated", "escalated"),
}


def open_dispute(
    tx: Transaction, intent: Object, *, inquiry: bool = False, reason: str = "fraudulent", amount: int | None = None
) -> Object:
    """The buyer went to their bank. The amount can be more than was paid, as exchange rates move."""
    if intent["status"] != "succeeded":
        raise Refused(f"Only a payment that succeeded can be disputed; this one is {intent['status']}.")
    charge = tx.get(intent["latest_charge"])
    if any(dispute["status"] in OPEN for dispute in of_charge(tx, charge["id"])):
        raise Refused("This payment is under dispute already.")
    status = "warning_needs_response" if inquiry else "needs_response"
    dispute = objects.dispute(charge, amount or charge["amount_captured"], status=status, reason=reason)
    if not inquiry:
        dispute["balance_transactions"] = [_withdrawal(dispute)]
    tx.insert(dispute)
    change(tx, charge, disputed=True)
    emit(tx, "charge.dispute.created", dispute, NO_REQUEST)
    if not inquiry:
        emit(tx, "charge.dispute.funds_withdrawn", dispute, NO_REQUEST)
    return dispute


def of_charge(tx: Transaction, charge_id: str) -> list[Object]:
    """The charge's disputes, newest first; banks allow far fewer than a page."""
    return tx.page(Selection("dispute", limit=100, fields={"charge": charge_id})).data


def settle(tx: Transaction, dispute: Object, step: Step, cause: Cause = NO_REQUEST) -> Object:
    """One step on: somebody at the bank has looked at it, or decided."""
    before = dispute["status"]
    after = STEPS.get(before, {}).get(step)
    if after is None:
        raise Refused(f"A dispute that is {before} cannot become {step}.", param="outcome")
    closes = before in OPEN and after not in OPEN
    previous = change(tx, dispute, status=after, **_effects(dispute, step))
    emit(tx, "charge.dispute.closed" if closes else "charge.dispute.updated", dispute, cause, previous)
    if step == "won":
        emit(tx, "charge.dispute.funds_reinstated", dispute, cause)
    if step == "escalated":
        emit(tx, "charge.dispute.funds_withdrawn", dispute, cause)
    return dispute


def _effects(dispute: Object, step: Step) -> dict[str, Any]:
    """What a step changes beside the status: money, and whether the payment can be refunded."""
    moved = dispute["balance_transactions"]
    if step == "won":
        back = objects.dispute_adjustment(dispute, dispute["amount"], category="dispute_reversal")
        return {"is_charge_refundable": True, "balance_transactions": [*moved, back]}
    if step != "escalated":
        return {}
    effects = {"is_charge_refundable": False, "balance_transactions": [*moved, _withdrawal(dispute)]}
    details = dispute.get("payment_method_details")
    if details is not None:
        effects["payment_method_details"] = {**details, "card": {**details["card"], "case_type": "chargeback"}}
    return effects


def _withdrawal(dispute: Object) -> Object:
    return objects.dispute_adjustment(dispute, -dispute["amount"], category="dispute")


def update(tx: Transaction, dispute: Object, given: UpdateDispute, cause: Cause) -> Object:
    """Evidence is kept, and sent to the bank unless `submit` is false; the test evidence decides at once."""
    _must_be_open(dispute)
    submits = bool(given.evidence) if given.submit is None else given.submit
    details = dispute["evidence_details"]
    changes: dict[str, Any] = {
        "metadata": merged_metadata(dispute["metadata"], given.metadata),
        "evidence": dispute["evidence"] | given.evidence,
        "evidence_details": {
            **details,
            "has_evidence": details["has_evidence"] or bool(given.evidence),
            "submission_count": details["submission_count"] + submits,
        },
    }
    if submits:
        changes["status"] = STEPS[dispute["status"]].get("under_review", dispute["status"])
    previous = change(tx, dispute, **changes)
    emit(tx, "charge.dispute.updated", dispute, cause, previous)
    if submits:
        _decide(tx, dispute)
    return dispute


def _decide(tx: Transaction, dispute: Object) -> None:
    steps = DECISIVE.get(dispute["evidence"]["uncategorized_text"] or "")
    if steps is not None:
        step = steps[_is_inquiry(dispute)]
        if step in STEPS[dispute["status"]]:
            settle(tx, dispute, step)


def close(tx: Transaction, dispute: Object, cause: Cause) -> Object:
    """Accept it: the money is gone. An inquiry ends without having taken any."""
    _must_be_open(dispute)
    return settle(tx, dispute, "warning_closed" if _is_inquiry(dispute) else "lost", cause)


def _must_be_open(dispute: Object) -> None:
    if dispute["status"] not in OPEN:
        raise Refused("This dispute is already closed")


def _is_inquiry(dispute: Object) -> bool:
    return str(dispute["status"]).startswith("warning_")
