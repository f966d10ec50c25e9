"""/v1/orders over HTTP: what it takes, what it refuses, and that it never answers 500."""

import json
import socket
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from sandbox import postgres
from stripe_svc.routes import orders, webhooks
from tests.conftest import as_app, cloned_database, running_app
from tests.races import at_once
from tests.service import API_KEY, Service
from tests.stripe_events import event, insert_order, new_session
from tests.test_settlement import COMPLETED

KEY = {"Authorization": f"Bearer {API_KEY}"}
OTHER_KEY = {"Authorization": "Bearer other-key"}
JSON = {"Content-Type": "application/json"}
LINE = {"name": "Tea", "unit_amount": 999, "quantity": 2}
NEW_ORDER = {"currency": "eur", "line_items": [LINE]}
FULL_ORDER = NEW_ORDER | {
    "reference": "A-1001",
    "mode": "payment",
    "customer_email": "zoë@example.com",
    "customer_reference": "customer 7",
    "success_url": "https://shop.example.com/thanks?session={CHECKOUT_SESSION_ID}",
    "cancel_url": "https://shop.example.com:8443/cart",
    "metadata": {"basket": "b1", "note": ""},
}
MAX_AMOUNT = 999_999_999_999


@pytest.fixture
def web(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="module")
def refusing(server: postgres.Server, template: str) -> Iterator[FlaskClient]:
    """For requests that change nothing: they share an application."""
    with cloned_database(server, template) as url, running_app(as_app(url)) as app:
        yield app.test_client()
        with psycopg.connect(url) as conn:
            assert conn.execute("SELECT FROM orders").fetchall() == []


@pytest.fixture(scope="module")
def shared_service(server: postgres.Server, template: str) -> Iterator[Service]:
    """gunicorn, for what only shows on a socket."""
    with cloned_database(server, template) as url, Service.running(as_app(url), workers=1) as service:
        yield service


def create(web: FlaskClient, order: dict[str, Any] | bytes = NEW_ORDER, **headers: str) -> TestResponse:
    body = order if isinstance(order, bytes) else json.dumps(order).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return web.post("/v1/orders", data=body, headers=KEY | JSON | named)


def assert_problem(answer: TestResponse, status: int, slug: str, detail: str | None = None) -> None:
    assert answer.status_code == status, answer.text
    assert answer.content_type == "application/problem+json"
    problem = answer.get_json()
    assert problem["type"] == f"urn:stripe-svc:problem:{slug}"
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    if detail is not None:
        assert detail in problem["detail"]


# --- what is taken ---


def test_an_order_comes_back_with_every_field_and_is_there_to_read(web: FlaskClient) -> None:
    created = create(web, FULL_ORDER)

    order = created.get_json()
    assert created.status_code == 201
    assert created.content_type == "application/json"
    assert created.headers["Location"] == f"/v1/orders/{order['id']}"
    assert order == {
        "id": order["id"],
        "reference": "A-1001",
        "mode": "payment",
        "status": "pending",
        "failure_reason": None,
        "review_reason": None,
        "currency": "eur",
        "amount_subtotal": 1998,
        "amount_paid": 0,
        "amount_refunded": 0,
        "duplicate_payment": False,
        "access": {"granted": False, "until": None},
        "checkout": None,
        "line_items": [LINE],
        "metadata": {"basket": "b1", "note": ""},
        "created_at": order["created_at"],
        "updated_at": order["created_at"],
        "history": [],
    }
    assert order["created_at"].endswith("+00:00")
    assert web.get(f"/v1/orders/{order['id']}", headers=KEY).get_json() == order


def test_everything_an_order_was_made_of_is_kept(web: FlaskClient, db: psycopg.Connection) -> None:
    create(web, FULL_ORDER)

    kept = db.execute(
        "SELECT reference, customer_email, customer_reference, success_url, cancel_url, client FROM orders"
    ).fetchall()
    given = ["reference", "customer_email", "customer_reference", "success_url", "cancel_url"]
    assert kept == [(*(FULL_ORDER[name] for name in given), "tests")]


def test_what_is_not_given_has_a_default(web: FlaskClient) -> None:
    order = create(web, {"currency": "jpy", "line_items": [{"name": "Tea", "unit_amount": 1}]}).get_json()

    assert order["line_items"] == [{"name": "Tea", "unit_amount": 1, "quantity": 1}]
    assert (order["mode"], order["amount_subtotal"], order["reference"], order["metadata"]) == (
        "payment",
        1,
        None,
        {},
    )


