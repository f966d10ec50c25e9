-- Purpose: gives one verified event its effect, exactly once (sql/functions/receive_event.sql says how).
-- Rows: one: processed, duplicate, ignored or quarantined.
SELECT receive_event(
    event_id => :'event_id',
    event_type => :'event_type',
    object_id => nullif(:'object_id', ''),
    api_version => nullif(:'api_version', ''),
    livemode => :'livemode'::boolean,
    account => nullif(:'account', ''),
    created_at => to_timestamp(:'created'::bigint),
    source => :'source',
    payload => :'payload'::json,
    facts => nullif(:'facts', '')::jsonb,
    quarantine_reason => nullif(:'quarantine_reason', '')
) AS outcome
