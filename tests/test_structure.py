"""The rules of the code's structure that a reader relies on, read from the code itself."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from stripe_svc import dao
from stripe_svc.handlers import HANDLERS
from tests.service import ROOT

SERVICE = sorted(ROOT.glob("stripe_svc/**/*.py"))
SANDBOX = sorted(ROOT.glob("sandbox/**/*.py"))
SQL_FILES = sorted(ROOT.glob("sql/**/*.sql"))
QUERIES = sorted(path.stem for path in ROOT.glob("sql/queries/*.sql"))
FUNCTIONS = sorted(ROOT.glob("sql/functions/**/*.sql"))
MIGRATIONS = "\n".join(path.read_text() for path in sorted(ROOT.glob("sql/migrations/*.sql")))
# The names of what is in the service's schema.
OBJECTS = {
    "TABLE": set(re.findall(r"^CREATE (?:TABLE|VIEW) stripe_svc\.(\w+)", MIGRATIONS, re.MULTILINE)),
    "TYPE": set(re.findall(r"^CREATE (?:TYPE|DOMAIN) stripe_svc\.(\w+)", MIGRATIONS, re.MULTILINE)),
    "FUNCTION": {path.stem for path in FUNCTIONS} | {"fold"},
}

# What a layer may import of stripe_svc. Everything points one way: routes -> services, handlers -> dao -> queries.
PLAIN = {"errors", "logs", "currencies"}
LAYERS = {
    "routes": PLAIN | {"routes", "services", "handlers", "models", "stripe_api"},
    # dao, database: services open transactions; stripe_api: checkouts ask Stripe.
    "services": PLAIN | {"services", "handlers", "dao", "database", "models", "queries", "stripe_api"},
    "handlers": {"handlers", "errors"},
    "dao": {"database", "queries"},
    "database": {"errors", "queries"},
    "queries": set[str](),
    "models": {"currencies"},
    "openapi": {"errors", "models"},
    "stripe_api": {"errors"},
    "settings": set[str](),
    "errors": set[str](),
    "logs": set[str](),
    "currencies": set[str](),
    "gunicorn_worker": set[str](),
    # How the journal of the first release gets its facts: a part of migrating.
    "backfill": {"errors", "handlers", "queries"},
    "migrate": {"backfill", "queries", "settings"},
    "verify": {"queries", "settings"},
    # The two ways to start it: as a web application, and as the worker beside that.
    "app": PLAIN | {"database", "openapi", "routes", "settings", "stripe_api"},
    "worker": PLAIN | {"database", "services", "settings", "stripe_api"},
}
# What a handler's result may not depend on.
IMPURE = {
    *("psycopg", "psycopg_pool", "stripe", "flask", "requests", "urllib", "urllib3", "http", "socket", "ssl"),
    *("time", "random", "secrets", "os", "sys", "pathlib", "subprocess", "threading", "logging"),
}
# Nor on the clock or the zone of whoever runs it: datetime is there to convert Stripe's times, and for nothing else.
CLOCK = {"now", "today", "utcnow", "fromtimestamp", "utcfromtimestamp", "astimezone"}
# The two edges that must not die, and why each catches everything.
CATCH_ALL = {
    # An event that fails, however it does, is journalled and answered 500.
    "stripe_svc/services/events.py": 1,
    # A question to Stripe that fails, however it does, waits; the worker goes on with the next one.
    "stripe_svc/worker.py": 1,
}
# Nothing here: a setting that somebody else reads is one that nobody checks.
ENVIRONMENT = {
    "stripe_svc/settings.py",
    # Passes the whole environment on to dbmate, with the database's address in it.
    "stripe_svc/migrate.py",
}
SQL = re.compile(
    r"\b(SELECT\b.+\bFROM|INSERT\s+INTO|UPDATE\s+[\w.]+\s+(AS\s+\w+\s+)?SET|DELETE\s+FROM|"
    r"CREATE\s+(OR\s+REPLACE\s+)?(TABLE|DATABASE|ROLE|FUNCTION|INDEX|SCHEMA|TYPE|VIEW|TRIGGER)|"
    r"(ALTER|DROP)\s+(TABLE|DATABASE|ROLE|FUNCTION|INDEX|SCHEMA|TYPE|VIEW|TRIGGER)|TRUNCATE|GRANT\s+\w+\s+(ON|TO)|"
    r"SELECT\s+[\w.]+\(|SET\s+(LOCAL|SESSION)|BEGIN|COMMIT|ROLLBACK|LISTEN|NOTIFY)\b",
    re.DOTALL,
)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), str(path))


def imports(path: Path) -> Iterator[str]:
    """The full names of what a module imports, wherever in it: stripe_svc.dao, psycopg.rows."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)


