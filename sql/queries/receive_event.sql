-- Purpose: gives one verified event its effect, exactly once (sql/functions/receive/receive_event.sql says how).
-- Rows: one: processed, duplicate, ignored or quarantined.
INSERT INTO stripe_svc.incoming_events (
    id, type, object_id, api_version, livemode, account, created_at, source, payload, facts, personal, quarantine_reason
)
VALUES (
    :'event_id', :'event_type', nullif(:'object_id', ''), nullif(:'api_version', ''), :'livemode'::boolean,
    nullif(:'account', ''), to_timestamp(:'created'::bigint), :'source', :'payload'::json,
    nullif(:'facts', '')::jsonb, nullif(:'personal', '')::json, nullif(:'quarantine_reason', '')
)
RETURNING outcome
