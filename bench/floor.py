"""What Flask itself costs: the service's views without the database, or with an idle question to it.

An order comes from memory here.
"""

from flask import Flask, Response, jsonify, request

from stripe_svc.database import Database
from stripe_svc.routes.api_keys import require_api_key
from stripe_svc.settings import THREADS, Settings, load_settings
from stripe_svc.stripe_api import verify_signature

app = Flask(__name__)
app.extensions["settings"] = settings = load_settings(Settings)
database = Database(settings.database_url, THREADS)
database.open()
ORDER = {
    "id": 100_000_000_000,
    "reference": "cart-100000000000",
    "mode": "payment",
    "status": "paid",
    "failure_reason": None,
    "review_reason": None,
    "currency": "eur",
    "amount_subtotal": 1998,
    "amount_paid": 1998,
    "amount_refunded": 0,
    "duplicate_payment": False,
    "access": {"granted": True, "until": None},
    "checkout": {"session_id": "cs_test_1", "url": None, "status": "complete", "expires_at": "2026-11-23T18:00:00"},
    "line_items": [{"name": "Tea", "quantity": 2, "unit_amount": 999}],
    "metadata": {},
    "created_at": "2026-11-23T18:00:00",
    "updated_at": "2026-11-23T18:00:00",
    "history": [],
}


@app.post("/webhooks/stripe")
def verify() -> Response:
    verify_signature(request.get_data(), request.headers.get("Stripe-Signature"), settings.stripe_webhook_secret)
    return jsonify(received=True, outcome="processed")


@app.get("/v1/orders/<order_id>")
def get_order(order_id: str) -> Response:
    require_api_key()
    return jsonify(ORDER)


@app.get("/round_trips/<order_id>")
def get_order_after_a_round_trip(order_id: str) -> Response:
    require_api_key()
    with database.autocommit() as conn:
        conn.execute("SELECT 1").fetchone()
    return jsonify(ORDER)


@app.get("/healthz")
def healthz() -> Response:
    return jsonify(status="ok")
