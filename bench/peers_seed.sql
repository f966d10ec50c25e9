-- Purpose: payable orders for a benchmark that puts the service beside others: 2,000 cents in EUR, one-time, each with
--          the attempt of its session cs_test_<id>.
-- Parameters: the ids of the first and the last order, which Python's str.format() puts in; other braces are doubled.
INSERT INTO stripe_svc.orders (id, mode, currency, amount_subtotal, line_items, client)
OVERRIDING SYSTEM VALUE
SELECT i, 'payment', 'eur', 2000, '[{{"name": "Tea", "unit_amount": 1000, "quantity": 2}}]', 'bench'
FROM generate_series({lo}::bigint, {hi}::bigint) AS series (i);

INSERT INTO stripe_svc.checkout_attempts (id, order_id, request, session_id, url, expires_at)
SELECT
    ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, i, '{{"mode": "payment", "currency": "eur"}}',
    'cs_test_' || i, 'https://checkout.stripe.com/c/pay/cs_test_' || i, now() + interval '1 day'
FROM generate_series({lo}::bigint, {hi}::bigint) AS series (i);
