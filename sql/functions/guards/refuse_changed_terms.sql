-- Purpose: refuses a change of what an order is about: mode, currency, amount, line items, trial.
-- Why: a payment is checked against the terms that the buyer saw. An amount that only Stripe's prices give
--      may be filled in once.
CREATE OR REPLACE FUNCTION stripe_svc.refuse_changed_terms()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'the terms of order % are fixed', old.id
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'Create a new order instead.';
END
$$;

CREATE OR REPLACE TRIGGER orders_terms_fixed
BEFORE UPDATE OF id, mode, currency, amount_subtotal, line_items, trial_period_days ON stripe_svc.orders
FOR EACH ROW
WHEN (
    (new.id, new.mode, new.currency, new.line_items, new.trial_period_days)
    IS DISTINCT FROM (old.id, old.mode, old.currency, old.line_items, old.trial_period_days)
    OR (old.amount_subtotal IS NOT NULL AND new.amount_subtotal IS DISTINCT FROM old.amount_subtotal)
)
EXECUTE FUNCTION stripe_svc.refuse_changed_terms();
