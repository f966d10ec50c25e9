-- Purpose: ends an attempt whose session we expired at Stripe; a new checkout gets a new one.
-- Why: the order's status waits for Stripe's event, but nobody is to be sent to a dead page until then.
-- Rows: none.
UPDATE stripe_svc.checkout_attempts
SET ended_at = now(), end_reason = 'expired'
WHERE id = :'attempt_id'::uuid AND ended_at IS NULL
