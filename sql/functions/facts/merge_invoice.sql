-- Purpose: what is known of an Invoice once one more report about it has come.
-- Why: as merge_checkout_session(): paid wins.
-- Rows: one.
CREATE OR REPLACE FUNCTION stripe_svc.merge_invoice(known stripe_svc.invoices, reported stripe_svc.invoices)
RETURNS stripe_svc.invoices
LANGUAGE sql IMMUTABLE STRICT
AS $$
    SELECT ROW(
        known.id,
        greatest(known.status, reported.status),
        greatest(known.currency, reported.currency),
        greatest(known.amount_paid, reported.amount_paid),
        greatest(known.billing_reason, reported.billing_reason),
        greatest(known.paid_through, reported.paid_through),
        known.payment_failed OR reported.payment_failed,
        greatest(known.subscription_id, reported.subscription_id),
        greatest(known.customer_id, reported.customer_id),
        greatest(known.payment_intent_id, reported.payment_intent_id),
        least(known.created_at, reported.created_at)
    )::stripe_svc.invoices
$$;

-- All reports about one, merged: what its row must be. verify_books.sql compares.
CREATE OR REPLACE AGGREGATE stripe_svc.fold(stripe_svc.invoices) (
    SFUNC = stripe_svc.merge_invoice, STYPE = stripe_svc.invoices
);
