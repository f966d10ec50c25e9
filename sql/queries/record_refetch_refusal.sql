-- Purpose: notes that Stripe refused to answer: it is not asked again until a new event marks the subscription again.
-- Rows: none.
UPDATE stripe_svc.subscription_refetches AS r
SET last_error = left(:'error', 2000), refused_at = now()
WHERE r.subscription_id = :'subscription_id'
