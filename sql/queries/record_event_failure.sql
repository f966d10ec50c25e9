-- Purpose: journals that an event could not be processed, unless another copy of it was, meanwhile.
-- Rows: one: the attempts so far; NULL if the event was processed.
SELECT record_event_failure(
    event_id => :'event_id',
    event_type => :'event_type',
    object_id => nullif(:'object_id', ''),
    api_version => nullif(:'api_version', ''),
    livemode => :'livemode'::boolean,
    account => nullif(:'account', ''),
    created_at => to_timestamp(:'created'::bigint),
    source => :'source',
    payload => :'payload'::json,
    error => :'error'
) AS attempts