def test_null_is_the_same_as_not_given(web: FlaskClient) -> None:
    optional = ["reference", "customer_email", "customer_reference", "success_url", "cancel_url"]

    assert create(web, NEW_ORDER | dict.fromkeys(optional)).status_code == 201


def test_an_order_of_prices_at_stripe_has_no_amount_yet(web: FlaskClient) -> None:
    lines = [{"price": "price_1AbC", "quantity": 3}, LINE]

    order = create(web, NEW_ORDER | {"line_items": lines}).get_json()

    assert (order["amount_subtotal"], order["line_items"]) == (None, lines)


def test_the_largest_order_is_taken(web: FlaskClient) -> None:
    line = {"name": "x" * 255, "unit_amount": MAX_AMOUNT // 100, "quantity": 1}
    metadata = {f"{number:040}": "v" * 500 for number in range(40)}

    order = create(web, NEW_ORDER | {"line_items": [line] * 100, "metadata": metadata})

    assert order.status_code == 201
    assert order.get_json()["amount_subtotal"] == MAX_AMOUNT // 100 * 100


VERBATIM = [
    "'; DROP TABLE orders; --",
    "%s %(x)s %%",
    ":'reference' :x $1",
    "{0} {reference}",
    '"\\ \\u0000 \\',
    "<script>alert(1)</script>",
    " a  b ",
    "Thé vert\u00a0: 5\u202f€",
    "👩‍👩‍👧 🇫🇷 💶",
    "می‌خواهم",
]


@pytest.mark.parametrize("text", VERBATIM)
def test_text_is_kept_as_it_came(web: FlaskClient, text: str) -> None:
    given = NEW_ORDER | {
        "reference": text,
        "customer_reference": text,
        "line_items": [LINE | {"name": text}],
        "metadata": {"note": text, **({} if "[" in text else {text[:40]: "key"})},
    }

    order = create(web, given).get_json()

    assert (order["reference"], order["line_items"], order["metadata"]) == (
        text,
        given["line_items"],
        given["metadata"],
    )
    [found] = web.get("/v1/orders", query_string={"reference": text}, headers=KEY).get_json()["data"]
    assert found == order


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "APPLICATION/JSON"])
def test_json_may_be_named_in_several_ways(web: FlaskClient, content_type: str) -> None:
    assert create(web, Content_Type=content_type).status_code == 201


# --- what is refused ---


AMOUNTS: list[Any] = [0, -1, True, 9.0, 9.5, "999", None, [], MAX_AMOUNT + 1, 10**40]
QUANTITIES: list[Any] = [0, -1, True, 2.0, "2", None, 10**6]


def lines(**changes: Any) -> dict[str, Any]:
    return {"line_items": [LINE | changes]}


