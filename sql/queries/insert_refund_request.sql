-- Purpose: notes that we are about to ask Stripe for a refund, unless this client has used this key before.
-- Rows: the request's id; none if the key is taken.
INSERT INTO stripe_svc.refund_requests (
    order_id, payment_intent_id, amount, currency, reason, client, idempotency_key, request_fingerprint
)
VALUES (
    :'order_id'::bigint, :'payment_intent_id', :'amount'::bigint, :'currency', nullif(:'reason', ''), :'client',
    :'idempotency_key', :'request_fingerprint'::bytea
)
ON CONFLICT (client, idempotency_key) DO NOTHING
RETURNING id
