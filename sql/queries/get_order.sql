-- Purpose: one order as the API shows it, with its newest checkout and its history.
-- Rows: one; none if there is no such order.
SELECT
    o.id,
    o.reference,
    o.mode,
    o.status,
    o.failure_reason,
    o.review_reason,
    o.currency,
    o.amount_subtotal,
    o.amount_paid,
    o.amount_refunded,
    o.duplicate_payment,
    order_access(o, :'access_grace_days'::integer) AS access,
    order_checkout(o.id) AS checkout,
    o.line_items,
    o.metadata,
    o.created_at,
    o.updated_at,
    order_history(o.id) AS history
FROM orders AS o
WHERE o.id = :'order_id'::bigint
