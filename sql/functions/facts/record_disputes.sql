-- Purpose: merges an event's reports about Disputes into their rows.
-- Reports: [{id, status, amount, currency, reason, funds_withdrawn, funds_reinstated, payment_intent_id,
--          charge_id, created_at}]
-- Rows: none.
CREATE OR REPLACE FUNCTION stripe_svc.record_disputes(reports jsonb)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    inserted bigint;
    reported stripe_svc.disputes;
BEGIN
    INSERT INTO stripe_svc.disputes
    SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.disputes, reports)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS inserted = ROW_COUNT;
    -- Most reports are the first about their object, and an INSERT that might have to merge takes longer to begin.
    IF inserted < jsonb_array_length(reports) THEN
        FOR reported IN SELECT * FROM jsonb_populate_recordset(NULL::stripe_svc.disputes, reports) LOOP
            UPDATE stripe_svc.disputes AS d
            SET (
                id, status, amount, currency, reason, funds_withdrawn, funds_reinstated, payment_intent_id, charge_id,
                created_at
            ) = (SELECT m.* FROM stripe_svc.merge_dispute(d, reported) AS m)
            WHERE d.id = reported.id;
        END LOOP;
    END IF;
END
$$;

REVOKE ALL ON FUNCTION stripe_svc.record_disputes(jsonb) FROM PUBLIC;
