-- Purpose: the subscriptions of which only Stripe can say how they stand: two reports of one second disagree.
-- Rows: one for each, the latest first, so that old ones which Stripe refuses never stand in the way of new ones; reported_at is that second, since 1970.
SELECT s.id, extract(epoch FROM s.reported_at)::bigint AS reported_at
FROM subscriptions AS s
WHERE s.is_ambiguous
ORDER BY s.reported_at DESC
LIMIT 20
