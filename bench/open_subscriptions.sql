-- Purpose: turns orders of open_orders.sql into orders of subscriptions whose first invoice has not been paid yet: what
--          invoice events are about.
-- Parameters: first, the id of the first one; orders, how many. Triggers are off: no event is behind this.
SET LOCAL session_replication_role = replica;

UPDATE stripe_svc.orders
SET mode = 'subscription', status = 'paying'
WHERE id >= :'first'::bigint AND id < :'first'::bigint + :'orders'::bigint;

INSERT INTO stripe_svc.checkout_sessions (
    id, order_id, status, payment_status, mode, currency, amount_subtotal, amount_total, checkout_attempt_id,
    subscription_id, customer_id, created_at
)
SELECT
    a.session_id, a.order_id, 'complete', 'paid', 'subscription', 'eur', 1998, 1998, a.id, 'sub_' || a.order_id,
    'cus_' || a.order_id, now()
FROM stripe_svc.checkout_attempts AS a
WHERE a.order_id >= :'first'::bigint AND a.order_id < :'first'::bigint + :'orders'::bigint;

INSERT INTO stripe_svc.subscriptions (
    id, status, reported_at, current_period_start, current_period_end, customer_id, checkout_attempt_id, created_at
)
SELECT
    'sub_' || a.order_id, 'active', now() - interval '1 minute', now(), now() + interval '1 month', 'cus_' || a.order_id,
    a.id, now()
FROM stripe_svc.checkout_attempts AS a
WHERE a.order_id >= :'first'::bigint AND a.order_id < :'first'::bigint + :'orders'::bigint;
