-- Purpose: what became of each Checkout Session of an order, and of the money that it brought.
-- Why: derive_order() adds this up; refunds are checked against it; an operator reads in it why a status is what it is.
-- Rows: one for each session that an event reported, and one for each later invoice that was paid for the subscription of
--       such a session, oldest first. Amounts are in the session's currency.
--   invoice_id: what was paid, with a subscription; of a session its first invoice
--   state: open, settling (complete, money on its way), paid, free (nothing was due), failed (see failure_reason)
--   mismatch: why its money is not this order's money; NULL when everything agrees
--   amount_refunded: what went back; amount_refunding: what is on its way back
--   disputed: a dispute of it is open or lost; lost: the bank has decided, the money is gone
-- A function's columns cannot be replaced. All of sql/functions/ is applied in one transaction: nobody sees it gone.
DROP FUNCTION IF EXISTS order_payments(bigint);
CREATE OR REPLACE FUNCTION order_payments(order_id bigint)
RETURNS TABLE (
    session_id text,
    subscription_id text,
    invoice_id text,
    payment_intent_id text,
    state text,
    failure_reason text,
    mismatch text,
    currency text,
    amount_paid bigint,
    amount_refunded bigint,
    amount_refunding bigint,
    disputed boolean,
    lost boolean,
    created_at timestamptz
)
LANGUAGE sql STABLE
AS $$
    WITH sessions AS (
        SELECT
            s.id,
            s.subscription_id,
            i.id AS invoice_id,
            coalesce(s.payment_intent_id, i.payment_intent_id) AS payment_intent_id,
            s.currency,
            s.created_at,
            p.charge_id,
            CASE
                WHEN s.status = 'complete' AND s.payment_status = 'no_payment_required' THEN 'free'
                -- An invoice may be paid by other means than its session's, from a balance or by hand.
                WHEN s.status = 'complete' AND 'paid' IN (s.payment_status, i.status) THEN 'paid'
                WHEN s.status = 'complete' AND p.status = 'succeeded' THEN 'paid'
                WHEN s.async_payment_failed OR s.status = 'expired' OR p.status = 'canceled' THEN 'failed'
                WHEN s.status = 'complete' THEN 'settling'
                ELSE 'open'
            END AS state,
            CASE
                WHEN s.async_payment_failed THEN 'async_payment_failed'
                WHEN s.status = 'expired' THEN 'expired'
                ELSE 'payment_canceled'
            END AS failure_reason,
            -- Discounts, tax and shipping change amount_total only, so the subtotals are what must agree.
            CASE
                WHEN a.id IS NULL THEN 'session_mismatch'
                WHEN s.mode <> o.mode THEN 'mode_mismatch'
                WHEN s.currency IS DISTINCT FROM o.currency THEN 'currency_mismatch'
                WHEN s.amount_subtotal IS DISTINCT FROM coalesce(o.amount_subtotal, s.amount_subtotal)
                    THEN 'amount_mismatch'
            END AS mismatch,
            -- The first sessions, of 2019, did not say.
            coalesce(s.amount_total, p.amount_received, 0) AS amount_total,
            -- In API versions before 2025-03-31 a payment, and so its refunds, may be in the buyer's currency.
            coalesce(nullif(p.amount_received, 0), s.amount_total, 0) AS amount_received,
            coalesce(p.amount_refunded, 0) AS amount_refunded_of_charge
        FROM checkout_sessions AS s
        INNER JOIN orders AS o ON o.id = s.order_id
        LEFT JOIN invoices AS i ON i.subscription_id = s.subscription_id AND i.billing_reason = 'subscription_create'
        LEFT JOIN payments AS p ON p.id = coalesce(s.payment_intent_id, i.payment_intent_id)
        -- Ours is a session whose attempt we wrote before we asked Stripe for it.
        LEFT JOIN checkout_attempts AS a
            ON a.id = s.checkout_attempt_id AND a.order_id = s.order_id AND coalesce(a.session_id, s.id) = s.id
        WHERE s.order_id = order_payments.order_id
    ),

    -- The columns of sessions, for what their subscriptions cost later on.
    renewals AS (
        SELECT
            s.id,
            s.subscription_id,
            i.id AS invoice_id,
            i.payment_intent_id,
            i.currency,
            i.created_at,
            p.charge_id,
            'paid' AS state,
            NULL AS failure_reason,
            s.mismatch,
            coalesce(i.amount_paid, 0) AS amount_total,
            -- The same currencies: of an invoice that was paid by several payments this is one, and a part.
            CASE WHEN p.currency = i.currency THEN coalesce(i.amount_paid, 0)
                ELSE coalesce(nullif(p.amount_received, 0), i.amount_paid, 0)
            END AS amount_received,
            coalesce(p.amount_refunded, 0) AS amount_refunded_of_charge
        FROM sessions AS s
        INNER JOIN invoices AS i ON i.subscription_id = s.subscription_id AND i.status = 'paid'
        LEFT JOIN payments AS p ON p.id = i.payment_intent_id
        WHERE i.billing_reason IS DISTINCT FROM 'subscription_create'
    ),

    refunded AS (
        SELECT
            s.*,
            -- A charge tells how much of it was refunded, by refunds that we may not have been told of. What we know
            -- to have failed, or to be under way only, is taken off that.
            least(s.amount_received, greatest(r.succeeded, s.amount_refunded_of_charge - r.failed - r.pending)) AS back,
            least(s.amount_received, greatest(r.succeeded + r.pending, s.amount_refunded_of_charge - r.failed)) AS going_back
        FROM (SELECT * FROM sessions UNION ALL SELECT * FROM renewals) AS s
        CROSS JOIN LATERAL (
            SELECT
                coalesce(sum(r.amount) FILTER (WHERE r.status = 'succeeded'), 0) AS succeeded,
                coalesce(sum(r.amount) FILTER (WHERE r.status IN ('pending', 'requires_action')), 0) AS pending,
                coalesce(sum(r.amount) FILTER (WHERE r.status IN ('failed', 'canceled')), 0) AS failed
            FROM refunds AS r
            WHERE r.payment_intent_id = s.payment_intent_id OR r.charge_id = s.charge_id
        ) AS r
    )

    SELECT
        s.id,
        s.subscription_id,
        s.invoice_id,
        s.payment_intent_id,
        s.state,
        CASE WHEN s.state = 'failed' THEN s.failure_reason END,
        s.mismatch,
        s.currency,
        CASE WHEN s.state = 'paid' THEN s.amount_total ELSE 0 END,
        coalesce(floor(s.amount_total * s.back / nullif(s.amount_received, 0)), 0)::bigint,
        coalesce(floor(s.amount_total * (s.going_back - s.back) / nullif(s.amount_received, 0)), 0)::bigint,
        d.disputed,
        d.lost,
        s.created_at
    FROM refunded AS s
    CROSS JOIN LATERAL (
        SELECT
            coalesce(bool_or(d.status NOT IN ('won', 'warning_closed', 'charge_refunded', 'prevented')), false) AS disputed,
            coalesce(bool_or(d.status = 'lost'), false) AS lost
        FROM disputes AS d
        WHERE d.payment_intent_id = s.payment_intent_id OR d.charge_id = s.charge_id
    ) AS d
    ORDER BY s.created_at, s.id
$$;
