-- Purpose: merges an event's reports about Invoices into their rows.
-- Reports: [{id, status, currency, amount_paid, billing_reason, paid_through, payment_failed,
--          subscription_id, customer_id, payment_intent_id, created_at}]
-- Rows: none.
CREATE OR REPLACE FUNCTION stripe_svc.record_invoices(reports jsonb)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    inserted bigint;
    reported stripe_svc.invoices;
BEGIN
    INSERT INTO stripe_svc.invoices
    SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.invoices, reports)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS inserted = ROW_COUNT;
    -- Most reports are the first about their object, and an INSERT that might have to merge takes longer to begin.
    IF inserted < jsonb_array_length(reports) THEN
        FOR reported IN SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.invoices, reports) LOOP
            UPDATE stripe_svc.invoices AS i
            SET (
                id, status, currency, amount_paid, billing_reason, paid_through, payment_failed, subscription_id,
                customer_id, payment_intent_id, created_at
            ) = (SELECT m.* FROM stripe_svc.merge_invoice(i, reported) AS m)
            WHERE i.id = reported.id;
        END LOOP;
    END IF;
END
$$;

REVOKE ALL ON FUNCTION stripe_svc.record_invoices(jsonb) FROM PUBLIC;
