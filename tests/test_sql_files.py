"""sql/ in psql: an operator gets what the application gets. And sql/schema.sql and sql/README.md are true."""

import csv
import io
import json
import re
import subprocess
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.rows import dict_row

from sandbox import postgres
from stripe_svc import dao, queries
from stripe_svc.database import Connection
from tests.conftest import cloned_database
from tests.service import ROOT
from tests.stripe_events import event, insert_attempt, insert_order, new_session
from tests.test_settlement import COMPLETED

SQL_DIR = ROOT / "sql"
README = (SQL_DIR / "README.md").read_text()
FILES = {path.stem: path for path in sorted((SQL_DIR / "queries").glob("*.sql"))}
# All that are statements, whoever runs them.
STATEMENTS = sorted(
    f"{room}/{path.name}" for room in ("queries", "ops", "backfill") for path in (SQL_DIR / room).glob("*.sql")
)
ODD = ["o'1", "\\", "\\'; SELECT 1; --", '"', "%s %(x)s", ":'x' :x", "$1 $$", "é💶", "a\tb", "{}", "''"]

Deliver = Callable[[dict[str, Any]], str]
Values = dict[str, str]


@pytest.fixture
def filled(db: psycopg.Connection, deliver: Deliver) -> Values:
    """A database in which something has happened, and a value for each parameter (`file.parameter`: in that file)."""
    paid = new_session(db, subscription="sub_1")
    deliver(event(COMPLETED, paid))
    order_id = insert_order(db, amount=None)
    attempt_id = insert_attempt(db, order_id)
    db.execute(
        "UPDATE orders SET reference = 'A-1', idempotency_key = 'k-1', request_fingerprint = '\\x00ff' WHERE id = %s",
        [order_id],
    )
    with db.transaction():
        # Attempts cannot be rewritten, not even by a superuser, unless triggers are switched off.
        db.execute("SET LOCAL session_replication_role = replica")
        db.execute("UPDATE checkout_attempts SET created_at = now() - interval '2 days' WHERE id <> %s", [attempt_id])
        db.execute(
            "INSERT INTO subscriptions (id, status, reported_at, is_ambiguous, created_at)"
            " VALUES ('sub_1', 'active', now(), true, now())"
        )
        db.execute("INSERT INTO subscription_refetches (subscription_id, attempts) VALUES ('sub_1', 1)")
    db.execute(
        "INSERT INTO refund_requests (order_id, payment_intent_id, amount, currency, client, idempotency_key, "
        "request_fingerprint) VALUES (%s, %s, 500, 'eur', 'tests', 'k-1', '\\x00ff')",
        [paid["client_reference_id"], paid["payment_intent"]],
    )
    fresh = event(COMPLETED, new_session(db))
    db.execute("INSERT INTO customers (reference, request, stripe_customer_id) VALUES ('user-7', '{}', 'cus_1')")
    return {
        "insert_order.idempotency_key": "k-2",
        "insert_checkout_attempt.order_id": str(insert_order(db)),
        "end_checkout_attempts.order_id": paid["client_reference_id"],
        "insert_refund_request.idempotency_key": "k-2",
        "insert_refund_request.reason": "duplicate",
        "list_refundable_payments.order_id": paid["client_reference_id"],
        "insert_customer.customer_reference": "user-8",
        "access_grace_days": "3",
        "account": "",
        "amount": "500",
        "after": "",
        "amount_subtotal": "1998",
        "api_version": "2026-10-28.endive",
        "attempt_id": attempt_id,
        "cancel_url": "",
        "client": "tests",
        "created": "1700000000",
        "currency": "eur",
        "customer_email": "buyer@example.com",
        "customer_id": str(uuid.uuid4()),
        "customer_reference": "user-7",
        "error": "it's broken",
        "event_id": fresh["id"],
        "event_type": COMPLETED,
        "expires_at": "1700000000",
        "facts": "",
        "idempotency_key": "k-1",
        "limit": "20",
        "line_items": '[{"name": "Tea", "unit_amount": 999, "quantity": 2}]',
        "livemode": "false",
        "metadata": '{"note": "o\'1"}',
        "mode": "payment",
        "object_id": "",
        "order_id": str(order_id),
        "payload": json.dumps(fresh),
        "payment_intent_id": paid["payment_intent"],
        "personal": "",
        "quarantine_reason": "",
        "reason": "Stripe said no",
        "reference": "A-1",
        "refund_id": "re_1",
        "request": "{}",
        "request_fingerprint": "\\x00ff",
        "request_id": str(uuid.uuid4()),
        "session_id": paid["id"],
        "source": "webhook",
        "status": "pending",
        "stripe_customer_id": "cus_2",
        "subscription_id": "sub_1",
        "success_url": "",
        "trial_period_days": "",
        "tries": "1",
        "url": "https://checkout.example.com/c/pay",
    }


