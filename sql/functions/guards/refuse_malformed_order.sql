-- Purpose: refuses an order whose columns contradict each other.
-- Why: a CHECK of the table would be read and checked again with every event that pays an order. The
--      application cannot change these columns once it is created.
CREATE OR REPLACE FUNCTION stripe_svc.refuse_malformed_order()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'this is no order: sessions of mode setup sell nothing, a trial needs a subscription, and an '
        'idempotency key its fingerprint' USING ERRCODE = 'check_violation';
END
$$;

CREATE OR REPLACE TRIGGER orders_well_formed
BEFORE INSERT ON stripe_svc.orders
FOR EACH ROW
WHEN (
    new.mode = 'setup'
    OR (new.trial_period_days IS NOT NULL AND new.mode <> 'subscription')
    OR (new.idempotency_key IS NULL) <> (new.request_fingerprint IS NULL)
)
EXECUTE FUNCTION stripe_svc.refuse_malformed_order();
