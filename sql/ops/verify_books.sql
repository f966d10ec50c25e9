-- Purpose: checks the books: whatever the database should have made impossible, and the sums.
-- When: after a restore, an upgrade or an incident, and every night. `make verify` runs it and fails if there are rows.
-- Run: psql "$DATABASE_URL" -X -f sql/ops/verify_books.sql
-- Safe: read-only; takes no locks that anybody waits for; reads every order and event once, in one snapshot.
-- Expect: no rows. Each row is something that is wrong: which rule, where, and what it should be.
-- Rows: rule, order_id, event_id, detail.
WITH history AS (
    SELECT
        t.*,
        lag(t.to_status, 1, 'pending') OVER so_far AS left_off,
        lead(t.id) OVER so_far IS NULL AS is_last
    FROM order_transitions AS t
    WINDOW so_far AS (PARTITION BY t.order_id ORDER BY t.id)
),

-- What a processed event must have left behind. A new event type needs its line here.
effects AS (
    SELECT
        e.id,
        e.type,
        e.object_id,
        CASE
            WHEN e.type LIKE 'checkout.session.%' THEN EXISTS (
                SELECT FROM checkout_sessions AS s
                WHERE
                    s.id = e.object_id
                    AND CASE e.type
                        WHEN 'checkout.session.expired' THEN s.status IN ('expired', 'complete')
                        WHEN 'checkout.session.async_payment_failed' THEN s.status = 'complete' AND s.async_payment_failed
                        ELSE s.status = 'complete'
                    END
            )
            WHEN e.type LIKE 'payment\_intent.%' THEN EXISTS (
                SELECT FROM payments AS p
                WHERE
                    p.id = e.object_id
                    AND CASE e.type
                        WHEN 'payment_intent.succeeded' THEN p.status = 'succeeded'
                        WHEN 'payment_intent.canceled' THEN p.status IN ('canceled', 'succeeded')
                        WHEN 'payment_intent.processing' THEN p.status IN ('processing', 'canceled', 'succeeded')
                        ELSE true
                    END
            )
            WHEN e.type = 'charge.refunded' THEN EXISTS (
                SELECT FROM payments AS p WHERE p.charge_id = e.object_id AND p.amount_refunded IS NOT NULL
            )
            WHEN e.type LIKE 'refund.%' OR e.type = 'charge.refund.updated' THEN EXISTS (
                SELECT FROM refunds AS r
                WHERE r.id = e.object_id AND (e.type <> 'refund.failed' OR r.status = 'failed')
            )
            WHEN e.type LIKE 'charge.dispute.%' THEN EXISTS (
                SELECT FROM disputes AS d
                WHERE
                    d.id = e.object_id
                    AND CASE e.type
                        WHEN 'charge.dispute.funds_withdrawn' THEN d.funds_withdrawn
                        WHEN 'charge.dispute.funds_reinstated' THEN d.funds_reinstated
                        ELSE true
                    END
            )
            WHEN e.type LIKE 'customer.subscription.%' THEN EXISTS (
                SELECT FROM subscriptions AS s
                WHERE
                    s.id = e.object_id
                    AND (
                        subscription_phase(s.status) = 'ended'
                        OR (s.reported_at >= e.created_at AND e.type <> 'customer.subscription.deleted')
                    )
            )
            -- Which invoice it was only the payload says, and that may have been forgotten.
            WHEN e.type = 'invoice_payment.paid' AND e.payload IS NULL THEN EXISTS (
                SELECT FROM invoices AS i WHERE i.payment_intent_id IS NOT NULL
            )
            WHEN e.type = 'invoice_payment.paid' THEN EXISTS (
                SELECT FROM invoices AS i
                WHERE
                    i.id = coalesce(
                        e.payload #>> '{data,object,invoice,id}', e.payload #>> '{data,object,invoice}'
                    )
                    AND i.payment_intent_id IS NOT NULL
            )
            WHEN e.type LIKE 'invoice.%' THEN EXISTS (
                SELECT FROM invoices AS i
                WHERE
                    i.id = e.object_id
                    AND CASE e.type
                        WHEN 'invoice.paid' THEN i.status = 'paid'
                        WHEN 'invoice.voided' THEN i.status IN ('void', 'paid')
                        WHEN 'invoice.marked_uncollectible' THEN i.status IN ('uncollectible', 'void', 'paid')
                        WHEN 'invoice.payment_failed' THEN i.payment_failed
                        ELSE true
                    END
            )
            WHEN e.type = 'customer.deleted' THEN EXISTS (
                SELECT FROM customers AS c WHERE c.stripe_customer_id = e.object_id AND c.deleted_at IS NOT NULL
            )
            ELSE false
        END AS left_its_fact
    FROM stripe_events AS e
    WHERE e.status = 'processed'
),

