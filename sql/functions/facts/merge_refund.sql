-- Purpose: what is known of a Refund once one more report about it has come.
-- Why: as merge_checkout_session(). A late 'pending' does not take back 'succeeded', nor a late 'succeeded' 'failed'.
-- Rows: one.
CREATE OR REPLACE FUNCTION stripe_svc.merge_refund(known stripe_svc.refunds, reported stripe_svc.refunds)
RETURNS stripe_svc.refunds
LANGUAGE sql IMMUTABLE STRICT
AS $$
    SELECT ROW(
        known.id,
        greatest(known.status, reported.status),
        greatest(known.amount, reported.amount),
        greatest(known.currency, reported.currency),
        greatest(known.reason, reported.reason),
        greatest(known.payment_intent_id, reported.payment_intent_id),
        greatest(known.charge_id, reported.charge_id),
        greatest(known.refund_request_id, reported.refund_request_id),
        least(known.created_at, reported.created_at)
    )::stripe_svc.refunds
$$;

-- All reports about one, merged: what its row must be. verify_books.sql compares.
CREATE OR REPLACE AGGREGATE stripe_svc.fold(stripe_svc.refunds) (
    SFUNC = stripe_svc.merge_refund, STYPE = stripe_svc.refunds
);
