"""The portal's page: what a customer subscribes to, pays with and has paid, and what they can change of that."""

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from .. import cards, customers, objects, payment_methods
from ..errors import ApiError, Declined
from ..events import NO_REQUEST
from ..objects import Object
from ..pages import UNKNOWN_CARD, show_error, show_not_found
from ..payment_params import InvoiceSettings, UpdateCustomer
from ..state import state
from ..store import Selection, Transaction
from . import collection, portal, standing, subscriptions
from .params import UpdateSubscription

bp = Blueprint("portal", __name__, url_prefix="/p/session")
bp.register_error_handler(ApiError, show_error)
bp.register_error_handler(404, show_not_found)


@bp.get("/<session_id>")
def home(session_id: str) -> str:
    return rendered(session_id)


@bp.post("/<session_id>/subscriptions/<subscription_id>")
def cancel_or_go_on(session_id: str, subscription_id: str) -> AnyResponse:
    wanted = request.form.get("cancel") == "true"
    with state().store.transaction() as tx:
        subscription = _own(tx, session_id, subscription_id, "subscription")
        subscriptions.update(tx, subscription, UpdateSubscription(cancel_at_period_end=wanted), NO_REQUEST)
    return back(session_id)


@bp.post("/<session_id>/payment_method")
def change_card(session_id: str) -> AnyResponse:
    """A new card, for all that is charged from now on."""
    card = cards.TEST_CARDS.get("".join(request.form.get("card", "").split()))
    if card is None:
        return Response(rendered(session_id, UNKNOWN_CARD), status=400)
    try:
        with state().store.transaction() as tx:
            customer = _customer(tx, session_id)
            billing = objects.billing_details(customer["email"], customer["name"])
            method = payment_methods.of_card(tx, card, billing)
            payment_methods.attach(tx, method, customer["id"], NO_REQUEST)
            settings = InvoiceSettings(default_payment_method=method["id"])
            customers.update(tx, customer, UpdateCustomer(invoice_settings=settings), NO_REQUEST)
    except Declined as error:
        return Response(rendered(session_id, f"{error.message} Nothing was changed; try another card."), status=400)
    return back(session_id)


@bp.post("/<session_id>/invoices/<invoice_id>/pay")
def pay(session_id: str, invoice_id: str) -> AnyResponse:
    with state().store.transaction() as tx:
        invoice = _own(tx, session_id, invoice_id, "invoice")
        if invoice["status"] == "open":  # the other click, or the other tab, may have been first
            intent = collection.collect(tx, invoice, NO_REQUEST)
            if intent["status"] == "requires_action":
                return redirect(intent["next_action"]["redirect_to_url"]["url"], 303)
    return back(session_id)


def rendered(session_id: str, problem: str | None = None) -> str:
    with state().store.snapshot() as tx:
        customer = _customer(tx, session_id)
        of_customer = {"customer": customer["id"]}
        found = tx.page(Selection("subscription", limit=100, fields=of_customer)).data
        return render_template(
            "portal.html",
            session=tx.get(session_id),
            customer=customer,
            subscriptions=[(each, _names(tx, each)) for each in found],
            ended=standing.ENDED,
            method=payment_methods.default_of(tx, customer),
            invoices=tx.page(Selection("invoice", limit=24, fields=of_customer, unlike={"status": "draft"})).data,
            problem=problem,
            cards=cards.EVERYDAY,
            card_groups=cards.GROUPS,
            card=request.values.get("fill") or request.form.get("card", ""),
        )


def _names(tx: Transaction, subscription: Object) -> list[tuple[Object, str]]:
    """Its items, each with the name of its product."""
    items = subscription["items"]["data"]
    return [(item, tx.get(item["price"]["product"])["name"]) for item in items]


def _customer(tx: Transaction, session_id: str) -> Object:
    session = tx.find(session_id, portal.SESSION) or abort(404, "There is no such portal session.")
    customer = tx.get(session["customer"])
    return abort(404, "This customer is gone.") if customer.get("deleted") else customer


def _own(tx: Transaction, session_id: str, object_id: str, kind: str) -> Object:
    """What belongs to the portal's customer; nobody reaches another's."""
    found = tx.find(object_id, kind)
    if found is None or found["customer"] != _customer(tx, session_id)["id"]:
        abort(404, f"There is no such {kind}.")
    return found


def back(session_id: str) -> AnyResponse:
    return redirect(url_for("portal.home", session_id=session_id), 303)
