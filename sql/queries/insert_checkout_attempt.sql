-- Purpose: notes that we are about to ask Stripe for a Checkout Session, unless an attempt is under way.
-- Rows: the new attempt's id; none if the order has a live one.
INSERT INTO stripe_svc.checkout_attempts (order_id, request)
VALUES (:'order_id'::bigint, :'request'::jsonb)
ON CONFLICT (order_id) WHERE ended_at IS NULL DO NOTHING
RETURNING id