def layer(path: Path) -> str:
    return path.relative_to(ROOT / "stripe_svc").parts[0].removesuffix(".py")


def ours(name: str) -> str | None:
    """stripe_svc.routes.problems -> routes"""
    parts = name.split(".")
    return parts[1] if parts[0] == "stripe_svc" and len(parts) > 1 else None


@pytest.mark.parametrize("path", SERVICE, ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    if path.name == "__init__.py" and path.parent.name == "stripe_svc":
        assert list(imports(path)) == []
        return
    imported = {found for name in imports(path) if (found := ours(name))}

    assert not any(name.startswith(".") for name in imports(path)), "a relative import hides where it leads"
    assert imported <= LAYERS[layer(path)], f"{name_of(path)} is in {layer(path)}"


def test_layers_have_no_cycle() -> None:
    """The table above is itself one-way, but for what is of one layer."""
    done: set[str] = set()
    while remaining := LAYERS.keys() - done:
        free = {name for name in remaining if LAYERS[name] - {name} <= done}
        assert free, f"a cycle among {remaining}"
        done |= free


@pytest.mark.parametrize("path", [path for path in SERVICE if layer(path) == "handlers"], ids=name_of)
def test_handlers_are_pure(path: Path) -> None:
    assert {name.split(".")[0] for name in imports(path)} & IMPURE == set()
    called = {ast.unparse(node.func) for node in ast.walk(tree(path)) if isinstance(node, ast.Call)}
    assert called & {"open", "print", "input", "exec", "eval", "__import__"} == set()
    assert not {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)} & CLOCK


def test_every_handler_is_a_plain_function_of_the_event() -> None:
    for handler in HANDLERS.values():
        assert list(inspect.signature(handler).parameters) == ["event"]
        assert handler.__doc__


def test_only_stripe_api_imports_stripe() -> None:
    importing = [name_of(path) for path in SERVICE if "stripe" in {name.split(".")[0] for name in imports(path)}]

    assert importing == ["stripe_svc/stripe_api.py"]


def test_only_services_open_transactions() -> None:
    opening = {
        layer(path)
        for path in SERVICE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"transaction", "autocommit", "commit", "rollback"}
        # database.py makes transaction() out of psycopg's.
        and layer(path) != "database"
    }

    # The backfill belongs to `make migrate`: a batch of events is a transaction.
    assert opening == {"services", "backfill"}


def test_no_transaction_spans_a_call_to_stripe() -> None:
    """A lock that waits for somebody else's network is held for as long as that takes."""
    for path in SERVICE:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.With) and re.search(
                r"\.(transaction|autocommit)\(", ast.unparse(node.items[0].context_expr)
            ):
                called = {ast.unparse(call.func) for call in ast.walk(node) if isinstance(call, ast.Call)}
                assert not any(name.startswith("stripe.") for name in called), name_of(path)


def test_only_settings_read_the_environment() -> None:
    reading = {
        name_of(path)
        for path in [*SERVICE, ROOT / "wsgi.py", ROOT / "gunicorn.conf.py"]
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.Attribute) and node.attr in {"environ", "environb", "getenv"} and is_os(node.value))
        or (isinstance(node, ast.ImportFrom) and node.module in {"os", "dotenv"})
    }

    assert reading <= ENVIRONMENT


def test_the_service_and_the_sandbox_do_not_know_each_other() -> None:
    for path in SERVICE:
        assert {name.split(".")[0] for name in imports(path)} & {"sandbox", "tests"} == set(), name_of(path)
    for path in SANDBOX:
        known = {name.split(".")[0] for name in imports(path)}
        assert "tests" not in known, name_of(path)
        # The local Stripe and the shop are outsiders: what they know of the service, any shop and Stripe know.
        if path.is_relative_to(ROOT / "sandbox" / "stripe") or path.is_relative_to(ROOT / "sandbox" / "shop"):
            assert "stripe_svc" not in known, name_of(path)


