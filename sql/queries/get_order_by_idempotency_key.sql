-- Purpose: finds the order that a client created with an idempotency key.
-- Rows: its id and whether the request was the same; none if the key is free.
SELECT
    o.id,
    o.request_fingerprint = :'request_fingerprint'::bytea AS same_request
FROM stripe_svc.orders AS o
WHERE o.client = :'client' AND o.idempotency_key = :'idempotency_key'
