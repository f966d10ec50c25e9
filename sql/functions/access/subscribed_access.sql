-- Purpose: until when the payments of an order's subscriptions give access.
-- Why: derive_order() needs the best of its subscriptions, of which there is one, or two if it was paid twice.
-- Rows: one. access_until is NULL if there is no access; access_has_grace as subscription_access() says.
CREATE OR REPLACE FUNCTION stripe_svc.subscribed_access(payments stripe_svc.order_payment[])
RETURNS TABLE (access_until timestamptz, access_has_grace boolean)
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    RETURN QUERY
    -- What each payment covers, and whether it went back or is disputed. An invoice that does not say, and a session whose
    -- invoice has not come in, cover the period in which they were made.
    WITH covering AS (
        SELECT
            p.subscription_id,
            p.refunded OR p.disputed AS revoked,
            c.until,
            -- Which was last. Times are whole seconds, so several may share one. Then the first invoice is known by its
            -- reason, and a renewal comes before a change. Of two changes the last one's period is the current one, or
            -- was over when that began: a longer one would reach into a period that nobody paid for.
            ROW(
                coalesce(i.created_at, p.created_at),
                array_position(
                    '{subscription_create,subscription_cycle,subscription_update}',
                    coalesce(i.billing_reason, 'subscription_create')
                ),
                c.until <= s.current_period_start OR c.until = s.current_period_end,
                c.until
            ) AS place
        FROM unnest(payments) AS p
        INNER JOIN stripe_svc.subscriptions AS s ON s.id = p.subscription_id
        LEFT JOIN stripe_svc.invoices AS i ON i.id = p.invoice_id AND i.status = 'paid'
        CROSS JOIN LATERAL (
            SELECT CASE
                WHEN i.paid_through IS NOT NULL THEN i.paid_through
                WHEN i.billing_reason NOT IN ('subscription_create', 'subscription_cycle') THEN NULL
                WHEN coalesce(i.created_at, s.created_at) < s.current_period_start - interval '1 hour'
                    THEN s.current_period_start
                ELSE s.current_period_end
            END AS until
        ) AS c
        WHERE p.settled
    ),

    -- The last one that was kept says until when: what was paid for before may have been credited for it, as when a
    -- year is changed to a month.
    kept AS (
        SELECT DISTINCT ON (c.subscription_id) c.*
        FROM covering AS c
        WHERE NOT c.revoked
        ORDER BY c.subscription_id, c.until IS NULL, c.place DESC
    ),

    subscribed AS (
        SELECT
            k.subscription_id,
            least(k.until, min(r.until)) AS paid_through,
            max(r.until) AS revoked_through
        FROM kept AS k
        LEFT JOIN covering AS r
            ON r.subscription_id = k.subscription_id AND r.revoked AND r.place >= k.place
        GROUP BY k.subscription_id, k.until
    )

    SELECT best.access_until, coalesce(best.access_has_grace, false)
    FROM (SELECT) AS always
    LEFT JOIN LATERAL (
        SELECT a.access_until, a.access_has_grace
        FROM subscribed AS s
        CROSS JOIN LATERAL
            stripe_svc.subscription_access(s.subscription_id, s.paid_through, s.revoked_through) AS a
        WHERE a.access_until IS NOT NULL
        ORDER BY a.access_until DESC, a.access_has_grace DESC
        LIMIT 1
    ) AS best ON true;
END
$$;
