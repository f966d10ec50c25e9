"""The application: settings in, a Flask app out."""

import atexit
from datetime import datetime
from typing import Any

from flask import Flask
from flask.json.provider import DefaultJSONProvider

from stripe_svc.database import Database
from stripe_svc.logs import configure_logs
from stripe_svc.openapi import build_document
from stripe_svc.routes import customers, docs, health, orders, pages, subscriptions, webhooks
from stripe_svc.routes.bodies import drain_unread_body
from stripe_svc.routes.overload import Overload
from stripe_svc.routes.problems import register_problems
from stripe_svc.settings import THREADS, Settings, load_settings
from stripe_svc.stripe_api import StripeApi


def create_app(settings: Settings | None = None) -> Flask:
    """Builds the application. Each worker process calls it once, after it was forked: the pool is its own."""
    settings = settings or load_settings(Settings)
    configure_logs(settings.log_level)

    app = Flask(__name__)
    app.json = _Json(app)
    # Stripe takes a redirect for a failure, so that a slash too many must not be one.
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    app.extensions["settings"] = settings
    app.extensions["database"] = database = Database(settings.database_url, THREADS)
    app.extensions["stripe"] = StripeApi(
        settings.stripe_secret_key,
        settings.stripe_api_base,
        calls_at_once=THREADS // 2,  # the other threads are there for events and look-ups, whatever Stripe does
    )
    app.extensions["openapi"] = build_document(settings.public_url)
    for blueprint in (orders.bp, customers.bp, subscriptions.bp, webhooks.bp, pages.bp, health.bp, docs.bp):
        app.register_blueprint(blueprint)
    app.before_request(Overload().refuse_if_late)
    app.after_request(drain_unread_body)
    register_problems(app)

    database.open()
    atexit.register(database.close)
    return app


class _Json(DefaultJSONProvider):
    """Times as ISO 8601; fields in the order in which they were put, as the README shows them."""

    sort_keys = False

    @staticmethod
    def default(o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else DefaultJSONProvider.default(o)
