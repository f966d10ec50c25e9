-- Purpose: orders that wait for their payment, with the checkout attempts of their sessions: what events are about.
-- Parameters: first, the id of the first one; orders, how many. An attempt's id ends in its order's.
INSERT INTO stripe_svc.orders (id, mode, currency, amount_subtotal, line_items, customer_reference, client)
OVERRIDING SYSTEM VALUE
SELECT
    :'first'::bigint + i, 'payment', 'eur', 1998, '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]',
    'customer-' || (:'first'::bigint + i), 'bench'
FROM generate_series(0, :'orders'::bigint - 1) AS series (i);

INSERT INTO stripe_svc.checkout_attempts (id, order_id, request, session_id, url, expires_at, created_at)
SELECT
    ('00000000-0000-4000-8000-' || o.id)::uuid, o.id,
    '{"mode": "payment", "currency": "eur", "client_reference_id": "100000000000"}',
    'cs_test_' || md5(o.id::text), 'https://checkout.stripe.com/c/pay/' || md5(o.id::text), now() + interval '1 day',
    now()
FROM stripe_svc.orders AS o
WHERE o.id >= :'first'::bigint AND o.id < :'first'::bigint + :'orders'::bigint;
