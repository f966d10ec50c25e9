-- Purpose: years of business: orders that were paid, each with its attempt, session, payment, transition, and its two
--          events, of which the payloads have been purged and the facts are kept. Each tenth is of a subscription with
--          an invoice and a customer, each tenth was partly refunded, on request, and disputed.
-- As at Stripe, ids of events and payments grow with time, those of sessions are random.
-- Parameters: first, the id of the first order; orders, how many. Triggers are off: no event is behind this.
SET LOCAL session_replication_role = replica;

INSERT INTO stripe_svc.orders (
    id, status, amount_paid, access_granted, mode, currency, amount_subtotal, line_items, reference,
    customer_reference, client, created_at
)
OVERRIDING SYSTEM VALUE
SELECT
    :'first'::bigint + i, 'paid', 1998, true, 'payment', 'eur', 1998,
    '[{"name": "Tea", "quantity": 2, "unit_amount": 999}]', 'cart-' || (:'first'::bigint + i),
    'customer-' || ((:'first'::bigint + i) / 3), 'bench', now() - interval '1 year'
FROM generate_series(0, :'orders'::bigint - 1) AS series (i);

INSERT INTO stripe_svc.checkout_attempts (id, order_id, request, session_id, url, expires_at, ended_at, end_reason)
SELECT
    gen_random_uuid(), :'first'::bigint + i,
    '{"mode": "payment", "currency": "eur", "client_reference_id": "100000000000"}',
    'cs_test_' || md5((:'first'::bigint + i)::text), 'https://checkout.stripe.com/c/pay/' || md5(i::text),
    now(), now(), 'expired'
FROM generate_series(0, :'orders'::bigint - 1) AS series (i);

INSERT INTO stripe_svc.payments (
    id, status, currency, amount, amount_received, charge_id, checkout_attempt_id, created_at
)
SELECT
    'pi_' || (:'first'::bigint + i), 'succeeded', 'eur', 1998, 1998,
    'ch_' || (:'first'::bigint + i), gen_random_uuid(), now() - interval '1 year'
FROM generate_series(0, :'orders'::bigint - 1) AS series (i);

INSERT INTO stripe_svc.checkout_sessions (
    id, order_id, status, payment_status, mode, currency, amount_subtotal, amount_total, checkout_attempt_id,
    payment_intent_id, created_at
)
SELECT
    'cs_test_' || md5((:'first'::bigint + i)::text), :'first'::bigint + i, 'complete', 'paid', 'payment', 'eur',
    1998, 1998, gen_random_uuid(), 'pi_' || (:'first'::bigint + i), now() - interval '1 year'
FROM generate_series(0, :'orders'::bigint - 1) AS series (i);

INSERT INTO stripe_svc.stripe_events (
    id, type, status, object_id, api_version, livemode, created_at, source, processed_at, facts
)
SELECT
    'evt_' || (:'first'::bigint + i) || told.suffix, told.type, 'processed', told.facts #>> ARRAY[told.kind, '0', 'id'],
    '2026-10-28.endive', false, now(), 'webhook', now(), told.facts
FROM generate_series(0, :'orders'::bigint - 1) AS series (i)
CROSS JOIN LATERAL (
    VALUES
    ('payment_intent.succeeded', 'a', 'payments', jsonb_build_object(
        'payments', jsonb_build_array(jsonb_build_object(
            'id', 'pi_' || (:'first'::bigint + i), 'status', 'succeeded', 'currency', 'eur', 'amount', 1998,
            'amount_received', 1998, 'charge_id', 'ch_' || (:'first'::bigint + i),
            'checkout_attempt_id', gen_random_uuid(), 'created_at', '2025-11-25T09:00:00+00:00'
        ))
    )),
    ('checkout.session.completed', 'b', 'checkout_sessions', jsonb_build_object(
        'checkout_sessions', jsonb_build_array(jsonb_build_object(
            'id', 'cs_test_' || md5((:'first'::bigint + i)::text), 'order_id', :'first'::bigint + i,
            'created_by_us', true, 'checkout_attempt_id', gen_random_uuid(), 'status', 'complete',
            'payment_status', 'paid', 'async_payment_failed', false, 'mode', 'payment', 'currency', 'eur',
            'amount_subtotal', 1998, 'amount_total', 1998, 'payment_intent_id', 'pi_' || (:'first'::bigint + i),
            'created_at', '2025-11-25T09:00:00+00:00'
        ))
    ))
) AS told (type, suffix, kind, facts);

