-- Purpose: whether the schema is the one that this code was written for, and what waits to be processed.
-- Rows: one.
SELECT
    coalesce(max(m.version), 'none') AS schema_version,
    (SELECT count(*) FROM stripe_svc.stripe_events AS e WHERE e.status = 'failed') AS failed_events,
    (
        SELECT coalesce(extract(EPOCH FROM now() - min(e.received_at)), 0)::bigint
        FROM stripe_svc.stripe_events AS e WHERE e.status = 'failed'
    ) AS oldest_failed_event_seconds
FROM stripe_svc.schema_migrations AS m
