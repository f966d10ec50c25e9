-- Purpose: brings an order in line with its facts and writes the change of status into its history.
-- Why: called by receive_event() with every event that brought facts about the order, in its transaction.
-- Rows: none.
CREATE OR REPLACE FUNCTION settle_order(order_id bigint, event_id text, source text)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    before orders;
    facts record;
BEGIN
    -- Two events of one order end here one after the other. Without this lock each could derive from the
    -- facts without the other's, and the later commit would win. The derivation has to be a statement of
    -- its own: it must see what was committed while we waited. (NO KEY: both already share the row's key
    -- through the foreign key of the fact that they inserted; FOR UPDATE would deadlock them.)
    SELECT * INTO before FROM orders AS o WHERE o.id = settle_order.order_id FOR NO KEY UPDATE;
    SELECT * INTO facts FROM derive_order(settle_order.order_id);

    IF (before.status, before.failure_reason, before.review_reason, before.amount_paid, before.amount_refunded,
        before.duplicate_payment, before.access_granted, before.access_until, before.access_has_grace)
        IS NOT DISTINCT FROM
       (facts.status, facts.failure_reason, facts.review_reason, facts.amount_paid, facts.amount_refunded,
        facts.duplicate_payment, facts.access_granted, facts.access_until, facts.access_has_grace)
    THEN
        RETURN;
    END IF;

    IF facts.status <> before.status THEN
        INSERT INTO order_transitions (order_id, from_status, to_status, event_id, source)
        VALUES (before.id, before.status, facts.status, settle_order.event_id, settle_order.source);
    END IF;

    -- refuse_underived_status() need not derive it again, which would add a sixth to the time of an event.
    PERFORM set_config('stripe_svc.derived', before.id || facts::text, true);
    UPDATE orders AS o
    SET
        status = facts.status,
        failure_reason = facts.failure_reason,
        review_reason = facts.review_reason,
        amount_paid = facts.amount_paid,
        amount_refunded = facts.amount_refunded,
        duplicate_payment = facts.duplicate_payment,
        access_granted = facts.access_granted,
        access_until = facts.access_until,
        access_has_grace = facts.access_has_grace,
        updated_at = now()
    WHERE o.id = before.id;
END
$$;

REVOKE ALL ON FUNCTION settle_order(bigint, text, text) FROM PUBLIC;
