-- Purpose: journals that an event could not be processed, unless another copy of it was, meanwhile.
-- Rows: one: the attempts so far; NULL if the event was processed.
INSERT INTO stripe_svc.incoming_events (
    id, type, object_id, api_version, livemode, account, created_at, source, payload, error
)
VALUES (
    :'event_id', :'event_type', nullif(:'object_id', ''), nullif(:'api_version', ''), :'livemode'::boolean,
    nullif(:'account', ''), to_timestamp(:'created'::bigint), :'source', :'payload'::json, :'error'
)
RETURNING attempts
