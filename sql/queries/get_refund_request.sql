-- Purpose: finds what a client asked to be refunded with an idempotency key, and what became of it.
-- Why: Stripe's answer may have been lost while its event came: then that is the answer. Stripe keeps an idempotency
--      key for 24 hours; a try that is nearly as old must not be repeated under the same one. A try with a new key waits
--      until no request with the old one can be under way any more: two keys at once would be two refunds.
-- Rows: one; none if the key is free. refund_id and status are NULL while no answer is known.
SELECT
    q.id,
    q.order_id,
    q.payment_intent_id AS payment_intent,
    q.amount,
    q.currency,
    q.reason,
    q.tries,
    q.refusal,
    q.created_at,
    q.request_fingerprint = :'request_fingerprint'::bytea AS same_request,
    q.tried_at < now() - interval '23 hours' AS outdated,
    CASE WHEN q.tries > 1 THEN greatest(0, ceil(120 - extract(epoch FROM now() - q.tried_at)))::bigint ELSE 0 END AS wait_seconds,
    coalesce(q.refund_id, r.id) AS refund_id,
    coalesce(r.status::text, q.refund_status) AS status
FROM stripe_svc.refund_requests AS q
LEFT JOIN stripe_svc.refunds AS r ON r.refund_request_id = q.id OR r.id = q.refund_id
WHERE q.client = :'client' AND q.idempotency_key = :'idempotency_key'
ORDER BY r.created_at, r.id
LIMIT 1
