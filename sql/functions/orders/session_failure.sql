-- Purpose: why a Checkout Session's payment failed, if it did.
-- Rows: one text, an order's failure_reason.
CREATE OR REPLACE FUNCTION stripe_svc.session_failure(s stripe_svc.checkout_sessions)
RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
    SELECT CASE
        WHEN s.async_payment_failed THEN 'async_payment_failed'
        WHEN s.status = 'expired' THEN 'expired'
        ELSE 'payment_canceled'
    END
$$;
