-- Purpose: brings an order in line with its facts and writes the change of status into its history.
-- Why: called by receive_event() with every event that brought facts about the order, in its transaction.
-- Rows: none.
CREATE OR REPLACE FUNCTION stripe_svc.settle_order(order_id bigint, event_id text, source stripe_svc.event_source)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    before stripe_svc.orders;
    outcome stripe_svc.order_outcome;
BEGIN
    -- Two events of one order end here one after the other. Without this lock each could derive from the
    -- facts without the other's, and the later commit would win. The derivation has to be a statement of
    -- its own: it must see what was committed while we waited. (NO KEY: both already share the row's key
    -- through the foreign key of the fact that they inserted; FOR UPDATE would deadlock them.)
    SELECT * INTO before FROM stripe_svc.orders AS o WHERE o.id = settle_order.order_id FOR NO KEY UPDATE;
    outcome := stripe_svc.derive_order(before);
    IF outcome IS NOT DISTINCT FROM stripe_svc.outcome_of(before) THEN
        RETURN;
    END IF;

    IF outcome.status <> before.status THEN
        INSERT INTO stripe_svc.order_transitions (order_id, from_status, to_status, event_id, source)
        VALUES (before.id, before.status, outcome.status, settle_order.event_id, settle_order.source);
    END IF;

    UPDATE stripe_svc.orders AS o
    SET
        status = outcome.status,
        failure_reason = outcome.failure_reason,
        review_reason = outcome.review_reason,
        amount_paid = outcome.amount_paid,
        amount_refunded = outcome.amount_refunded,
        duplicate_payment = outcome.duplicate_payment,
        access_granted = outcome.access_granted,
        access_until = outcome.access_until,
        access_has_grace = outcome.access_has_grace,
        updated_at = now()
    WHERE o.id = before.id;
END
$$;

REVOKE ALL ON FUNCTION stripe_svc.settle_order(bigint, text, stripe_svc.event_source) FROM PUBLIC;
