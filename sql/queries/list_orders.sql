-- Purpose: a page of orders as the API shows them, newest first.
-- Rows: at most "limit"; older than the order "after", if given; only those with "status" and "reference", if given.
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
    a.access,
    c.checkout,
    o.line_items,
    o.metadata,
    o.created_at,
    o.updated_at,
    h.history
FROM stripe_svc.orders AS o
CROSS JOIN LATERAL stripe_svc.order_access(o, :'access_grace_days'::integer) AS a
LEFT JOIN LATERAL stripe_svc.order_checkout(o.id) AS c ON true
CROSS JOIN LATERAL stripe_svc.order_history(o.id) AS h
WHERE
    (:'status' = '' OR o.status = nullif(:'status', '')::stripe_svc.order_status)
    AND (:'reference' = '' OR o.reference = :'reference')
    AND (:'after' = '' OR o.id < nullif(:'after', '')::bigint)
ORDER BY o.id DESC
LIMIT :'limit'::integer
