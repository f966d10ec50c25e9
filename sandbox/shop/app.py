"""The shop itself: three products and a membership, "Buy", and the orders so far.

Paying takes two calls: create an order, then send the buyer to its checkout. Whether it was paid is never
concluded here; it is the order's `status`, which the service derives from what Stripe verified. Whether somebody is a
member is asked each time (`access`), never remembered.
"""

import ipaddress
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, Flask, Response, abort, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from .service import Order, PaymentService, Problem

bp = Blueprint("shop", __name__)

# A shop with logins has one of these for each of them.
CUSTOMER = "harbour-guest"

DECIMALS = {"eur": 2, "usd": 2, "jpy": 0}
PAYABLE = {"pending", "failed"}


@dataclass(frozen=True)
class Product:
    """Prices are integers in the currency's smallest unit: 2400 is 24.00 EUR, but 2800 is 2,800 JPY."""

    id: str
    name: str
    about: str
    currency: str
    unit_amount: int
    every: str | None = None  # for subscriptions: month, year …


PRODUCTS = {
    product.id: product
    for product in (
        Product("cups", "Espresso cups", "Two of them, stoneware.", "eur", 2400),
        Product("print", "Harbour print", "A3, on heavy paper.", "usd", 1850),
        Product("tea", "Sencha", "100 g, first harvest.", "jpy", 2800),
        Product("club", "Tea club", "A new tea each month, until you cancel.", "eur", 1500, every="month"),
    )
}


def create_app(service: PaymentService) -> Flask:
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 64 * 1024
    app.extensions["payments"] = service
    app.register_blueprint(bp)
    return app


@bp.get("/")
def front() -> str:
    """Each form carries a fresh token. It becomes the order's Idempotency-Key: a double click is one order."""
    return render_template("front.html", products=[(each, secrets.token_hex(16)) for each in PRODUCTS.values()])


@bp.post("/buy")
def buy() -> AnyResponse:
    product = PRODUCTS.get(request.form.get("product", "")) or abort(400)
    token = request.form.get("token", "")
    if len(token) != 32:
        abort(400)
    line: Order = {"name": product.name, "unit_amount": product.unit_amount, "quantity": 1}
    if product.every:
        line["recurring"] = {"interval": product.every}
    order = payments().create_order(
        {
            "mode": "subscription" if product.every else "payment",
            "currency": product.currency,
            "line_items": [line],
            "customer_reference": CUSTOMER,
            # No success_url: after paying, the buyer lands on the service's own page about the order.
            "cancel_url": url_for("shop.orders", _external=True),
            "metadata": {"product": product.id},
        },
        idempotency_key=f"shop-{token}",
    )
    return redirect(payments().start_checkout(str(order["id"])), 303)


@bp.post("/orders/<order_id>/pay")
def pay(order_id: str) -> AnyResponse:
    return redirect(payments().start_checkout(order_id), 303)


@bp.get("/orders")
def orders() -> str:
    page = payments().list_orders(request.args.get("after"))
    return render_template("orders.html", orders=page["data"], next_after=page.get("next_after"))


@bp.get("/orders/<order_id>")
def order(order_id: str) -> str:
    return render_template("order.html", order=payments().get_order(order_id))


@bp.get("/membership")
def membership() -> str:
    access = payments().get_access(CUSTOMER)
    grants = [grant for grant in access["grants"] if grant["mode"] == "subscription"]
    return render_template(
        "membership.html", until=max((each["until"] for each in grants), default=None), access=access
    )


@bp.post("/membership/portal")
def manage() -> AnyResponse:
    return redirect(payments().start_portal(CUSTOMER, url_for("shop.membership", _external=True)), 303)


@bp.post("/membership/<subscription_id>/cancel")
def cancel(subscription_id: str) -> AnyResponse:
    payments().cancel_subscription(subscription_id)
    return redirect(url_for("shop.membership"), 303)


@bp.get("/healthz")
def healthz() -> dict[str, bool]:
    return {"ok": True}


def payments() -> PaymentService:
    service: PaymentService = current_app.extensions["payments"]
    return service


@bp.errorhandler(Problem)
def show_problem(problem: Problem) -> tuple[str, int]:
    return render_template("problem.html", detail=problem.detail), problem.status


@bp.app_template_filter("money")
def money(amount: int, currency: str) -> str:
    places = DECIMALS.get(currency, 2)
    whole, rest = divmod(amount, 10**places)
    return f"{whole:,}{f'.{rest:0{places}d}' if places else ''} {currency.upper()}"


@bp.app_template_filter("clock")
def clock(at: str) -> str:
    return datetime.fromisoformat(at).astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")


@bp.app_template_filter("can_pay")
def can_pay(order: Order) -> bool:
    return order["status"] in PAYABLE


@bp.app_template_filter("title_of")
def title_of(order: Order) -> str:
    """What was bought, in a line."""
    items: list[dict[str, Any]] = order.get("line_items") or []
    return ", ".join(str(item.get("name") or item.get("price")) for item in items) or f"Order {order['id']}"


@bp.before_app_request
def refuse_strangers() -> None:
    """A demo without logins: only this machine may use it, and only its own pages may post to it."""
    host = urlsplit(f"//{request.host}").hostname or ""
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = host == "localhost"
    origin = request.headers.get("Origin")
    own_page = origin is None or origin == request.host_url.rstrip("/")
    if not local or (request.method == "POST" and not own_page):
        abort(403)


@bp.after_app_request
def add_headers(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers.setdefault("Cache-Control", "no-store")  # "back" makes a new form, with a new token
    return response
