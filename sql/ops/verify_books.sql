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
    FROM stripe_svc.order_transitions AS t
    WINDOW so_far AS (PARTITION BY t.order_id ORDER BY t.id)
),

-- What the journal tells, by the kind of object: all reports about one, merged as they were when they came.
told AS (
    SELECT f.key AS kind, f.value AS facts FROM stripe_svc.stripe_events AS e CROSS JOIN LATERAL jsonb_each(e.facts) AS f
    WHERE e.status = 'processed'
),

sessions AS (
    SELECT r.id, stripe_svc.fold(r) AS row
    FROM told AS t CROSS JOIN LATERAL jsonb_populate_recordset(NULL::stripe_svc.checkout_sessions, t.facts) AS r
    WHERE t.kind = 'checkout_sessions' GROUP BY r.id
),

payments AS (
    SELECT r.id, stripe_svc.fold(r) AS row
    FROM told AS t CROSS JOIN LATERAL jsonb_populate_recordset(NULL::stripe_svc.payments, t.facts) AS r
    WHERE t.kind = 'payments' GROUP BY r.id
),

refunds AS (
    SELECT r.id, stripe_svc.fold(r) AS row
    FROM told AS t CROSS JOIN LATERAL jsonb_populate_recordset(NULL::stripe_svc.refunds, t.facts) AS r
    WHERE t.kind = 'refunds' GROUP BY r.id
),

disputes AS (
    SELECT r.id, stripe_svc.fold(r) AS row
    FROM told AS t CROSS JOIN LATERAL jsonb_populate_recordset(NULL::stripe_svc.disputes, t.facts) AS r
    WHERE t.kind = 'disputes' GROUP BY r.id
),

subscriptions AS (
    SELECT r.id, stripe_svc.fold(r) AS row
    FROM told AS t CROSS JOIN LATERAL jsonb_populate_recordset(NULL::stripe_svc.subscriptions, t.facts) AS r
    WHERE t.kind = 'subscriptions' GROUP BY r.id
),

invoices AS (
    SELECT r.id, stripe_svc.fold(r) AS row
    FROM told AS t CROSS JOIN LATERAL jsonb_populate_recordset(NULL::stripe_svc.invoices, t.facts) AS r
    WHERE t.kind = 'invoices' GROUP BY r.id
),

deletions AS (
    SELECT r.id, min(r.deleted_at) AS deleted_at
    FROM told AS t CROSS JOIN LATERAL jsonb_to_recordset(t.facts) AS r (id text, deleted_at timestamptz)
    WHERE t.kind = 'deleted_customers' GROUP BY r.id
),

compared AS (
    SELECT coalesce(f.id, s.id) AS id, s.order_id, s::text AS is, f.row::text AS told
    FROM stripe_svc.checkout_sessions AS s FULL JOIN sessions AS f ON f.id = s.id WHERE s IS DISTINCT FROM f.row
    UNION ALL
    SELECT coalesce(f.id, p.id), NULL, p::text, f.row::text
    FROM stripe_svc.payments AS p FULL JOIN payments AS f ON f.id = p.id WHERE p IS DISTINCT FROM f.row
    UNION ALL
    SELECT coalesce(f.id, r.id), NULL, r::text, f.row::text
    FROM stripe_svc.refunds AS r FULL JOIN refunds AS f ON f.id = r.id WHERE r IS DISTINCT FROM f.row
    UNION ALL
    SELECT coalesce(f.id, d.id), NULL, d::text, f.row::text
    FROM stripe_svc.disputes AS d FULL JOIN disputes AS f ON f.id = d.id WHERE d IS DISTINCT FROM f.row
    UNION ALL
    SELECT coalesce(f.id, s.id), NULL, s::text, f.row::text
    FROM stripe_svc.subscriptions AS s FULL JOIN subscriptions AS f ON f.id = s.id WHERE s IS DISTINCT FROM f.row
    UNION ALL
    SELECT coalesce(f.id, i.id), NULL, i::text, f.row::text
    FROM stripe_svc.invoices AS i FULL JOIN invoices AS f ON f.id = i.id WHERE i IS DISTINCT FROM f.row
    UNION ALL
    SELECT coalesce(d.id, c.stripe_customer_id), NULL, c.deleted_at::text, d.deleted_at::text
    FROM stripe_svc.customers AS c FULL JOIN deletions AS d ON d.id = c.stripe_customer_id
    WHERE c.deleted_at IS DISTINCT FROM d.deleted_at
)

