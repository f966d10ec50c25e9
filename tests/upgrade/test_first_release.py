"""A database of the first release, taken over: nothing lost, nobody's access changed, and it goes on from there.

first_release.sql is that database, first_release.json what the first release itself answered for it.
"""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from psycopg import sql

from sandbox import postgres
from stripe_svc import backfill
from stripe_svc.database import Database
from stripe_svc.handlers.event import parse_event
from stripe_svc.migrate import migrate, run_dbmate
from stripe_svc.services.events import receive_event
from stripe_svc.verify import verify_books
from tests.client import Client
from tests.conftest import as_app, cloned_database
from tests.races import at_once, wait_until_blocked
from tests.service import Service
from tests.stripe_events import event, new_session, session
from tests.subscription_events import MONTH, NEW, Sold
from tests.test_settlement import COMPLETED

HERE = Path(__file__).resolve().parent
DUMP = (HERE / "first_release.sql").read_bytes()
ANSWERS = json.loads((HERE / "first_release.json").read_text())
FIRST_RELEASE, UPGRADED = "template_first_release", "template_upgraded"
# A report of this subscription is contradicted by another one, so Stripe has to be asked.
AMBIGUOUS = "sub_00097"


@pytest.fixture(scope="module")
def first_release(server: postgres.Server, template: str) -> str:
    """The name of a database as the first release left it. (The other template made the role that it names.)"""
    create_database(server, FIRST_RELEASE)
    load_dump(server.url(FIRST_RELEASE))
    return FIRST_RELEASE


@pytest.fixture(scope="module")
def upgraded(server: postgres.Server, first_release: str) -> str:
    """The name of such a database after `make migrate`."""
    create_database(server, UPGRADED, template=first_release)
    upgrade(server.url(UPGRADED))
    return UPGRADED


@pytest.fixture
def old_url(server: postgres.Server, first_release: str) -> Iterator[str]:
    """A database as the first release left it, for one test."""
    with cloned_database(server, first_release) as url:
        yield url


@pytest.fixture
def database_url(server: postgres.Server, upgraded: str) -> Iterator[str]:
    """A database that was taken over, for one test: what `db`, `deliver`, `client` are about here."""
    with cloned_database(server, upgraded) as url:
        yield url


@pytest.fixture
def service(app_url: str) -> Iterator[Service]:
    """/readyz is no sign of life here: some events of the first release have been failing for long."""
    with Service.running(app_url, workers=2, ready_path="/healthz") as running:
        yield running


def create_database(
    server: postgres.Server, name: str, *, template: str = "template0", owner: str = "postgres"
) -> None:
    names = [sql.Identifier(each) for each in (name, template, owner)]
    with psycopg.connect(server.url(), autocommit=True) as conn:
        conn.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}").format(*names))


def upgrade(url: str) -> None:
    """`make migrate` as a team runs it: without the search_path that the tests' own connections have."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PGOPTIONS")
        migrate(url)


def load_dump(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as conn:
        conn.execute(DUMP)


def rows_of(db: psycopg.Connection, schema: str) -> dict[str, list[Any]]:
    """All rows of all tables of a schema, as text."""
    tables = db.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace(%s) AND relkind = 'r'", [schema]
    ).fetchall()
    query = sql.SQL("SELECT t::text FROM {} AS t ORDER BY 1")
    return {table: db.execute(query.format(sql.Identifier(schema, table))).fetchall() for (table,) in tables}


def deliver_to(url: str, event: dict[str, Any]) -> None:
    """As the service does, in another database than the test's."""
    database = Database(as_app(url), size=1)
    database.open()
    assert receive_event(database, parse_event(json.dumps(event)), source="webhook", livemode=False) == "processed"
    database.close()


def count_facts(db: psycopg.Connection) -> int:
    row = db.execute("SELECT count(*) FROM stripe_events WHERE facts IS NOT NULL").fetchone()
    assert row
    return int(row[0])


# Nothing is lost, nothing is different.


def test_every_row_is_still_there(db: psycopg.Connection) -> None:
    counted = {table: len(rows) for table, rows in rows_of(db, "stripe_svc").items()}
    statuses = db.execute("SELECT status::text, count(*) FROM stripe_events GROUP BY 1").fetchall()

    migrations = ANSWERS["rows"]["schema_migrations"] + 2
    # The migrations of this release, and a question for the worker.
    assert counted == ANSWERS["rows"] | {"schema_migrations": migrations, "subscription_refetches": 1}
    assert dict(statuses) == ANSWERS["events"]
    assert db.execute("SELECT subscription_id, attempts FROM subscription_refetches").fetchall() == [(AMBIGUOUS, 0)]


