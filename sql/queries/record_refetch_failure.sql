-- Purpose: notes that Stripe could not be asked, or its answer not be taken; the next attempt waits twice as long.
-- Why: 5 seconds after the first, an hour at most. A fifth of it is by chance, so that many do not come back at once.
-- Rows: none.
UPDATE stripe_svc.subscription_refetches AS r
SET
    last_error = left(:'error', 2000),
    next_attempt_at = now()
        + least(interval '5 seconds' * power(2, least(r.attempts, 20) - 1), interval '1 hour') * (0.9 + 0.2 * random())
WHERE r.subscription_id = :'subscription_id'
