-- Purpose: the payments of an order, and how much of each can still be refunded.
-- Why: what is on its way back, and what we asked Stripe for without having heard of it since, is not there to be
--      refunded again. Two requests at once are told apart by the order's row, which get_order_terms locks. Stripe sends
--      an event for three days: what was not answered and not heard of by then was never made.
-- Rows: one for each payment that brought money and was not lost in a dispute, oldest first.
--       is_ours: an attempt of ours created its session.
SELECT
    p.payment_intent_id,
    p.currency,
    p.mismatch IS DISTINCT FROM 'session_mismatch' AS is_ours,
    p.amount_paid,
    p.amount_paid - p.amount_refunded - p.amount_refunding - coalesce(
        (
            SELECT sum(q.amount)::bigint
            FROM stripe_svc.refund_requests AS q
            WHERE
                q.order_id = :'order_id'::bigint
                AND q.payment_intent_id = p.payment_intent_id
                AND q.refused_at IS NULL
                AND (q.refund_id IS NOT NULL OR q.tried_at > now() - interval '3 days')
                AND NOT EXISTS (SELECT FROM stripe_svc.refunds AS r WHERE r.refund_request_id = q.id OR r.id = q.refund_id)
        ),
        0
    ) AS amount_left
FROM stripe_svc.orders AS o
CROSS JOIN LATERAL unnest(stripe_svc.order_payments(o)) AS p
WHERE o.id = :'order_id'::bigint AND p.state = 'paid' AND p.payment_intent_id IS NOT NULL AND p.amount_paid > 0 AND NOT p.lost
ORDER BY p.created_at, p.session_id
