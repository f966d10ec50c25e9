-- Purpose: the money that an order's subscription brought: by its session, whose first invoice it paid, and by each later
--          invoice.
-- Rows: one order_money for each session that an event reported, and for each later invoice of its subscription that was
--       paid.
CREATE OR REPLACE FUNCTION stripe_svc.subscription_money(o stripe_svc.orders)
RETURNS SETOF stripe_svc.order_money
LANGUAGE sql STABLE
AS $$
    SELECT
        s.id,
        s.subscription_id,
        i.id,
        coalesce(s.payment_intent_id, i.payment_intent_id),
        p.charge_id,
        stripe_svc.session_state(s, p.status, i.status),
        stripe_svc.session_failure(s),
        stripe_svc.session_mismatch(o, s, a),
        s.currency,
        coalesce(s.amount_total, p.amount_received, 0),
        coalesce(nullif(p.amount_received, 0), s.amount_total, 0),
        coalesce(p.amount_refunded, 0),
        s.created_at
    FROM stripe_svc.checkout_sessions AS s
    LEFT JOIN stripe_svc.invoices AS i
        ON i.subscription_id = s.subscription_id AND i.billing_reason = 'subscription_create'
    LEFT JOIN stripe_svc.payments AS p ON p.id = coalesce(s.payment_intent_id, i.payment_intent_id)
    LEFT JOIN stripe_svc.checkout_attempts AS a ON a.id = s.checkout_attempt_id
    WHERE s.order_id = o.id

    UNION ALL

    SELECT
        s.id,
        s.subscription_id,
        i.id,
        i.payment_intent_id,
        p.charge_id,
        'paid',
        NULL,
        stripe_svc.session_mismatch(o, s, a),
        i.currency,
        coalesce(i.amount_paid, 0),
        -- The same currencies: of an invoice that was paid by several payments this is one, and a part.
        CASE WHEN p.currency = i.currency THEN coalesce(i.amount_paid, 0)
            ELSE coalesce(nullif(p.amount_received, 0), i.amount_paid, 0)
        END,
        coalesce(p.amount_refunded, 0),
        i.created_at
    FROM stripe_svc.checkout_sessions AS s
    INNER JOIN stripe_svc.invoices AS i ON i.subscription_id = s.subscription_id AND i.status = 'paid'
    LEFT JOIN stripe_svc.payments AS p ON p.id = i.payment_intent_id
    LEFT JOIN stripe_svc.checkout_attempts AS a ON a.id = s.checkout_attempt_id
    WHERE s.order_id = o.id AND i.billing_reason IS DISTINCT FROM 'subscription_create'
$$;
