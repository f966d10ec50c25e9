"""`make migrate`: tables by dbmate, then the rules in sql/functions/, which are applied anew each time.

In a database of the first release the journal then gets the facts that its payloads tell. `--dump-schema`
(`make schema`) writes sql/schema.sql as well.
"""

import os
import subprocess
import sys
from pathlib import Path

import psycopg

from stripe_svc.backfill import backfill_facts
from stripe_svc.queries import SQL_DIR
from stripe_svc.settings import DatabaseSettings, load_settings

MIGRATIONS_TABLE = "stripe_svc.schema_migrations"


def main() -> None:
    url = load_settings(DatabaseSettings).database_url
    migrate(url)
    if "--dump-schema" in sys.argv[1:]:
        run_dbmate(url, "dump", "--", "--schema=stripe_svc")
    print("The schema is up to date.")


def migrate(url: str) -> None:
    """Brings the database's tables and rules up to date. Several at once wait for each other."""
    run_dbmate(url, "--migration-lock", "migrate", "--strict")
    apply_functions(url)
    backfill_facts(url)


def run_dbmate(url: str, *arguments: str) -> None:
    """Runs dbmate from the same environment as this Python. Ends the program with its status if it fails."""
    # dbmate's driver insists on TLS unless told otherwise; libpq, and so the service, takes what the server offers.
    with psycopg.connect(url) as connection:
        sslmode = "require" if connection.pgconn.ssl_in_use else "disable"
    if "sslmode=" not in url:
        url += f"{'&' if '?' in url else '?'}sslmode={sslmode}"
    command = [
        str(Path(sys.executable).parent / "dbmate"),
        "--no-dump-schema" if "dump" not in arguments else "--wait",
        "--migrations-dir",
        str(SQL_DIR / "migrations"),
        "--migrations-table",
        MIGRATIONS_TABLE,
        "--schema-file",
        str(SQL_DIR / "schema.sql"),
        *arguments,
    ]
    # The URL holds a password: it goes through the environment, not the process list.
    status = subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode
    if status:
        raise SystemExit(status)


def apply_functions(url: str) -> None:
    """Applies every file of sql/functions/ in one transaction: the rules change together or not at all."""
    # Guards come last: the conditions of their triggers call functions.
    files = sorted((SQL_DIR / "functions").rglob("*.sql"), key=lambda path: (path.parent.name == "guards", path))
    with psycopg.connect(url, options="-c search_path=pg_catalog") as connection:
        for path in [SQL_DIR / "lock_functions.sql", *files]:
            connection.execute(path.read_bytes())


if __name__ == "__main__":
    main()
