-- Purpose: why a Checkout Session's money is not its order's money.
-- Why: ours is a session whose attempt we wrote before we asked Stripe for it. Discounts, tax and shipping change
--      amount_total only, so the subtotals are what must agree.
-- Rows: one text, an order's review_reason; NULL when everything agrees. The attempt is the one that the session names.
CREATE OR REPLACE FUNCTION stripe_svc.session_mismatch(
    o stripe_svc.orders, s stripe_svc.checkout_sessions, a stripe_svc.checkout_attempts
)
RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
    SELECT CASE
        WHEN a.id IS NULL OR a.order_id <> s.order_id OR a.session_id <> s.id THEN 'session_mismatch'
        WHEN s.mode <> o.mode THEN 'mode_mismatch'
        WHEN s.currency IS DISTINCT FROM o.currency THEN 'currency_mismatch'
        WHEN s.amount_subtotal IS DISTINCT FROM coalesce(o.amount_subtotal, s.amount_subtotal) THEN 'amount_mismatch'
    END
$$;
