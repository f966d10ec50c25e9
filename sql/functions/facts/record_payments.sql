-- Purpose: merges an event's reports about PaymentIntents and their charges into their rows.
-- Reports: [{id, status, currency, amount, amount_received, amount_refunded, charge_id,
--          checkout_attempt_id, created_at}]
-- Rows: none.
CREATE OR REPLACE FUNCTION stripe_svc.record_payments(reports jsonb)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    inserted bigint;
    reported stripe_svc.payments;
BEGIN
    INSERT INTO stripe_svc.payments
    SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.payments, reports)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS inserted = ROW_COUNT;
    -- Most reports are the first about their object, and an INSERT that might have to merge takes longer to begin.
    IF inserted < jsonb_array_length(reports) THEN
        FOR reported IN SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.payments, reports) LOOP
            UPDATE stripe_svc.payments AS p
            SET (
                id, status, currency, amount, amount_received, amount_refunded, charge_id, checkout_attempt_id,
                created_at
            ) = (SELECT m.* FROM stripe_svc.merge_payment(p, reported) AS m)
            WHERE p.id = reported.id;
        END LOOP;
    END IF;
END
$$;

REVOKE ALL ON FUNCTION stripe_svc.record_payments(jsonb) FROM PUBLIC;