# They write, and return nothing.
NO_ROWS = {
    *("insert_customer", "record_customer", "record_customer_refusal"),
    *("record_checkout_refusal", "record_order_amount", "record_checkout_expiry"),
    *("record_refund", "record_refund_refusal", "record_refund_try"),
    *("record_refetch_delay", "record_refetch_failure", "record_refetch_refusal"),
}


def parameters(name: str) -> set[str]:
    return set(re.findall(r":'(\w+)'", FILES[name].read_text()))


def psql(server: postgres.Server, url: str, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """psql as sql/README.md calls it, with rows as CSV. No name of ours is found there without its schema."""
    return subprocess.run(
        [str(server.bin_dir / "psql"), url, "-X", "-q", "--csv", "-v", "ON_ERROR_STOP=1", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        env={"PGCLIENTENCODING": "UTF8", "PGTZ": "UTC", "PGOPTIONS": "-c search_path=pg_catalog"},
    )


def run_file(server: postgres.Server, url: str, name: str, values: Values) -> subprocess.CompletedProcess[str]:
    variables = [text for key in sorted(values) for text in ("-v", f"{key}={values[key]}")]
    return psql(server, url, *variables, "-f", str(FILES[name]))


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, str]]:
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))


def given(name: str, values: Values) -> Values:
    return {key: values.get(f"{name}.{key}", values[key]) for key in parameters(name)}


@pytest.mark.parametrize("name", FILES)
def test_a_query_runs_in_psql_with_the_services_rights(
    server: postgres.Server, app_url: str, filled: Values, name: str
) -> None:
    found = rows(run_file(server, app_url, name, given(name, filled)))

    assert (len(found) > 0) == (name not in NO_ROWS)


def test_a_missing_variable_is_an_error_and_changes_nothing(
    server: postgres.Server, app_url: str, db: psycopg.Connection, filled: Values
) -> None:
    before = everything(db)
    for name, missing in [(file, parameter) for file in FILES for parameter in parameters(file)]:
        values = {key: value for key, value in given(name, filled).items() if key != missing}

        done = run_file(server, app_url, name, values)

        assert done.returncode != 0, f"{name} without {missing}"
        assert "syntax error" in done.stderr
    assert everything(db) == before


@pytest.mark.parametrize("text", ODD)
def test_a_value_arrives_as_it_is_from_psql_and_from_the_service(
    server: postgres.Server, app_url: str, filled: Values, text: str
) -> None:
    values = filled | {
        "reference": text,
        "customer_reference": text,
        "metadata": json.dumps({"note": text}),
        "idempotency_key": "",
        "request_fingerprint": "",
        "status": "",
    }

    [made] = rows(run_file(server, app_url, "insert_order", given("insert_order", values) | {"idempotency_key": ""}))

    [by_psql] = rows(run_file(server, app_url, "list_orders", given("list_orders", values)))
    with Connection.connect(app_url, row_factory=dict_row) as conn:
        [by_service] = dao.list_orders(conn, status="", reference=text, after=None, limit=20, access_grace_days=3)
    assert by_service["id"] == int(by_psql["id"]) == int(made["id"])
    assert by_service["reference"] == by_psql["reference"] == text
    assert by_service["metadata"] == json.loads(by_psql["metadata"]) == {"note": text}


