-- Purpose: what a customer may use now, and until when, and their subscriptions that have not ended.
-- Why: apps ask this on every page view. One query, by the index on customer_reference.
-- Rows: one. until is NULL without a grant, and where a grant does not end; grants: the longest first.
WITH own AS (
    SELECT o.*, stripe_svc.access_ends(o.access_until, o.access_has_grace, :'access_grace_days'::integer) AS ends_at
    FROM stripe_svc.orders AS o
    WHERE o.customer_reference = :'customer_reference' AND (o.access_granted OR o.mode = 'subscription')
),

grants AS (
    SELECT o.id, o.reference, o.mode, o.ends_at
    FROM own AS o
    WHERE o.access_granted AND coalesce(o.ends_at > now(), true)
),

subscribed AS (
    SELECT DISTINCT s.id, o.id AS order_id, s.status, s.current_period_end, s.trial_end, s.cancel_at
    FROM own AS o
    INNER JOIN stripe_svc.checkout_sessions AS c ON c.order_id = o.id
    INNER JOIN stripe_svc.subscriptions AS s ON s.id = c.subscription_id
    WHERE o.mode = 'subscription' AND NOT stripe_svc.subscription_has_ended(s.status)
)

SELECT
    :'customer_reference' AS customer_reference,
    EXISTS (SELECT FROM grants) AS granted,
    (SELECT g.ends_at FROM grants AS g ORDER BY g.ends_at DESC NULLS FIRST LIMIT 1) AS until,
    coalesce(
        (
            SELECT json_agg(
                json_build_object('order_id', g.id, 'reference', g.reference, 'mode', g.mode, 'until', g.ends_at)
                ORDER BY g.ends_at DESC NULLS FIRST, g.id
            )
            FROM grants AS g
        ),
        '[]'
    ) AS grants,
    coalesce(
        (
            SELECT json_agg(
                json_build_object(
                    'id', s.id, 'order_id', s.order_id, 'status', s.status, 'current_period_end', s.current_period_end,
                    'trial_end', s.trial_end, 'cancel_at', s.cancel_at
                )
                ORDER BY s.order_id, s.id
            )
            FROM subscribed AS s
        ),
        '[]'
    ) AS subscriptions
