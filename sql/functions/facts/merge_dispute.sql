-- Purpose: merges one report about a Dispute into its row.
-- Why: as merge_payment(). Open comes before closed, and a win after a loss: banks revise their decisions.
-- Rows: none.
-- Fact: {id, status, amount, currency, reason, funds_withdrawn, funds_reinstated, payment_intent_id, charge_id, created}
CREATE OR REPLACE FUNCTION merge_dispute(fact jsonb)
RETURNS void
LANGUAGE plpgsql  -- which keeps its plan; before PostgreSQL 18 LANGUAGE sql makes a new one each time
AS $$
BEGIN
    INSERT INTO disputes AS d (
        id, status, amount, currency, reason, funds_withdrawn, funds_reinstated, payment_intent_id, charge_id,
        created_at
    )
    VALUES (
        fact ->> 'id', fact ->> 'status', (fact ->> 'amount')::bigint, fact ->> 'currency', fact ->> 'reason',
        (fact ->> 'funds_withdrawn')::boolean, (fact ->> 'funds_reinstated')::boolean, fact ->> 'payment_intent_id',
        fact ->> 'charge_id', to_timestamp((fact ->> 'created')::bigint)
    )
    ON CONFLICT (id) DO UPDATE
    SET
        status = later_status(
            '{warning_needs_response,warning_under_review,needs_response,under_review,'
            'warning_closed,charge_refunded,prevented,lost,won}', d.status, excluded.status
        ),
        amount = greatest(d.amount, excluded.amount),
        currency = greatest(d.currency, excluded.currency),
        reason = greatest(d.reason, excluded.reason),
        funds_withdrawn = d.funds_withdrawn OR excluded.funds_withdrawn,
        funds_reinstated = d.funds_reinstated OR excluded.funds_reinstated,
        payment_intent_id = greatest(d.payment_intent_id, excluded.payment_intent_id),
        charge_id = greatest(d.charge_id, excluded.charge_id),
        created_at = least(d.created_at, excluded.created_at);
END
$$;

REVOKE ALL ON FUNCTION merge_dispute(jsonb) FROM PUBLIC;
