-- Purpose: ends an attempt that Stripe refused; the next one gets a new idempotency key.
-- Rows: none.
UPDATE stripe_svc.checkout_attempts
SET ended_at = now(), end_reason = left(:'reason', 500)
WHERE id = :'attempt_id'::uuid AND ended_at IS NULL AND session_id IS NULL