def test_the_service_runs_the_text_that_psql_runs() -> None:
    """Nothing but the parameters is translated, and the opening comment left out."""
    for name, path in FILES.items():
        statement = re.sub(r"%\((\w+)\)s", r":'\1'", dao.QUERIES[name]).replace("%%", "%")
        assert path.read_text().strip().endswith(statement)
    assert queries.translate("-- why\nSELECT ':', 5 % 2, :'a', x::text LIKE '%'") == (
        "SELECT ':', 5 %% 2, %(a)s, x::text LIKE '%%'"
    )


def test_a_file_without_its_function_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "get_nothing.sql").write_text("-- Purpose: none.\nSELECT 1\n")

    with pytest.raises(RuntimeError, match="get_nothing"):
        queries.check_names(dao.QUERIES | queries.load_queries(tmp_path), vars(dao))
    with pytest.raises(RuntimeError, match="get_order"):
        queries.check_names({name: text for name, text in dao.QUERIES.items() if name != "get_order"}, vars(dao))


def test_every_file_that_people_run_says_what_it_does_and_runs(
    server: postgres.Server, database_url: str, filled: Values
) -> None:
    """With the line that it gives itself: `Run: psql "$DATABASE_URL" -v … -f sql/ops/….sql`."""
    for path in sorted((SQL_DIR / "ops").glob("*.sql")):
        line = re.search(r"^-- Run: psql \"\$DATABASE_URL\" (.*)$", path.read_text(), re.MULTILINE)
        assert line, path
        variables = [f"{key}={filled.get(key, value)}" for key, value in re.findall(r"-v (\w+)=(\S*)", line[1])]
        done = psql(server, database_url, *(text for pair in variables for text in ("-v", pair)), "-f", str(path))
        assert done.returncode == 0, done.stderr


# --- sql/schema.sql ---


def test_the_schema_file_is_what_migrations_and_functions_make(
    server: postgres.Server, template: str, database_url: str
) -> None:
    """Compared in the catalog: another version's pg_dump writes other lines for the same schema."""
    dumped = (SQL_DIR / "schema.sql").read_text()
    # psql's own commands, and session settings that an older server need not know.
    statements = re.sub(r"^(\\.*|SET \w+ = .*;|SELECT pg_catalog\.set_config.*;)$", "", dumped, flags=re.MULTILINE)
    with cloned_database(server, "template0") as url, psycopg.connect(url, autocommit=True) as conn:
        conn.execute("SET check_function_bodies = false")
        conn.execute(statements.encode())
        from_file = catalog(conn)
    with psycopg.connect(database_url) as conn:
        from_migrations = catalog(conn)

    for kind, objects in from_migrations.items():
        assert objects, kind
        assert simplified(from_file[kind]) == simplified(objects), f"{kind}: run make schema"