# --- SQL ---


# Statements of its own that the sandbox runs, and why they are not in sql/.
SANDBOX_SQL = {
    # The local Stripe's memory is SQLite; its tables are in sandbox/stripe/schema.sql.
    "sandbox/stripe/": "SQLite",
}


@pytest.mark.parametrize("path", SERVICE + SANDBOX, ids=name_of)
def test_there_is_no_sql_in_python(path: Path) -> None:
    if not name_of(path).startswith(tuple(SANDBOX_SQL)):
        assert [text for text in texts(path) if SQL.search(text)] == []


@pytest.mark.parametrize("exempt", SANDBOX_SQL)
def test_an_exemption_is_still_needed(exempt: str) -> None:
    found = [text for path in SANDBOX if name_of(path).startswith(exempt) for text in texts(path)]

    assert any(SQL.search(text) for text in found)


def test_sql_in_python_would_be_found() -> None:
    for text in (
        "SELECT 1 FROM x",
        "INSERT INTO x",
        "UPDATE orders\nSET x = 1",
        "UPDATE stripe_svc.orders AS o SET x = 1",
        "SELECT f(1)",
        "SELECT stripe_svc.f(1)",
        "ALTER FUNCTION f() OWNER TO x",
        "SET LOCAL x",
        "COMMIT",
    ):
        assert SQL.search(text)


def test_every_query_has_its_function_and_every_function_its_query() -> None:
    functions = [
        name for name, value in vars(dao).items() if inspect.isfunction(value) and value.__module__ == dao.__name__
    ]

    assert sorted(functions) == QUERIES
    verbs = {name.partition("_")[0] for name in QUERIES}
    assert verbs <= {"insert", "get", "list", "receive", "record", "claim", "end"}


def test_every_dao_function_takes_the_connection_first_and_runs_its_own_query() -> None:
    for node in tree(ROOT / "stripe_svc" / "dao.py").body:
        if isinstance(node, ast.FunctionDef):
            assert node.args.args[0].arg == "conn"
            used = {key.value for key in ast.walk(node) if isinstance(key, ast.Constant) and key.value in QUERIES}
            assert used == {node.name}


@pytest.mark.parametrize("path", SQL_FILES, ids=name_of)
def test_an_sql_file_opens_with_what_it_does(path: Path) -> None:
    if path.parent.name == "migrations":
        assert path.read_text().startswith("-- migrate:up\n")
        return
    if path.name == "schema.sql":  # generated
        return
    comment = re.match(r"(?:--.*\n)+", path.read_text())
    assert comment
    assert comment[0].startswith("-- Purpose: ")
    if path.parent.name == "queries" or not re.search(r"RETURNS trigger", path.read_text()):
        assert "\n-- Rows: " in comment[0]
    if path.parent.name == "ops":
        assert all(f"\n-- {word}: " in comment[0] for word in ("When", "Run", "Safe", "Expect"))


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_is_one_statement(name: str) -> None:
    code = re.sub(r"--.*", "", (ROOT / "sql" / "queries" / f"{name}.sql").read_text())

    assert ";" not in re.sub(r"'[^']*'", "", code)


@pytest.mark.parametrize("path", FUNCTIONS, ids=name_of)
def test_a_function_has_a_file_of_its_name(path: Path) -> None:
    """With the triggers that call it; a merge_…() with the aggregate fold() of the same facts."""
    text = path.read_text()

    assert path.parent.name in {"receive", "facts", "orders", "access", "guards"}
    assert re.findall(r"^CREATE OR REPLACE FUNCTION ([\w.]+)\(", text, re.MULTILINE) == [f"stripe_svc.{path.stem}"]
    aggregates = re.findall(
        r"^CREATE OR REPLACE AGGREGATE stripe_svc\.fold\((\S+)\) \(\n    SFUNC = (\S+), STYPE = (\S+)\n\);",
        text,
        re.MULTILINE,
    )
    if path.stem.startswith("merge_"):
        [(folded, merge, state)] = aggregates
        assert (merge, state) == (f"stripe_svc.{path.stem}", folded)
    called = re.findall(r"^CREATE OR REPLACE TRIGGER [^;]+\sEXECUTE FUNCTION ([\w.]+)\(\);", text, re.MULTILINE)
    assert set(called) <= {f"stripe_svc.{path.stem}"}
    made = re.findall(r"^(?:CREATE|ALTER|DROP|GRANT|REVOKE) (?:OR REPLACE )?[^\n]*", text, re.MULTILINE)
    about_itself = [line for line in made if re.match(rf"REVOKE ALL ON FUNCTION stripe_svc\.{path.stem}\(", line)]
    assert len(made) == 1 + len(aggregates) + len(called) + len(about_itself)


