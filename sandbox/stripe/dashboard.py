"""The developer's dashboard: sessions, payments and events, and what buyers and banks can still do to them.

Each form is one step of `checkout`, `refunds`, `disputes`, `subscriptions` or `outbox`; an impossible one leads to
the page that says why.
"""

import json
from dataclasses import dataclass

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from . import checkout, clock, disputes, endpoints, money, refunds
from .billing import portal, portal_pages, subscriptions
from .billing.params import CancelSubscription, CreatePortalSession
from .controls import Dispute, Settle, SettleDispute, parsed
from .disputes import STEPS, Step
from .errors import ApiError, InvalidRequest
from .events import NO_REQUEST
from .lookup import in_time_of
from .objects import Object
from .outbox import Switches
from .pages import settle, show_error, show_not_found, state_of
from .params import CreateRefund
from .refunds import OUTCOMES
from .state import state
from .store import Selection, Transaction

bp = Blueprint("dashboard", __name__)
bp.register_error_handler(ApiError, show_error)
bp.register_error_handler(404, show_not_found)

SESSIONS = 25
PAYMENTS = 25
SUBSCRIPTIONS = 25
EVENTS = 50
STEP_BUTTONS: dict[Step, str] = {
    "won": "Win",
    "lost": "Lose",
    "under_review": "Under review",
    "escalated": "Becomes a dispute",
    "warning_closed": "Close",
}


@dataclass(frozen=True)
class Payment:
    """A PaymentIntent with all that became of it."""

    intent: Object
    charge: Object | None
    refunds: list[Object]
    disputes: list[Object]

    @property
    def left(self) -> int:
        return 0 if self.charge is None else refunds.left(self.charge)

    @property
    def is_refundable(self) -> bool:
        return self.left > 0 and all(dispute["is_charge_refundable"] for dispute in self.disputes)

    @property
    def is_disputable(self) -> bool:
        is_open = any(dispute["status"] in disputes.OPEN for dispute in self.disputes)
        return self.intent["status"] == "succeeded" and not is_open


@bp.get("/")
def home() -> str:
    with state().store.snapshot() as tx:
        sessions = tx.page(Selection("checkout.session", limit=SESSIONS)).data
        intents = tx.page(Selection("payment_intent", limit=PAYMENTS)).data
        subscribed = tx.page(Selection("subscription", limit=SUBSCRIPTIONS)).data
        events = tx.page(Selection("event", limit=EVENTS)).data
        return render_template(
            "dashboard.html",
            sessions=[(session, state_of(tx, session)) for session in sessions],
            payments=[payment_of(tx, intent) for intent in intents],
            subscriptions=[(portal_pages.shown(tx, each), tx.get(each["customer"])) for each in subscribed],
            events=[(event, tx.outbox.deliveries(event["id"])) for event in events],
            destinations=[each for each in tx.outbox.destinations() if each.is_enabled or not each.is_listener],
            now=clock.now(),
            ahead_seconds=clock.CLOCK.ahead_seconds,
            well_behaved=Switches(),
            switches=tx.outbox.switches(),
            refund_outcomes=OUTCOMES,
            dispute_steps=STEPS,
            step_buttons=STEP_BUTTONS,
        )


def payment_of(tx: Transaction, intent: Object) -> Payment:
    by_intent = {"payment_intent": intent["id"]}
    return Payment(
        intent,
        tx.find(intent["latest_charge"] or "", "charge"),
        tx.page(Selection("refund", limit=100, fields=by_intent)).data,
        tx.page(Selection("dispute", limit=100, fields=by_intent)).data,
    )


@bp.post("/sessions/<session_id>/expire")
def expire(session_id: str) -> Response:
    with state().store.transaction() as tx:
        existing(tx, session_id, "checkout.session")
        checkout.expire(tx, session_id, NO_REQUEST)
    return back()


@bp.post("/sessions/<session_id>/settle")
def settle_session(session_id: str) -> Response:
    settle(session_id)
    return back()


@bp.post("/payments/<intent_id>/refund")
def refund(intent_id: str) -> Response:
    with state().store.transaction() as tx:
        intent = existing(tx, intent_id, "payment_intent")
        amount = typed_amount(intent["currency"])
        refunds.create(tx, CreateRefund(payment_intent=intent_id, amount=amount), NO_REQUEST)
    return back()


def typed_amount(currency: str) -> int | None:
    """The form's amount; None, which is all that is left, when the field was emptied."""
    text = request.form.get("amount", "").strip()
    amount = money.smallest_units(text, currency)
    if text and not amount:
        raise InvalidRequest(f"“{text}” is no amount in {currency.upper()}.", param="amount")
    return amount


@bp.post("/payments/<intent_id>/dispute")
def dispute(intent_id: str) -> Response:
    given = parsed(Dispute, request.form.to_dict())
    with state().store.transaction() as tx:
        intent = existing(tx, intent_id, "payment_intent")
        disputes.open_dispute(tx, intent, inquiry=given.inquiry, reason=given.reason, amount=given.amount)
    return back()


@bp.post("/refunds/<refund_id>/settle")
def settle_refund(refund_id: str) -> Response:
    given = parsed(Settle, request.form.to_dict())
    with state().store.transaction() as tx:
        refunds.settle(tx, existing(tx, refund_id, "refund"), given.outcome)
    return back()


@bp.post("/disputes/<dispute_id>/settle")
def settle_dispute(dispute_id: str) -> Response:
    given = parsed(SettleDispute, request.form.to_dict())
    with state().store.transaction() as tx:
        disputes.settle(tx, existing(tx, dispute_id, "dispute"), given.outcome)
    return back()


@bp.post("/subscriptions/<subscription_id>/cancel")
def cancel_subscription(subscription_id: str) -> Response:
    with state().store.transaction() as tx:
        subscription = existing(tx, subscription_id, "subscription")
        with in_time_of(tx, subscription):
            subscriptions.cancel(tx, subscription, CancelSubscription(), NO_REQUEST)
    return back()


@bp.post("/customers/<customer_id>/portal")
def open_portal(customer_id: str) -> Response:
    with state().store.transaction() as tx:
        customer = existing(tx, customer_id, "customer")
        given = CreatePortalSession(customer=customer["id"], return_url=f"{tx.base_url}/")
        session = portal.create(tx, given, NO_REQUEST)
    return redirect(session["url"], 303)


@bp.post("/deliveries")
def switch_deliveries() -> Response:
    switches = parsed(Switches, request.form.to_dict())
    with state().store.transaction() as tx:
        tx.outbox.set_switches(switches)
    return back()


@bp.get("/events/<event_id>")
def event_page(event_id: str) -> str:
    with state().store.snapshot() as tx:
        event = existing(tx, event_id, "event")
        payload = json.dumps(event, indent=2, ensure_ascii=False)
        deliveries = tx.outbox.deliveries(event_id)
        return render_template("event.html", event=event, payload=payload, deliveries=deliveries)


@bp.post("/events/<event_id>/resend")
def resend(event_id: str) -> Response:
    with state().store.transaction() as tx:
        endpoints.resend(tx, existing(tx, event_id, "event"), None, to_listeners=False)
    return redirect(url_for("dashboard.event_page", event_id=event_id), 303)


def existing(tx: Transaction, object_id: str, kind: str) -> Object:
    return tx.find(object_id, kind) or abort(404, f"There is no such {kind.replace('_', ' ').rpartition('.')[2]}.")


def back() -> Response:
    return redirect(url_for("dashboard.home"), 303)
