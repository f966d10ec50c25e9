-- Purpose: merges one report about a Refund into its row.
-- Why: as merge_payment(). A late 'pending' does not take back 'succeeded', and a late 'succeeded' not 'failed'.
-- Rows: none.
-- Fact: {id, status, amount, currency, reason, payment_intent_id, charge_id, refund_request_id, created}
CREATE OR REPLACE FUNCTION merge_refund(fact jsonb)
RETURNS void
LANGUAGE plpgsql  -- which keeps its plan; before PostgreSQL 18 LANGUAGE sql makes a new one each time
AS $$
BEGIN
    INSERT INTO refunds AS r (
        id, status, amount, currency, reason, payment_intent_id, charge_id, refund_request_id, created_at
    )
    VALUES (
        fact ->> 'id', fact ->> 'status', (fact ->> 'amount')::bigint, fact ->> 'currency', fact ->> 'reason',
        fact ->> 'payment_intent_id', fact ->> 'charge_id', (fact ->> 'refund_request_id')::uuid,
        to_timestamp((fact ->> 'created')::bigint)
    )
    ON CONFLICT (id) DO UPDATE
    SET
        status = later_status(
            '{requires_action,pending,succeeded,canceled,failed}', r.status, excluded.status
        ),
        amount = greatest(r.amount, excluded.amount),
        currency = greatest(r.currency, excluded.currency),
        reason = greatest(r.reason, excluded.reason),
        payment_intent_id = greatest(r.payment_intent_id, excluded.payment_intent_id),
        charge_id = greatest(r.charge_id, excluded.charge_id),
        refund_request_id = greatest(r.refund_request_id, excluded.refund_request_id),
        created_at = least(r.created_at, excluded.created_at);
END
$$;

REVOKE ALL ON FUNCTION merge_refund(jsonb) FROM PUBLIC;
