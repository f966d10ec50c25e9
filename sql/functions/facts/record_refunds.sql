-- Purpose: merges an event's reports about Refunds into their rows.
-- Reports: [{id, status, amount, currency, reason, payment_intent_id, charge_id, refund_request_id,
--          created_at}]
-- Rows: none.
CREATE OR REPLACE FUNCTION stripe_svc.record_refunds(reports jsonb)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    inserted bigint;
    reported stripe_svc.refunds;
BEGIN
    INSERT INTO stripe_svc.refunds
    SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.refunds, reports)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS inserted = ROW_COUNT;
    -- Most reports are the first about their object, and an INSERT that might have to merge takes longer to begin.
    IF inserted < jsonb_array_length(reports) THEN
        FOR reported IN SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.refunds, reports) LOOP
            UPDATE stripe_svc.refunds AS r
            SET (
                id, status, amount, currency, reason, payment_intent_id, charge_id, refund_request_id, created_at
            ) = (SELECT m.* FROM stripe_svc.merge_refund(r, reported) AS m)
            WHERE r.id = reported.id;
        END LOOP;
    END IF;
END
$$;

REVOKE ALL ON FUNCTION stripe_svc.record_refunds(jsonb) FROM PUBLIC;
