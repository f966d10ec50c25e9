-- Purpose: lets another try follow one that Stripe failed to carry out or may have forgotten.
-- Why: many may ask for it at once; only the first moves on, so that all make the same next try.
-- Rows: none.
UPDATE stripe_svc.refund_requests
SET tries = tries + 1, tried_at = now()
WHERE id = :'request_id'::uuid AND tries = :'tries'::bigint AND refund_id IS NULL AND refused_at IS NULL
