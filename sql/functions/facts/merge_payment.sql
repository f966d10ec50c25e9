-- Purpose: what is known of a PaymentIntent, or of its charge, once one more report about it has come.
-- Why: as merge_checkout_session().
-- Rows: one.
CREATE OR REPLACE FUNCTION stripe_svc.merge_payment(known stripe_svc.payments, reported stripe_svc.payments)
RETURNS stripe_svc.payments
LANGUAGE sql IMMUTABLE STRICT
AS $$
    SELECT ROW(
        known.id,
        greatest(known.status, reported.status),
        greatest(known.currency, reported.currency),
        greatest(known.amount, reported.amount),
        greatest(known.amount_received, reported.amount_received),
        greatest(known.amount_refunded, reported.amount_refunded),
        greatest(known.charge_id, reported.charge_id),
        greatest(known.checkout_attempt_id, reported.checkout_attempt_id),
        least(known.created_at, reported.created_at)
    )::stripe_svc.payments
$$;

-- All reports about one, merged: what its row must be. verify_books.sql compares.
CREATE OR REPLACE AGGREGATE stripe_svc.fold(stripe_svc.payments) (
    SFUNC = stripe_svc.merge_payment, STYPE = stripe_svc.payments
);
