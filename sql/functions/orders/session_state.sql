-- Purpose: how far a Checkout Session's payment has come.
-- Rows: one text: open, settling, paid, free or failed, as order_payments() says.
CREATE OR REPLACE FUNCTION stripe_svc.session_state(
    s stripe_svc.checkout_sessions, payment stripe_svc.payment_status, first_invoice stripe_svc.invoice_status
)
RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
    SELECT CASE
        WHEN s.status = 'complete' AND s.payment_status = 'no_payment_required' THEN 'free'
        WHEN s.status = 'complete' AND s.payment_status = 'paid' THEN 'paid'
        -- An invoice may be paid by other means than its session's, from a balance or by hand.
        WHEN s.status = 'complete' AND (first_invoice = 'paid' OR payment = 'succeeded') THEN 'paid'
        WHEN s.async_payment_failed OR s.status = 'expired' OR payment = 'canceled' THEN 'failed'
        WHEN s.status = 'complete' THEN 'settling'
        ELSE 'open'
    END
$$;
