-- Purpose: how far along its life a subscription with this status is.
-- Why: none ever goes back a phase: it is incomplete once only, at its beginning, and its end is final. So reports of two
--      phases tell by themselves which came later.
-- Rows: one text: incomplete, alive or ended.
CREATE OR REPLACE FUNCTION stripe_svc.subscription_phase(status stripe_svc.subscription_status)
RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
    SELECT CASE
        WHEN status = 'incomplete' THEN 'incomplete'
        WHEN stripe_svc.subscription_has_ended(status) THEN 'ended'
        ELSE 'alive'
    END
$$;
