"""`/healthz`: the process is alive. `/readyz`: database, schema and backlog are fine."""

from flask import Blueprint, current_app

from stripe_svc.services import readiness

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def healthz() -> dict[str, str]:
    return {"status": "ok"}


@bp.get("/readyz")
def readyz() -> tuple[dict[str, object], int]:
    report = readiness.get_readiness(current_app.extensions["database"])
    return report, 200 if report["status"] == "ok" else 503