def test_a_trigger_function_is_called_by_its_triggers_only() -> None:
    for path in FUNCTIONS:
        assert ("RETURNS trigger" in path.read_text()) == ("CREATE OR REPLACE TRIGGER" in path.read_text()), path


@pytest.mark.parametrize("path", [path for path in SQL_FILES if path.name != "schema.sql"], ids=name_of)
def test_statements_name_the_services_schema(path: Path) -> None:
    """What else the database holds, and whatever search_path somebody has set, is nothing to them.

    This is what can be read. test_sql_files.py has PostgreSQL look at all of it but the statements in PL/pgSQL, which
    test_plpgsql_check.py does.
    """
    if path.name != "20261125120100_take_over_first_release.sql":  # it is about the tables in schema public
        assert unqualified(path.read_text()) == []


def test_a_name_without_its_schema_would_be_found() -> None:
    for text, found in {
        "SELECT * FROM orders AS o": "orders",
        "SELECT 1 FROM a JOIN payments AS p ON true": "payments",
        "UPDATE public.orders SET x = 1": "orders",
        "INSERT INTO refunds (id) VALUES (1)": "refunds",
        "SELECT derive_order(o) FROM stripe_svc.orders AS o": "derive_order",
        "SELECT x::order_status": "order_status",
        "SELECT jsonb_populate_record(NULL::disputes, x)": "disputes",
    }.items():
        assert unqualified(text) == [found]
    assert unqualified("WITH payments AS (SELECT 1) SELECT 'FROM orders', payments.id FROM payments -- orders(") == []


def unqualified(text: str) -> list[str]:
    """The tables, types and functions of ours that a file names without their schema, or with another one."""
    code = re.sub(r"--[^\n]*|'(?:[^']|'')*'", "", text)
    # What WITH makes hides a table of that name.
    made_by_with = set(re.findall(r"(?:\bWITH|,)\s+(\w+)(?:\s*\([\w\s,]*\))?\s+AS\s+\(", code))
    tables, types = OBJECTS["TABLE"] - made_by_with, OBJECTS["TYPE"] | OBJECTS["TABLE"]
    places = [
        (tables, r"\b(?:FROM|JOIN|INTO|UPDATE|TABLE|ONLY) (?:(?!stripe_svc\b)\w+\.)?({})\b(?!\.)"),
        (types, r"::(?:(?!stripe_svc\b)\w+\.)?({})\b"),
        (OBJECTS["FUNCTION"], r"(?<!\bstripe_svc\.)\b({})\("),
    ]
    return [name for names, place in places for name in re.findall(place.format("|".join(sorted(names))), code)]


# --- habits ---


@pytest.mark.parametrize("path", SERVICE, ids=name_of)
def test_nothing_catches_everything_but_the_edges(path: Path) -> None:
    broad = [
        node
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (
            node.type is None or {"Exception", "BaseException"} & {ast.unparse(part) for part in ast.walk(node.type)}
        )
    ]

    assert len(broad) == CATCH_ALL.get(name_of(path), 0)


@pytest.mark.parametrize("path", SERVICE + SANDBOX + sorted(ROOT.glob("tests/**/*.py")), ids=name_of)
def test_a_file_is_named_after_what_it_holds(path: Path) -> None:
    assert path.stem.strip("_") not in {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}
    assert ast.get_docstring(tree(path)) or path.name == "__init__.py"


def is_os(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "os"


def texts(path: Path) -> Iterator[str]:
    """The texts in a module's code, f-strings included; docstrings are not code."""
    module = tree(path)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(module)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value
