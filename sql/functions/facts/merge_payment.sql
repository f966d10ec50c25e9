-- Purpose: merges one report about a PaymentIntent, or about its charge, into the payment's row.
-- Why: reports come in any order and more than once. Each column only ever moves up, created_at down, so all
--      orders of arrival end alike.
-- Rows: none.
-- Fact: {id, status, currency, amount, amount_received, amount_refunded, charge_id, checkout_attempt_id, created}
CREATE OR REPLACE FUNCTION merge_payment(fact jsonb)
RETURNS void
LANGUAGE plpgsql  -- which keeps its plan; before PostgreSQL 18 LANGUAGE sql makes a new one each time
AS $$
BEGIN
    INSERT INTO payments AS p (
        id, status, currency, amount, amount_received, amount_refunded, charge_id, checkout_attempt_id, created_at
    )
    VALUES (
        fact ->> 'id', fact ->> 'status', fact ->> 'currency', (fact ->> 'amount')::bigint,
        (fact ->> 'amount_received')::bigint, (fact ->> 'amount_refunded')::bigint, fact ->> 'charge_id',
        (fact ->> 'checkout_attempt_id')::uuid, to_timestamp((fact ->> 'created')::bigint)
    )
    ON CONFLICT (id) DO UPDATE
    SET
        status = later_status(
            '{requires_payment_method,processing,canceled,succeeded}', p.status, excluded.status
        ),
        currency = greatest(p.currency, excluded.currency),
        amount = greatest(p.amount, excluded.amount),
        amount_received = greatest(p.amount_received, excluded.amount_received),
        amount_refunded = greatest(p.amount_refunded, excluded.amount_refunded),
        charge_id = greatest(p.charge_id, excluded.charge_id),
        checkout_attempt_id = greatest(p.checkout_attempt_id, excluded.checkout_attempt_id),
        created_at = least(p.created_at, excluded.created_at);
END
$$;

REVOKE ALL ON FUNCTION merge_payment(jsonb) FROM PUBLIC;
