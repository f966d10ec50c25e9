-- Purpose: orders that were paid more than once, with each payment that is still here: one of them should go back.
-- When: daily, or when a buyer says that they were charged twice.
-- Run: psql "$DATABASE_URL" -X -f sql/ops/list_duplicate_payments.sql
-- Safe: read-only, takes no locks that anybody waits for.
-- Expect: no rows. Refund one payment of each order, `POST /v1/orders/{id}/refunds` with its payment_intent, or in
--   Stripe's dashboard; the order leaves this list when Stripe's event says that the money went back.
-- Rows: order_id, reference, payment_intent_id, session_id, currency, amount_paid, amount_refunded, amount_refunding,
--   mismatch (why the payment is not this order's), disputed, session_created_at; oldest payment first.
SELECT
    o.id AS order_id,
    o.reference,
    p.payment_intent_id,
    p.session_id,
    p.currency,
    p.amount_paid,
    p.amount_refunded,
    p.amount_refunding,
    p.mismatch,
    p.disputed,
    p.created_at AS session_created_at
FROM stripe_svc.orders AS o
CROSS JOIN LATERAL unnest(stripe_svc.order_payments(o)) AS p
WHERE
    o.duplicate_payment AND p.state IN ('paid', 'free') AND NOT p.lost
    AND (p.amount_paid = 0 OR p.amount_refunded < p.amount_paid)
ORDER BY o.id, p.created_at, p.session_id;