-- The status is what the facts say, and so is everything that follows from it.
SELECT
    'status_not_derived' AS rule,
    o.id AS order_id,
    NULL AS event_id,
    format('is %s, its facts say %s', stripe_svc.outcome_of(o), d) AS detail
FROM stripe_svc.orders AS o
CROSS JOIN LATERAL stripe_svc.derive_order(o) AS d
WHERE stripe_svc.outcome_of(o) IS DISTINCT FROM d

UNION ALL

-- The history begins at pending, and each step where the last one ended.
SELECT 'history_broken', h.order_id, h.event_id, format('%s -> %s comes after %s', h.from_status, h.to_status, h.left_off)
FROM history AS h
WHERE h.from_status <> h.left_off

UNION ALL

-- It ends where the order stands.
SELECT 'history_ends_elsewhere', o.id, h.event_id, format('is %s, its history ends in %s', o.status, coalesce(h.to_status, 'pending'))
FROM stripe_svc.orders AS o
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
FROM stripe_svc.order_transitions AS t
LEFT JOIN stripe_svc.stripe_events AS e ON e.id = t.event_id
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
FROM stripe_svc.orders AS o
CROSS JOIN LATERAL (
    SELECT coalesce(sum(came.amount), 0) AS amount
    FROM (
        SELECT s.amount_total AS amount FROM stripe_svc.checkout_sessions AS s WHERE s.order_id = o.id AND s.status = 'complete'
        UNION ALL
        SELECT i.amount_paid
        FROM stripe_svc.checkout_sessions AS s
        INNER JOIN stripe_svc.invoices AS i ON i.subscription_id = s.subscription_id AND i.status = 'paid'
        WHERE s.order_id = o.id AND i.billing_reason IS DISTINCT FROM 'subscription_create'
    ) AS came
) AS b
WHERE o.amount_refunded > o.amount_paid OR o.amount_paid > b.amount

UNION ALL

SELECT 'sums_disagree', s.order_id, NULL, format('%s is %s, its payment %s brought %s', r.id, r.amount, p.id, p.amount_received)
FROM stripe_svc.refunds AS r
INNER JOIN stripe_svc.payments AS p ON p.id = r.payment_intent_id OR p.charge_id = r.charge_id
LEFT JOIN stripe_svc.checkout_sessions AS s ON s.payment_intent_id = p.id
WHERE p.status = 'succeeded' AND r.amount > p.amount_received

UNION ALL

-- Nor by several refunds together.
SELECT 'sums_disagree', NULL, NULL, format('%s brought %s, %s of it went back', p.id, p.amount_received, sum(r.amount))
FROM stripe_svc.payments AS p
INNER JOIN stripe_svc.refunds AS r ON r.payment_intent_id = p.id OR r.charge_id = p.charge_id
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
FROM stripe_svc.checkout_sessions AS s
INNER JOIN stripe_svc.payments AS p ON p.id = s.payment_intent_id
WHERE s.status = 'complete' AND p.status = 'succeeded' AND p.currency = s.currency AND p.amount_received <> s.amount_total

UNION ALL

-- The tables of facts are what the journal tells, no more and no less.
SELECT
    'row_not_folded', c.order_id, NULL,
    format('%s is %s, the journal tells %s', c.id, coalesce(c.is, 'missing'), coalesce(c.told, 'nothing'))
FROM compared AS c

UNION ALL

SELECT 'event_without_facts', NULL, e.id, format('%s has no facts: run make migrate, which reads them from its payload', e.type)
FROM stripe_svc.stripe_events AS e
WHERE e.status = 'processed' AND e.facts IS NULL

UNION ALL

-- What only Stripe can say is asked.
SELECT 'mark_not_asked', NULL, NULL, format('%s is marked, and no refetch of it is noted', s.id)
FROM stripe_svc.subscriptions AS s
WHERE s.is_ambiguous AND NOT EXISTS (SELECT FROM stripe_svc.subscription_refetches AS r WHERE r.subscription_id = s.id)

ORDER BY 1, 2, 3;
