"""The hosted payment page that a buyer sees, and what all pages have in common.

Plain HTML without scripts. What a page shows is read from the store each time, so a reload never lies.
"""

from contextlib import suppress
from datetime import UTC, datetime
from urllib.parse import urlencode, urlsplit

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from . import checkout, clock, settlements
from .banks import Outcome
from .cards import EVERYDAY, GOOD_CARD, GROUPS, TEST_CARDS
from .errors import ApiError
from .objects import BANK_DEBITS, Object
from .state import state
from .store import Transaction

bp = Blueprint("pages", __name__)

FAILED = ("requires_payment_method", "canceled")
EXAMPLE_EMAIL = "buyer@example.com"
UNKNOWN_CARD = "The local Stripe knows only the test cards listed below."


@bp.get("/c/pay/<session_id>")
def pay_page(session_id: str) -> str:
    return render_pay_page(session_id)


@bp.post("/c/pay/<session_id>")
def pay(session_id: str) -> AnyResponse:
    email = request.form.get("email", "").strip()
    card = TEST_CARDS.get("".join(request.form.get("card", "").split()))
    by_bank = request.form.get("method") == "bank_debit"
    if card is None and not by_bank and not is_free(session_id):
        return Response(render_pay_page(session_id, problem=f"{UNKNOWN_CARD} Nothing was charged."), status=400)
    try:
        with state().store.transaction() as tx:
            if by_bank:
                checkout.pay_by_bank_debit(tx, session_id, email)
            else:
                checkout.pay_by_card(tx, session_id, card or GOOD_CARD, email)
    except ApiError as error:
        if session_or_404(session_id)["status"] == "open":
            return Response(render_pay_page(session_id, problem=error.message), status=400)
    return onward(session_id)


def onward(session_id: str) -> AnyResponse:
    """Where the buyer goes from here: to the shop, to their bank, or back to the page to try again."""
    with state().store.snapshot() as tx:
        session = tx.get(session_id)
        if session["status"] == "complete":  # also when the other click, or the other tab, was first
            return redirect(session["success_url"].replace("{CHECKOUT_SESSION_ID}", session_id), 303)
        is_to_authenticate = checkout.awaiting_authentication(tx, session) is not None
    page = "authentication_page" if is_to_authenticate else "pay_page"
    return redirect(url_for(f"pages.{page}", session_id=session_id), 303)


@bp.get("/c/pay/<session_id>/authenticate")
def authentication_page(session_id: str) -> AnyResponse | str:
    session = session_or_404(session_id)
    with state().store.snapshot() as tx:
        intent = checkout.awaiting_authentication(tx, session)
    if intent is None:
        return onward(session_id)
    return render_template(
        "authenticate.html",
        intent=intent,
        back=url_for("pages.pay_page", session_id=session["id"]),
        back_says="Pay another way",
    )


@bp.post("/c/pay/<session_id>/authenticate")
def authenticate(session_id: str) -> AnyResponse:
    session_or_404(session_id)
    # The other click, or the other tab, may have been first.
    with suppress(ApiError), state().store.transaction() as tx:
        checkout.authenticate(tx, session_id, chosen_outcome())
    return onward(session_id)


# The same question for a payment without a page of its own: one by API, or of an invoice


@bp.get("/authenticate/<intent_id>")
def intents_authentication_page(intent_id: str) -> AnyResponse | str:
    with state().store.snapshot() as tx:
        intent = tx.find(intent_id, "payment_intent") or abort(404, "There is no such payment.")
        return_url = tx.private(intent_id).get("return_url")
    if intent["status"] == "requires_action":
        return render_template(
            "authenticate.html", intent=intent, back=return_url, back_says="Back without an answer"
        )
    if return_url is not None:
        return redirect(with_outcome(return_url, intent), 303)
    return render_template("authenticated.html", intent=intent)


