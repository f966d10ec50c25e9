-- Purpose: refuses any write of facts, history or an order's derived columns that no verified event is behind.
-- Why: "nothing but a verified Stripe event moves an order" must hold in psql too, for the owner of the
--      tables and for a superuser, against whom privileges do not help.
-- How: the event must be named by this transaction (receive_event() does) and be the one that this very
--      transaction journalled: now() is the transaction's start, and so is its processed_at.
CREATE OR REPLACE FUNCTION refuse_unverified_write()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
    IF TG_OP IN ('DELETE', 'TRUNCATE') OR NOT EXISTS (
        SELECT FROM stripe_events AS e
        WHERE e.id = current_setting('stripe_svc.event_id', true) AND e.processed_at = now() AND e.status = 'processed'
    ) THEN
        RAISE EXCEPTION '% of % refused: no verified Stripe event is behind it', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'integrity_constraint_violation',
                HINT = 'Statuses follow from what Stripe reports. Act at Stripe (refund, cancel) and let its event '
                    'come in, or replay an event that failed.';
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER checkout_sessions_verified
BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON checkout_sessions
FOR EACH STATEMENT EXECUTE FUNCTION refuse_unverified_write();

CREATE OR REPLACE TRIGGER payments_verified
BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON payments
FOR EACH STATEMENT EXECUTE FUNCTION refuse_unverified_write();

CREATE OR REPLACE TRIGGER refunds_verified
BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON refunds
FOR EACH STATEMENT EXECUTE FUNCTION refuse_unverified_write();

CREATE OR REPLACE TRIGGER disputes_verified
BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON disputes
FOR EACH STATEMENT EXECUTE FUNCTION refuse_unverified_write();

CREATE OR REPLACE TRIGGER subscriptions_verified
BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON subscriptions
FOR EACH STATEMENT EXECUTE FUNCTION refuse_unverified_write();

CREATE OR REPLACE TRIGGER invoices_verified
BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON invoices
FOR EACH STATEMENT EXECUTE FUNCTION refuse_unverified_write();

CREATE OR REPLACE TRIGGER customers_verified
BEFORE UPDATE OF deleted_at OR DELETE OR TRUNCATE ON customers
FOR EACH STATEMENT EXECUTE FUNCTION refuse_unverified_write();

CREATE OR REPLACE TRIGGER order_transitions_verified
BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON order_transitions
FOR EACH STATEMENT EXECUTE FUNCTION refuse_unverified_write();

CREATE OR REPLACE TRIGGER orders_verified
BEFORE UPDATE OF status, failure_reason, review_reason, amount_paid, amount_refunded, duplicate_payment,
access_granted, access_until, access_has_grace OR DELETE OR TRUNCATE ON orders
FOR EACH STATEMENT EXECUTE FUNCTION refuse_unverified_write();