INVALID: dict[str, tuple[str, dict[str, Any]]] = {
    "an unknown field": ("colour", {"colour": "red"}),
    "an unknown field of a line": ("line_items.0.colour", lines(colour="red")),
    **{f"an amount of {amount!r}": ("line_items.0.unit_amount", lines(unit_amount=amount)) for amount in AMOUNTS},
    **{f"a quantity of {quantity!r}": ("line_items.0.quantity", lines(quantity=quantity)) for quantity in QUANTITIES},
    "a sum that is too large": ("line_items", {"line_items": [LINE | {"unit_amount": MAX_AMOUNT}]}),
    "a sum beyond 64 bits": (
        "line_items",
        {"line_items": [LINE | {"unit_amount": MAX_AMOUNT, "quantity": 999_999}] * 100},
    ),
    **{
        f"the currency {currency!r}": ("currency", {"currency": currency})
        for currency in ("EUR", "xxx", "", " eur", "eur\n", "euro", "é", 978, None)
    },
    "no lines": ("line_items", {"line_items": []}),
    "too many lines": ("line_items", {"line_items": [LINE] * 101}),
    "lines that are no list": ("line_items", {"line_items": LINE}),
    "a line that is a text": ("line_items.0", {"line_items": ["Tea"]}),
    "a line with both kinds of price": ("line_items.0.name", lines(price="price_1")),
    **{
        f"the price {price!r}": ("line_items.0.price", {"line_items": [{"price": price}]})
        for price in ("prod_1", "price_", "price_é", "price_1\n", None)
    },
    **{
        f"the text {text[:5]!r}": ("reference", {"reference": text})
        for text in ("", " ", "\0", "a\x01", "\x7f", "a\nb", "\u202eevil", "\u2028", "x" * 256)
    },
    "a name with a NUL": ("line_items.0.name", lines(name="\0")),
    "a customer with a NUL": ("customer_reference", {"customer_reference": "\0"}),
    **{
        f"the address {email[:9]!r}": ("customer_email", {"customer_email": email})
        for email in ("a", "@", "a@", "a b@c", "a@b\n", "a@b@c", "\0@b", "x" * 512 + "@b")
    },
    **{
        f"the link {url[:20]!r}": ("success_url", {"success_url": url})
        for url in (
            *("", "x", "//a", "https://", "https:///x", "ftp://a", "javascript:alert(1)", "https://a b", "https://["),
            *("https://a\0", "https://a:99999", "https://a:0", "https://a\n", "https://a/" + "a" * 2040),
        )
    },
    "the other link": ("cancel_url", {"cancel_url": "x"}),
    "metadata that is not text": ("metadata.a", {"metadata": {"a": 1}}),
    "metadata that is null": ("metadata", {"metadata": None}),
    "metadata in a list": ("metadata", {"metadata": []}),
    "a metadata key with a NUL": ("metadata.\0", {"metadata": {"\0": "x"}}),
    "a metadata key with brackets": ("metadata.a[b]", {"metadata": {"a[b]": "x"}}),
    "a metadata key that is long": (f"metadata.{'x' * 41}", {"metadata": {"x" * 41: "x"}}),
    "a metadata key that is empty": ("metadata.", {"metadata": {"": "x"}}),
    "metadata called new": ("metadata.new", {"metadata": {"new": 5}}),
    "a metadata value that is long": ("metadata.a", {"metadata": {"a": "x" * 501}}),
    "too much metadata": ("metadata", {"metadata": {str(number): "" for number in range(41)}}),
    "our own metadata": ("metadata", {"metadata": {"order_id": "7"}}),
    **{f"the mode {mode!r}": ("mode", {"mode": mode}) for mode in ("subscriptions", "x", None, 1)},
}


@pytest.mark.parametrize("case", INVALID)
def test_an_order_that_makes_no_sense_is_a_422_that_names_the_field(refusing: FlaskClient, case: str) -> None:
    field, changes = INVALID[case]

    answer = create(refusing, NEW_ORDER | changes)

    assert_problem(answer, 422, "request-invalid", field)
    assert field in [error["field"] for error in answer.get_json()["errors"]]


def test_everything_that_is_wrong_is_listed(refusing: FlaskClient) -> None:
    answer = create(refusing, {"currency": "EUR", "line_items": [{"unit_amount": 0}], "colour": "red"})

    fields = {error["field"] for error in answer.get_json()["errors"]}
    assert fields == {"currency", "line_items.0.name", "line_items.0.unit_amount", "colour"}


def test_a_hostile_request_does_not_make_a_huge_answer(refusing: FlaskClient) -> None:
    for names in ([f"{number:05}" for number in range(4000)], ["k" * 60_000]):
        answer = create(refusing, dict.fromkeys(names, 1))

        assert_problem(answer, 422, "request-invalid")
        assert len(answer.data) < 8000


ORDER_WITH = b'{"currency": "eur", "line_items": [{"name": "x", "unit_amount": %s}]}'
NOT_READABLE: dict[str, tuple[int, bytes]] = {
    "nothing": (400, b""),
    "half of it": (400, json.dumps(NEW_ORDER).encode()[:-1]),
    "more behind it": (400, json.dumps(NEW_ORDER).encode() + b"x"),
    "two orders": (400, json.dumps(NEW_ORDER).encode() * 2),
    "not UTF-8": (400, b'{"currency": "\xff"}'),
    "UTF-16": (400, json.dumps(NEW_ORDER).encode("utf-16")),
    "a byte order mark": (400, b"\xef\xbb\xbf" + json.dumps(NEW_ORDER).encode()),
    "single quotes": (400, b"{'currency': 'eur'}"),
    "a lone surrogate": (400, b'{"reference": "\\ud800"}'),
    "a lone surrogate in a name": (400, b'{"\\ud800": 1}'),
    "a raw control character": (400, b'{"reference": "\x01"}'),
    "lists without end": (400, b"[" * 60_000),
    "objects without end": (400, b'{"a":' * 10_000),
    "a number without end": (400, ORDER_WITH % (b"9" * 5000)),
    "a name that is there twice": (400, b'{"currency": "usd", ' + json.dumps(NEW_ORDER).encode()[1:]),
    "a name that is there twice in a line": (400, ORDER_WITH.replace(b'"x",', b'"x", "name": "y",') % b"1"),
    "null": (422, b"null"),
    "a list": (422, b"[]"),
    "a number": (422, b"7"),
    "NaN": (422, ORDER_WITH % b"NaN"),
    "infinity": (422, ORDER_WITH % b"Infinity"),
    "a number beyond float": (422, ORDER_WITH % b"1e400"),
    "a whole number written as a fraction": (422, ORDER_WITH % b"1.0"),
    "a whole number with an exponent": (422, ORDER_WITH % b"1e2"),
    "minus zero": (422, ORDER_WITH % b"-0"),
    "an escaped NUL": (422, b'{"reference": "\\u0000"}'),
}


