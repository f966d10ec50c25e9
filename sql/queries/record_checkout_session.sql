-- Purpose: notes Stripe's answer to an attempt. Writing the same answer again changes nothing.
-- Rows: the attempt's id; none if it ended meanwhile: its session must not be handed out beside another one.
UPDATE stripe_svc.checkout_attempts
SET session_id = :'session_id', url = :'url', expires_at = to_timestamp(:'expires_at'::bigint)
WHERE
    id = :'attempt_id'::uuid
    AND ended_at IS NULL
    AND (session_id IS NULL OR session_id = :'session_id')
RETURNING id