# With all names qualified. What a table has in which order does not matter: columns are compared by name.
CATALOG = {
    "columns": """
        SELECT c.oid::regclass::text, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
            pg_get_expr(d.adbin, d.adrelid)
        FROM pg_attribute AS a
        JOIN pg_class AS c ON c.oid = a.attrelid AND c.relkind IN ('r', 'v')
            AND c.relnamespace = 'stripe_svc'::regnamespace
        LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attnum > 0 AND NOT a.attisdropped
        ORDER BY 1, 2
    """,
    # A value of a composite type or of an enum is known by its place.
    "types": """
        SELECT t.oid::regtype::text, t.typtype,
            ARRAY(SELECT e.enumlabel FROM pg_enum AS e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder),
            ARRAY(
                SELECT a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                FROM pg_attribute AS a WHERE a.attrelid = t.typrelid AND NOT a.attisdropped ORDER BY a.attnum
            )
        FROM pg_type AS t
        LEFT JOIN pg_class AS c ON c.oid = t.typrelid
        WHERE t.typnamespace = 'stripe_svc'::regnamespace AND (t.typtype = 'e' OR c.relkind = 'c')
        ORDER BY 1
    """,
    "domains": """
        SELECT oid::regtype::text, format_type(typbasetype, typtypmod), typnotnull, typdefault FROM pg_type
        WHERE typnamespace = 'stripe_svc'::regnamespace AND typtype = 'd' ORDER BY 1
    """,
    "views": """
        SELECT oid::regclass::text, pg_get_viewdef(oid) FROM pg_class
        WHERE relnamespace = 'stripe_svc'::regnamespace AND relkind = 'v' ORDER BY 1
    """,
    # Since version 18 NOT NULL is a constraint, too; "columns" has it in all versions.
    "constraints": """
        SELECT coalesce(nullif(conrelid, 0)::regclass::text, contypid::regtype::text), conname,
            pg_get_constraintdef(oid)
        FROM pg_constraint
        WHERE connamespace = 'stripe_svc'::regnamespace AND contype <> 'n' ORDER BY 1, 2
    """,
    "indexes": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'stripe_svc' ORDER BY 1",
    "functions": """
        SELECT oid::regprocedure::text, pg_get_functiondef(oid) FROM pg_proc
        WHERE pronamespace = 'stripe_svc'::regnamespace AND prokind <> 'a' ORDER BY 1
    """,
    "aggregates": """
        SELECT aggfnoid::regprocedure::text, aggtransfn::regprocedure::text, aggtranstype::regtype::text,
            aggfinalfn::oid, agginitval
        FROM pg_aggregate JOIN pg_proc AS p ON p.oid = aggfnoid
        WHERE p.pronamespace = 'stripe_svc'::regnamespace ORDER BY 1
    """,
    # Those of a view, too.
    "triggers": """
        SELECT t.tgrelid::regclass::text, t.tgname, t.tgenabled, pg_get_triggerdef(t.oid) FROM pg_trigger AS t
        JOIN pg_class AS c ON c.oid = t.tgrelid AND c.relnamespace = 'stripe_svc'::regnamespace
        WHERE NOT t.tgisinternal ORDER BY 1, 2
    """,
    "migrations": "SELECT version FROM stripe_svc.schema_migrations ORDER BY 1",
}


def catalog(conn: psycopg.Connection) -> dict[str, list[Any]]:
    conn.execute("SET search_path = pg_catalog")
    return {kind: conn.execute(query.encode()).fetchall() for kind, query in CATALOG.items()}


def test_the_schema_file_is_about_the_services_schema_only(db: psycopg.Connection) -> None:
    dumped = (SQL_DIR / "schema.sql").read_text()

    assert re.findall(r"^CREATE SCHEMA (\w+);", dumped, re.MULTILINE) == ["stripe_svc"]
    made = re.findall(
        r"^CREATE (?:UNIQUE )?(?:TABLE|VIEW|TYPE|DOMAIN|FUNCTION|AGGREGATE|SEQUENCE) (\w+)\.", dumped, re.MULTILINE
    )
    assert set(made) == {"stripe_svc"}
    elsewhere = db.execute(
        "SELECT relname FROM pg_class WHERE relnamespace NOT IN ("
        "'stripe_svc'::regnamespace, 'pg_catalog'::regnamespace, 'pg_toast'::regnamespace,"
        " 'information_schema'::regnamespace)"
    ).fetchall()
    assert elsewhere == []


def simplified(objects: list[Any]) -> list[str]:
    """Without brackets and blanks: `(a OR b) OR c` comes back from pg_dump as `a OR b OR c`."""
    return [re.sub(r"[()\s]", "", str(row)) for row in objects]


