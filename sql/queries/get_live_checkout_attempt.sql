-- Purpose: the attempt of an order that is under way: with a session when Stripe's answer is known.
-- Rows: one; none if there is none.
SELECT
    a.id,
    a.request,
    a.session_id,
    a.url,
    a.expires_at
FROM stripe_svc.checkout_attempts AS a
WHERE a.order_id = :'order_id'::bigint AND a.ended_at IS NULL
