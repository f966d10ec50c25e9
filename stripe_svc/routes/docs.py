"""`/openapi.json` and `/docs`: the API described for programs, and the same for people."""

from flask import Blueprint, Response, current_app, render_template

bp = Blueprint("docs", __name__)


@bp.get("/openapi.json")
def openapi() -> dict[str, object]:
    document: dict[str, object] = current_app.extensions["openapi"]
    return document


@bp.get("/docs")
def docs() -> Response:
    page = Response(render_template("docs.html", api=current_app.extensions["openapi"]))
    page.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'self'; frame-ancestors 'none'"
    page.headers["Referrer-Policy"] = "no-referrer"
    return page