# --- names ---


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statement_means_the_same_whatever_search_path_is_set(db: psycopg.Connection, name: str) -> None:
    """PostgreSQL finds everything that it names by its schema alone, and knows the types of its parameters."""
    db.execute("SET search_path = pg_catalog")

    statement, _ = queries.number_parameters(queries.translate((SQL_DIR / name).read_text()).rstrip(";"))

    db.execute(b"PREPARE it AS " + statement)


def test_functions_find_what_they_name_whatever_search_path_is_set(db: psycopg.Connection) -> None:
    """Those in SQL as a whole, those in PL/pgSQL as far as types go: test_plpgsql_check.py has the rest."""
    db.execute("SET search_path = pg_catalog")
    db.execute("SET check_function_bodies = on")

    for path in (SQL_DIR / "functions").rglob("*.sql"):
        db.execute(path.read_bytes())


def test_a_function_that_writes_can_be_called_by_its_owner_only(db: psycopg.Connection) -> None:
    """PostgreSQL lets everybody call a new function. Nothing but receive_event() has rights of its own."""
    open_to_all = db.execute(
        "SELECT proname FROM pg_proc WHERE pronamespace = 'stripe_svc'::regnamespace AND provolatile = 'v' "
        "AND (prorettype <> 'trigger'::regtype OR prosecdef) AND has_function_privilege('public', oid, 'EXECUTE')"
    ).fetchall()
    with_rights = db.execute(
        "SELECT proname, proconfig FROM pg_proc WHERE pronamespace = 'stripe_svc'::regnamespace AND prosecdef"
    ).fetchall()

    assert open_to_all == []
    assert [(name, config[0]) for name, config in with_rights] == [
        ("receive_event", "search_path=pg_catalog, pg_temp")
    ]


# --- sql/README.md ---


@pytest.mark.parametrize("folder", ["queries", "functions", "ops"])
def test_the_runbook_names_every_file_and_no_other(folder: str) -> None:
    _, _, section = README.partition(f"\n### {folder}/\n")
    named = re.findall(r"^\| `(\w+\.sql)` \| \S", section.partition("\n##")[0], re.MULTILINE)

    assert sorted(named) == sorted(path.name for path in (SQL_DIR / folder).rglob("*.sql"))


def test_the_runbook_names_every_table_and_every_word_that_the_database_knows(db: psycopg.Connection) -> None:
    tables = db.execute(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'stripe_svc'::regnamespace"
    )
    statuses = db.execute("SELECT unnest(enum_range(NULL::stripe_svc.event_status))::text")
    reasons = re.findall(r"'(\w+_mismatch)'", (SQL_DIR / "functions" / "orders" / "session_mismatch.sql").read_text())
    rules = re.findall(r"SELECT\s+'(\w+_\w+)'", (SQL_DIR / "ops" / "verify_books.sql").read_text())
    words = [word for (word,) in statuses]
    assert words
    assert reasons
    assert rules

    documented = set(re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE))
    assert documented == {name for (name,) in tables} - {"schema_migrations"} | set(words) | set(reasons) | set(rules)


@pytest.mark.parametrize("statements", re.findall(r"```sql\n(.*?)```", README, re.DOTALL))
def test_what_the_runbook_says_to_look_at_can_be_looked_at(
    server: postgres.Server, app_url: str, filled: Values, statements: str
) -> None:
    done = psql(server, app_url, stdin=statements)

    assert done.returncode == 0, done.stderr


def test_the_lines_for_the_shell_work(server: postgres.Server, app_url: str, filled: Values) -> None:
    [block] = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)

    done = subprocess.run(
        ["sh", "-eu", "-c", block],
        cwd=ROOT,
        env={"PATH": f"{server.bin_dir}:/usr/bin:/bin", "DATABASE_URL": app_url},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


def everything(db: psycopg.Connection) -> list[Any]:
    return [
        db.execute(query.encode()).fetchall()
        for query in (
            "SELECT * FROM orders ORDER BY id",
            "SELECT * FROM checkout_attempts ORDER BY id",
            "SELECT * FROM stripe_events ORDER BY id",
        )
    ]
