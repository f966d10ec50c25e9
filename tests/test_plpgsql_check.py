"""plpgsql_check reads every line of the functions in PL/pgSQL.

PostgreSQL itself finds out when a line runs that a column is misspelt: `make migrate` takes such a function as it is.
https://github.com/okbob/plpgsql_check
"""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from sandbox import postgres
from stripe_svc import migrate
from stripe_svc.queries import SQL_DIR

# Where Debian and Ubuntu put a server's extensions; no wheel has this one.
EXTENSIONS = Path("/usr/share/postgresql")
PROGRAMS = Path("/usr/lib/postgresql")
# PL/pgSQL converts what is assigned, and the functions rely on it: a text becomes a word of a type, or a bigint.
MEANT = "target type is different type than source type"


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[psycopg.Connection]:
    """The service's schema on a server that has the extension. Names are found there by their schema only."""
    versions = sorted(path.parent.parent.name for path in EXTENSIONS.glob("*/extension/plpgsql_check.control"))
    if not versions:
        pytest.skip("plpgsql_check is not installed: apt-get install postgresql-15-plpgsql-check")
    with postgres.running(
        tmp_path_factory.mktemp("checked") / "postgres",
        bin_dir=PROGRAMS / versions[-1] / "bin",
        settings={"fsync": "off"},
    ) as server:
        migrate.migrate(server.url())
        with psycopg.connect(server.url(), autocommit=True, options="-c search_path=pg_catalog") as conn:
            conn.execute("CREATE EXTENSION plpgsql_check SCHEMA public")
            yield conn


def test_every_function_is_right_in_every_line(migrated: psycopg.Connection) -> None:
    assert findings(migrated) == []


def test_every_function_in_plpgsql_is_checked(migrated: psycopg.Connection) -> None:
    written = {path.stem for path in (SQL_DIR / "functions").rglob("*.sql") if "LANGUAGE plpgsql" in path.read_text()}

    assert {name for name, _ in functions(migrated)} == written


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("UPDATE stripe_svc.orders SET statsu = 'paid';", 'column "statsu" of relation "orders" does not exist'),
        ("PERFORM o.amuont FROM stripe_svc.orders AS o;", "column o.amuont does not exist"),
        ("PERFORM FROM orders;", 'relation "orders" does not exist'),
        ("PERFORM stripe_svc.settle_order('42');", "function stripe_svc.settle_order(unknown) does not exist"),
    ],
)
def test_a_misspelt_name_would_be_found(migrated: psycopg.Connection, body: str, found: str) -> None:
    with migrated.transaction(force_rollback=True):
        migrated.execute(
            f"CREATE FUNCTION stripe_svc.misspelt() RETURNS void LANGUAGE plpgsql AS $$ BEGIN {body} END $$".encode()
        )

        assert any(finding.startswith("misspelt:") and found in finding for finding in findings(migrated))


def test_a_misspelt_column_of_a_trigger_would_be_found(migrated: psycopg.Connection) -> None:
    with migrated.transaction(force_rollback=True):
        migrated.execute(
            "CREATE FUNCTION stripe_svc.misspelt() RETURNS trigger LANGUAGE plpgsql"
            " AS $$ BEGIN new.statsu := 'paid'; RETURN new; END $$"
        )
        migrated.execute(
            "CREATE TRIGGER misspelt BEFORE UPDATE ON stripe_svc.orders"
            " FOR EACH ROW EXECUTE FUNCTION stripe_svc.misspelt()"
        )

        assert any('record "new" has no field "statsu"' in finding for finding in findings(migrated))


def findings(conn: psycopg.Connection) -> list[str]:
    """What is wrong with the functions in PL/pgSQL, those of triggers for each table that they are called for."""
    found = []
    for name, calls in functions(conn):
        for function, relation in calls:
            rows = conn.execute(
                "SELECT lineno, level, message FROM public.plpgsql_check_function_tb(%s, %s, fatal_errors => false,"
                " other_warnings => true, extra_warnings => true, performance_warnings => true,"
                " security_warnings => true)",
                [function, relation],
            )
            found += [f"{name}: line {line}: {level}: {message}" for line, level, message in rows if message != MEANT]
    return found


def functions(conn: psycopg.Connection) -> list[tuple[str, list[tuple[int, int]]]]:
    """Each function with the pairs of its oid and the oid of a table whose trigger it is; 0 if it is no trigger's."""
    rows = conn.execute(
        "SELECT p.proname, array_agg(DISTINCT ARRAY[p.oid::bigint, coalesce(t.tgrelid, 0)::bigint])"
        " FROM pg_proc AS p"
        " INNER JOIN pg_language AS l ON l.oid = p.prolang AND l.lanname = 'plpgsql'"
        " LEFT JOIN pg_trigger AS t ON t.tgfoid = p.oid"
        " WHERE p.pronamespace = 'stripe_svc'::regnamespace"
        " GROUP BY p.proname ORDER BY p.proname"
    )
    return [(name, [(function, relation) for function, relation in calls]) for name, calls in rows]