def test_every_order_and_every_access_is_answered_as_before(client: Client) -> None:
    answers = {order_id: client.get(f"/v1/orders/{order_id}").body for order_id in ANSWERS["orders"]}
    access = {
        reference: client.get(f"/v1/customers/{quote(reference, safe='')}/access").body
        for reference in ANSWERS["access"]
    }

    assert answers == ANSWERS["orders"]
    assert access == ANSWERS["access"]
    assert sum(answer["granted"] for answer in access.values()) == 19


def test_the_books_hold(database_url: str) -> None:
    assert verify_books(database_url) == ANSWERS["verify_books"] == []


def test_every_event_that_had_an_effect_has_its_facts(db: psycopg.Connection) -> None:
    assert dict(db.execute("SELECT status::text, bool_and(facts IS NOT NULL) FROM stripe_events GROUP BY 1")) == {
        "processed": True,
        "ignored": False,
        "failed": False,
        "quarantined": False,
    }


def test_an_event_whose_payload_was_purged_has_the_row_of_its_object_for_a_fact(db: psycopg.Connection) -> None:
    purged = db.execute(
        "SELECT type, object_id, facts FROM stripe_events "
        "WHERE payload IS NULL AND status = 'processed' ORDER BY type"
    ).fetchall()

    assert [(type, next(iter(facts), None)) for type, _, facts in purged] == [
        ("checkout.session.completed", "checkout_sessions"),
        ("checkout.session.completed", "checkout_sessions"),
        ("customer.subscription.created", "subscriptions"),
        ("customer.subscription.updated", "subscriptions"),
        ("invoice.paid", "invoices"),
        ("invoice_payment.paid", None),  # the invoice itself is purged, too, and tells of its payment
        *[("payment_intent.succeeded", "payments")] * 3,
    ]
    assert all(facts == {} or next(iter(facts.values()))[0]["id"] == object_id for _, object_id, facts in purged)


def test_the_books_hold_even_if_all_payloads_were_purged(old_url: str, db: psycopg.Connection) -> None:
    with psycopg.connect(old_url, autocommit=True) as old:
        old.execute("UPDATE public.stripe_events SET payload = NULL")

        upgrade(old_url)

        assert count_facts(old) == ANSWERS["events"]["processed"]
        for table in ("orders", "checkout_sessions", "payments", "refunds", "disputes", "subscriptions", "invoices"):
            rows = f"SELECT * FROM stripe_svc.{table} ORDER BY id".encode()
            assert old.execute(rows).fetchall() == db.execute(rows).fetchall()
    assert verify_books(old_url) == []


# It goes on from there.


def test_what_had_its_effect_has_none_again(db: psycopg.Connection, database: Database) -> None:
    before = rows_of(db, "stripe_svc")
    processed = db.execute(
        "SELECT payload::text FROM stripe_events "
        "WHERE status = 'processed' AND payload IS NOT NULL AND type <> 'customer.subscription.fetched'"
    ).fetchall()

    outcomes = {
        receive_event(database, parse_event(payload), source="webhook", livemode=False) for (payload,) in processed
    }

    assert outcomes == {"duplicate"}
    assert rows_of(db, "stripe_svc") == before


def test_new_orders_come_after_the_old_ones(db: psycopg.Connection, client: Client) -> None:
    new = client.post(
        "/v1/orders", {"currency": "eur", "line_items": [{"name": "Tea", "unit_amount": 1, "quantity": 1}]}
    )

    assert (new.status, new.body["id"]) == (201, ANSWERS["rows"]["orders"] + 1)
    assert db.execute("SELECT max(id) FROM orders").fetchone() == (new.body["id"],)


def test_an_open_payment_page_of_before_is_paid(db: psycopg.Connection, client: Client) -> None:
    attempt = db.execute("SELECT id, session_id FROM checkout_attempts WHERE order_id = 6").fetchone()
    assert attempt
    amount = ANSWERS["orders"]["6"]["amount_subtotal"]
    paid = session(6, str(attempt[0]), id=attempt[1], amount_subtotal=amount, amount_total=amount)

    assert client.deliver(event(COMPLETED, paid)).body["outcome"] == "processed"

    order = client.get("/v1/orders/6").body
    assert (order["status"], order["amount_paid"], order["access"]["granted"]) == ("paid", amount, True)
    assert [step["to"] for step in order["history"]] == ["paid"]


