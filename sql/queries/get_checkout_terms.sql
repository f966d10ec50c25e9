-- Purpose: what a Checkout Session for this order has to say.
-- Rows: one; none if there is no such order.
SELECT
    o.id,
    o.status,
    o.mode,
    o.currency,
    o.line_items,
    o.customer_email,
    o.success_url,
    o.cancel_url,
    o.metadata
FROM orders AS o
WHERE o.id = :'order_id'::bigint
