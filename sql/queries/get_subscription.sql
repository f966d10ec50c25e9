-- Purpose: a subscription of an order of ours.
-- Rows: one; none if there is no such subscription, or it is nobody's order.
SELECT s.id, c.order_id, s.status, stripe_svc.subscription_has_ended(s.status) AS has_ended
FROM stripe_svc.subscriptions AS s
INNER JOIN stripe_svc.checkout_sessions AS c ON c.subscription_id = s.id
WHERE s.id = :'subscription_id'
ORDER BY c.created_at
LIMIT 1
