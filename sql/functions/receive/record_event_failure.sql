-- Purpose: journals that an event could not be processed, and why.
-- Why: receive_event() was rolled back with everything in it; this runs in a transaction of its own, so
--      that the failure can be seen and the event run again. If another copy has processed the event
--      meanwhile, that stands and nothing is written.
-- Rows: one number, the attempts so far; NULL if the event was processed meanwhile.
CREATE OR REPLACE FUNCTION record_event_failure(
    event_id text,
    event_type text,
    object_id text,
    api_version text,
    livemode boolean,
    account text,
    created_at timestamptz,
    source text,
    payload json,
    error text
)
RETURNS bigint
LANGUAGE sql
SECURITY DEFINER
SET search_path = public, pg_temp
SET lock_timeout = '5s'
AS $$
    SELECT set_config('stripe_svc.event_id', event_id, true);

    INSERT INTO stripe_events AS e (
        id, type, status, last_error, object_id, api_version, livemode, account, created_at, source, payload
    )
    VALUES (
        event_id, event_type, 'failed', left(error, 2000), object_id, api_version, livemode, account, created_at,
        source, payload
    )
    ON CONFLICT (id) DO UPDATE
    SET attempts = e.attempts + 1, last_error = excluded.last_error
    WHERE e.status = 'failed'
    RETURNING attempts
$$;

REVOKE ALL ON FUNCTION record_event_failure(text, text, text, text, boolean, text, timestamptz, text, json, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_event_failure(text, text, text, text, boolean, text, timestamptz, text, json, text)
TO stripe_svc_app;
