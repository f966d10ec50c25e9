-- Purpose: the money that the sessions of an order without a subscription brought.
-- Rows: one order_money for each session that an event reported. (OFFSET 0: as in less_what_went_back().)
CREATE OR REPLACE FUNCTION stripe_svc.one_time_money(o stripe_svc.orders)
RETURNS SETOF stripe_svc.order_money
LANGUAGE sql STABLE
AS $$
    SELECT
        s.id,
        NULL::text,
        NULL::text,
        s.payment_intent_id,
        p.charge_id,
        stripe_svc.session_state(s, p.status, NULL),
        stripe_svc.session_failure(s),
        stripe_svc.session_mismatch(o, s, a),
        s.currency,
        -- The first sessions, of 2019, did not say.
        coalesce(s.amount_total, p.amount_received, 0),
        -- In API versions before 2025-03-31 a payment, and so its refunds, may be in the buyer's currency.
        coalesce(nullif(p.amount_received, 0), s.amount_total, 0),
        coalesce(p.amount_refunded, 0),
        s.created_at
    FROM stripe_svc.checkout_sessions AS s
    LEFT JOIN stripe_svc.payments AS p ON p.id = s.payment_intent_id
    LEFT JOIN stripe_svc.checkout_attempts AS a ON a.id = s.checkout_attempt_id
    WHERE s.order_id = o.id
    OFFSET 0
$$;
