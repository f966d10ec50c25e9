"""The portal's page: what a customer subscribes to, pays with and has paid, and what they can change of that."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from .. import cards, customers, objects, payment_methods
from ..errors import ApiError, Declined, InvalidRequest
from ..events import NO_REQUEST
from ..lookup import in_time_of
from ..objects import Object
from ..pages import UNKNOWN_CARD, show_not_found
from ..payment_params import InvoiceSettings, UpdateCustomer
from ..state import state
from ..store import Selection, Transaction
from . import collection, invoices, portal, renewals, standing, subscriptions
from .params import UpdateSubscription

bp = Blueprint("portal", __name__, url_prefix="/p/session")
bp.register_error_handler(404, show_not_found)

SUBSCRIPTIONS = 100
INVOICES = 24


@dataclass(frozen=True)
class Shown:
    """A subscription as pages show it."""

    body: Object
    names: list[str]
    method: Object | None

    @property
    def items(self) -> list[tuple[Object, str]]:
        """Each with the name of its product."""
        return list(zip(self.body["items"]["data"], self.names, strict=True))

    @property
    def amount(self) -> int:
        """For each period, all items together."""
        return sum(item["price"]["unit_amount"] * item["quantity"] for item, _ in self.items)

    @property
    def renews_at(self) -> int:
        return renewals.period_end(self.body)

    @property
    def is_over(self) -> bool:
        return self.body["status"] in standing.ENDED

    @property
    def can_be_canceled(self) -> bool:
        """At the end of its period, which one without a first payment has not begun."""
        return not self.is_over and self.body["status"] != "incomplete"


@dataclass(frozen=True)
class Owed:
    """What is to say about an invoice that is still to be paid."""

    intent: Object
    has_method: bool

    @property
    def is_payable(self) -> bool:
        return self.has_method and self.intent["status"] != "processing"


@bp.get("/<session_id>")
def home(session_id: str) -> str:
    return rendered(session_id)


@bp.post("/<session_id>/subscriptions/<subscription_id>")
def cancel_or_go_on(session_id: str, subscription_id: str) -> AnyResponse:
    wanted = request.form.get("cancel") == "true"
    with _at_work(session_id) as tx:
        subscription = _own(tx, session_id, subscription_id, "subscription")
        if wanted != (subscription["cancel_at"] is not None):  # the other click may have been first
            subscriptions.update(tx, subscription, UpdateSubscription(cancel_at_period_end=wanted), NO_REQUEST)
    return back(session_id)


@bp.post("/<session_id>/payment_method")
def change_card(session_id: str) -> AnyResponse:
    """A new card, for all that is charged from now on."""
    card = cards.TEST_CARDS.get("".join(request.form.get("card", "").split()))
    if card is None:
        return Response(rendered(session_id, card_problem=f"{UNKNOWN_CARD} Nothing was changed."), status=400)
    try:
        with _at_work(session_id) as tx:
            customer = _customer(tx, session_id)
            billing = objects.billing_details(customer["email"], customer["name"])
            method = payment_methods.of_card(tx, card, billing)
            payment_methods.attach(tx, method, customer["id"], NO_REQUEST)
            settings = InvoiceSettings(default_payment_method=method["id"])
            customers.update(tx, customer, UpdateCustomer(invoice_settings=settings), NO_REQUEST)
            own = UpdateSubscription(default_payment_method=method["id"])
            for subscription in _subscriptions(tx, customer):
                if subscription["default_payment_method"] and subscription["status"] not in standing.ENDED:
                    subscriptions.update(tx, subscription, own, NO_REQUEST)
    except Declined as error:
        problem = f"{error.message} Nothing was changed; try another card."
        return Response(rendered(session_id, card_problem=problem), status=400)
    return back(session_id)


@bp.post("/<session_id>/invoices/<invoice_id>/pay")
def pay(session_id: str, invoice_id: str) -> AnyResponse:
    with _at_work(session_id) as tx:
        invoice = _own(tx, session_id, invoice_id, "invoice")
        if invoice["status"] != "open":  # the other click, or the other tab, may have been first
            return back(session_id)
        intent, method = invoices.intent_of(tx, invoice), collection.default_method(tx, invoice)
        if method is None:
            raise InvalidRequest("There is no card to pay with yet: add one first.")
        tx.remember(intent["id"], return_url=tx.get(session_id)["url"])
        is_asked = intent["status"] == "requires_action" and intent["payment_method"] == method["id"]
        if not is_asked and intent["status"] != "processing":
            collection.collect(tx, invoice, NO_REQUEST)
        if intent["status"] == "requires_action":
            return redirect(intent["next_action"]["redirect_to_url"]["url"], 303)
    return back(session_id)


@contextmanager
def _at_work(session_id: str) -> Iterator[Transaction]:
    """A transaction in the time of the portal's customer."""
    with state().store.transaction() as tx, in_time_of(tx, _customer(tx, session_id)):
        yield tx


def rendered(session_id: str, *, problem: str | None = None, card_problem: str | None = None) -> str:
    with state().store.snapshot() as tx:
        customer = _customer(tx, session_id)
        of_customer = {"customer": customer["id"]}
        found = tx.page(Selection("invoice", limit=INVOICES, fields=of_customer, unlike={"status": "draft"})).data
        return render_template(
            "portal.html",
            session=tx.get(session_id),
            is_of_dashboard=tx.get(session_id)["return_url"] == f"{tx.base_url}/",
            customer=customer,
            subscriptions=sorted(
                (shown(tx, each) for each in _subscriptions(tx, customer)), key=lambda each: each.is_over
            ),
            method=payment_methods.default_of(tx, customer),
            invoices=[(each, _owed(tx, each) if each["status"] == "open" else None) for each in found],
            problem=problem,
            card_problem=card_problem,
            cards=cards.EVERYDAY,
            card_groups=cards.GROUPS,
            card=request.values.get("fill") or request.form.get("card", ""),
        )


def shown(tx: Transaction, subscription: Object) -> Shown:
    names = [str(tx.get(item["price"]["product"])["name"]) for item in subscription["items"]["data"]]
    is_over = subscription["status"] in standing.ENDED  # then its customer may be gone too
    return Shown(subscription, names, None if is_over else collection.method_of(tx, subscription))


def _subscriptions(tx: Transaction, customer: Object) -> list[Object]:
    return tx.page(Selection("subscription", limit=SUBSCRIPTIONS, fields={"customer": customer["id"]})).data


def _owed(tx: Transaction, invoice: Object) -> Owed:
    return Owed(invoices.intent_of(tx, invoice), collection.default_method(tx, invoice) is not None)


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


@bp.errorhandler(ApiError)
def show_problem(error: ApiError) -> tuple[str, int]:
    """On the page itself, which shows as well what is possible."""
    return rendered((request.view_args or {})["session_id"], problem=error.message), error.status
