-- Purpose: says what an order's facts add up to. This is the definition of every status; nothing else decides one.
-- Why: a status that is computed from all facts cannot depend on the order in which they came in, and a
--      late 'expired' cannot take back 'paid': it adds a fact, and the payment is still there.
-- Rows: one order_outcome. To see what an order should be, and what is added up:
--       SELECT d.* FROM stripe_svc.orders AS o, stripe_svc.derive_order(o) AS d WHERE o.id = 42;
--       SELECT p.* FROM stripe_svc.orders AS o, unnest(stripe_svc.order_payments(o)) AS p WHERE o.id = 42;
CREATE OR REPLACE FUNCTION stripe_svc.derive_order(o stripe_svc.orders)
RETURNS stripe_svc.order_outcome
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    payments stripe_svc.order_payment[] := stripe_svc.order_payments(o);
    outcome stripe_svc.order_outcome;
BEGIN
    SELECT
        s.status,
        CASE WHEN s.status = 'failed' THEN s.failure_reasons[cardinality(s.failure_reasons)] END,
        CASE WHEN s.status = 'review' THEN s.mismatches[1] END,
        s.amount_paid,
        s.amount_refunded,
        s.status = 'paid' AND s.kept > 1,
        s.status = 'paid' AND o.mode = 'payment',
        NULL,
        false
    INTO outcome
    FROM (
        SELECT
            sums.*,
            CASE
                WHEN good > 0 THEN 'paid'
                WHEN disputed > 0 THEN 'disputed'
                WHEN mismatches <> '{}' THEN 'review'
                WHEN refunded > 0 THEN 'refunded'
                WHEN settling > 0 THEN 'paying'
                WHEN failure_reasons <> '{}' THEN 'failed'
                ELSE 'pending'
            END AS status
        FROM (
            SELECT
                -- One good payment is enough: what happens to a second one does not take the order away.
                count(*) FILTER (WHERE p.settled AND NOT p.refunded AND NOT p.disputed) AS good,
                count(*) FILTER (WHERE p.settled AND p.disputed) AS disputed,
                count(*) FILTER (WHERE p.settled AND p.refunded) AS refunded,
                count(DISTINCT p.session_id)
                    FILTER (WHERE (p.settled OR p.state = 'paid') AND NOT p.refunded AND NOT p.lost) AS kept,
                count(*) FILTER (WHERE p.state = 'settling' AND p.mismatch IS NULL) AS settling,
                -- Money that does not match needs a person until it has gone back, or was lost in a dispute.
                array_agg(p.mismatch ORDER BY p.created_at, p.session_id) FILTER (
                    WHERE p.state = 'paid' AND p.mismatch IS NOT NULL AND NOT p.refunded AND NOT p.lost
                ) AS mismatches,
                array_agg(p.failure_reason ORDER BY p.created_at, p.session_id)
                    FILTER (WHERE p.state = 'failed' AND p.mismatch IS NULL) AS failure_reasons,
                coalesce(sum(p.amount_paid) FILTER (WHERE p.settled), 0) AS amount_paid,
                coalesce(sum(p.amount_refunded) FILTER (WHERE p.settled), 0) AS amount_refunded
            FROM unnest(payments) AS p
        ) AS sums
    ) AS s;

    IF outcome.status = 'paid' AND o.mode = 'subscription' THEN
        SELECT a.access_until, a.access_has_grace, a.access_until IS NOT NULL
        INTO outcome.access_until, outcome.access_has_grace, outcome.access_granted
        FROM stripe_svc.subscribed_access(payments) AS a;
    END IF;
    RETURN outcome;
END
$$;
