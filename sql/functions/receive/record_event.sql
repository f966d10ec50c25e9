-- Purpose: writes an event into the journal, unless it is there and has had its effect.
-- Why: the row is what keeps the event from being applied again. That it is there once only is the primary key's doing.
-- Rows: one text: processed, ignored or quarantined, which is what the journal says now; or duplicate.
CREATE OR REPLACE FUNCTION stripe_svc.record_event(incoming stripe_svc.incoming_events)
RETURNS text
LANGUAGE plpgsql
AS $$
DECLARE
    outcome stripe_svc.event_status := CASE
        WHEN incoming.quarantine_reason IS NOT NULL THEN 'quarantined'
        WHEN incoming.facts IS NOT NULL AND stripe_svc.concerns_us(incoming.facts) THEN 'processed'
        ELSE 'ignored'
    END;
BEGIN
    IF outcome <> 'processed' THEN
        incoming.facts := NULL;
        incoming.personal := NULL;
    END IF;
    INSERT INTO stripe_svc.stripe_events AS e (
        id, type, status, last_error, object_id, api_version, livemode, account, created_at, source, processed_at,
        payload, facts, personal
    )
    VALUES (
        incoming.id, incoming.type, outcome, incoming.quarantine_reason, incoming.object_id, incoming.api_version,
        incoming.livemode, incoming.account, incoming.created_at, incoming.source, now(), incoming.payload,
        incoming.facts, incoming.personal
    )
    ON CONFLICT DO NOTHING;

    IF NOT FOUND THEN
        UPDATE stripe_svc.stripe_events AS e
        SET
            status = outcome,
            last_error = incoming.quarantine_reason,
            attempts = e.attempts + 1,
            source = incoming.source,
            processed_at = now(),
            payload = incoming.payload,
            facts = incoming.facts,
            personal = incoming.personal
        -- A quarantined event comes back to life once our key is of its mode.
        WHERE
            e.id = incoming.id
            AND (e.status = 'failed' OR (e.status = 'quarantined' AND outcome <> 'quarantined'));
    END IF;
    RETURN CASE WHEN FOUND THEN outcome::text ELSE 'duplicate' END;
END
$$;

REVOKE ALL ON FUNCTION stripe_svc.record_event(stripe_svc.incoming_events) FROM PUBLIC;
