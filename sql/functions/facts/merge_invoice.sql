-- Purpose: merges one report about an Invoice into its row.
-- Why: reports come in any order and more than once. Each column only ever moves up, created_at down, so all
--      orders of arrival end alike; paid wins.
-- Rows: none.
-- Fact: {id, status, currency, amount_paid, billing_reason, paid_through, payment_failed, subscription_id, customer_id,
--        payment_intent_id, created}
CREATE OR REPLACE FUNCTION merge_invoice(fact jsonb)
RETURNS void
LANGUAGE plpgsql  -- which keeps its plan; before PostgreSQL 18 LANGUAGE sql makes a new one each time
AS $$
BEGIN
    INSERT INTO invoices AS i (
        id, status, currency, amount_paid, billing_reason, paid_through, payment_failed, subscription_id, customer_id,
        payment_intent_id, created_at
    )
    VALUES (
        fact ->> 'id', fact ->> 'status', fact ->> 'currency', (fact ->> 'amount_paid')::bigint,
        fact ->> 'billing_reason', to_timestamp((fact ->> 'paid_through')::bigint),
        (fact ->> 'payment_failed')::boolean, fact ->> 'subscription_id', fact ->> 'customer_id',
        fact ->> 'payment_intent_id', to_timestamp((fact ->> 'created')::bigint)
    )
    ON CONFLICT (id) DO UPDATE
    SET
        status = later_status('{draft,open,uncollectible,void,paid}', i.status, excluded.status),
        currency = greatest(i.currency, excluded.currency),
        amount_paid = greatest(i.amount_paid, excluded.amount_paid),
        billing_reason = greatest(i.billing_reason, excluded.billing_reason),
        paid_through = greatest(i.paid_through, excluded.paid_through),
        payment_failed = i.payment_failed OR excluded.payment_failed,
        subscription_id = greatest(i.subscription_id, excluded.subscription_id),
        customer_id = greatest(i.customer_id, excluded.customer_id),
        payment_intent_id = greatest(i.payment_intent_id, excluded.payment_intent_id),
        created_at = least(i.created_at, excluded.created_at);
END
$$;

REVOKE ALL ON FUNCTION merge_invoice(jsonb) FROM PUBLIC;
