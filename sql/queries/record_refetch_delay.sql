-- Purpose: has Stripe asked again in a second: by its clock the one that the reports disagree on was not over yet.
-- Rows: none.
UPDATE stripe_svc.subscription_refetches AS r
SET attempts = r.attempts - 1, next_attempt_at = now() + interval '1 second'
WHERE r.subscription_id = :'subscription_id' AND r.attempts > 0
