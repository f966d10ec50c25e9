-- Purpose: refuses any write of facts, history or an order's derived columns that no verified event is behind.
-- Why: "nothing but a verified Stripe event moves an order" must hold in psql too, for the owner of the tables and for a
--      superuser, against whom privileges do not help.
-- How: what events write is written by the trigger of incoming_events, so a write from outside of any trigger is refused.
--      No setting can be forged for that, and it costs an event next to nothing. It does not hold against an owner
--      or superuser who disables triggers, sets session_replication_role, or writes here by a trigger of their own.
CREATE OR REPLACE FUNCTION stripe_svc.refuse_unverified_write()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION '% of % refused: no verified Stripe event is behind it', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation',
            HINT = 'Statuses follow from what Stripe reports. Act at Stripe (refund, cancel) and let its event '
                'come in, or replay an event that failed.';
END
$$;

CREATE OR REPLACE TRIGGER checkout_sessions_verified
BEFORE INSERT OR UPDATE ON stripe_svc.checkout_sessions
FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER checkout_sessions_kept
BEFORE DELETE OR TRUNCATE ON stripe_svc.checkout_sessions
FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER payments_verified
BEFORE INSERT OR UPDATE ON stripe_svc.payments
FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER payments_kept
BEFORE DELETE OR TRUNCATE ON stripe_svc.payments
FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER refunds_verified
BEFORE INSERT OR UPDATE ON stripe_svc.refunds
FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER refunds_kept
BEFORE DELETE OR TRUNCATE ON stripe_svc.refunds
FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER disputes_verified
BEFORE INSERT OR UPDATE ON stripe_svc.disputes
FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER disputes_kept
BEFORE DELETE OR TRUNCATE ON stripe_svc.disputes
FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER subscriptions_verified
BEFORE INSERT OR UPDATE ON stripe_svc.subscriptions
FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER subscriptions_kept
BEFORE DELETE OR TRUNCATE ON stripe_svc.subscriptions
FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER invoices_verified
BEFORE INSERT OR UPDATE ON stripe_svc.invoices
FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER invoices_kept
BEFORE DELETE OR TRUNCATE ON stripe_svc.invoices
FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER customers_verified
BEFORE UPDATE OF deleted_at ON stripe_svc.customers
FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER customers_kept
BEFORE DELETE OR TRUNCATE ON stripe_svc.customers
FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER order_transitions_verified
BEFORE INSERT ON stripe_svc.order_transitions
FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER order_transitions_kept
BEFORE UPDATE OR DELETE OR TRUNCATE ON stripe_svc.order_transitions
FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER orders_verified
BEFORE UPDATE OF status, failure_reason, review_reason, amount_paid, amount_refunded, duplicate_payment,
access_granted, access_until, access_has_grace ON stripe_svc.orders
FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER orders_begin_pending
BEFORE INSERT ON stripe_svc.orders
FOR EACH ROW
WHEN (
    stripe_svc.outcome_of(new)
    IS DISTINCT FROM ('pending', NULL, NULL, 0, 0, false, false, NULL, false)::stripe_svc.order_outcome
)
EXECUTE FUNCTION stripe_svc.refuse_unverified_write();

CREATE OR REPLACE TRIGGER orders_kept
BEFORE DELETE OR TRUNCATE ON stripe_svc.orders
FOR EACH STATEMENT EXECUTE FUNCTION stripe_svc.refuse_unverified_write();
