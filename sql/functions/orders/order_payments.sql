-- Purpose: what became of each Checkout Session of an order, and of the money that it brought.
-- Why: derive_order() adds this up; refunds are checked against it; an operator reads in it why a status is what it is.
--      An order without a subscription is paid by its sessions alone: no invoice or subscription is looked for.
-- Rows: one array, with an order_payment for each session that an event reported, and for each later invoice that was paid for the
--       subscription of such a session, in no order. Amounts are in the session's currency.
--   invoice_id: what was paid, with a subscription; of a session its first invoice
--   state: open, settling (complete, money on its way), paid, free (nothing was due), failed (see failure_reason)
--   mismatch: why its money is not this order's money; NULL when everything agrees
--   settled: it was paid, or nothing was due, and everything agrees
--   amount_refunded: what went back; amount_refunding: what is on its way back; refunded: all of it went back
--   disputed: a dispute of it is open or lost; lost: the bank has decided, the money is gone
CREATE OR REPLACE FUNCTION stripe_svc.order_payments(o stripe_svc.orders)
RETURNS stripe_svc.order_payment[]
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    IF o.mode = 'payment' AND NOT EXISTS (
        SELECT FROM stripe_svc.checkout_sessions AS s WHERE s.order_id = o.id AND s.subscription_id IS NOT NULL
    ) THEN
        RETURN ARRAY(
            SELECT p
            FROM stripe_svc.one_time_money(o) AS m
            CROSS JOIN LATERAL stripe_svc.less_what_went_back(m) AS p
        );
    END IF;
    RETURN ARRAY(
        SELECT p
        FROM stripe_svc.subscription_money(o) AS m
        CROSS JOIN LATERAL stripe_svc.less_what_went_back(m) AS p
    );
END
$$;
