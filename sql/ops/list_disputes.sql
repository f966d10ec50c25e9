-- Purpose: disputes that are open or lost, and the orders that they are about.
-- When: daily: evidence is due within days. Or when an order is `disputed` and nobody knows why.
-- Run: psql "$DATABASE_URL" -X -f sql/ops/list_disputes.sql
-- Safe: read-only, takes no locks that anybody waits for.
-- Expect: what is open, oldest first, then what was lost. Answer in Stripe's dashboard; its events move the order. A row
--   without an order is about a payment that was not made through this service.
-- Rows: dispute_id, status, reason, currency, amount, funds_withdrawn, funds_reinstated, order_id, order_status,
--   payment_intent_id, charge_id, created_at.
SELECT
    d.id AS dispute_id,
    d.status,
    d.reason,
    d.currency,
    d.amount,
    d.funds_withdrawn,
    d.funds_reinstated,
    o.id AS order_id,
    o.status AS order_status,
    coalesce(d.payment_intent_id, p.id) AS payment_intent_id,
    coalesce(d.charge_id, p.charge_id) AS charge_id,
    d.created_at
FROM stripe_svc.disputes AS d
LEFT JOIN stripe_svc.payments AS p ON p.id = d.payment_intent_id OR p.charge_id = d.charge_id
LEFT JOIN stripe_svc.checkout_sessions AS s ON s.payment_intent_id = coalesce(d.payment_intent_id, p.id)
LEFT JOIN stripe_svc.orders AS o ON o.id = s.order_id
WHERE stripe_svc.dispute_counts(d.status)
ORDER BY d.status = 'lost', d.created_at, d.id;