@pytest.mark.parametrize("case", NOT_READABLE)
def test_a_body_that_is_no_order_is_refused(refusing: FlaskClient, case: str) -> None:
    status, body = NOT_READABLE[case]

    assert_problem(create(refusing, body), status, "request-malformed" if status == 400 else "request-invalid")


@pytest.mark.parametrize(
    "content_type",
    ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonx", "multipart/form-data", "é"],
)
def test_another_content_type_is_a_415(refusing: FlaskClient, content_type: str) -> None:
    answer = create(refusing, Content_Type=content_type)

    assert_problem(answer, 415, "unsupported-media-type", "application/json")


@pytest.mark.parametrize(
    "header",
    [
        *("", "Bearer", "Bearer ", "Basic dGVzdA==", "Bearer wrong", f"Bearer {API_KEY} x", f"Bearer {API_KEY},x"),
        *(API_KEY, f"Token {API_KEY}", "Bearer é", "Bearer \xff\xfe", "é", f"Bearer {API_KEY[:-1]}", "Bearer None"),
    ],
)
def test_without_a_key_there_is_no_answer(refusing: FlaskClient, header: str) -> None:
    for method, path in [("GET", "/v1/orders"), ("GET", "/v1/orders/1"), ("POST", "/v1/orders/1/checkout")]:
        answer = refusing.open(path, method=method, headers={"Authorization": header})

        assert_problem(answer, 401, "unauthorized")
        assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert_problem(
        refusing.post("/v1/orders", json=NEW_ORDER, headers={"Authorization": header}), 401, "unauthorized"
    )
    assert_problem(refusing.get("/v1/orders"), 401, "unauthorized")


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_the_scheme_may_be_written_in_any_case(refusing: FlaskClient, scheme: str) -> None:
    assert refusing.get("/v1/orders", headers={"Authorization": f"{scheme} {API_KEY}"}).status_code == 200


NO_IDS = [
    *("42abc", "abc", "0", "-1", "+1", "042", "1.0", "1e1", "0x1", "null", "9223372036854775808", "9" * 3000),
    *("%00", "%0a", "1%0a", "%20", "%ff", "é", "٣", "%27%3B%20DROP%20TABLE%20orders", "%25s"),
]


@pytest.mark.parametrize("order_id", [*NO_IDS, "1", "9223372036854775807"])
def test_an_id_of_no_order_is_a_404(refusing: FlaskClient, order_id: str) -> None:
    assert_problem(refusing.get(f"/v1/orders/{order_id}", headers=KEY), 404, "order-not-found")
    assert_problem(refusing.post(f"/v1/orders/{order_id}/checkout", headers=KEY), 404, "order-not-found")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/nope",
        "/v1",
        "/v1/nope",
        "/v1/orders//1",
        "//v1/orders",
        "/v1/orders/1/nope",
        "/static/../app.py",
        "/%00",
    ],
)
def test_a_route_that_is_not_there_is_a_404(refusing: FlaskClient, path: str) -> None:
    assert_problem(refusing.get(path, headers=KEY), 404, "not-found", "/docs")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/v1/orders", {"GET", "POST", "HEAD", "OPTIONS"}),
        ("PUT", "/v1/orders/1", {"GET", "HEAD", "OPTIONS"}),
        ("POST", "/v1/orders/1", {"GET", "HEAD", "OPTIONS"}),
        ("GET", "/v1/orders/1/checkout", {"POST", "OPTIONS"}),
        ("GET", "/webhooks/stripe", {"POST", "OPTIONS"}),
        ("POST", "/healthz", {"GET", "HEAD", "OPTIONS"}),
        ("BREW", "/docs", {"GET", "HEAD", "OPTIONS"}),
    ],
)
def test_another_method_is_a_405_that_says_which_there_are(
    refusing: FlaskClient, method: str, path: str, allowed: set[str]
) -> None:
    answer = refusing.open(path, method=method, headers=KEY)

    assert_problem(answer, 405, "method-not-allowed", "Allow")
    assert set(answer.headers["Allow"].split(", ")) == allowed


