-- Purpose: refuses to write the journal by hand, to forget an event or to take back what became of it.
-- Why: a journal row is what keeps an event from being applied again, and its absence what lets one in.
--      receive_event() and record_event_failure() name the event whose row they write. Payloads may be purged.
CREATE OR REPLACE FUNCTION refuse_rewritten_journal()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION '% of stripe_events refused: the journal keeps every event and its outcome', TG_OP
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'Only the payload may be set to NULL.';
END
$$;

CREATE OR REPLACE TRIGGER stripe_events_kept
BEFORE DELETE OR TRUNCATE ON stripe_events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewritten_journal();

CREATE OR REPLACE TRIGGER stripe_events_received
BEFORE INSERT ON stripe_events
FOR EACH ROW
WHEN (new.id IS DISTINCT FROM current_setting('stripe_svc.event_id', true))
EXECUTE FUNCTION refuse_rewritten_journal();

CREATE OR REPLACE TRIGGER stripe_events_final
BEFORE UPDATE ON stripe_events
FOR EACH ROW
WHEN (
    NOT (
        -- The payload is forgotten, and nothing else changes.
        new.payload IS NULL
        AND (new.id, new.type, new.status, new.attempts, new.last_error, new.object_id, new.api_version, new.livemode,
            new.account, new.created_at, new.source, new.received_at, new.processed_at)
        IS NOT DISTINCT FROM
        (old.id, old.type, old.status, old.attempts, old.last_error, old.object_id, old.api_version, old.livemode,
            old.account, old.created_at, old.source, old.received_at, old.processed_at)
    )
    AND NOT (
        -- The event is being received: for the first time successfully, or in this transaction found not to be ours.
        new.id IS NOT DISTINCT FROM current_setting('stripe_svc.event_id', true)
        AND (new.id, new.type, new.livemode, new.created_at, new.received_at)
        IS NOT DISTINCT FROM (old.id, old.type, old.livemode, old.created_at, old.received_at)
        AND (
            old.status IN ('failed', 'quarantined')
            OR (old.status = 'processed' AND new.status = 'ignored' AND old.processed_at = now())
        )
    )
)
EXECUTE FUNCTION refuse_rewritten_journal();
