-- Purpose: everything that is known about one order, in the order in which it was learned.
-- When: somebody asks why an order is what it is.
-- Run: psql "$DATABASE_URL" -X -v order_id=42 -f sql/ops/get_order_facts.sql
-- Safe: read-only, takes no locks that anybody waits for.
-- Expect: one row for each event about the order's sessions, subscriptions, invoices, payments, refunds and disputes;
--   from_status and to_status where it moved the order. order_payments() shows what they add up to, derive_order()
--   the status: sql/README.md has the lines.
-- Rows: processed_at, event_id, event_type, source, object_id, event_created_at, from_status, to_status.
WITH sessions AS (
    SELECT s.id, s.payment_intent_id, s.subscription_id FROM stripe_svc.checkout_sessions AS s WHERE s.order_id = :'order_id'::bigint
),

invoiced AS (
    SELECT i.id, i.payment_intent_id FROM stripe_svc.invoices AS i INNER JOIN sessions AS s ON s.subscription_id = i.subscription_id
),

intents AS (
    SELECT payment_intent_id AS id FROM sessions WHERE payment_intent_id IS NOT NULL
    UNION
    SELECT payment_intent_id FROM invoiced WHERE payment_intent_id IS NOT NULL
),

charges AS (
    SELECT p.charge_id AS id FROM stripe_svc.payments AS p INNER JOIN intents AS i ON i.id = p.id WHERE p.charge_id IS NOT NULL
),

objects AS (
    SELECT id FROM sessions
    UNION
    SELECT subscription_id FROM sessions WHERE subscription_id IS NOT NULL
    UNION
    SELECT id FROM invoiced
    UNION
    SELECT id FROM intents
    UNION
    SELECT id FROM charges
    UNION
    -- Attempts to pay that were declined before any session came of them.
    SELECT p.id FROM stripe_svc.payments AS p INNER JOIN stripe_svc.checkout_attempts AS a ON a.id = p.checkout_attempt_id
    WHERE a.order_id = :'order_id'::bigint
    UNION
    SELECT r.id FROM stripe_svc.refunds AS r
    WHERE r.payment_intent_id IN (SELECT id FROM intents) OR r.charge_id IN (SELECT id FROM charges)
    UNION
    SELECT d.id FROM stripe_svc.disputes AS d
    WHERE d.payment_intent_id IN (SELECT id FROM intents) OR d.charge_id IN (SELECT id FROM charges)
)

SELECT
    e.processed_at,
    e.id AS event_id,
    e.type AS event_type,
    e.source,
    e.object_id,
    e.created_at AS event_created_at,
    t.from_status,
    t.to_status
FROM stripe_svc.stripe_events AS e
LEFT JOIN stripe_svc.order_transitions AS t ON t.event_id = e.id AND t.order_id = :'order_id'::bigint
WHERE e.object_id IN (SELECT id FROM objects)
ORDER BY e.processed_at, t.id, e.created_at, e.id;
