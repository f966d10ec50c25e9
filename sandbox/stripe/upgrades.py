"""What a file of an earlier local Stripe needs around `schema.sql`, which then makes the rest.

SQLite cannot change a UNIQUE constraint or a reference in place, so a table is set aside and filled in again.
"""

import sqlite3

# From before endpoints were objects: there were URLs only, all of them from --forward-to.
TAKE_OLD_DELIVERIES = """
    PRAGMA foreign_keys = OFF;
    BEGIN IMMEDIATE;
    CREATE TEMP TABLE old_endpoints AS
    SELECT 'we_1' || substr(lower(hex(randomblob(12))), 1, 23) AS id, url, created FROM endpoints;
    CREATE TEMP TABLE old_deliveries AS
    SELECT d.id, d.event_id, e.id AS destination, d.url, {copy} AS copy, d.state, d.tries,
           d.first_due_at, d.next_due_at, d.claimed_until
    FROM deliveries AS d JOIN old_endpoints AS e ON e.url = d.url;
    DROP TABLE deliveries;
    DROP TABLE endpoints;
"""
PUT_OLD_DELIVERIES = """
    INSERT INTO objects (id, object, created, body, private)
    SELECT id, 'webhook_endpoint', created,
           json_object('id', id, 'object', 'webhook_endpoint', 'api_version', NULL, 'application', NULL,
                       'created', created, 'description', NULL, 'enabled_events', json_array('*'),
                       'livemode', json('false'), 'metadata', json_object(), 'status', 'enabled', 'url', url),
           json_object('secret', '', 'forward_to', json('true'))
    FROM old_endpoints;
    INSERT INTO deliveries (id, event_id, destination, url, copy, state, tries, first_due_at, next_due_at,
                            claimed_until)
    SELECT * FROM old_deliveries;
    DROP TABLE old_endpoints;
    DROP TABLE old_deliveries;
    COMMIT;
    PRAGMA foreign_keys = ON;
"""

# From before deliveries could be dropped or lost.
WIDEN_OLD_SWITCHES = """
    ALTER TABLE delivery_switches ADD COLUMN "drop" integer NOT NULL DEFAULT 0 CHECK ("drop" BETWEEN 0 AND 100);
    ALTER TABLE delivery_switches ADD COLUMN lose integer NOT NULL DEFAULT 0 CHECK (lose BETWEEN 0 AND 100);
    ALTER TABLE delivery_switches
    ADD COLUMN rolled_secret integer NOT NULL DEFAULT 0 CHECK (rolled_secret IN (0, 1));
"""

# From before anything but sessions had a time of its own.
ADD_DUE_TIMES = """
    DROP INDEX IF EXISTS objects_open_sessions;
    ALTER TABLE objects ADD COLUMN due_at real;
    UPDATE objects SET due_at = json_extract(body, '$.expires_at')
    WHERE object = 'checkout.session' AND json_extract(body, '$.status') = 'open';
"""


# From before there were test clocks.
ADD_TEST_CLOCKS = """
    DROP INDEX IF EXISTS objects_by_due;
    ALTER TABLE objects ADD COLUMN test_clock text;
"""


def around(schema: str, db: sqlite3.Connection) -> str:
    """The script that makes the file's schema the present one: the schema alone, for a new file or a present one."""
    deliveries, switches, objects = (_columns(db, name) for name in ("deliveries", "delivery_switches", "objects"))
    if deliveries and "destination" not in deliveries:
        copy = "d.copy" if "copy" in deliveries else "0"
        schema = TAKE_OLD_DELIVERIES.format(copy=copy) + schema + PUT_OLD_DELIVERIES
    if switches and "drop" not in switches:
        schema = WIDEN_OLD_SWITCHES + schema
    if objects and "test_clock" not in objects:
        schema = ADD_TEST_CLOCKS + schema
    if objects and "due_at" not in objects:
        schema = ADD_DUE_TIMES + schema
    return schema


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    return [row["name"] for row in db.execute(f"PRAGMA table_info ({table})")]
