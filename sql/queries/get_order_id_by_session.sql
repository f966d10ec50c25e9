-- Purpose: the order that a Checkout Session belongs to, whether we know the session from Stripe's answer or from an event.
-- Rows: one; none if it is not ours.
SELECT a.order_id
FROM stripe_svc.checkout_attempts AS a
WHERE a.session_id = :'session_id'
UNION
SELECT s.order_id
FROM stripe_svc.checkout_sessions AS s
INNER JOIN stripe_svc.checkout_attempts AS a ON a.id = s.checkout_attempt_id AND a.order_id = s.order_id
WHERE s.id = :'session_id'