def test_a_subscription_of_before_is_renewed(db: psycopg.Connection, client: Client) -> None:
    """One that is past due: its next payment gives access back."""
    row = db.execute(
        "SELECT o.customer_reference, s.id, s.customer_id, extract(epoch FROM now())::bigint FROM orders AS o "
        "INNER JOIN checkout_sessions AS c ON c.order_id = o.id "
        "INNER JOIN subscriptions AS s ON s.id = c.subscription_id WHERE o.id = 66"
    ).fetchone()
    assert row
    reference, subscription, customer, began = row
    sold = Sold(NEW, began, 66, "", reference, subscription, customer)
    assert client.get("/v1/orders/66").body["access"]["granted"] is False

    for each in (*sold.paid_by(sold.invoice((0, MONTH)), 1), sold.updated(at=1)):
        assert client.deliver(each).body["outcome"] == "processed"

    assert client.get("/v1/orders/66").body["access"]["granted"] is True


def test_what_had_failed_comes_again_and_takes_effect(
    db: psycopg.Connection, database: Database, database_url: str
) -> None:
    """Its order was not there, as after a restore. (It is for a session that we did not create.)"""
    row = db.execute(
        "SELECT id, payload::text FROM stripe_events WHERE object_id = 'cs_test_b3c9276d4e24ce'"
    ).fetchone()
    assert row
    event_id, payload = row
    db.execute(
        "INSERT INTO orders (id, mode, currency, amount_subtotal, line_items, client) OVERRIDING SYSTEM VALUE "
        "SELECT 999999, mode, currency, amount_subtotal, line_items, client FROM orders WHERE id = 18"
    )

    assert receive_event(database, parse_event(payload), source="webhook", livemode=False) == "processed"

    assert db.execute("SELECT status, review_reason FROM orders WHERE id = 999999").fetchone() == (
        *("review", "session_mismatch"),
    )
    assert db.execute("SELECT status, attempts FROM stripe_events WHERE id = %s", [event_id]).fetchone() == (
        *("processed", 2),
    )
    assert verify_books(database_url) == []


def test_what_was_quarantined_comes_again_and_takes_effect(db: psycopg.Connection, database: Database) -> None:
    payload = db.execute(
        "SELECT payload::text FROM stripe_events WHERE object_id = 'cs_test_bf5ac4c9fa78'"
    ).fetchone()
    assert payload

    assert receive_event(database, parse_event(payload[0]), source="webhook", livemode=True) == "processed"

    assert db.execute("SELECT status FROM orders WHERE id = 93").fetchone() == ("paid",)


# The database is as any other, and the team's own tables are left alone.

SCHEMA = """
SELECT 'column', c.relname, a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull,
    a.attidentity, a.attcompression, pg_get_expr(d.adbin, d.adrelid), a.attacl)
FROM pg_attribute AS a INNER JOIN pg_class AS c ON c.oid = a.attrelid
LEFT JOIN pg_attrdef AS d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
WHERE c.relnamespace = 'stripe_svc'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT 'relation', c.relname, c.relkind::text, concat_ws(' ', c.relacl, pg_get_viewdef(c.oid))
FROM pg_class AS c WHERE c.relnamespace = 'stripe_svc'::regnamespace
UNION ALL
SELECT 'constraint', n.conrelid::regclass::text, n.conname,
    concat_ws(' ', n.convalidated, pg_get_constraintdef(n.oid))
FROM pg_constraint AS n WHERE n.connamespace = 'stripe_svc'::regnamespace
UNION ALL
SELECT 'index', i.tablename, i.indexname, i.indexdef FROM pg_indexes AS i WHERE i.schemaname = 'stripe_svc'
UNION ALL
SELECT 'trigger', c.relname, t.tgname, concat_ws(' ', t.tgenabled, pg_get_triggerdef(t.oid))
FROM pg_trigger AS t INNER JOIN pg_class AS c ON c.oid = t.tgrelid
WHERE c.relnamespace = 'stripe_svc'::regnamespace AND NOT t.tgisinternal
UNION ALL
SELECT 'function', p.oid::regprocedure::text, p.prokind::text,
    concat_ws(' ', p.proacl, CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END)
FROM pg_proc AS p WHERE p.pronamespace = 'stripe_svc'::regnamespace
UNION ALL
SELECT 'word', y.typname, e.enumlabel, e.enumsortorder::text
FROM pg_enum AS e INNER JOIN pg_type AS y ON y.oid = e.enumtypid WHERE y.typnamespace = 'stripe_svc'::regnamespace
UNION ALL
SELECT 'domain', y.typname, y.typbasetype::regtype::text, pg_get_constraintdef(n.oid)
FROM pg_type AS y LEFT JOIN pg_constraint AS n ON n.contypid = y.oid
WHERE y.typnamespace = 'stripe_svc'::regnamespace AND y.typtype = 'd'
UNION ALL
SELECT 'schema', n.nspname, '', n.nspacl::text FROM pg_namespace AS n WHERE n.nspname = 'stripe_svc'
"""