@pytest.mark.parametrize("path", ["/v1/orders", "/v1/orders/", "/healthz", "/healthz/", "/readyz/", "/docs/"])
def test_a_slash_at_the_end_is_neither_an_error_nor_a_redirect(refusing: FlaskClient, path: str) -> None:
    assert refusing.get(path, headers=KEY).status_code == 200


@pytest.mark.parametrize(
    "session_id", ["", "%00", "cs_unknown", "%ff", "'; DROP TABLE orders; --", "%25s", "x" * 5000]
)
def test_a_checkout_that_nobody_knows_is_a_404(refusing: FlaskClient, session_id: str) -> None:
    for accept in ("text/html", "application/json"):
        answer = refusing.get(f"/checkout/return?session_id={session_id}", headers={"Accept": accept})

        assert_problem(answer, 404, "session-not-found")


# --- Idempotency-Key ---


def test_the_same_key_and_body_return_the_same_order(web: FlaskClient, db: psycopg.Connection) -> None:
    first = create(web, FULL_ORDER, Idempotency_Key="k-1")
    again = create(web, json.dumps(FULL_ORDER | {"mode": "payment"}, indent=3).encode(), Idempotency_Key="k-1")

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.get_json() == first.get_json()
    assert again.headers["Location"] == first.headers["Location"]
    assert ("Idempotent-Replayed" in first.headers, again.headers["Idempotent-Replayed"]) == (False, "true")
    assert db.execute("SELECT count(*) FROM orders").fetchone() == (1,)


def test_a_request_is_the_same_whatever_the_order_of_its_names_and_with_its_defaults(web: FlaskClient) -> None:
    body = NEW_ORDER | {"metadata": {"a": "1", "b": "2"}}
    first = create(web, body, Idempotency_Key="k-1")

    turned = {
        "reference": None,
        "metadata": {"b": "2", "a": "1"},
        **dict(reversed(NEW_ORDER.items())),
        "mode": "payment",
    }
    again = create(web, turned, Idempotency_Key="k-1")

    assert (again.status_code, again.get_json()["id"]) == (201, first.get_json()["id"])


def test_the_same_key_with_another_body_is_a_409(web: FlaskClient, db: psycopg.Connection) -> None:
    create(web, Idempotency_Key="k-1")

    answer = create(web, NEW_ORDER | {"currency": "usd"}, Idempotency_Key="k-1")

    assert_problem(answer, 409, "idempotency-conflict", "k-1")
    assert db.execute("SELECT count(*) FROM orders").fetchone() == (1,)


def test_a_refused_request_does_not_use_up_its_key(web: FlaskClient) -> None:
    assert create(web, NEW_ORDER | {"currency": "EUR"}, Idempotency_Key="k-1").status_code == 422

    assert create(web, Idempotency_Key="k-1").status_code == 201


def test_a_key_belongs_to_the_client_who_used_it(web: FlaskClient) -> None:
    mine = create(web, Idempotency_Key="k-1").get_json()
    theirs = create(web, NEW_ORDER | {"currency": "usd"}, Idempotency_Key="k-1", **OTHER_KEY).get_json()

    assert (mine["currency"], theirs["currency"]) == ("eur", "usd")
    assert mine["id"] != theirs["id"]


def test_without_a_key_each_request_makes_an_order(web: FlaskClient) -> None:
    assert create(web).get_json()["id"] != create(web).get_json()["id"]


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 256, "é", "\x7f"])
def test_a_key_that_cannot_be_one_is_a_400(refusing: FlaskClient, key: str) -> None:
    assert_problem(create(refusing, Idempotency_Key=key), 400, "request-malformed", "Idempotency-Key")


