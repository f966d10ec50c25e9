-- Purpose: merges one report about a Checkout Session into its row.
-- Why: reports come in any order and more than once. Each column only ever moves up (open < expired <
--      complete, unpaid < no_payment_required < paid, NULL < known, of two values the larger; created_at is the
--      earliest), so all orders of arrival end alike.
-- Rows: the id of the order to settle; NULL if the session was never ours.
-- Fact: {id, order_id, created_by_us, status, payment_status, async_payment_failed, mode, currency, amount_subtotal,
--        amount_total, checkout_attempt_id, payment_intent_id, subscription_id, customer_id, created}
CREATE OR REPLACE FUNCTION merge_checkout_session(fact jsonb)
RETURNS bigint
LANGUAGE plpgsql
AS $$
DECLARE
    merged_order_id bigint;
BEGIN
    -- A stranger's session may carry a number that means nothing here. Ours without its order is an
    -- error: checkout_sessions_order_exists raises it, Stripe retries, operators see it.
    IF NOT (fact ->> 'created_by_us')::boolean
        AND NOT EXISTS (SELECT FROM orders AS o WHERE o.id = (fact ->> 'order_id')::bigint)
    THEN
        RETURN NULL;
    END IF;

    INSERT INTO checkout_sessions AS s (
        id, order_id, status, payment_status, async_payment_failed, mode, currency, amount_subtotal,
        amount_total, checkout_attempt_id, payment_intent_id, subscription_id, customer_id, created_at
    )
    VALUES (
        fact ->> 'id', (fact ->> 'order_id')::bigint, fact ->> 'status', fact ->> 'payment_status',
        (fact ->> 'async_payment_failed')::boolean, fact ->> 'mode', fact ->> 'currency',
        (fact ->> 'amount_subtotal')::bigint, (fact ->> 'amount_total')::bigint,
        (fact ->> 'checkout_attempt_id')::uuid, fact ->> 'payment_intent_id', fact ->> 'subscription_id',
        fact ->> 'customer_id', to_timestamp((fact ->> 'created')::bigint)
    )
    ON CONFLICT (id) DO UPDATE
    SET
        status = CASE
            WHEN 'complete' IN (s.status, excluded.status) THEN 'complete'
            WHEN 'expired' IN (s.status, excluded.status) THEN 'expired'
            ELSE 'open'
        END,
        payment_status = CASE
            WHEN 'paid' IN (s.payment_status, excluded.payment_status) THEN 'paid'
            WHEN 'no_payment_required' IN (s.payment_status, excluded.payment_status) THEN 'no_payment_required'
            ELSE 'unpaid'
        END,
        async_payment_failed = s.async_payment_failed OR excluded.async_payment_failed,
        mode = greatest(s.mode, excluded.mode),
        currency = greatest(s.currency, excluded.currency),
        checkout_attempt_id = greatest(s.checkout_attempt_id, excluded.checkout_attempt_id),
        created_at = least(s.created_at, excluded.created_at),
        amount_subtotal = greatest(s.amount_subtotal, excluded.amount_subtotal),
        amount_total = greatest(s.amount_total, excluded.amount_total),
        payment_intent_id = greatest(s.payment_intent_id, excluded.payment_intent_id),
        subscription_id = greatest(s.subscription_id, excluded.subscription_id),
        customer_id = greatest(s.customer_id, excluded.customer_id)
    WHERE s.order_id = excluded.order_id
    RETURNING s.order_id INTO merged_order_id;

    IF merged_order_id IS NULL THEN
        RAISE EXCEPTION 'checkout session % belongs to another order than %, which this event names',
            fact ->> 'id', fact ->> 'order_id'
            USING HINT = 'Its metadata.order_id was changed at Stripe. Change it back, then replay the event.';
    END IF;
    RETURN merged_order_id;
END
$$;

REVOKE ALL ON FUNCTION merge_checkout_session(jsonb) FROM PUBLIC;
