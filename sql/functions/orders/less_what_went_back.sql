-- Purpose: money that came for an order, with what went back of it, is on its way back or is disputed.
-- Rows: one order_payment; order_payments() says what its columns mean. (OFFSET 0: the planner would put the call of
--       money_back() into every place that uses its result.)
CREATE OR REPLACE FUNCTION stripe_svc.less_what_went_back(m stripe_svc.order_money)
RETURNS SETOF stripe_svc.order_payment
LANGUAGE sql STABLE
AS $$
    SELECT
        m.session_id,
        m.subscription_id,
        m.invoice_id,
        m.payment_intent_id,
        m.state,
        CASE WHEN m.state = 'failed' THEN m.failure_reason END,
        m.mismatch,
        m.state IN ('paid', 'free') AND m.mismatch IS NULL,
        m.currency,
        CASE WHEN m.state = 'paid' THEN m.amount ELSE 0 END,
        (known.back).amount_refunded,
        (known.back).amount_refunding,
        m.state = 'paid' AND m.amount > 0 AND (known.back).amount_refunded >= m.amount,
        (known.back).disputed,
        (known.back).lost,
        m.created_at
    FROM (SELECT stripe_svc.money_back(m) AS back OFFSET 0) AS known
$$;
