-- Purpose: says what an order's facts add up to. This is the definition of every status; nothing else decides one.
-- Why: a status that is computed from all facts cannot depend on the order in which they came in, and a
--      late 'expired' cannot take back 'paid': it adds a fact, and the payment is still there.
-- Rows: one. Run it by hand to see what an order should be: SELECT * FROM derive_order(42);
--       order_payments(42) shows what it adds up.
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
    WITH payments AS (
        SELECT
            *,
            state IN ('paid', 'free') AND mismatch IS NULL AS settled,
            state = 'paid' AND amount_paid > 0 AND amount_refunded >= amount_paid AS refunded
        FROM order_payments(derive_order.order_id)
    ),

    sums AS (
        SELECT
            -- One good payment is enough: what happens to a second one does not take the order away.
            count(*) FILTER (WHERE settled AND NOT refunded AND NOT disputed) AS good,
            count(*) FILTER (WHERE settled AND disputed) AS disputed,
            count(*) FILTER (WHERE settled AND refunded) AS refunded,
            count(*) FILTER (WHERE (settled OR state = 'paid') AND NOT refunded AND NOT lost) AS kept,
            count(*) FILTER (WHERE state = 'settling' AND mismatch IS NULL) AS settling,
            -- Money that does not match needs a person until it has gone back, or was lost in a dispute.
            (array_agg(mismatch ORDER BY created_at, session_id)
                FILTER (WHERE state = 'paid' AND mismatch IS NOT NULL AND NOT refunded AND NOT lost))[1] AS mismatch,
            (array_agg(failure_reason ORDER BY created_at DESC, session_id DESC)
                FILTER (WHERE state = 'failed' AND mismatch IS NULL))[1] AS failure_reason,
            coalesce(sum(amount_paid) FILTER (WHERE settled), 0)::bigint AS amount_paid,
            coalesce(sum(amount_refunded) FILTER (WHERE settled), 0)::bigint AS amount_refunded
        FROM payments
    ),

    statuses AS (
        SELECT
            *,
            CASE
                WHEN good > 0 THEN 'paid'
                WHEN disputed > 0 THEN 'disputed'
                WHEN mismatch IS NOT NULL THEN 'review'
                WHEN refunded > 0 THEN 'refunded'
                WHEN settling > 0 THEN 'paying'
                WHEN failure_reason IS NOT NULL THEN 'failed'
                ELSE 'pending'
            END AS status
        FROM sums
    )

    SELECT
        status,
        CASE WHEN status = 'failed' THEN failure_reason END,
        CASE WHEN status = 'review' THEN mismatch END,
        amount_paid,
        amount_refunded,
        status = 'paid' AND kept > 1,
        status = 'paid',
        NULL::timestamptz
    FROM statuses
$$;