facts AS (
    SELECT 'checkout session' AS kind, s.id, NULL AS charge_id, s.order_id FROM checkout_sessions AS s
    UNION ALL
    SELECT 'payment', p.id, p.charge_id, NULL FROM payments AS p
    UNION ALL
    SELECT 'refund', r.id, r.charge_id, NULL FROM refunds AS r
    UNION ALL
    SELECT 'dispute', d.id, NULL, NULL FROM disputes AS d
    UNION ALL
    SELECT 'subscription', s.id, NULL, NULL FROM subscriptions AS s
    UNION ALL
    -- Of its payment only the payment's own event tells, which does not name the currency.
    SELECT 'invoice', i.id, NULL, NULL FROM invoices AS i WHERE i.status <> 'open' OR i.currency IS NOT NULL
    UNION ALL
    SELECT 'deleted customer', c.stripe_customer_id, NULL, NULL FROM customers AS c WHERE c.deleted_at IS NOT NULL
)

-- The status is what the facts say, and so is everything that follows from it.
SELECT
    'status_not_derived' AS rule,
    o.id AS order_id,
    NULL AS event_id,
    format(
        'is %s, its facts say %s',
        (o.status, o.failure_reason, o.review_reason, o.amount_paid, o.amount_refunded, o.duplicate_payment,
            o.access_granted, o.access_until, o.access_has_grace),
        (d.status, d.failure_reason, d.review_reason, d.amount_paid, d.amount_refunded, d.duplicate_payment,
            d.access_granted, d.access_until, d.access_has_grace)
    ) AS detail
FROM orders AS o
CROSS JOIN LATERAL derive_order(o.id) AS d
WHERE
    (o.status, o.failure_reason, o.review_reason, o.amount_paid, o.amount_refunded, o.duplicate_payment,
        o.access_granted, o.access_until, o.access_has_grace)
    IS DISTINCT FROM
    (d.status, d.failure_reason, d.review_reason, d.amount_paid, d.amount_refunded, d.duplicate_payment,
        d.access_granted, d.access_until, d.access_has_grace)

UNION ALL

-- The history begins at pending, and each step where the last one ended.
SELECT 'history_broken', h.order_id, h.event_id, format('%s -> %s comes after %s', h.from_status, h.to_status, h.left_off)
FROM history AS h
WHERE h.from_status <> h.left_off

UNION ALL

-- It ends where the order stands.
SELECT 'history_ends_elsewhere', o.id, h.event_id, format('is %s, its history ends in %s', o.status, coalesce(h.to_status, 'pending'))
FROM orders AS o
LEFT JOIN history AS h ON h.order_id = o.id AND h.is_last
WHERE o.status <> coalesce(h.to_status, 'pending')

UNION ALL

-- No step takes back a payment, unless it was refunded, disputed, or found not to match; none forgets a failure.
SELECT 'step_not_legal', h.order_id, h.event_id, format('%s -> %s', h.from_status, h.to_status)
FROM history AS h
WHERE
    (h.to_status = 'pending' AND h.from_status <> 'review')
    OR (h.to_status IN ('paying', 'failed') AND h.from_status IN ('paid', 'refunded', 'disputed'))

