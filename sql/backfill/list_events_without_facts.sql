-- Purpose: the events of the first release whose facts are still to be read from their payloads.
-- Why: only a database that the first release began has such events; elsewhere the journal is not even read.
-- Rows: at most "limit", after the event "after"; created in seconds since 1970, the payload as text.
SELECT
    e.id, e.type, extract(epoch FROM e.created_at)::bigint AS created, e.livemode, e.api_version, e.account,
    e.payload::text AS payload
FROM stripe_svc.stripe_events AS e
WHERE
    EXISTS (SELECT FROM stripe_svc.schema_migrations AS m WHERE m.version = '20261123090000')
    AND e.id > :'after' AND e.status = 'processed' AND e.facts IS NULL AND e.payload IS NOT NULL
ORDER BY e.id
LIMIT :'limit'::integer
