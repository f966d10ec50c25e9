-- Purpose: what is known of a Dispute once one more report about it has come.
-- Why: as merge_checkout_session().
-- Rows: one.
CREATE OR REPLACE FUNCTION stripe_svc.merge_dispute(known stripe_svc.disputes, reported stripe_svc.disputes)
RETURNS stripe_svc.disputes
LANGUAGE sql IMMUTABLE STRICT
AS $$
    SELECT ROW(
        known.id,
        greatest(known.status, reported.status),
        greatest(known.amount, reported.amount),
        greatest(known.currency, reported.currency),
        greatest(known.reason, reported.reason),
        known.funds_withdrawn OR reported.funds_withdrawn,
        known.funds_reinstated OR reported.funds_reinstated,
        greatest(known.payment_intent_id, reported.payment_intent_id),
        greatest(known.charge_id, reported.charge_id),
        least(known.created_at, reported.created_at)
    )::stripe_svc.disputes
$$;

-- All reports about one, merged: what its row must be. verify_books.sql compares.
CREATE OR REPLACE AGGREGATE stripe_svc.fold(stripe_svc.disputes) (
    SFUNC = stripe_svc.merge_dispute, STYPE = stripe_svc.disputes
);
