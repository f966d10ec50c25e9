"""What Flask itself costs: views that do nothing but verify a signature, or give a constant answer."""

import os

from flask import Flask, Response, jsonify, request

from stripe_svc.stripe_api import verify_signature

app = Flask(__name__)
SECRETS = (os.environ["STRIPE_WEBHOOK_SECRET"],)


@app.post("/webhooks/stripe")
def verify() -> Response:
    verify_signature(request.get_data(), request.headers.get("Stripe-Signature"), SECRETS)
    return jsonify(received=True, outcome="processed")


@app.get("/constant")
def constant() -> Response:
    return jsonify(id=1, status="paid", access={"granted": True, "until": None})


@app.get("/healthz")
def healthz() -> Response:
    return jsonify(status="ok")
