-- Purpose: until when a subscription gives access, by what was paid for it and what Stripe says of it.
-- Why: subscribed_access() takes the best of an order's subscriptions; the application adds the grace, a setting, and compares
--      with the clock. A period that was refunded or disputed gives nothing, and no grace after it either.
-- Rows: one. access_until is NULL if there is none; access_has_grace: a renewal may still be paid after that moment.
CREATE OR REPLACE FUNCTION stripe_svc.subscription_access(
    subscription_id text, paid_through timestamptz, revoked_through timestamptz
)
RETURNS TABLE (access_until timestamptz, access_has_grace boolean)
LANGUAGE sql STABLE
AS $$
    SELECT
        -- least() passes over NULL: what is not covered at all has no access either when it ends.
        CASE WHEN covered.until IS NOT NULL THEN least(covered.until, s.cancel_at, s.ended_at) END,
        s.status IN ('trialing', 'active', 'past_due')
            AND coalesce(s.cancel_at > covered.until, true)
            AND s.pause_behavior IS DISTINCT FROM 'void'
            AND coalesce(revoked_through <= paid_through, revoked_through IS NULL)
    FROM stripe_svc.subscriptions AS s
    CROSS JOIN LATERAL (
        SELECT CASE
            WHEN s.status IN ('incomplete', 'incomplete_expired') THEN NULL
            WHEN s.status = 'trialing' THEN s.trial_end
            -- What is not collected for a while is given for free; not so a period whose money went back.
            WHEN s.status = 'active' AND s.pause_behavior IN ('keep_as_draft', 'mark_uncollectible')
                AND coalesce(revoked_through < s.current_period_end, true) THEN s.current_period_end
            -- A change to shorter periods may be heard of before its invoice.
            WHEN paid_through IS NOT NULL THEN least(paid_through, s.current_period_end)
        END AS until
    ) AS covered
    WHERE s.id = subscription_access.subscription_id
$$;
