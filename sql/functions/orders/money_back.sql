-- Purpose: what went back of money that came for an order, is on its way back or is disputed.
-- Why: refunds and disputes name their payment, its charge or both. Most payments have none; that is found out first. A
--      charge tells how much of it was refunded, by refunds that we may not have been told of. What we know to have failed,
--      or to be under way only, is taken off that.
-- Rows: one money_back; order_payments() says what its columns mean.
CREATE OR REPLACE FUNCTION stripe_svc.money_back(m stripe_svc.order_money)
RETURNS stripe_svc.money_back
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    back stripe_svc.money_back := (0, 0, false, false);
BEGIN
    IF m.amount_refunded = 0 AND NOT (
        EXISTS (SELECT FROM stripe_svc.refunds AS r WHERE r.payment_intent_id = m.payment_intent_id)
        OR EXISTS (SELECT FROM stripe_svc.refunds AS r WHERE r.charge_id = m.charge_id)
        OR EXISTS (SELECT FROM stripe_svc.disputes AS d WHERE d.payment_intent_id = m.payment_intent_id)
        OR EXISTS (SELECT FROM stripe_svc.disputes AS d WHERE d.charge_id = m.charge_id)
    ) THEN
        RETURN back;
    END IF;

    SELECT
        stripe_svc.share_of(m.amount, went.back, m.amount_received),
        stripe_svc.share_of(m.amount, went.going_back - went.back, m.amount_received)
    INTO back.amount_refunded, back.amount_refunding
    FROM (
        SELECT
            least(m.amount_received, greatest(r.succeeded, m.amount_refunded - r.failed - r.pending))::bigint AS back,
            least(m.amount_received, greatest(r.succeeded + r.pending, m.amount_refunded - r.failed))::bigint AS going_back
        FROM (
            SELECT
                coalesce(sum(r.amount) FILTER (WHERE r.status = 'succeeded'), 0) AS succeeded,
                coalesce(sum(r.amount) FILTER (WHERE r.status IN ('pending', 'requires_action')), 0) AS pending,
                coalesce(sum(r.amount) FILTER (WHERE r.status IN ('failed', 'canceled')), 0) AS failed
            FROM stripe_svc.refunds AS r
            WHERE r.payment_intent_id = m.payment_intent_id OR r.charge_id = m.charge_id
        ) AS r
    ) AS went;

    SELECT coalesce(bool_or(stripe_svc.dispute_counts(d.status)), false), coalesce(bool_or(d.status = 'lost'), false)
    INTO back.disputed, back.lost
    FROM stripe_svc.disputes AS d
    WHERE d.payment_intent_id = m.payment_intent_id OR d.charge_id = m.charge_id;
    RETURN back;
END
$$;