UNION ALL

-- Each step was taken by a verified event, in that event's own transaction.
SELECT
    'step_without_event',
    t.order_id,
    t.event_id,
    CASE
        WHEN e.id IS NULL THEN 'the event is not in the journal'
        WHEN e.status <> 'processed' THEN format('the event is %s', e.status)
        ELSE format('the step was taken at %s by %s, the event at %s by %s', t.at, t.source, e.processed_at, e.source)
    END
FROM order_transitions AS t
LEFT JOIN stripe_events AS e ON e.id = t.event_id
WHERE
    e.id IS NULL
    OR e.status <> 'processed'
    OR (t.at, t.source) IS DISTINCT FROM (e.processed_at, e.source)

UNION ALL

-- No more was paid than sessions brought, and no more went back than came.
SELECT
    'sums_disagree',
    o.id,
    NULL,
    format('%s paid, %s refunded; its sessions and invoices brought %s', o.amount_paid, o.amount_refunded, b.amount)
FROM orders AS o
CROSS JOIN LATERAL (
    SELECT coalesce(sum(came.amount), 0) AS amount
    FROM (
        SELECT s.amount_total AS amount FROM checkout_sessions AS s WHERE s.order_id = o.id AND s.status = 'complete'
        UNION ALL
        SELECT i.amount_paid
        FROM checkout_sessions AS s
        INNER JOIN invoices AS i ON i.subscription_id = s.subscription_id AND i.status = 'paid'
        WHERE s.order_id = o.id AND i.billing_reason IS DISTINCT FROM 'subscription_create'
    ) AS came
) AS b
WHERE o.amount_refunded > o.amount_paid OR o.amount_paid > b.amount

UNION ALL

SELECT 'sums_disagree', s.order_id, NULL, format('%s is %s, its payment %s brought %s', r.id, r.amount, p.id, p.amount_received)
FROM refunds AS r
INNER JOIN payments AS p ON p.id = r.payment_intent_id OR p.charge_id = r.charge_id
LEFT JOIN checkout_sessions AS s ON s.payment_intent_id = p.id
WHERE p.status = 'succeeded' AND r.amount > p.amount_received

UNION ALL

-- Nor by several refunds together.
SELECT 'sums_disagree', NULL, NULL, format('%s brought %s, %s of it went back', p.id, p.amount_received, sum(r.amount))
FROM payments AS p
INNER JOIN refunds AS r ON r.payment_intent_id = p.id OR r.charge_id = p.charge_id
WHERE p.status = 'succeeded' AND r.status = 'succeeded'
GROUP BY p.id
HAVING sum(r.amount) > p.amount_received

UNION ALL

-- A session and its payment tell of the same money.
SELECT
    'sums_disagree',
    s.order_id,
    NULL,
    format('%s is about %s, its payment %s brought %s', s.id, s.amount_total, p.id, p.amount_received)
FROM checkout_sessions AS s
INNER JOIN payments AS p ON p.id = s.payment_intent_id
WHERE s.status = 'complete' AND p.status = 'succeeded' AND p.currency = s.currency AND p.amount_received <> s.amount_total

UNION ALL

-- What counts as processed has left its fact.
SELECT 'event_without_effect', NULL, e.id, format('%s of %s left no such fact', e.type, coalesce(e.object_id, 'nothing'))
FROM effects AS e
WHERE NOT e.left_its_fact

UNION ALL

-- And no fact came from anywhere else.
SELECT 'fact_without_event', f.order_id, NULL, format('no processed event is about %s %s', f.kind, f.id)
FROM facts AS f
WHERE NOT EXISTS (
    SELECT FROM stripe_events AS e WHERE e.object_id IN (f.id, f.charge_id) AND e.status = 'processed'
)

ORDER BY 1, 2, 3;