@pytest.mark.parametrize("key", ["x" * 255, "!", "~", "'; DROP", "%s"])
def test_a_key_may_be_of_any_visible_characters(web: FlaskClient, key: str) -> None:
    key = key.replace(" ", "")
    first = create(web, Idempotency_Key=key).get_json()

    assert create(web, Idempotency_Key=key).get_json() == first


def test_16_requests_at_once_with_one_key_make_one_order(app_url: str, db: psycopg.Connection) -> None:
    with Service.running(app_url, workers=2) as service:
        client = service.client()
        key = {"Idempotency-Key": "k-1"}
        answers = at_once([lambda: client.post("/v1/orders", NEW_ORDER, **key)] * 16)

    assert {answer.status for answer in answers} == {201}
    assert len({answer.body["id"] for answer in answers}) == 1
    assert sum("Idempotent-Replayed" not in answer.headers for answer in answers) == 1
    assert db.execute("SELECT count(*) FROM orders").fetchone() == (1,)


# --- the list ---


def listed(web: FlaskClient, **query: Any) -> Any:
    answer = web.get("/v1/orders", query_string=query, headers=KEY)
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def test_the_list_is_empty_at_first(web: FlaskClient) -> None:
    assert listed(web) == {"data": [], "has_more": False, "next_after": None}


def test_the_list_is_newest_first_in_pages_of_20(web: FlaskClient, db: psycopg.Connection) -> None:
    ids = [insert_order(db) for _ in range(21)]

    page = listed(web)

    assert [order["id"] for order in page["data"]] == ids[:0:-1]
    assert (page["has_more"], page["next_after"]) == (True, ids[1])
    assert listed(web, after=ids[1]) == {
        "data": [web.get(f"/v1/orders/{ids[0]}", headers=KEY).get_json()],
        "has_more": False,
        "next_after": None,
    }


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 100])
def test_paging_meets_every_order_once_while_others_are_inserted(
    web: FlaskClient, db: psycopg.Connection, limit: int
) -> None:
    ids = [insert_order(db) for _ in range(7)]
    met: list[int] = []
    page: dict[str, Any] = {"next_after": None, "has_more": True}
    while page["has_more"]:
        page = listed(web, limit=limit, **({"after": page["next_after"]} if page["next_after"] else {}))
        met += [order["id"] for order in page["data"]]
        insert_order(db)

    assert met == ids[::-1]


def test_the_list_can_be_narrowed(web: FlaskClient, app: Flask, db: psycopg.Connection, deliver: Any) -> None:
    one, two = (create(web, NEW_ORDER | {"reference": text}).get_json()["id"] for text in ("A-1", "a-1"))
    paid = new_session(db)
    deliver(event(COMPLETED, paid))
    paid_id = int(paid["client_reference_id"])

    def ids(**query: Any) -> list[int]:
        return [order["id"] for order in listed(web, **query)["data"]]

    assert ids(status="paid") == [paid_id]
    assert ids(status="pending") == [two, one]
    assert ids(status="review") == []
    assert ids(reference="A-1") == [one]
    assert ids(reference="A-1", status="paid") == []
    assert ids(reference="%") == ids(reference="A_1") == []
    assert ids(status="pending", after=two) == [one]
    assert listed(web, status="paid")["data"][0] == web.get(f"/v1/orders/{paid_id}", headers=KEY).get_json()


@pytest.mark.parametrize(
    "query",
    [
        *("x=1", "status=nope", "status=", "status=PAID", "status=paid%00", "reference=", "reference=%00"),
        *("limit=0", "limit=101", "limit=", "limit=abc", "limit=1.0", "limit=1e1", "limit=1_0", "limit=%2B5"),
        *("limit=%205", "limit=%D9%A3", "limit=true", "limit=-1", "limit=1&limit=2", f"limit={'9' * 5000}"),
        *("after=0", "after=-1", "after=", "after=abc", "after=42abc", "after=9223372036854775808", "after=1;--"),
        "a" * 5000 + "=1",
    ],
)
def test_a_filter_that_makes_no_sense_is_a_422(refusing: FlaskClient, query: str) -> None:
    name = query.partition("=")[0][:100]

    assert_problem(refusing.get(f"/v1/orders?{query}", headers=KEY), 422, "request-invalid", name)


# --- over a socket ---

TEN_MB = 10 * 1024 * 1024
CHUNK = b" " * 65536
TOO_LARGE = {
    "an order": ("POST /v1/orders", f"Authorization: Bearer {API_KEY}\r\nContent-Type: application/json\r\n", 413),
    "an event": ("POST /webhooks/stripe", "", 413),
    "without a key": ("POST /v1/orders", "", 401),
    "no route": ("POST /nope", "", 404),
    "no method": ("PUT /healthz", "", 405),
}


