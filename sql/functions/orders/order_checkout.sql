-- Purpose: an order's newest Checkout Session, as the API shows it.
-- Why: our attempt says which session there is, the facts say how it stands; either may be known first.
-- Rows: one: {session_id, url, status, expires_at}; NULL before Stripe answered. The url works only while it is open.
CREATE OR REPLACE FUNCTION stripe_svc.order_checkout(order_id bigint)
RETURNS TABLE (checkout json)
LANGUAGE sql STABLE
AS $$
    SELECT json_build_object(
        'session_id', newest.session_id,
        'url', CASE WHEN newest.status = 'open' THEN newest.url END,
        'status', newest.status,
        'expires_at', newest.expires_at
    )
    FROM (
        SELECT
            coalesce(a.session_id, s.id) AS session_id,
            a.url,
            coalesce(s.status::text, CASE WHEN a.ended_at IS NULL AND a.expires_at > now() THEN 'open' ELSE 'expired' END) AS status,
            a.expires_at
        FROM stripe_svc.checkout_attempts AS a
        LEFT JOIN stripe_svc.checkout_sessions AS s ON s.checkout_attempt_id = a.id AND s.order_id = a.order_id
        WHERE a.order_id = order_checkout.order_id AND (a.session_id IS NOT NULL OR s.id IS NOT NULL)
        ORDER BY a.created_at DESC, a.id
        LIMIT 1
    ) AS newest
$$;
