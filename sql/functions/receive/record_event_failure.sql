-- Purpose: journals that an event could not be processed, and why.
-- Why: what it had done was rolled back; this runs in a transaction of its own, so that the failure can be seen and the
--      event run again. If another copy has processed the event meanwhile, that stands and nothing is written.
-- Rows: one number, the attempts so far; NULL if the event was processed meanwhile.
CREATE OR REPLACE FUNCTION stripe_svc.record_event_failure(incoming stripe_svc.incoming_events)
RETURNS bigint
LANGUAGE sql
AS $$
    INSERT INTO stripe_svc.stripe_events AS e (
        id, type, status, last_error, object_id, api_version, livemode, account, created_at, source, payload
    )
    VALUES (
        incoming.id, incoming.type, 'failed', left(incoming.error, 2000), incoming.object_id, incoming.api_version,
        incoming.livemode, incoming.account, incoming.created_at, incoming.source, incoming.payload
    )
    ON CONFLICT (id) DO UPDATE
    SET status = 'failed', processed_at = NULL, attempts = e.attempts + 1, last_error = excluded.last_error
    WHERE e.status IN ('failed', 'quarantined')
    RETURNING attempts
$$;

REVOKE ALL ON FUNCTION stripe_svc.record_event_failure(stripe_svc.incoming_events) FROM PUBLIC;