@pytest.mark.parametrize("connection", ["close", "keep-alive"])
@pytest.mark.parametrize("framing", ["length", "chunked"])
@pytest.mark.parametrize("case", TOO_LARGE)
def test_who_sends_ten_megabytes_sees_the_answer_and_no_reset(
    shared_service: Service, case: str, framing: str, connection: str
) -> None:
    line, headers, status = TOO_LARGE[case]
    length = f"Content-Length: {TEN_MB}" if framing == "length" else "Transfer-Encoding: chunked"
    head = f"{line} HTTP/1.1\r\nHost: x\r\nConnection: {connection}\r\n{headers}{length}\r\n\r\n"

    with connected(shared_service) as sock:
        # The answer is not looked at before all is sent, as most clients do it.
        sock.sendall(head.encode())
        for _ in range(TEN_MB // len(CHUNK)):
            sock.sendall(CHUNK if framing == "length" else b"%x\r\n%s\r\n" % (len(CHUNK), CHUNK))
        sock.sendall(b"" if framing == "length" else b"0\r\n\r\n")
        found, problem = read_answer(sock)

        assert (found, problem["status"]) == (status, status)
        if connection == "keep-alive":
            sock.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            assert read_answer(sock) == (200, {"status": "ok"})


@pytest.mark.parametrize("framing", ["length", "chunked"])
@pytest.mark.parametrize(
    ("path", "limit"), [("/v1/orders", orders.MAX_BODY), ("/webhooks/stripe", webhooks.MAX_BODY)]
)
def test_the_limit_is_exact(shared_service: Service, path: str, limit: int, framing: str) -> None:
    """A body that is cut off at the limit could still be valid JSON."""
    order = json.dumps(NEW_ORDER).encode()
    fitting = {"/v1/orders": 201, "/webhooks/stripe": 400}[path]  # there it is not signed
    for size, status in [(limit, fitting), (limit + 1, 413), (limit + 2, 413)]:
        body = order + b" " * (size - len(order))
        framed = b"%x\r\n%s\r\n0\r\n\r\n" % (size, body) if framing == "chunked" else body
        length = f"Content-Length: {size}" if framing == "length" else "Transfer-Encoding: chunked"
        head = (
            f"POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {API_KEY}\r\n"
            f"Content-Type: application/json\r\n{length}\r\n\r\n"
        )
        with connected(shared_service) as sock:
            sock.sendall(head.encode() + framed)
            assert read_answer(sock)[0] == status


def test_a_body_that_ends_too_early_makes_no_order(shared_service: Service) -> None:
    client = shared_service.client()
    before = client.get("/v1/orders").body["data"]
    order = json.dumps(NEW_ORDER).encode()
    head = (
        f"POST /v1/orders HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {API_KEY}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(order) + 1}\r\n\r\n"
    )

    with connected(shared_service) as sock:
        sock.sendall(head.encode() + order)
        sock.shutdown(socket.SHUT_WR)
        assert read_answer(sock)[0] == 400

    assert client.get("/v1/orders").body["data"] == before


def test_a_body_for_a_route_that_reads_none_does_not_spoil_the_connection(shared_service: Service) -> None:
    with connected(shared_service) as sock:
        for _ in range(3):
            sock.sendall(
                f"POST /v1/orders/999/checkout HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {API_KEY}\r\n"
                "Content-Length: 2\r\n\r\n{}".encode()
            )
            assert read_answer(sock)[0] == 404


def connected(service: Service) -> socket.socket:
    host, _, port = service.base.removeprefix("http://").partition(":")
    return socket.create_connection((host, int(port)), timeout=20)


def read_answer(sock: socket.socket) -> tuple[int, Any]:
    """The status and the JSON of one answer."""
    received = b""
    while b"\r\n\r\n" not in received:
        received += receive(sock)
    head, _, body = received.partition(b"\r\n\r\n")
    fields = dict(line.lower().split(": ", 1) for line in head.decode().split("\r\n")[1:])
    while len(body) < int(fields["content-length"]):
        body += receive(sock)
    return int(head.split()[1]), json.loads(body)


def receive(sock: socket.socket) -> bytes:
    received = sock.recv(65536)
    assert received, "the connection ended before the answer did"
    return received
