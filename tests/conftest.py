"""A real PostgreSQL server for the whole run, a database for each test, the service as its users run it."""

import json
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from flask import Flask, Response, request
from psycopg import sql

from sandbox import postgres
from stripe_svc import migrate
from stripe_svc.app import create_app
from stripe_svc.database import Database
from stripe_svc.handlers.event import parse_event
from stripe_svc.services.events import receive_event
from stripe_svc.settings import Settings
from tests.client import Client
from tests.contract import check_answer
from tests.service import Service

# What tests look at themselves is in the service's schema. The service says so in each statement, and its connections
# set a search_path of their own.
os.environ["PGOPTIONS"] = "-c search_path=stripe_svc,public"

TEMPLATE = "template_stripe_svc"
# A login as the README's checklist makes one: a member of the role that migrations grant the least to.
APP_USER = "stripe_svc_login"
LONGEST = {"test_scenarios.py", "test_subscription_scenarios.py", "test_bench.py"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--scenarios",
        type=int,
        default=200,
        help="how many scenarios of payments are played (%(default)s), and a fifth as many of subscriptions",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first: the others run beside them, instead of one core waiting for them in the end."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[postgres.Server]:
    """The server that tests clone their databases on: the embedded one, or the binaries in TEST_POSTGRES_BIN."""
    bin_dir = os.environ.get("TEST_POSTGRES_BIN")
    with postgres.running(
        tmp_path_factory.mktemp("server") / "postgres",
        bin_dir=Path(bin_dir) if bin_dir else None,
        settings={"fsync": "off", "max_connections": "300", "deadlock_timeout": "200ms"},
    ) as running:
        yield running


@pytest.fixture(scope="session")
def template(server: postgres.Server) -> str:
    """The name of a migrated database that nobody connects to, so that it can be cloned."""
    with psycopg.connect(server.url(), autocommit=True) as conn:
        conn.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(TEMPLATE)))
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PGOPTIONS")  # dbmate is to find its tables as it does in production
        migrate.migrate(server.url(TEMPLATE))
    with psycopg.connect(server.url(), autocommit=True) as conn:
        conn.execute(sql.SQL("CREATE ROLE {} LOGIN IN ROLE stripe_svc_app").format(sql.Identifier(APP_USER)))
    return TEMPLATE


@contextmanager
def cloned_database(server: postgres.Server, template: str) -> Iterator[str]:
    """The URL of a migrated, empty database, for its owner (a superuser)."""
    name = f"test_{secrets.token_hex(6)}"
    with psycopg.connect(server.url(), autocommit=True) as conn:
        conn.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        yield server.url(name)
        conn.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def database_url(server: postgres.Server, template: str) -> Iterator[str]:
    """A database for one test, as its owner reaches it."""
    with cloned_database(server, template) as url:
        yield url


@pytest.fixture
def app_url(database_url: str) -> str:
    """The same database, as the service reaches it: without the right to write what only events may write."""
    return as_app(database_url)


def as_app(url: str) -> str:
    return url.replace("//postgres@", f"//{APP_USER}@")


@pytest.fixture
def db(database_url: str) -> Iterator[psycopg.Connection]:
    """A superuser's connection, for looking at rows."""
    with psycopg.connect(database_url, autocommit=True) as conn:
        yield conn


@pytest.fixture
def service(app_url: str) -> Iterator[Service]:
    """The service under gunicorn, two processes."""
    with Service.running(app_url, workers=2) as running:
        yield running


@pytest.fixture
def client(service: Service) -> Client:
    """An app with an API key."""
    return service.client()


@contextmanager
def running_app(url: str) -> Iterator[Flask]:
    """The application in this process, its answers held against the OpenAPI document. Two apps have a key."""
    app = create_app(
        Settings(
            database_url=url,
            stripe_secret_key="sk_test_tests",
            stripe_webhook_secret=("whsec_tests",),
            stripe_api_base="http://127.0.0.1:9",
            api_keys={"tests": "test-key", "others": "other-key"},
            public_url="http://127.0.0.1:8000",
        )
    )

    @app.after_request
    def check(response: Response) -> Response:
        if not response.is_streamed:
            check_answer(
                request.method, request.path, response.status_code, response.content_type or "", response.data
            )
        return response

    app.testing = True  # what check raises goes to the test
    yield app
    app.extensions["database"].close()


@pytest.fixture
def app(app_url: str) -> Iterator[Flask]:
    with running_app(app_url) as app:
        yield app


@pytest.fixture
def database(app_url: str) -> Iterator[Database]:
    """The service's own pool on the test's database."""
    database = Database(app_url, size=4)
    database.open()
    yield database
    database.close()


@pytest.fixture
def deliver(database: Database) -> Callable[[dict[str, Any]], str]:
    """Takes an event the way that it takes after its signature was verified; returns the outcome."""

    def deliver(event: dict[str, Any]) -> str:
        return receive_event(database, parse_event(json.dumps(event)), source="webhook", livemode=False)

    return deliver


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failure: there, everything that tests need is installed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        reporter.write_line("tests were skipped, which CI does not allow", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
