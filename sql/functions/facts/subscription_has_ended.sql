-- Purpose: whether a subscription with this status has ended for good.
-- Rows: one boolean.
CREATE OR REPLACE FUNCTION stripe_svc.subscription_has_ended(status stripe_svc.subscription_status)
RETURNS boolean
LANGUAGE sql IMMUTABLE
AS $$
    SELECT status IN ('canceled', 'incomplete_expired')
$$;
