-- Purpose: merges an event's reports about Checkout Sessions into their rows.
-- Reports: [{id, order_id, status, payment_status, async_payment_failed, mode, currency, amount_subtotal, amount_total,
--          checkout_attempt_id, payment_intent_id, subscription_id, customer_id, created_at}]
-- Rows: one bigint[]: the ids of their orders. Raises checkout_sessions_order_exists if such an order is not here.
CREATE OR REPLACE FUNCTION stripe_svc.record_checkout_sessions(reports jsonb)
RETURNS bigint[]
LANGUAGE plpgsql
AS $$
DECLARE
    inserted bigint;
    reported stripe_svc.checkout_sessions;
BEGIN
    INSERT INTO stripe_svc.checkout_sessions
    SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.checkout_sessions, reports)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS inserted = ROW_COUNT;
    -- Most reports are the first about their object, and an INSERT that might have to merge takes longer to begin.
    IF inserted < jsonb_array_length(reports) THEN
        FOR reported IN SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.checkout_sessions, reports) LOOP
            UPDATE stripe_svc.checkout_sessions AS s
            SET (
                id, order_id, status, payment_status, async_payment_failed, mode, currency, amount_subtotal, amount_total,
                checkout_attempt_id, payment_intent_id, subscription_id, customer_id, created_at
            ) = (SELECT m.* FROM stripe_svc.merge_checkout_session(s, reported) AS m)
            WHERE s.id = reported.id;
        END LOOP;
    END IF;
    RETURN stripe_svc.texts(jsonb_path_query_array(reports, '$[*].order_id'));
END
$$;

REVOKE ALL ON FUNCTION stripe_svc.record_checkout_sessions(jsonb) FROM PUBLIC;