# Whatever is in schema public, of all kinds of things that can be in one.
IN_PUBLIC = """
SELECT c.relname FROM pg_class AS c WHERE c.relnamespace = 'public'::regnamespace
UNION ALL SELECT p.proname FROM pg_proc AS p WHERE p.pronamespace = 'public'::regnamespace
UNION ALL SELECT y.typname FROM pg_type AS y WHERE y.typnamespace = 'public'::regnamespace
UNION ALL SELECT o.oprname FROM pg_operator AS o WHERE o.oprnamespace = 'public'::regnamespace
"""


def test_its_schema_is_that_of_a_new_database(server: postgres.Server, template: str, db: psycopg.Connection) -> None:
    with cloned_database(server, template) as url, psycopg.connect(url) as new:
        expected = set(new.execute(SCHEMA))

    found = set(db.execute(SCHEMA))

    assert {kind for kind, *_ in expected} == {
        *("column", "relation", "constraint", "index", "trigger", "function", "word", "domain", "schema")
    }
    assert found == expected


def test_nothing_of_ours_is_left_in_schema_public(db: psycopg.Connection) -> None:
    assert db.execute(IN_PUBLIC).fetchall() == []


def test_the_teams_own_tables_in_schema_public_are_left_alone(old_url: str) -> None:
    with psycopg.connect(old_url, autocommit=True) as db:
        db.execute("CREATE TABLE public.orders_of_the_team AS SELECT 7 AS id")
        # As the first release's migrations did with every table that there was.
        db.execute("GRANT SELECT ON public.orders_of_the_team TO stripe_svc_app")
        db.execute("CREATE FUNCTION public.price_of_the_team() RETURNS integer LANGUAGE sql AS 'SELECT 7'")
        db.execute("CREATE FUNCTION public.order_history(text) RETURNS integer LANGUAGE sql AS 'SELECT 8'")
        db.execute("INSERT INTO public.schema_migrations VALUES ('20200101000000')")

        upgrade(old_url)

        assert rows_of(db, "public") == {
            "orders_of_the_team": [("(7)",)],
            "schema_migrations": [("(20200101000000)",)],
        }
        assert db.execute("SELECT public.price_of_the_team()").fetchone() == (7,)
        assert db.execute("SELECT public.order_history('A-1')").fetchone() == (8,)
        readable = "SELECT has_table_privilege('stripe_svc_app', 'public.orders_of_the_team', 'SELECT')"
        assert db.execute(readable).fetchone() == (False,)
        assert db.execute("SELECT count(*) FROM stripe_svc.schema_migrations").fetchone() == (6,)


@pytest.mark.parametrize(
    ("made", "dropped", "named"),
    [
        (
            "CREATE VIEW public.paid_orders AS SELECT id FROM public.orders WHERE status = 'paid'",
            "DROP VIEW public.paid_orders",
            "view paid_orders depends on table orders",
        ),
        (
            "CREATE TABLE public.parcels (id bigint REFERENCES public.orders (id))",
            "DROP TABLE public.parcels",
            "constraint parcels_id_fkey on table parcels depends on table orders",
        ),
        (
            "CREATE VIEW public.due AS SELECT public.access_ends(o.access_until, true, 3) FROM public.orders AS o",
            "DROP VIEW public.due",
            "view due depends on function access_ends",
        ),
        (
            "ALTER TABLE public.orders ADD COLUMN parcel text",
            "ALTER TABLE public.orders DROP COLUMN parcel",
            "column parcel of table orders",
        ),
        (
            "CREATE FUNCTION public.audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';"
            "CREATE TRIGGER audited AFTER UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.audit()",
            "DROP TRIGGER audited ON public.orders",
            "trigger audited of table orders",
        ),
    ],
)
def test_what_the_team_made_of_the_old_tables_stops_it_by_name_and_nothing_is_changed(
    old_url: str, capfd: pytest.CaptureFixture[str], made: str, dropped: str, named: str
) -> None:
    with psycopg.connect(old_url, autocommit=True) as db:
        db.execute(made.encode())
        before = rows_of(db, "public"), sorted(db.execute(IN_PUBLIC))

        with pytest.raises(SystemExit):
            upgrade(old_url)

        assert named in capfd.readouterr().err
        assert (rows_of(db, "public"), sorted(db.execute(IN_PUBLIC))) == before

        db.execute(dropped.encode())
        upgrade(old_url)
        assert rows_of(db, "public") == {}
    assert verify_books(old_url) == []


