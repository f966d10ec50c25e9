-- Purpose: years of business: orders that were paid, each with its attempt, session, payment, transition, and its two
--          events, whose payloads have been purged. Each tenth is of a subscription with an invoice and a customer, each
--          tenth was partly refunded, on request, and disputed.
-- As at Stripe, ids of events and payments grow with time, those of sessions are random.
-- Parameters: first, the id of the first order; orders, how many. Triggers are off: no event is behind this.
SET LOCAL session_replication_role = replica;

INSERT INTO orders (
    id, status, amount_paid, access_granted, mode, currency, amount_subtotal, line_items, reference,
    customer_reference, client, created_at
)
OVERRIDING SYSTEM VALUE
SELECT
    :'first'::bigint + i, 'paid', 1998, true, 'payment', 'eur', 1998,
    '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', 'cart-' || (:'first'::bigint + i),
    'customer-' || ((:'first'::bigint + i) / 3), 'bench', now() - interval '1 year'
FROM generate_series(0, :'orders'::bigint - 1) AS series (i);

INSERT INTO checkout_attempts (id, order_id, request, session_id, url, expires_at, ended_at, end_reason)
SELECT
    gen_random_uuid(), :'first'::bigint + i,
    '{"mode": "payment", "currency": "eur", "client_reference_id": "100000000000"}',
    'cs_test_' || md5((:'first'::bigint + i)::text), 'https://checkout.stripe.com/c/pay/' || md5(i::text),
    now(), now(), 'expired'
FROM generate_series(0, :'orders'::bigint - 1) AS series (i);

INSERT INTO payments (
    id, status, currency, amount, amount_received, charge_id, checkout_attempt_id, created_at
)
SELECT
    'pi_' || (:'first'::bigint + i), 'succeeded', 'eur', 1998, 1998,
    'ch_' || (:'first'::bigint + i), gen_random_uuid(), now() - interval '1 year'
FROM generate_series(0, :'orders'::bigint - 1) AS series (i);

INSERT INTO checkout_sessions (
    id, order_id, status, payment_status, mode, currency, amount_subtotal, amount_total, checkout_attempt_id,
    payment_intent_id, created_at
)
SELECT
    'cs_test_' || md5((:'first'::bigint + i)::text), :'first'::bigint + i, 'complete', 'paid', 'payment', 'eur',
    1998, 1998, gen_random_uuid(), 'pi_' || (:'first'::bigint + i), now() - interval '1 year'
FROM generate_series(0, :'orders'::bigint - 1) AS series (i);

INSERT INTO stripe_events (id, type, status, object_id, api_version, livemode, created_at, source, processed_at)
SELECT
    'evt_' || (:'first'::bigint + i) || kind.suffix, kind.type, 'processed', kind.object_id, '2026-10-28.endive', false,
    now(), 'webhook', now()
FROM generate_series(0, :'orders'::bigint - 1) AS series (i)
CROSS JOIN LATERAL (
    VALUES
    ('payment_intent.succeeded', 'a', 'pi_' || (:'first'::bigint + i)),
    ('checkout.session.completed', 'b', 'cs_test_' || md5((:'first'::bigint + i)::text))
) AS kind (type, suffix, object_id);

INSERT INTO order_transitions (order_id, from_status, to_status, event_id, source)
SELECT
    :'first'::bigint + i, 'pending', 'paid', 'evt_' || (:'first'::bigint + i) || 'b', 'webhook'
FROM generate_series(0, :'orders'::bigint - 1) AS series (i);

INSERT INTO customers (reference, request, stripe_customer_id)
SELECT 'customer-' || (:'first'::bigint + i), '{"email": "buyer@example.com"}', 'cus_' || (:'first'::bigint + i)
FROM generate_series(0, :'orders'::bigint - 1, 10) AS series (i);

INSERT INTO subscriptions (
    id, status, reported_at, current_period_start, current_period_end, customer_id, checkout_attempt_id, created_at
)
SELECT
    'sub_' || (:'first'::bigint + i), 'active', now(), now(), now() + interval '1 month',
    'cus_' || (:'first'::bigint + i), gen_random_uuid(), now()
FROM generate_series(0, :'orders'::bigint - 1, 10) AS series (i);

INSERT INTO invoices (
    id, status, currency, amount_paid, billing_reason, paid_through, subscription_id, customer_id, payment_intent_id,
    created_at
)
SELECT
    'in_' || (:'first'::bigint + i), 'paid', 'eur', 1998, 'subscription_create', now() + interval '1 month',
    'sub_' || (:'first'::bigint + i), 'cus_' || (:'first'::bigint + i),
    'pi_' || (:'first'::bigint + i), now()
FROM generate_series(0, :'orders'::bigint - 1, 10) AS series (i);

UPDATE orders
SET mode = 'subscription', access_until = now() + interval '1 month', access_has_grace = true
WHERE id >= :'first'::bigint AND id < :'first'::bigint + :'orders'::bigint AND (id - :'first'::bigint) % 10 = 0;

UPDATE checkout_sessions
SET mode = 'subscription', payment_intent_id = NULL, subscription_id = 'sub_' || order_id
WHERE
    order_id >= :'first'::bigint AND order_id < :'first'::bigint + :'orders'::bigint
    AND (order_id - :'first'::bigint) % 10 = 0;

INSERT INTO refund_requests (
    order_id, payment_intent_id, amount, currency, client, idempotency_key, request_fingerprint, refund_id, refund_status
)
SELECT
    :'first'::bigint + i, 'pi_' || (:'first'::bigint + i), 100, 'eur', 'bench',
    'refund-' || (:'first'::bigint + i), '', 're_' || (:'first'::bigint + i), 'succeeded'
FROM generate_series(1, :'orders'::bigint - 1, 10) AS series (i);

INSERT INTO refunds (id, status, amount, currency, payment_intent_id, charge_id, created_at)
SELECT
    're_' || (:'first'::bigint + i), 'succeeded', 100, 'eur', 'pi_' || (:'first'::bigint + i),
    'ch_' || (:'first'::bigint + i), now()
FROM generate_series(1, :'orders'::bigint - 1, 10) AS series (i);

INSERT INTO disputes (
    id, status, amount, currency, reason, funds_withdrawn, funds_reinstated, payment_intent_id, charge_id, created_at
)
SELECT
    'du_' || (:'first'::bigint + i), 'won', 1998, 'eur', 'fraudulent', true, true,
    'pi_' || (:'first'::bigint + i), 'ch_' || (:'first'::bigint + i), now()
FROM generate_series(1, :'orders'::bigint - 1, 10) AS series (i);