INSERT INTO stripe_svc.order_transitions (order_id, from_status, to_status, event_id, source)
SELECT
    :'first'::bigint + i, 'pending', 'paid', 'evt_' || (:'first'::bigint + i) || 'b', 'webhook'
FROM generate_series(0, :'orders'::bigint - 1) AS series (i);

INSERT INTO stripe_svc.customers (reference, request, stripe_customer_id)
SELECT 'customer-' || (:'first'::bigint + i), '{"email": "buyer@example.com"}', 'cus_' || (:'first'::bigint + i)
FROM generate_series(0, :'orders'::bigint - 1, 10) AS series (i);

INSERT INTO stripe_svc.subscriptions (
    id, status, reported_at, current_period_start, current_period_end, customer_id, checkout_attempt_id, created_at
)
SELECT
    'sub_' || (:'first'::bigint + i), 'active', now(), now(), now() + interval '1 month',
    'cus_' || (:'first'::bigint + i), gen_random_uuid(), now()
FROM generate_series(0, :'orders'::bigint - 1, 10) AS series (i);

INSERT INTO stripe_svc.invoices (
    id, status, currency, amount_paid, billing_reason, paid_through, subscription_id, customer_id, payment_intent_id,
    created_at
)
SELECT
    'in_' || (:'first'::bigint + i), 'paid', 'eur', 1998, 'subscription_create', now() + interval '1 month',
    'sub_' || (:'first'::bigint + i), 'cus_' || (:'first'::bigint + i),
    'pi_' || (:'first'::bigint + i), now()
FROM generate_series(0, :'orders'::bigint - 1, 10) AS series (i);

UPDATE stripe_svc.orders
SET mode = 'subscription', access_until = now() + interval '1 month', access_has_grace = true
WHERE id >= :'first'::bigint AND id < :'first'::bigint + :'orders'::bigint AND (id - :'first'::bigint) % 10 = 0;

UPDATE stripe_svc.checkout_sessions
SET mode = 'subscription', payment_intent_id = NULL, subscription_id = 'sub_' || order_id
WHERE
    order_id >= :'first'::bigint AND order_id < :'first'::bigint + :'orders'::bigint
    AND (order_id - :'first'::bigint) % 10 = 0;

INSERT INTO stripe_svc.refund_requests (
    order_id, payment_intent_id, amount, currency, client, idempotency_key, request_fingerprint, refund_id, refund_status
)
SELECT
    :'first'::bigint + i, 'pi_' || (:'first'::bigint + i), 100, 'eur', 'bench',
    'refund-' || (:'first'::bigint + i), '', 're_' || (:'first'::bigint + i), 'succeeded'
FROM generate_series(1, :'orders'::bigint - 1, 10) AS series (i);

INSERT INTO stripe_svc.refunds (id, status, amount, currency, payment_intent_id, charge_id, created_at)
SELECT
    're_' || (:'first'::bigint + i), 'succeeded', 100, 'eur', 'pi_' || (:'first'::bigint + i),
    'ch_' || (:'first'::bigint + i), now()
FROM generate_series(1, :'orders'::bigint - 1, 10) AS series (i);

INSERT INTO stripe_svc.disputes (
    id, status, amount, currency, reason, funds_withdrawn, funds_reinstated, payment_intent_id, charge_id, created_at
)
SELECT
    'du_' || (:'first'::bigint + i), 'won', 1998, 'eur', 'fraudulent', true, true,
    'pi_' || (:'first'::bigint + i), 'ch_' || (:'first'::bigint + i), now()
FROM generate_series(1, :'orders'::bigint - 1, 10) AS series (i);
