-- The local Stripe's whole state. SQLite in WAL mode: it survives restarts and kill -9, and two processes may
-- share one file.

-- Every API object, events included, as the JSON that the API answers. `seq` is the order of creation, which
-- is the order of every list; `test_clock` is whose time it lives in, if not everybody's; `parent` ties line items to
-- their session or invoice; `private` is what Stripe remembers about an object without showing it; `due_at` is when
-- time will change it: a session expires, a subscription renews.
CREATE TABLE IF NOT EXISTS objects (
    seq     integer PRIMARY KEY AUTOINCREMENT,
    id      text NOT NULL UNIQUE,
    object  text NOT NULL,
    parent  text,
    created integer NOT NULL,
    due_at  real,
    test_clock text,
    body    text NOT NULL CHECK (json_valid(body)),
    private text NOT NULL DEFAULT '{}' CHECK (json_valid(private))
) STRICT;
CREATE INDEX IF NOT EXISTS objects_by_kind ON objects (object, seq);
CREATE INDEX IF NOT EXISTS objects_by_parent ON objects (parent, seq) WHERE parent IS NOT NULL;
CREATE INDEX IF NOT EXISTS objects_by_due ON objects (test_clock, due_at, seq) WHERE due_at IS NOT NULL;

-- The answer to each request that carried an Idempotency-Key, written in the transaction that did its work.
CREATE TABLE IF NOT EXISTS idempotent_answers (
    key         text PRIMARY KEY,
    fingerprint text NOT NULL,
    request_id  text NOT NULL,
    status      integer NOT NULL,
    body        text NOT NULL,
    created     integer NOT NULL
) STRICT;

-- How far the local Stripe's time is ahead of the computer's (POST /_sandbox/clock).
CREATE TABLE IF NOT EXISTS clock (
    only_row      integer PRIMARY KEY DEFAULT 1 CHECK (only_row = 1),
    ahead_seconds integer NOT NULL DEFAULT 0 CHECK (ahead_seconds >= 0)
) STRICT;
INSERT OR IGNORE INTO clock DEFAULT VALUES;

-- How deliveries misbehave on request (POST /_sandbox/deliveries); for every process that shares the file.
CREATE TABLE IF NOT EXISTS delivery_switches (
    only_row      integer PRIMARY KEY DEFAULT 1 CHECK (only_row = 1),
    duplicate     integer NOT NULL DEFAULT 0 CHECK (duplicate BETWEEN 0 AND 5),
    delay_ms      integer NOT NULL DEFAULT 0 CHECK (delay_ms BETWEEN 0 AND 60000),
    shuffle       integer NOT NULL DEFAULT 0 CHECK (shuffle IN (0, 1)),
    "drop"        integer NOT NULL DEFAULT 0 CHECK ("drop" BETWEEN 0 AND 100),
    lose          integer NOT NULL DEFAULT 0 CHECK (lose BETWEEN 0 AND 100),
    rolled_secret integer NOT NULL DEFAULT 0 CHECK (rolled_secret IN (0, 1))
) STRICT;
INSERT OR IGNORE INTO delivery_switches DEFAULT VALUES;

-- One event on its way to one destination, which is a webhook endpoint or a `stripe listen`; more than once when
-- duplicates are asked for. Written in the transaction that created the event (an outbox), so no event is lost. The URL
-- is kept here because an endpoint can be deleted. `is_dropped` leaves out the first try. `claimed_until` is set while a
-- process is sending it, in the computer's time; a crash lets it lapse.
CREATE TABLE IF NOT EXISTS deliveries (
    id            integer PRIMARY KEY AUTOINCREMENT,
    event_id      text NOT NULL REFERENCES objects (id),
    destination   text NOT NULL,
    url           text NOT NULL,
    copy          integer NOT NULL DEFAULT 0,
    state         text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'succeeded', 'failed')),
    is_dropped    integer NOT NULL DEFAULT 0 CHECK (is_dropped IN (0, 1)),
    tries         integer NOT NULL DEFAULT 0,
    first_due_at  real NOT NULL,
    next_due_at   real NOT NULL,
    claimed_until real,
    UNIQUE (event_id, destination, copy)
) STRICT;
CREATE INDEX IF NOT EXISTS deliveries_by_destination ON deliveries (destination, next_due_at) WHERE state = 'pending';

-- What each attempt met: an HTTP status and the start of the answer, or no status and the reason.
CREATE TABLE IF NOT EXISTS attempts (
    id          integer PRIMARY KEY AUTOINCREMENT,
    delivery_id integer NOT NULL REFERENCES deliveries (id),
    at          real NOT NULL,
    status      integer,
    answer      text NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS attempts_by_delivery ON attempts (delivery_id, id);
