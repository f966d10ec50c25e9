-- Purpose: says what an order's facts add up to. This is the definition of every status; nothing else decides one.
-- Why: a status that is computed from all facts cannot depend on the order in which they came in, and a
--      late 'expired' cannot take back 'paid': it adds a fact, and the payment is still there.
-- Rows: one. Run it by hand to see what an order should be: SELECT * FROM derive_order(42);
--       order_payments(42) shows what it adds up.
-- A function's columns cannot be replaced. All of sql/functions/ is applied in one transaction: nobody sees it gone.
DROP FUNCTION IF EXISTS derive_order(bigint);
CREATE OR REPLACE FUNCTION derive_order(order_id bigint)
RETURNS TABLE (
    status text,
    failure_reason text,
    review_reason text,
    amount_paid bigint,
    amount_refunded bigint,
    duplicate_payment boolean,
    access_granted boolean,
    access_until timestamptz,
    access_has_grace boolean
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
            count(DISTINCT session_id) FILTER (WHERE (settled OR state = 'paid') AND NOT refunded AND NOT lost) AS kept,
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

    -- What each payment for a subscription covers, and whether it went back or is disputed. An invoice that does not say,
    -- and a session whose invoice has not come in, cover the period in which they were made.
    covering AS (
        SELECT
            p.subscription_id,
            p.refunded OR p.disputed AS revoked,
            c.until,
            -- Which was last. Times are whole seconds, so several may share one. Then the first invoice is known by its
            -- reason, and a renewal comes before a change. Of two changes the last one's period is the current one, or
            -- was over when that began: a longer one would reach into a period that nobody paid for.
            ROW(
                coalesce(i.created_at, p.created_at),
                array_position(
                    '{subscription_create,subscription_cycle,subscription_update}',
                    coalesce(i.billing_reason, 'subscription_create')
                ),
                c.until <= s.current_period_start OR c.until = s.current_period_end,
                c.until
            ) AS place
        FROM payments AS p
        INNER JOIN subscriptions AS s ON s.id = p.subscription_id
        LEFT JOIN invoices AS i ON i.id = p.invoice_id AND i.status = 'paid'
        CROSS JOIN LATERAL (
            SELECT CASE
                WHEN i.paid_through IS NOT NULL THEN i.paid_through
                WHEN i.billing_reason NOT IN ('subscription_create', 'subscription_cycle') THEN NULL
                WHEN coalesce(i.created_at, s.created_at) < s.current_period_start - interval '1 hour'
                    THEN s.current_period_start
                ELSE s.current_period_end
            END AS until
        ) AS c
        WHERE p.settled
    ),

    -- The last one that was kept says until when: what was paid for before may have been credited for it, as when a
    -- year is changed to a month.
    kept AS (
        SELECT DISTINCT ON (c.subscription_id) c.*
        FROM covering AS c
        WHERE NOT c.revoked
        ORDER BY c.subscription_id, c.until IS NULL, c.place DESC
    ),

    subscribed AS (
        SELECT
            k.subscription_id,
            least(k.until, min(r.until)) AS paid_through,
            max(r.until) AS revoked_through
        FROM kept AS k
        LEFT JOIN covering AS r
            ON r.subscription_id = k.subscription_id AND r.revoked AND r.place >= k.place
        GROUP BY k.subscription_id, k.until
    ),

    -- The best of an order's subscriptions, of which there is one, or two if it was paid twice.
    access AS (
        SELECT a.*
        FROM subscribed AS s
        CROSS JOIN LATERAL subscription_access(s.subscription_id, s.paid_through, s.revoked_through) AS a
        WHERE a.access_until IS NOT NULL
        ORDER BY a.access_until DESC, a.access_has_grace DESC
        LIMIT 1
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
        s.status,
        CASE WHEN s.status = 'failed' THEN s.failure_reason END,
        CASE WHEN s.status = 'review' THEN s.mismatch END,
        s.amount_paid,
        s.amount_refunded,
        s.status = 'paid' AND s.kept > 1,
        s.status = 'paid' AND (o.mode = 'payment' OR a.access_until IS NOT NULL),
        CASE WHEN s.status = 'paid' THEN a.access_until END,
        s.status = 'paid' AND coalesce(a.access_has_grace, false)
    FROM statuses AS s
    INNER JOIN orders AS o ON o.id = derive_order.order_id
    LEFT JOIN access AS a ON true
$$;
