-- Purpose: notes Stripe's answer to an attempt. Writing the same answer again changes nothing.
-- Rows: none.
UPDATE checkout_attempts
SET session_id = :'session_id', url = :'url', expires_at = to_timestamp(:'expires_at'::bigint)
WHERE id = :'attempt_id'::uuid AND session_id IS NULL
