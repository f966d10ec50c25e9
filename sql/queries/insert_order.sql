-- Purpose: creates an order, unless this client has used this idempotency key before.
-- Rows: the new order's id; none if the key is taken (get_order_by_idempotency_key finds whose it is).
INSERT INTO stripe_svc.orders (
    mode, currency, amount_subtotal, line_items, trial_period_days, reference, customer_reference, customer_email, success_url,
    cancel_url, metadata, client, idempotency_key, request_fingerprint
)
VALUES (
    :'mode', :'currency', nullif(:'amount_subtotal', '')::bigint, :'line_items'::jsonb,
    nullif(:'trial_period_days', '')::bigint, nullif(:'reference', ''),
    nullif(:'customer_reference', ''), nullif(:'customer_email', ''), nullif(:'success_url', ''),
    nullif(:'cancel_url', ''), :'metadata'::jsonb, :'client', nullif(:'idempotency_key', ''),
    nullif(:'request_fingerprint', '')::bytea
)
ON CONFLICT (client, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
RETURNING id
