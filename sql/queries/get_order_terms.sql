-- Purpose: what an order is about, for whoever asks Stripe for something on its behalf.
-- Why: the row stays locked to the end of the transaction, as settle_order() locks it: an event that pays the order
--      comes before this, and is seen, or after it, but not between the look at the status and the new attempt.
-- Rows: one; none if there is no such order.
SELECT
    o.id,
    o.status,
    o.mode,
    o.currency,
    o.line_items,
    o.trial_period_days,
    o.customer_reference,
    o.customer_email,
    o.success_url,
    o.cancel_url,
    o.metadata
FROM stripe_svc.orders AS o
WHERE o.id = :'order_id'::bigint
FOR NO KEY UPDATE