def test_a_new_installation_leaves_tables_of_the_same_names_alone(server: postgres.Server, template: str) -> None:
    """`template` is an empty database here, as the team's server may have one already."""
    create_database(server, "shop")
    with psycopg.connect(server.url("shop"), autocommit=True) as db:
        for table in ("orders", "customers", "stripe_events"):
            db.execute(sql.SQL("CREATE TABLE public.{} AS SELECT 'ours' AS status").format(sql.Identifier(table)))
        db.execute("CREATE TABLE public.schema_migrations (version bigint PRIMARY KEY, dirty boolean)")
        db.execute("INSERT INTO public.schema_migrations VALUES (1, false)")
        db.execute("CREATE TYPE public.order_status AS ENUM ('new')")
        db.execute("CREATE FUNCTION public.derive_order() RETURNS integer LANGUAGE sql AS 'SELECT 7'")
        before = rows_of(db, "public"), sorted(db.execute(IN_PUBLIC))

        upgrade(server.url("shop"))

        assert (rows_of(db, "public"), sorted(db.execute(IN_PUBLIC))) == before
        deliver_to(server.url("shop"), event(COMPLETED, new_session(db)))
        assert db.execute("SELECT status FROM stripe_svc.orders").fetchall() == [("paid",)]
    assert verify_books(server.url("shop")) == []


# However `make migrate` is run.


def test_migrating_again_changes_nothing(database_url: str, db: psycopg.Connection) -> None:
    before = rows_of(db, "stripe_svc"), set(db.execute(SCHEMA))

    migrate(database_url)

    assert (rows_of(db, "stripe_svc"), set(db.execute(SCHEMA))) == before


def test_an_owner_who_is_no_superuser_migrates_too(server: postgres.Server, template: str) -> None:
    with psycopg.connect(server.url(), autocommit=True) as db:
        db.execute("CREATE ROLE team LOGIN")
    create_database(server, "of_the_team", owner="team")
    url = server.url("of_the_team").replace("//postgres@", "//team@")
    load_dump(url)

    upgrade(url)

    assert verify_books(url) == []
    with psycopg.connect(url) as db:
        assert db.execute(IN_PUBLIC).fetchall() == []


def test_two_who_migrate_at_once_end_like_one(old_url: str, db: psycopg.Connection) -> None:
    at_once([lambda: migrate(old_url)] * 2)

    with psycopg.connect(old_url) as migrated:
        found, expected = rows_of(migrated, "stripe_svc"), rows_of(db, "stripe_svc")
        assert set(migrated.execute(SCHEMA)) == set(db.execute(SCHEMA))
    # These two carry the time of the migration.
    assert [len(tables.pop("subscription_refetches")) for tables in (found, expected)] == [1, 1]
    assert found == expected


def test_an_interrupted_backfill_goes_on_where_it_was(old_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Meanwhile the service takes events: it need not wait for the past."""
    monkeypatch.setattr(backfill, "BATCH", 100)
    with (
        psycopg.connect(old_url, autocommit=True) as db,
        psycopg.connect(old_url) as holder,
        ThreadPoolExecutor(1) as pool,
    ):
        run_dbmate(old_url, "migrate")
        # One of the second hundred.
        holder.execute(
            "SELECT FROM stripe_events WHERE id = (SELECT id FROM stripe_events WHERE status = 'processed' "
            "AND payload IS NOT NULL ORDER BY id OFFSET 150 LIMIT 1) FOR UPDATE"
        )
        migrating = pool.submit(migrate, old_url)
        wait_until_blocked(db)

        assert count_facts(db) == 100
        deliver_to(old_url, event(COMPLETED, new_session(db)))
        db.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0"
        )
        with pytest.raises(psycopg.OperationalError):
            migrating.result()
        assert count_facts(db) == 101  # the new event's, too
        assert {rule for rule, *_ in verify_books(old_url)} >= {"event_without_facts"}
        holder.rollback()

        migrate(old_url)

        assert count_facts(db) == ANSWERS["events"]["processed"] + 1
    assert verify_books(old_url) == []