def with_outcome(url: str, intent: Object) -> str:
    """What Stripe adds: https://docs.stripe.com/payments/3d-secure/authentication-flow#return-url."""
    parts = urlsplit(url)
    told = urlencode(
        {
            "payment_intent": intent["id"],
            "payment_intent_client_secret": intent["client_secret"],
            "redirect_status": "failed" if intent["status"] in FAILED else "succeeded",
        }
    )
    return parts._replace(query=f"{parts.query}&{told}" if parts.query else told).geturl()


@bp.post("/authenticate/<intent_id>")
def authenticate_intent(intent_id: str) -> AnyResponse:
    # The other click, or the other tab, may have been first.
    with suppress(ApiError), state().store.transaction() as tx:
        intent = tx.find(intent_id, "payment_intent") or abort(404, "There is no such payment.")
        settlements.authenticate(tx, intent, chosen_outcome())
    return redirect(url_for("pages.intents_authentication_page", intent_id=intent_id), 303)


@bp.post("/c/pay/<session_id>/settle")
def settle_from_pay_page(session_id: str) -> AnyResponse:
    settle(session_id)
    return redirect(url_for("pages.pay_page", session_id=session_id), 303)


def settle(session_id: str) -> None:
    session_or_404(session_id)
    with state().store.transaction() as tx:
        checkout.settle(tx, session_id, chosen_outcome())


def chosen_outcome() -> Outcome:
    return "succeeded" if request.form.get("outcome") == "succeeded" else "failed"


def render_pay_page(session_id: str, problem: str | None = None) -> str:
    with state().store.snapshot() as tx:
        session = tx.find(session_id, "checkout.session") or abort(404, "There is no such session.")
        decline = checkout.decline_message(tx, session)
        return render_template(
            "pay.html",
            session=session,
            state=state_of(tx, session),
            items=tx.children(session_id),
            trial=trial_of(tx, session),
            problem=problem or (decline and f"{decline} Nothing was charged; try another card."),
            cards=EVERYDAY,
            card_groups=GROUPS,
            is_to_authenticate=checkout.awaiting_authentication(tx, session) is not None,
            bank_debit=next((k for k in session["payment_method_types"] if k in BANK_DEBITS.values()), None),
            success_url=session["success_url"].replace("{CHECKOUT_SESSION_ID}", session_id),
            email=session["customer_email"] or request.values.get("email", EXAMPLE_EMAIL),
            card=request.values.get("fill") or request.form.get("card", ""),
        )


def state_of(tx: Transaction, session: Object) -> str:
    """One word for what a person wants to know: open, paid, processing, failed or expired."""
    if session["status"] != "complete":
        return "expired" if session["expires_at"] <= clock.now() else str(session["status"])
    if session["payment_status"] != "unpaid":
        return "paid"
    intent = checkout.intent_of(tx, session) or {}
    return "processing" if intent.get("status") == "processing" else "failed"


def trial_of(tx: Transaction, session: Object) -> str | None:
    data = tx.private(session["id"]).get("subscription_data", {})
    if data.get("trial_period_days"):
        return f"{data['trial_period_days']} days free"
    return f"free until {day(data['trial_end'])}" if data.get("trial_end") else None


def is_free(session_id: str) -> bool:
    return checkout.is_free(session_or_404(session_id))


def session_or_404(session_id: str) -> Object:
    with state().store.snapshot() as tx:
        return tx.find(session_id, "checkout.session") or abort(404, "There is no such session.")


# What all pages have in common


@bp.get("/healthz")
def healthz() -> dict[str, bool]:
    with state().store.snapshot() as tx:
        tx.outbox.switches()
    return {"ok": True}


@bp.errorhandler(ApiError)
def show_error(error: ApiError) -> tuple[str, int]:
    return render_template("problem.html", message=error.message), error.status


@bp.errorhandler(404)
def show_not_found(error: Exception) -> tuple[str, int]:
    return render_template("problem.html", message=getattr(error, "description", "Not found.")), 404


@bp.app_template_filter("clock")
def clock_time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


@bp.app_template_filter("day")
def day(seconds: float) -> str:
    """As people write it: 3 February 2026."""
    at = datetime.fromtimestamp(seconds, UTC)
    return f"{at.day} {at:%B %Y}"
