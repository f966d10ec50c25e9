-- Purpose: a subscription of an order of ours.
-- Rows: one; none if there is no such subscription, or it is nobody's order.
SELECT s.id, c.order_id, s.status, s.current_period_end, s.cancel_at, s.ended_at
FROM subscriptions AS s
INNER JOIN checkout_sessions AS c ON c.subscription_id = s.id
WHERE s.id = :'subscription_id'
ORDER BY c.created_at
LIMIT 1
