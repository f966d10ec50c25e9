"""Whether this process can do its work, and whether events wait for somebody to look at them."""

from typing import Any

from stripe_svc import dao
from stripe_svc.database import Database
from stripe_svc.queries import SQL_DIR

# Stripe's first retries come within minutes. What still fails after this needs a person.
MAX_FAILING_SECONDS = 3600

_EXPECTED_SCHEMA = max(path.name.partition("_")[0] for path in (SQL_DIR / "migrations").glob("*.sql"))


def get_readiness(database: Database) -> dict[str, Any]:
    """`{status: ok | schema_outdated | events_failing, schema_version, failed_events, oldest_failed_event_seconds}`.

    A schema newer than this code is fine: every migration works with the release before it. Raises DatabaseBusy.
    """
    with database.autocommit() as conn:
        report = dao.get_readiness(conn)
    status = "ok"
    if report["oldest_failed_event_seconds"] > MAX_FAILING_SECONDS:
        status = "events_failing"
    if report["schema_version"] < _EXPECTED_SCHEMA:
        status = "schema_outdated"
    return {"status": status, **report}
