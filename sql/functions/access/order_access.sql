-- Purpose: whether an order is to be delivered now, and until when, as the API shows it.
-- Why: access_until is a fact, the end of what was paid for; how long a late renewal is waited for is a setting, and what
--      time it is changes. So neither is in the row.
-- Rows: one: {"granted": true, "until": "2026-11-26T12:00:00+00:00"}; until is null for what does not end.
CREATE OR REPLACE FUNCTION stripe_svc.order_access(o stripe_svc.orders, grace_days integer)
RETURNS TABLE (access json)
LANGUAGE sql STABLE
AS $$
    SELECT json_build_object('granted', o.access_granted AND coalesce(ends.until > now(), true), 'until', ends.until)
    FROM (SELECT stripe_svc.access_ends(o.access_until, o.access_has_grace, grace_days) AS until) AS ends
$$;
