-- Purpose: says what an order's facts add up to. This is the definition of every status; nothing else decides one.
-- Why: a status that is computed from all facts cannot depend on the order in which they came in, and a
--      late 'expired' cannot take back 'paid': it adds a fact, and the payment is still there.
-- Rows: one. Run it by hand to see what an order should be: SELECT * FROM derive_order(42);
CREATE OR REPLACE FUNCTION derive_order(order_id bigint)
RETURNS TABLE (
    status text,
    failure_reason text,
    review_reason text,
    amount_paid bigint,
    amount_refunded bigint,
    duplicate_payment boolean,
    access_granted boolean,
    access_until timestamptz
)
LANGUAGE sql STABLE
AS $$
    WITH sessions AS (
        SELECT
            s.id,
            s.created_at,
            s.amount_total,
            s.async_payment_failed,
            s.status = 'complete' AND s.payment_status = 'paid' AS brought_money,
            s.status = 'complete' AND s.payment_status IN ('paid', 'no_payment_required') AS settled,
            s.status = 'complete' AND s.payment_status = 'unpaid' AND NOT s.async_payment_failed AS settling,
            s.status = 'expired' OR s.async_payment_failed AS failed,
            -- Why its money is not this order's money; NULL when everything agrees. Discounts, tax and
            -- shipping change amount_total only, so the subtotals are what must agree.
            CASE
                WHEN a.id IS NULL THEN 'session_mismatch'
                WHEN s.mode <> o.mode THEN 'mode_mismatch'
                WHEN s.currency IS DISTINCT FROM o.currency THEN 'currency_mismatch'
                WHEN s.amount_subtotal IS DISTINCT FROM coalesce(o.amount_subtotal, s.amount_subtotal)
                    THEN 'amount_mismatch'
            END AS mismatch
        FROM checkout_sessions AS s
        INNER JOIN orders AS o ON o.id = s.order_id
        -- Ours is a session whose attempt we wrote before we asked Stripe for it.
        LEFT JOIN checkout_attempts AS a
            ON a.id = s.checkout_attempt_id AND a.order_id = s.order_id AND coalesce(a.session_id, s.id) = s.id
        WHERE s.order_id = derive_order.order_id
    ),

    sums AS (
        SELECT
            count(*) FILTER (WHERE settled AND mismatch IS NULL) AS payments,
            coalesce(sum(amount_total) FILTER (WHERE settled AND mismatch IS NULL), 0)::bigint AS amount_paid,
            count(*) FILTER (WHERE brought_money OR (settled AND mismatch IS NULL)) AS settlements,
            (array_agg(mismatch ORDER BY created_at, id) FILTER (WHERE brought_money AND mismatch IS NOT NULL))[1] AS mismatch,
            count(*) FILTER (WHERE settling AND mismatch IS NULL) AS settling,
            (
                array_agg(
                    CASE WHEN async_payment_failed THEN 'async_payment_failed' ELSE 'expired' END
                    ORDER BY created_at DESC, id DESC
                ) FILTER (WHERE failed AND mismatch IS NULL)
            )[1] AS failure
        FROM sessions
    ),

    statuses AS (
        SELECT
            *,
            CASE
                WHEN payments > 0 THEN 'paid'
                WHEN mismatch IS NOT NULL THEN 'review'
                WHEN settling > 0 THEN 'paying'
                WHEN failure IS NOT NULL THEN 'failed'
                ELSE 'pending'
            END AS status
        FROM sums
    )

    SELECT
        status,
        CASE WHEN status = 'failed' THEN failure END,
        CASE WHEN status = 'review' THEN mismatch END,
        amount_paid,
        0::bigint,
        status = 'paid' AND settlements > 1,
        status = 'paid',
        NULL::timestamptz
    FROM statuses
$$;
