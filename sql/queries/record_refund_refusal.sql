-- Purpose: notes that Stripe refused a refund: it no longer counts as under way.
-- Rows: none.
UPDATE stripe_svc.refund_requests
SET refused_at = now(), refusal = left(:'reason', 500)
WHERE id = :'request_id'::uuid AND refund_id IS NULL AND refused_at IS NULL
